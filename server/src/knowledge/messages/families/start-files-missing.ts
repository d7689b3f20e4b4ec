// The linker does not find the C library's start files.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { installLibcHeaders } from '../remedies.js';
import { noSuchFile, wording } from '../wording.js';

export const startFilesMissing: MessageFamily = {
  id: 'start-files-missing',
  ambiguous: false,
  wordings: [
    wording(
      'linker',
      ['crt'],
      String.raw`(?:(?<linker>[\w./-]{1,100}):? ?)?(?:error: )?(?:cannot find|cannot open|找不到) ?(?<file>[rgS]?crt(?:1|i|n|begin[ST]?|end[ST]?)\.o)(?:[:：] ?${noSuchFile})?`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('The development files of the C library are not installed'),
    meaning: l10n.t(
      'The linker looks for {0}, with which every C program starts.',
      code(captures['file'] ?? ''),
    ),
    why: l10n.t(
      'The compiler is installed without the C library that it links. On Alpine {0} brings no headers and start files; on Debian they get lost with {1}.',
      code('apk add gcc'),
      code('--no-install-recommends'),
    ),
    remedies: [installLibcHeaders(code)],
    ambiguity: null,
  }),
  examples: [
    { text: '/usr/bin/ld: cannot find crt1.o: No such file or directory', captures: { file: 'crt1.o' } },
    { text: 'ld: cannot find Scrt1.o: No such file or directory', captures: { file: 'Scrt1.o' } },
    { text: '/usr/bin/ld: 找不到 crti.o: 没有那个文件或目录' },
  ],
  others: ['/usr/bin/ld: cannot find main.o', 'cannot open file.crt'],
};
