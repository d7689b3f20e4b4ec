// A bare Alpine has no C++ runtime: this is not musl against glibc.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { theProgram } from '../remedies.js';
import { library, noSuchFile, wording } from '../wording.js';

export const muslCxxRuntimeMissing: MessageFamily = {
  id: 'musl-cxx-runtime-missing',
  ambiguous: true,
  wordings: [
    wording(
      'musl-loader',
      ['Error loading shared library'],
      String.raw`Error loading shared library (?<library>libstdc\+\+\.so\.6|libgcc_s\.so\.1|libgomp\.so\.1|libatomic\.so\.1|libgfortran\.so\.\d{1,2}|libquadmath\.so\.0|libc\+\+(?:abi)?\.so\.1)(?:: ${noSuchFile}(?: \(needed by (?<neededBy>${library})\))?)?`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('The runtime of the compiler is not installed'),
    meaning: l10n.t(
      '{0} needs {1}, which a bare Alpine does not have.',
      code(captures['neededBy'] ?? theProgram()),
      code(captures['library'] ?? ''),
    ),
    why: l10n.t(
      'Programs in C++ and Rust load it at start. Programs built on Alpine need it just as those built elsewhere.',
    ),
    remedies: [
      l10n.t('Install it in the image that runs: {0}.', code('apk add libstdc++ libgcc')),
      l10n.t(
        'Or link it in: {0}; for Rust, build for {1}.',
        code('-static-libstdc++ -static-libgcc'),
        code('x86_64-unknown-linux-musl'),
      ),
    ],
    ambiguity: l10n.t(
      'If the log also names {0}, the file was built for glibc. Then installing the runtime is not enough, and copying it from Debian does not work.',
      code('ld-linux-x86-64.so.2'),
    ),
  }),
  examples: [
    {
      text: 'Error loading shared library libstdc++.so.6: No such file or directory (needed by ./x)',
      captures: { library: 'libstdc++.so.6', neededBy: './x' },
    },
    {
      text: 'Error loading shared library libgcc_s.so.1: No such file or directory (needed by /usr/local/bin/app)',
    },
  ],
  others: ['Error loading shared library libssl.so.1.1: No such file or directory (needed by ./x)'],
};
