// The glibc of the image is older than the one the program was linked with.
import * as l10n from '@vscode/l10n';
import { firstReleasesWith } from '../glibc-releases.js';
import type { MessageFamily } from '../model.js';
import { buildOnOldest, pinRelease, theProgram, turnCgoOff } from '../remedies.js';
import { library, quotes, wording } from '../wording.js';

export const glibcTooOld: MessageFamily = {
  id: 'glibc-too-old',
  ambiguous: false,
  wordings: [
    wording(
      'glibc-loader',
      ['GLIBC_'],
      String.raw`(?:(?<path>${library}): (?=\S{0,300}\.so))?(?:(?<library>${library}): )?version ${quotes}GLIBC_(?<version>\d[\d.]{0,12}|ABI_\w{1,30})${quotes} not found(?: \(required by (?<neededBy>[^)\n]{1,300})\))?`,
    ),
    wording(
      'glibc-loader',
      ['GLIBC_'],
      String.raw`undefined symbol: (?<symbol>[\w.$]{1,300}), version GLIBC_(?<version>\d[\d.]{0,12})`,
    ),
  ],
  explain: (captures, code) => {
    const version = captures['version'] ?? '';
    const wanted = /^\d/.test(version) ? version : null;
    const where = wanted === null ? [] : firstReleasesWith(wanted);
    return {
      title: l10n.t('The glibc of this system is too old for the program'),
      meaning:
        wanted === null
          ? l10n.t(
              '{0} asks for {1}, which this glibc does not know (it came with 2.36).',
              code(captures['neededBy'] ?? captures['path'] ?? ''),
              code(`GLIBC_${version}`),
            )
          : l10n.t(
              '{0} needs glibc {1} or newer, and this system has an older one.',
              code(captures['neededBy'] ?? captures['path'] ?? theProgram()),
              wanted,
            ),
      why: l10n.t(
        'A program asks for the newest version of a function that was there when it was linked. It was built on a newer release than the one it runs on, often because the tag of the builder image moved. A static link or musl would not ask.',
      ),
      remedies: [
        pinRelease(code),
        where.length > 0
          ? l10n.t('Run it on a newer release: {0} or later have it.', where.join(', '))
          : l10n.t('Run it on a newer release.'),
        buildOnOldest(),
        turnCgoOff(code),
        l10n.t(
          'Do not copy a newer {0} into the image: it does not fit the loader that is there.',
          code('libc.so.6'),
        ),
      ],
      ambiguity: null,
    };
  },
  examples: [
    {
      text: "./x: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.34' not found (required by ./x)",
      captures: { path: './x', library: '/lib/x86_64-linux-gnu/libc.so.6', version: '2.34', neededBy: './x' },
    },
    {
      text: "/lib64/libc.so.6: version `GLIBC_2.34' not found",
      captures: { library: '/lib64/libc.so.6', version: '2.34' },
    },
    {
      text: "/lib/x86_64-linux-gnu/libm.so.6: version `GLIBC_2.29' not found (required by app)",
      captures: { version: '2.29' },
    },
    {
      text: "ImportError: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.28' not found (required by /venv/lib/aerospike.so)",
    },
    {
      text: "erlexec: /lib/x86_64-linux-gnu/libc.so.6: version 'GLIBC_2.34' not found",
      captures: { path: 'erlexec' },
    },
    {
      text: "x: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_ABI_DT_RELR' not found (required by x)",
      captures: { version: 'ABI_DT_RELR' },
    },
    { text: "version `GLIBC_2.38' not found (required by /usr/lib/libstdc++.so.6)" },
    {
      text: './x: symbol lookup error: ./x: undefined symbol: fstat64, version GLIBC_2.33',
      captures: { symbol: 'fstat64', version: '2.33' },
    },
  ],
  others: [
    "/usr/lib/libstdc++.so.6: version `GLIBCXX_3.4.29' not found (required by ./x)",
    'ldd (Debian GLIBC 2.36-9) 2.36',
    'needs GLIBC_2.34',
    'undefined reference to `memcpy@GLIBC_2.14',
  ],
};
