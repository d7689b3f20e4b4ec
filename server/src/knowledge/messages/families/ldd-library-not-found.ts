// ldd lists a library that is not there.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { wording } from '../wording.js';

export const lddLibraryNotFound: MessageFamily = {
  id: 'ldd-library-not-found',
  ambiguous: false,
  wordings: [
    wording(
      'ldd',
      ['=> not found', '=> 未找到', '=> 找不到'],
      String.raw`(?<library>[\w./+-]{1,300}\.so(?:\.[\w.]{1,20})?) => (?:not found|未找到|找不到)`,
    ),
  ],
  explain: (captures, code) => {
    const name = captures['library'] ?? '';
    return {
      title: l10n.t('A library that the program needs is not here'),
      meaning: l10n.t(
        'The program needs {0}, and this system has no such file where the loader looks.',
        code(name),
      ),
      why: /^(?:libc\.so\.6|ld-linux)/.test(name)
        ? l10n.t('It is a part of glibc: this system has another C library.')
        : l10n.t('It was there when the program was built. It is not a part of the C library.'),
      remedies: [
        l10n.t(
          'Install the package that has it, in the image that runs: {0} on Alpine, {1} on Debian.',
          code(`apk search so:${name}`),
          code(`apt-file search ${name}`),
        ),
        l10n.t('If you copied it, run {0} (glibc), or put it into {1}.', code('ldconfig'), code('/usr/lib')),
      ],
      ambiguity: null,
    };
  },
  examples: [
    { text: '\tlibssl.so.3 => not found', captures: { library: 'libssl.so.3' } },
    { text: '\tlibc.so.6 => not found', captures: { library: 'libc.so.6' } },
    { text: '\tlibfoo.so.1 => 未找到', captures: { library: 'libfoo.so.1' } },
  ],
  others: [
    '\tlibc.musl-x86_64.so.1 => not found',
    '\tlibc.so.6 => /lib64/libc.so.6 (0x00007fe87ff1a000)',
    'route => not found',
  ],
};
