// ldd of musl lists a program that was built for glibc, without an error.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { wording } from '../wording.js';

export const lddListsGlibcProgram: MessageFamily = {
  id: 'ldd-lists-glibc-program',
  ambiguous: false,
  wordings: [
    wording(
      'ldd',
      ['/ld-linux', '/ld64.so'],
      String.raw`(?<library>lib[\w+-]{1,60}\.so\.\d{1,3}) => (?<loader>/lib(?:64)?/(?:ld-linux[\w.-]{0,30}|ld64)\.so\.\d)(?: \(0x[0-9a-f]{1,16}\))?`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('ldd of Alpine lists a program that was built for glibc'),
    meaning: l10n.t(
      'The program asks for {0}, the loader of glibc. That {1} lists it without an error does not mean that it starts.',
      code(captures['loader'] ?? ''),
      code('ldd'),
    ),
    why: l10n.t(
      '{0} of Alpine is the loader of musl: it lets itself stand for {1} and does not look whether the file {2} is there. The kernel does.',
      code('ldd'),
      code(captures['library'] ?? 'libc.so.6'),
      code(captures['loader'] ?? ''),
    ),
    remedies: [
      l10n.t('See whether the loader is there: {0}.', code(`ls -l ${captures['loader'] ?? ''}`)),
      l10n.t(
        'Lines that begin with {0} below name the functions of glibc that are missing besides.',
        code('Error relocating'),
      ),
      l10n.t('Build it on Alpine, link it statically, or take a base image with glibc.'),
    ],
    ambiguity: null,
  }),
  examples: [
    {
      text: '\tlibc.so.6 => /lib64/ld-linux-x86-64.so.2 (0x7f02a366e000)',
      captures: { library: 'libc.so.6', loader: '/lib64/ld-linux-x86-64.so.2' },
    },
    { text: '    libm.so.6 => /lib64/ld-linux-x86-64.so.2 (0x7fd375538000)' },
  ],
  others: [
    '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007fe87ff1a000)',
    '\t/lib64/ld-linux-x86-64.so.2 (0x00007fe8802e8000)',
    '\t/lib/ld-musl-x86_64.so.1 => /lib64/ld-linux-x86-64.so.2 (0x00007fdbd495d000)',
    '\tlibc.musl-x86_64.so.1 => /lib/ld-musl-x86_64.so.1 (0x7fd375538000)',
  ],
};
