// musl's loader misses a library that belongs to no C library.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { libraryMissing, sameAlpine, theProgram } from '../remedies.js';
import { library, noSuchFile, wording } from '../wording.js';

export const muslLibraryMissing: MessageFamily = {
  id: 'musl-library-missing',
  ambiguous: true,
  wordings: [
    wording(
      'musl-loader',
      ['Error loading shared library'],
      String.raw`Error loading shared library (?<library>${library})(?!: (?!${noSuchFile}))(?:: ${noSuchFile}(?: \(needed by (?<neededBy>${library})\))?)?`,
    ),
  ],
  explain: (captures, code) => {
    const name = captures['library'] ?? '';
    return {
      title: libraryMissing(),
      meaning: l10n.t('{0} needs {1}.', code(captures['neededBy'] ?? theProgram()), code(name)),
      why: /^lib(?:ssl|crypto)\./.test(name)
        ? l10n.t(
            'Alpine changed from OpenSSL 1.1 to 3 with release 3.17. A program built before looks for {0}, one built since for {1}.',
            code('libssl.so.1.1'),
            code('libssl.so.3'),
          )
        : l10n.t(
            'The package that has it is installed where the program was built and not where it runs, or the releases of Alpine differ and so do the names.',
          ),
      remedies: [
        l10n.t(
          'Find its package: {0}, and install it in the image that runs.',
          code(`apk search so:${name}`),
        ),
        sameAlpine(),
        l10n.t(
          'A library that you copied must lie in {0} or {1}, or in a folder named by {2}.',
          code('/lib'),
          code('/usr/lib'),
          code('LD_LIBRARY_PATH'),
        ),
      ],
      ambiguity: l10n.t(
        'This is seldom musl against glibc: a program built on Alpine fails in the same way when a library is missing.',
      ),
    };
  },
  examples: [
    {
      text: 'Error loading shared library libssl.so.1.1: No such file or directory (needed by /app/libquery_engine-linux-musl.so.node)',
      captures: { library: 'libssl.so.1.1' },
    },
    {
      text: 'Error loading shared library libdruntime-ldc-shared.so.106: No such file or directory (needed by ./app)',
    },
    { text: 'Error loading shared library libvips-cpp.so.42: No such file or directory' },
  ],
  others: [
    'Error loading shared library ./sharp.node: Exec format error',
    'error while loading shared libraries: libssl.so.3: cannot open shared object file',
  ],
};
