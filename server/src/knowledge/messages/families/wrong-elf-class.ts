// glibc's loader meets a library that is for another processor, or none.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { library, wording } from '../wording.js';

export const wrongElfClass: MessageFamily = {
  id: 'wrong-elf-class',
  ambiguous: true,
  wordings: [
    wording(
      'glibc-loader',
      ['wrong ELF class', 'invalid ELF header'],
      String.raw`(?:(?<path>${library}): )?(?:error while loading shared libraries: )?(?<library>${library}): (?:wrong ELF class: ELFCLASS(?:32|64)|invalid ELF header)`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('A shared library is not one for this processor'),
    meaning: l10n.t(
      '{0} is there, but is not a library that this program can load.',
      code(captures['library'] ?? ''),
    ),
    why: l10n.t(
      'It comes from macOS or another processor ({0} copied from your machine), or it is a text file that only the linker reads.',
      code('node_modules'),
    ),
    remedies: [
      l10n.t('Look at it: {0}.', code(`file ${captures['library'] ?? 'FILE'}`)),
      l10n.t('List {0} in {1}, and install inside the image.', code('node_modules'), code('.dockerignore')),
    ],
    ambiguity: l10n.t('A file that was cut off in a download gives the same text.'),
  }),
  examples: [
    {
      text: 'Error: /app/node_modules/bcrypt/lib/binding/bcrypt_lib.node: invalid ELF header',
      captures: { library: '/app/node_modules/bcrypt/lib/binding/bcrypt_lib.node' },
    },
    { text: './x: error while loading shared libraries: libz.so.1: wrong ELF class: ELFCLASS32' },
  ],
  others: ['invalid header'],
};
