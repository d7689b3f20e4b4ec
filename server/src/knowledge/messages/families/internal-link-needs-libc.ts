// The Go linker links by itself and is asked for what only the C linker can do.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { wording } from '../wording.js';

export const internalLinkNeedsLibc: MessageFamily = {
  id: 'internal-link-needs-libc',
  ambiguous: false,
  wordings: [
    wording(
      'go',
      ['relocation target'],
      String.raw`runtime/cgo(?:\(\.text\))?: relocation target (?<symbol>\w{1,100}) not defined`,
    ),
    wording('go', ['cannot use dynamic imports'], 'cannot use dynamic imports with -d flag'),
  ],
  explain: (captures, code) => ({
    title: l10n.t('The Go linker cannot link the C library by itself'),
    meaning: l10n.t(
      '{0} belongs to the C library. The link is internal, so no C linker is called.',
      code(captures['symbol'] ?? 'libc'),
    ),
    why: l10n.t(
      '{0} or {1} promised a program without shared libraries, and a package such as {2} needs one (Go up to 1.26).',
      code('CGO_LDFLAGS=-static'),
      code('-ldflags -d'),
      code('net'),
    ),
    remedies: [
      l10n.t('Ask for an external link: {0}.', code(`-ldflags '-linkmode external -extldflags "-static"'`)),
      l10n.t('Or build without C: {0}.', code('CGO_ENABLED=0')),
    ],
    ambiguity: null,
  }),
  examples: [
    { text: 'runtime/cgo(.text): relocation target stderr not defined', captures: { symbol: 'stderr' } },
    { text: 'link: /tmp/x(_go_.o): cannot use dynamic imports with -d flag' },
  ],
  others: ['main.main: relocation target main.foo not defined'],
};
