// missing-shared-library: the loader is there, but a shared library that the file needs is not.
import * as l10n from '@vscode/l10n';
import { withAssumption } from './assumption.js';
import { cppHello } from './examples.js';
import { installLibrary } from './fixes/install-library.js';
import { loadFaults, type LoadFault } from './load-faults.js';
import type { Rule } from './model.js';
import { evidence, imageName, severalFiles, shown } from './wording.js';

const dockerfile = (install: string): string => `FROM alpine:3.20 AS build
RUN apk add --no-cache g++
COPY hello.cpp .
RUN g++ -o /hello hello.cpp

FROM alpine:3.20
${install}COPY --from=build /hello /hello
CMD ["/hello"]
`;

export const missingSharedLibrary: Rule<LoadFault> = {
  name: 'missing-shared-library',
  severity: 'error',
  since: '0.1.0',

  documentation: () => ({
    finds: l10n.t(
      'A file that is linked against a shared library beside the C library (libstdc++, libgcc, OpenSSL, SQLite), in an image that is known not to hold it.',
    ),
    why: l10n.t(
      'The loader looks for each library that the file names and stops at the first that is not there: on glibc "/hello: error while loading shared libraries: libstdc++.so.6: cannot open shared object file: No such file or directory", on musl "Error loading shared library libstdc++.so.6: No such file or directory (needed by /hello)". The build image has them, for the compiler brings them along.',
    ),
    broken: { files: { Dockerfile: dockerfile(''), ...cppHello } },
    mended: { files: { Dockerfile: dockerfile('RUN apk add --no-cache libstdc++\n'), ...cppHello } },
    ignoreWhen: l10n.t('The library gets into the image in a way that cannot be seen from the file.'),
  }),

  detect: (analysis) => loadFaults(analysis, 'missing-shared-library'),

  say(fault, analysis) {
    const { members, place, confidence } = fault;
    const [{ placement, stage }] = members;
    const file = severalFiles(members.map((member) => member.placement.path));
    const message = l10n.t(
      '{0} needs the shared library {1}, which {2} does not have: the loader will stop it. Install the package that brings it, copy it along, or link it statically.',
      file,
      shown(placement.verdict.missing ?? ''),
      imageName(stage),
    );
    return {
      message: withAssumption(message, fault),
      confidence,
      place,
      because: evidence(analysis, members[0]),
      predictedError: placement.verdict.predictedError,
    };
  },

  repair: (fault, analysis) => installLibrary(analysis, fault),
};
