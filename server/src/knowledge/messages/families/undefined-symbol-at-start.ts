// glibc's loader misses a symbol.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { pinRelease } from '../remedies.js';
import { library, wording } from '../wording.js';

export const undefinedSymbolAtStart: MessageFamily = {
  id: 'undefined-symbol-at-start',
  ambiguous: true,
  wordings: [
    wording(
      'glibc-loader',
      ['symbol lookup error'],
      String.raw`(?:(?<program>${library}): )?symbol lookup error: (?<path>${library}): undefined symbol: (?<symbol>[\w.$]{1,400})(?:, version (?<version>[\w.]{1,40}))?`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('A library lacks a function that the program calls'),
    meaning: l10n.t(
      '{0} calls {1}, and no library that it loads has it.',
      code(captures['path'] ?? ''),
      code(captures['symbol'] ?? ''),
    ),
    why: l10n.t(
      'A library of another version than at build time was loaded, from another release or from a folder that comes first.',
    ),
    remedies: [
      pinRelease(code),
      l10n.t('See which library is loaded: {0}.', code(`ldd ${captures['path'] ?? 'FILE'}`)),
    ],
    ambiguity: l10n.t('A plugin that was built for another version of its program gives the same text.'),
  }),
  examples: [
    {
      text: './x: symbol lookup error: ./x: undefined symbol: SSL_get1_peer_certificate, version OPENSSL_3.0.0',
      captures: { symbol: 'SSL_get1_peer_certificate' },
    },
  ],
  others: ['undefined symbol: main'],
};
