// ldd or file says that a program is static.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { wording } from '../wording.js';

export const staticallyLinked: MessageFamily = {
  id: 'statically-linked',
  ambiguous: true,
  wordings: [
    wording(
      'file',
      ['statically linked', 'static-pie linked'],
      String.raw`ELF (?:32|64)-bit [^\n]{1,200}?, (?<linkage>statically linked|static-pie linked)`,
    ),
    wording(
      'ldd',
      ['statically linked', '静态链接', '靜態連結'],
      String.raw`(?<=^\s{0,8})(?<linkage>statically linked|静态链接|靜態連結)(?=\s{0,4}$)`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('The program is static'),
    meaning: l10n.t(
      'It carries its C library, or needs none, and asks for no loader: it starts on glibc, on musl and in {0}.',
      code('scratch'),
    ),
    why: l10n.t('{0} reads the file itself.', code('file')),
    remedies: [
      l10n.t(
        'Nothing. Mind that {0} may lack other files that a program wants: certificates, time zones, {1}.',
        code('scratch'),
        code('/etc/passwd'),
      ),
    ],
    ambiguity:
      captures['linkage'] === 'statically linked'
        ? l10n.t(
            '{0} of glibc also says so of a Go program built with {1} and {2}, which does need a loader. {3} tells: it then names an interpreter.',
            code('ldd'),
            code('CGO_ENABLED=0'),
            code('-buildmode=pie'),
            code('file'),
          )
        : null,
  }),
  examples: [
    {
      text: './x: ELF 64-bit LSB executable, x86-64, version 1 (SYSV), statically linked, not stripped',
      layer: 'file',
    },
    {
      text: './x: ELF 64-bit LSB pie executable, x86-64, version 1 (SYSV), static-pie linked, not stripped',
      captures: { linkage: 'static-pie linked' },
    },
    { text: '\tstatically linked', layer: 'ldd' },
  ],
  others: [
    "warning: Using 'getaddrinfo' in statically linked applications requires at runtime the shared libraries",
    'it is statically linked and small',
  ],
};
