// A program compiled with glibc's Fortify checks runs on musl.
import * as l10n from '@vscode/l10n';
import { gcompatHome } from '../symbol-homes.js';
import type { MessageFamily } from '../model.js';
import { sameBase, turnCgoOff } from '../remedies.js';
import { symbolNotFound } from '../relocation.js';

export const muslFortifySymbol: MessageFamily = {
  id: 'musl-fortify-symbol',
  ambiguous: false,
  wordings: [
    symbolNotFound((symbol) => /_chk$|^__(?:open|open64|openat|openat64)_2$|^__fdelt_warn$/.test(symbol)),
  ],
  explain: (captures, code) => {
    const symbol = captures['symbol'] ?? '';
    const shim = gcompatHome(symbol);
    return {
      title: l10n.t('A glibc program was started with musl, and misses a function of glibc'),
      meaning: l10n.t(
        '{0} calls {1}, a checked variant that only glibc has. It was compiled on Debian, Ubuntu or Red Hat.',
        code(captures['path'] ?? ''),
        code(symbol),
      ),
      why: l10n.t(
        'Distributions compile with {0}: the compiler then calls functions that end in {1}. musl has none of them, and neither a link from {2} to musl nor {3} up to Alpine 3.18 adds any.',
        code('_FORTIFY_SOURCE'),
        code('_chk'),
        code('/lib64/ld-linux-x86-64.so.2'),
        code('libc6-compat'),
      ),
      remedies: [
        shim === 'no'
          ? l10n.t('{0} is not in gcompat either: a shim does not help.', code(symbol))
          : shim === 'every release'
            ? l10n.t(
                'gcompat has {0}: try {1}. From Alpine 3.19 on {2} installs it too.',
                code(symbol),
                code('apk add gcompat'),
                code('libc6-compat'),
              )
            : l10n.t(
                'gcompat has {0} since 1.1.0 (Alpine 3.17 or newer): try {1} there.',
                code(symbol),
                code('apk add gcompat'),
              ),
        l10n.t('Build it on Alpine, or take a base image with glibc.'),
        turnCgoOff(code),
        sameBase(),
      ],
      ambiguity: null,
    };
  },
  examples: [
    {
      text: 'Error relocating ./x: __printf_chk: symbol not found',
      captures: { path: './x', symbol: '__printf_chk' },
    },
    {
      text: 'Error relocating /usr/local/lib/libredwg.so.0: __strcat_chk: symbol not found',
      captures: { symbol: '__strcat_chk' },
    },
    {
      text: 'ImportError: Error relocating /usr/lib/python3.7/site-packages/x.so: __memcpy_chk: symbol not found',
    },
  ],
  others: ['Error relocating ./x: main_chk_error: symbol not found', "undefined reference to `__memcpy_chk'"],
};
