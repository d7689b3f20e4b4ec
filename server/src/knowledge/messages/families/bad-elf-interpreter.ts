// Red Hat's bash names the loader that is missing.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { addGcompat, linkStatically, sameBase, theProgram, turnCgoOff } from '../remedies.js';
import { colon, path, wording } from '../wording.js';

export const badElfInterpreter: MessageFamily = {
  id: 'bad-elf-interpreter',
  ambiguous: false,
  wordings: [
    wording(
      'shell',
      ['ELF'],
      String.raw`(?:(?<path>${path})${colon})?(?<loader>/${path})${colon}(?:bad ELF interpreter|坏的 ?ELF ?解释器|ELF ?解释器错误|损坏的 ?ELF ?解释器)(?:${colon}[^:\n"]{1,60})?`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('The loader that the program names is not there'),
    meaning: l10n.t(
      '{0} asks for the loader {1}, and this system has no such file.',
      code(captures['path'] ?? theProgram()),
      code(captures['loader'] ?? ''),
    ),
    why: (captures['loader'] ?? '').includes('musl')
      ? l10n.t('That is the loader of musl: the program was built on Alpine, this system has glibc.')
      : l10n.t(
          'Either the program was built for another C library or another processor (a 32-bit program asks for {0}), or the loader was never installed.',
          code('/lib/ld-linux.so.2'),
        ),
    remedies: [turnCgoOff(code), linkStatically(code), sameBase(), addGcompat(code)],
    ambiguity: null,
  }),
  examples: [
    {
      text: '/bin/sh: ./app: /lib/ld-musl-x86_64.so.1: bad ELF interpreter: No such file or directory',
      captures: { path: './app', loader: '/lib/ld-musl-x86_64.so.1' },
    },
    { text: 'bash: ./adb: /lib/ld-linux.so.2: bad ELF interpreter: 没有那个文件或目录' },
    { text: '/lib/ld-musl-x86_64.so.1: bad ELF interpreter: No such file or directory' },
  ],
  others: ['bash: ./run: /usr/bin/python: bad interpreter: No such file or directory'],
};
