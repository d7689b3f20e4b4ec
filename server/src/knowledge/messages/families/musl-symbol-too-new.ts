// A program built on a newer Alpine runs on an older one.
import * as l10n from '@vscode/l10n';
import { muslGained } from '../symbol-homes.js';
import type { MessageFamily } from '../model.js';
import { sameAlpine } from '../remedies.js';
import { symbolNotFound } from '../relocation.js';

export const muslSymbolTooNew: MessageFamily = {
  id: 'musl-symbol-too-new',
  ambiguous: true,
  wordings: [symbolNotFound((symbol) => muslGained(symbol) !== null)],
  explain: (captures, code) => {
    const gained = muslGained(captures['symbol'] ?? '');
    return {
      title: l10n.t('The musl of this image is older than the one the program was built with'),
      meaning: l10n.t(
        '{0} needs {1}, which musl has since {2} (Alpine {3}).',
        code(captures['path'] ?? ''),
        code(captures['symbol'] ?? ''),
        gained?.musl ?? '?',
        gained?.alpine ?? '?',
      ),
      why: l10n.t(
        'musl marks no versions in its symbols: what an older release does not have is reported when the program starts, symbol by symbol.',
      ),
      remedies: [
        sameAlpine(),
        l10n.t('Or run on Alpine {0} or newer.', gained?.alpine ?? '?'),
        l10n.t('Or link statically: {0}.', code('-static')),
      ],
      ambiguity: l10n.t('A program built for glibc that runs with a shim needs the same symbols from musl.'),
    };
  },
  examples: [
    {
      text: 'Error relocating /usr/local/lib/libpython3.11.so.1.0: preadv2: symbol not found',
      captures: { path: '/usr/local/lib/libpython3.11.so.1.0', symbol: 'preadv2' },
    },
    { text: 'Error relocating ./x: qsort_r: symbol not found', captures: { symbol: 'qsort_r' } },
    { text: 'Error relocating ./x: statx: symbol not found' },
  ],
  others: ['Error relocating ./x: __printf_chk: symbol not found', 'qsort_r: symbol not found'],
};
