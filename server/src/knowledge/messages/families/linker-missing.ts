// The linker that was asked for is not installed.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { quote, wording } from '../wording.js';

export const linkerMissing: MessageFamily = {
  id: 'linker-missing',
  ambiguous: false,
  wordings: [
    wording(
      'linker',
      ['collect2'],
      String.raw`collect2: (?:fatal error|致命错误)[:：] ?(?:cannot find|找不到) ?${quote}(?<linker>[\w.-]{1,40})${quote}`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('The linker is not installed'),
    meaning: l10n.t('The compiler calls {0}, and it is not there.', code(captures['linker'] ?? 'ld')),
    why: l10n.t(
      'Go asks for the gold linker on arm64 ({0}). Alpine and Debian from 13 on do not install it with the compiler.',
      code('-fuse-ld=gold'),
    ),
    remedies: [
      l10n.t('Install it: {0} on Alpine and Debian.', code('binutils-gold')),
      l10n.t('Or build Go without it: {0}.', code('CGO_ENABLED=0')),
    ],
    ambiguity: null,
  }),
  examples: [
    { text: "collect2: fatal error: cannot find 'ld'", captures: { linker: 'ld' } },
    { text: "collect2: fatal error: cannot find 'ld.gold'" },
  ],
  others: ['collect2: error: ld returned 1 exit status'],
};
