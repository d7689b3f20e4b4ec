// A file built for musl is loaded where glibc is.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { linkStatically, sameBase, turnCgoOff } from '../remedies.js';
import { library, noSuchFile, wording } from '../wording.js';

const muslLibrary = String.raw`(?<library>libc\.musl-[\w-]{1,20}\.so\.1|ld-musl-[\w-]{1,20}\.so\.1|libc\.so)`;

export const muslFileOnGlibc: MessageFamily = {
  id: 'musl-file-on-glibc',
  ambiguous: false,
  wordings: [
    wording(
      'glibc-loader',
      ['libc.musl-', 'ld-musl-'],
      String.raw`(?:(?<path>${library}): )?(?:error while loading shared libraries: )?(?<library>libc\.musl-[\w-]{1,20}\.so\.1|ld-musl-[\w-]{1,20}\.so\.1): cannot open shared object file(?:: ${noSuchFile})?`,
    ),
    wording('ldd', ['=> not found', '=> 未找到'], String.raw`${muslLibrary} => (?:not found|未找到)`),
    wording(
      'ldd',
      ['ld-musl-'],
      String.raw`(?<library>/lib/ld-musl-[\w-]{1,20}\.so\.1) => /lib(?:64)?/ld-linux[\w.-]{1,30}`,
    ),
    wording(
      'glibc-loader',
      ['invalid ELF header'],
      String.raw`(?<library>/(?:[\w.-]{1,60}/){0,8}libc\.so): invalid ELF header`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('The file was built for musl, and this is glibc'),
    meaning: l10n.t(
      'It needs {0}, which only Alpine and other systems of musl have.',
      code(captures['library'] ?? ''),
    ),
    why: l10n.t(
      'It was built on Alpine and carried to Debian, Ubuntu or Red Hat. {0} of glibc may list it without an error; it starts only where {1} is.',
      code('ldd'),
      code('/lib/ld-musl-x86_64.so.1'),
    ),
    remedies: [
      l10n.t('Build it on the distribution that it runs on, or run it on Alpine.'),
      turnCgoOff(code),
      linkStatically(code),
      sameBase(),
    ],
    ambiguity: null,
  }),
  examples: [
    {
      text: './x: error while loading shared libraries: libc.musl-x86_64.so.1: cannot open shared object file: No such file or directory',
      layer: 'glibc-loader',
      captures: { library: 'libc.musl-x86_64.so.1' },
    },
    {
      text: '\tlibc.musl-x86_64.so.1 => not found',
      layer: 'ldd',
      captures: { library: 'libc.musl-x86_64.so.1' },
    },
    { text: '\tlibc.so => not found', layer: 'ldd' },
    { text: '\t/lib/ld-musl-x86_64.so.1 => /lib64/ld-linux-x86-64.so.2 (0x00007fdbd495d000)', layer: 'ldd' },
    { text: '/usr/lib/x86_64-linux-gnu/libc.so: invalid ELF header', layer: 'glibc-loader' },
  ],
  others: [
    '\tlibssl.so.3 => not found',
    '\tlibc.so.6 => not found',
    '\tlibc.musl-x86_64.so.1 => /lib/ld-musl-x86_64.so.1 (0x7f0)',
  ],
};
