// The linker does not find a library that is not the C library's.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { linkDynamically } from '../remedies.js';
import { noSuchFile, wording } from '../wording.js';

export const libraryForLinkMissing: MessageFamily = {
  id: 'library-for-link-missing',
  ambiguous: true,
  wordings: [
    wording(
      'linker',
      ['cannot find -l', '找不到 -l', '找不到-l'],
      String.raw`(?:(?<linker>[\w./-]{1,100}):? ?)?(?:error: )?(?:cannot find|找不到) ?-l(?<library>[\w.+-]{1,100})(?:[:：] ?${noSuchFile})?`,
    ),
    wording(
      'linker',
      ['unable to find library -l'],
      String.raw`(?<linker>[\w./-]{1,100}): error: unable to find library -l(?<library>[\w.+-]{1,100})`,
    ),
    wording(
      'linker',
      ['cannot find libgcc_s'],
      String.raw`(?:(?<linker>[\w./-]{1,100}): )?cannot find lib(?<library>gcc_s)\.so\.1(?:: ${noSuchFile})?`,
    ),
    wording(
      'linker',
      ['static version of the'],
      String.raw`have you installed the static version of the (?<library>[\w.+-]{1,60}) library \?`,
    ),
  ],
  explain: (captures, code) => {
    const name = captures['library'] ?? '';
    return {
      title: l10n.t('The linker does not find a library'),
      meaning: l10n.t(
        'It looks for {0}, or for {1} in a static link.',
        code(`lib${name}.so`),
        code(`lib${name}.a`),
      ),
      why:
        name === 'gcc_s'
          ? l10n.t(
              'libgcc_s has no static form; a static link takes {0} instead. The flag {1} reached only a part of the link.',
              code('libgcc_eh'),
              code('-static'),
            )
          : l10n.t(
              'Its development package is not installed; or the link is static, and the package has only the shared form.',
            ),
      remedies: [
        name === 'stdc++'
          ? l10n.t(
              'Install the C++ compiler: {0} on Alpine and Debian, {1} on Red Hat (static: {2}).',
              code('g++'),
              code('gcc-c++'),
              code('libstdc++-static'),
            )
          : l10n.t(
              'Install the development package ({0} on Alpine, {1} on Debian). For a static link Alpine has many in packages that end in {2}.',
              code(`${name}-dev`),
              code(`lib${name}-dev`),
              code('-static'),
            ),
        linkDynamically(code),
      ],
      ambiguity: l10n.t(
        'A library in a folder that the linker does not search gives the same text: name it with {0}.',
        code('-L'),
      ),
    };
  },
  examples: [
    {
      text: '/usr/bin/ld: cannot find -lrdkafka: No such file or directory',
      captures: { library: 'rdkafka' },
    },
    { text: '/usr/bin/ld: cannot find -lstdc++', captures: { library: 'stdc++' } },
    { text: '/usr/bin/ld: cannot find -lgcc_s: No such file or directory' },
    { text: '/usr/bin/x86_64-linux-gnu-ld.bfd: cannot find -lnosuchlib: No such file or directory' },
    { text: '/usr/bin/ld: 找不到 -lssl: 没有那个文件或目录', captures: { library: 'ssl' } },
    { text: 'ld.lld: error: unable to find library -lssl', captures: { library: 'ssl' } },
    {
      text: '/usr/bin/ld: cannot find libgcc_s.so.1: No such file or directory',
      captures: { library: 'gcc_s' },
    },
    {
      text: '/usr/bin/ld: have you installed the static version of the gcc_s library ?',
      captures: { library: 'gcc_s' },
    },
  ],
  others: ['/usr/bin/ld: cannot find -lpthread', 'ls: cannot find it'],
};
