// glibc's loader misses a library.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { libraryMissing, theProgram } from '../remedies.js';
import { library, noSuchFile, wording } from '../wording.js';

export const glibcLibraryMissing: MessageFamily = {
  id: 'glibc-library-missing',
  ambiguous: true,
  wordings: [
    wording(
      'glibc-loader',
      ['error while loading shared libraries'],
      String.raw`(?:(?<path>${library}): )?error while loading shared libraries: (?<library>${library}): cannot open shared object file(?:: ${noSuchFile})?`,
    ),
    wording(
      'glibc-loader',
      ['cannot open shared object file'],
      String.raw`(?<library>${library}): cannot open shared object file(?:: ${noSuchFile})?`,
    ),
  ],
  explain: (captures, code) => {
    const name = captures['library'] ?? '';
    return {
      title: libraryMissing(),
      meaning: l10n.t(
        '{0} needs {1}, and the loader finds no such file.',
        code(captures['path'] ?? theProgram()),
        code(name),
      ),
      why: l10n.t(
        'The library was installed where the program was built, and is not where it runs. The loader itself is there, so the C library fits; only this library lacks.',
      ),
      remedies: [
        l10n.t(
          'Find its package ({0} on Debian) and install it in the image that runs.',
          code(`apt-file search ${name}`),
        ),
        l10n.t(
          'A library that you copied must lie where the loader looks: run {0} after the COPY, or set {1}.',
          code('ldconfig'),
          code('LD_LIBRARY_PATH'),
        ),
        l10n.t(
          'distroless images: {0} adds {1} and {2}.',
          code('gcr.io/distroless/cc'),
          code('libstdc++.so.6'),
          code('libgcc_s.so.1'),
        ),
      ],
      ambiguity: l10n.t(
        'The number at the end changes with the release: the package may be installed with another number. Then build on the release that runs it.',
      ),
    };
  },
  examples: [
    {
      text: './x: error while loading shared libraries: libstdc++.so.6: cannot open shared object file: No such file or directory',
      captures: { path: './x', library: 'libstdc++.so.6' },
    },
    {
      text: 'error while loading shared libraries: libpng12.so.0: cannot open shared object file: No such file or directory',
    },
    {
      text: 'ImportError: libGL.so.1: cannot open shared object file: No such file or directory',
      captures: { library: 'libGL.so.1' },
    },
    { text: 'Error: libnode.so.72: cannot open shared object file: No such file or directory' },
  ],
  others: [
    'libc.musl-x86_64.so.1: cannot open shared object file: No such file or directory',
    'cannot open file: No such file or directory',
  ],
};
