// A shared library of the image is of another version than the program asks for.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { pinRelease, theProgram } from '../remedies.js';
import { library, quotes, wording } from '../wording.js';

export const libraryVersionMissing: MessageFamily = {
  id: 'library-version-missing',
  ambiguous: false,
  wordings: [
    wording(
      'glibc-loader',
      ["' not found"],
      String.raw`(?:(?<path>${library}): (?=\S{0,300}\.so))?(?<library>${library}\.so[\d.]{0,12}): version ${quotes}(?<version>(?!GLIBC)[A-Za-z][\w.]{1,60})${quotes} not found(?: \(required by (?<neededBy>[^)\n]{1,300})\))?`,
    ),
    wording(
      'glibc-loader',
      ['no version information available'],
      String.raw`(?:(?<path>${library}): )?(?<library>${library}): no version information available(?: \(required by (?<neededBy>[^)\n]{1,300})\))?`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('A shared library is of another build than the program expects'),
    meaning: l10n.t(
      '{0} expects versions of symbols in {1} that are not in it.',
      code(captures['neededBy'] ?? captures['path'] ?? theProgram()),
      code(captures['library'] ?? ''),
    ),
    why: l10n.t(
      'The library comes from another release or another distribution. One built for musl has no versions at all: with a glibc program it loads with a warning and may then fail.',
    ),
    remedies: [
      pinRelease(code),
      l10n.t(
        'Do not mix libraries of two distributions: remove {0} and install the package of this one.',
        code(captures['library'] ?? ''),
      ),
    ],
    ambiguity: null,
  }),
  examples: [
    {
      text: '/usr/lib/libstdc++.so.6: no version information available (required by ./x)',
      captures: { library: '/usr/lib/libstdc++.so.6' },
    },
    {
      text: "./x: /lib/x86_64-linux-gnu/libssl.so.3: version `OPENSSL_3.2.0' not found (required by ./x)",
      captures: { version: 'OPENSSL_3.2.0' },
    },
  ],
  others: [
    "./x: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.34' not found (required by ./x)",
    "package version '1.2' not found",
  ],
};
