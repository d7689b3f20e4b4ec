// ldd of musl cannot take the file as a program of its own kind.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { theFile } from '../remedies.js';
import { path, wording } from '../wording.js';

export const lddNotValidDynamicProgram: MessageFamily = {
  id: 'ldd-not-valid-dynamic-program',
  ambiguous: true,
  wordings: [
    wording(
      'ldd',
      ['Not a valid dynamic program'],
      String.raw`(?:[\w./-]{1,100}: )?(?:(?<path>${path}): )?Not a valid dynamic program`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('ldd of Alpine: the file is no dynamic program'),
    meaning: l10n.t(
      '{0} is static, a script, or for another processor.',
      code(captures['path'] ?? theFile()),
    ),
    why: l10n.t(
      'On Alpine {0} is the loader of musl under another name: it tries to load the file itself.',
      code('ldd'),
    ),
    remedies: [
      l10n.t(
        'Ask {0}: {1} means that it starts everywhere.',
        code(`file ${captures['path'] ?? 'FILE'}`),
        code('statically linked'),
      ),
    ],
    ambiguity: l10n.t(
      'The reverse is no proof: {0} of Alpine lists a glibc program without an error although its loader is missing.',
      code('ldd'),
    ),
  }),
  examples: [
    { text: '/lib/ld-musl-x86_64.so.1: ./x: Not a valid dynamic program', captures: { path: './x' } },
  ],
  others: ['\tnot a dynamic executable'],
};
