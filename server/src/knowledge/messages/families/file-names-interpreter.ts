// file or readelf names the loader that a program asks for.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { path, wording } from '../wording.js';

export const fileNamesInterpreter: MessageFamily = {
  id: 'file-names-interpreter',
  ambiguous: false,
  wordings: [
    wording(
      'file',
      ['interpreter '],
      String.raw`ELF (?:32|64)-bit [^\n]{1,200}?, interpreter \*?(?<loader>${path}?)\*?(?=[,\s]|$)`,
    ),
    wording(
      'file',
      ['Requesting program interpreter'],
      String.raw`\[Requesting program interpreter: (?<loader>[\w./-]{1,100})\]`,
    ),
  ],
  explain: (captures, code) => {
    const loader = captures['loader'] ?? '';
    return {
      title: l10n.t('The program is dynamic and names its loader'),
      meaning: l10n.t('It starts only where {0} exists.', code(loader)),
      why: loader.includes('ld-musl')
        ? l10n.t(
            'That is the loader of musl: it was built on Alpine. Debian, Ubuntu, Red Hat and scratch do not have it.',
          )
        : /ld-linux|ld64|ld\.so/.test(loader)
          ? l10n.t(
              'That is the loader of glibc: it was built on Debian, Ubuntu or Red Hat. Alpine and scratch do not have it.',
            )
          : l10n.t('It is neither the loader of glibc nor that of musl.'),
      remedies: [
        l10n.t('Run it on a base image that has this loader, or link it statically.'),
        l10n.t('To see which libraries it needs besides: {0}.', code('readelf -d FILE')),
      ],
      ambiguity: null,
    };
  },
  examples: [
    {
      text: 'dwgread: ELF 64-bit LSB pie executable, x86-64, version 1 (SYSV), dynamically linked, interpreter /lib64/ld-linux-x86-64.so.2, for GNU/Linux 3.2.0, stripped',
      captures: { loader: '/lib64/ld-linux-x86-64.so.2' },
    },
    {
      text: './x: ELF 64-bit LSB pie executable, x86-64, version 1 (SYSV), dynamically linked, interpreter /lib/ld-musl-x86_64.so.1, with debug_info',
      captures: { loader: '/lib/ld-musl-x86_64.so.1' },
    },
    {
      text: '      [Requesting program interpreter: /lib64/ld-linux-x86-64.so.2]',
      captures: { loader: '/lib64/ld-linux-x86-64.so.2' },
    },
  ],
  others: [
    'python interpreter /usr/bin/python3',
    './x: ELF 64-bit LSB executable, x86-64, statically linked',
  ],
};
