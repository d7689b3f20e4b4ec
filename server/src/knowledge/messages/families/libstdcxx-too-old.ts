// The C++ runtime of the image is older than the one the program was linked with.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { pinRelease, theProgram } from '../remedies.js';
import { library, quotes, wording } from '../wording.js';

export const libstdcxxTooOld: MessageFamily = {
  id: 'libstdcxx-too-old',
  ambiguous: false,
  wordings: [
    wording(
      'glibc-loader',
      ['GLIBCXX_', 'CXXABI_', 'GCC_'],
      String.raw`(?:(?<path>${library}): (?=\S{0,300}\.so))?(?:(?<library>${library}): )?version ${quotes}(?<version>(?:GLIBCXX|CXXABI|GCC)_[\w.]{1,20})${quotes} not found(?: \(required by (?<neededBy>[^)\n]{1,300})\))?`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('The C++ runtime of this system is too old for the program'),
    meaning: l10n.t(
      '{0} needs {1}, which comes with a newer GCC than the {2} of this system.',
      code(captures['neededBy'] ?? captures['path'] ?? theProgram()),
      code(captures['version'] ?? ''),
      code('libstdc++.so.6'),
    ),
    why: l10n.t(
      'It was built on a newer release, or with a compiler that was added to an old one. Anything that includes {0} and is built on Debian 13 asks for {1} and does not start on Debian 12.',
      code('<iostream>'),
      code('GLIBCXX_3.4.32'),
    ),
    remedies: [
      pinRelease(code),
      l10n.t(
        'Or link the runtime in with {0}. Be careful: the program may then ask for a newer glibc than before.',
        code('-static-libstdc++ -static-libgcc'),
      ),
    ],
    ambiguity: null,
  }),
  examples: [
    {
      text: "./x: /lib/x86_64-linux-gnu/libstdc++.so.6: version `GLIBCXX_3.4.32' not found (required by ./x)",
      captures: { version: 'GLIBCXX_3.4.32', path: './x' },
    },
    {
      text: "/lib64/libstdc++.so.6: version `GLIBCXX_3.4.20' not found",
      captures: { version: 'GLIBCXX_3.4.20' },
    },
    { text: "x: /lib/x86_64-linux-gnu/libstdc++.so.6: version `CXXABI_1.3.13' not found (required by x)" },
  ],
  others: ["./x: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.34' not found (required by ./x)"],
};
