// musl's loader is handed a static glibc program, or a file for another processor.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { library, wording } from '../wording.js';

export const muslRelocationType: MessageFamily = {
  id: 'musl-relocation-type',
  ambiguous: true,
  wordings: [
    wording(
      'musl-loader',
      ['unsupported relocation type'],
      String.raw`Error relocating (?<path>${library}): unsupported relocation type (?<type>\d{1,4})`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('The loader of musl was given a file that it cannot load'),
    meaning: l10n.t(
      '{0} holds a relocation (type {1}) that musl does not know.',
      code(captures['path'] ?? ''),
      code(captures['type'] ?? ''),
    ),
    why: l10n.t(
      'Static programs of glibc hold such relocations (type 37). They start by themselves and need no loader: the text appears when {0} or {1} of Alpine looks at them.',
      code('ldd'),
      code('ld-musl-x86_64.so.1'),
    ),
    remedies: [
      l10n.t('Start the program itself; do not judge it by {0}.', code('ldd')),
      l10n.t('Ask {0} instead: it says {1} of such a file.', code('file'), code('statically linked')),
    ],
    ambiguity: l10n.t(
      'A library that was built for glibc and is loaded by a program of musl can give the text too.',
    ),
  }),
  examples: [
    { text: 'Error relocating ./x: unsupported relocation type 37', captures: { path: './x', type: '37' } },
  ],
  others: ['unsupported relocation type'],
};
