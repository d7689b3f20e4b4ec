// ldd of glibc finds nothing to list.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { wording } from '../wording.js';

export const lddNotDynamic: MessageFamily = {
  id: 'ldd-not-dynamic',
  ambiguous: true,
  wordings: [
    wording('ldd', ['not a dynamic executable'], 'not a dynamic executable'),
    wording(
      'ldd',
      ['不是动态可执行文件', '不是動態可執行檔', '不是動態執行檔'],
      '(?:不是动态可执行文件|不是動態可執行檔|不是動態執行檔)',
    ),
  ],
  explain: (_, code) => ({
    title: l10n.t('ldd finds no list of libraries in the file'),
    meaning: l10n.t('Most often good news: the program is static and needs no library.'),
    why: l10n.t(
      '{0} asks the loader of its own system. It says so of static programs, and also of a program for another processor and of a file that is no program.',
      code('ldd'),
    ),
    remedies: [
      l10n.t(
        'Ask {0}: {1} means that it starts everywhere, {2} names the loader that it needs.',
        code('file'),
        code('statically linked'),
        code('interpreter'),
      ),
    ],
    ambiguity: l10n.t(
      '{0} is no proof in either direction: it may say this of a program that needs a loader of another processor, and {1} of a program that needs one.',
      code('ldd'),
      code('statically linked'),
    ),
  }),
  examples: [
    { text: '\tnot a dynamic executable', layer: 'ldd' },
    { text: '\t不是动态可执行文件', layer: 'ldd' },
    { text: 'ldd server: 不是动态可执行文件' },
  ],
  others: ['is a dynamic executable', '\tlinux-vdso.so.1 (0x00007fff)'],
};
