// musl-binary-on-glibc: a file linked dynamically against musl is put into an image whose libc is glibc.
import * as l10n from '@vscode/l10n';
import { withAssumption } from './assumption.js';
import { cHello } from './examples.js';
import { waysOut } from './fixes/ways-out.js';
import { loadFaults, type LoadFault } from './load-faults.js';
import type { Rule } from './model.js';
import { evidence, imageName, severalFiles } from './wording.js';

export const muslBinaryOnGlibc: Rule<LoadFault> = {
  name: 'musl-binary-on-glibc',
  severity: 'error',
  since: '0.1.0',

  documentation: () => ({
    finds: l10n.t(
      'An executable or a shared library that is linked dynamically against musl (built on Alpine, or with musl-gcc), in an image whose C library is glibc and that has no musl loader.',
    ),
    why: l10n.t(
      'The file names the loader /lib/ld-musl-x86_64.so.1, which Debian, Ubuntu, Fedora and their kin do not have. The kernel answers "no such file or directory", bash 5.2 writes "cannot execute: required file not found", dash writes "not found", and yet the file is there.',
    ),
    broken: {
      files: {
        Dockerfile: `FROM alpine:3.20 AS build
RUN apk add --no-cache gcc musl-dev
COPY hello.c .
RUN gcc -o /hello hello.c

FROM debian:bookworm-slim
COPY --from=build /hello /usr/local/bin/hello
CMD ["hello"]
`,
        ...cHello,
      },
    },
    mended: {
      files: {
        Dockerfile: `FROM alpine:3.20 AS build
RUN apk add --no-cache gcc musl-dev
COPY hello.c .
RUN gcc -static -o /hello hello.c

FROM debian:bookworm-slim
COPY --from=build /hello /usr/local/bin/hello
CMD ["hello"]
`,
        ...cHello,
      },
    },
    ignoreWhen: l10n.t(
      'The image gets the musl loader in a way that cannot be seen from the file, or the file is only passed on and never started there.',
    ),
  }),

  detect: (analysis) => loadFaults(analysis, 'musl-binary-on-glibc'),

  say(fault, analysis) {
    const { members, place, library, confidence } = fault;
    const [{ placement, artifact, stage }] = members;
    const file = severalFiles(members.map((member) => member.placement.path));
    const message = library
      ? l10n.t(
          '{0} is a shared library linked against musl, but {1} has glibc: no program there can load it. Build it on a glibc image, or use Alpine here.',
          file,
          imageName(stage),
        )
      : l10n.t(
          '{0} is linked dynamically against musl and asks for the loader {1}, which {2} (glibc) does not have: it will not start, although the file is there. Link it statically, build it on a glibc image, or use Alpine here.',
          file,
          artifact.linkage.interpreter ?? 'ld-musl',
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

  repair: (fault, analysis) => waysOut(analysis, fault),
};
