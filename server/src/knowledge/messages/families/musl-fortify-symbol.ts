// A program compiled with glibc's Fortify checks runs on musl.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { glibcProgramOnMusl, sameBase, turnCgoOff, whetherGcompatHas } from '../remedies.js';
import { symbolNotFound } from '../relocation.js';

export const muslFortifySymbol: MessageFamily = {
  id: 'musl-fortify-symbol',
  ambiguous: false,
  wordings: [
    symbolNotFound((symbol) => /_chk$|^__(?:open|open64|openat|openat64)_2$|^__fdelt_warn$/.test(symbol)),
  ],
  explain: (captures, code) => {
    const symbol = captures['symbol'] ?? '';
    return {
      title: glibcProgramOnMusl(),
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
        whetherGcompatHas(symbol, code),
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
