// glibc-binary-on-musl: a file linked dynamically against glibc is put into an image whose libc is musl.
import * as l10n from '@vscode/l10n';
import { withAssumption } from './assumption.js';
import { goServer } from './examples.js';
import { factsOf, lineage } from './facts.js';
import { waysOut } from './fixes/ways-out.js';
import { loadFaults, type LoadFault } from './load-faults.js';
import type { Rule } from './model.js';
import { evidence, imageName, severalFiles } from './wording.js';
import { because } from '../text/because.js';
import type { Analysis } from '../build/model.js';
import type { Because } from '../text/because.js';

export const glibcBinaryOnMusl: Rule<LoadFault> = {
  name: 'glibc-binary-on-musl',
  severity: 'error',
  since: '0.1.0',

  documentation: () => ({
    finds: l10n.t(
      'An executable or a shared library that is linked dynamically against glibc, in an image whose C library is musl (Alpine, busybox:musl), without a stand-in for glibc that would be enough.',
    ),
    why: l10n.t(
      'A dynamic executable names its loader, for glibc on x86-64 /lib64/ld-linux-x86-64.so.2. A musl image has another loader under another name, so the kernel answers "no such file or directory". It means the loader, but what the user reads is "/bin/sh: ./app: not found" or "exec /app: no such file or directory" for a file that "ls" shows. A Go program is dynamic as soon as it imports net or os/user, or a package with C code, while cgo is on; and cgo is on wherever the build image has a C compiler, as golang:1.22 has.',
    ),
    broken: {
      files: {
        Dockerfile: `FROM golang:1.22 AS build
WORKDIR /src
COPY go.mod main.go ./
RUN go build -o /app .

FROM alpine:3.20
COPY --from=build /app /app
CMD ["/app"]
`,
        ...goServer,
      },
    },
    mended: {
      files: {
        Dockerfile: `FROM golang:1.22 AS build
WORKDIR /src
COPY go.mod main.go ./
RUN CGO_ENABLED=0 go build -o /app .

FROM alpine:3.20
COPY --from=build /app /app
CMD ["/app"]
`,
        ...goServer,
      },
    },
    ignoreWhen: l10n.t(
      'The file is never started in this image, or glibc gets there in a way that cannot be seen from the file (a volume, a later image).',
    ),
  }),

  detect: (analysis) => loadFaults(analysis, 'glibc-binary-on-musl'),

  say(fault, analysis) {
    const { members, place, library, confidence } = fault;
    const [{ placement, artifact, stage }] = members;
    const file = severalFiles(members.map((member) => member.placement.path));
    const { interpreter } = artifact.linkage;
    const image = imageName(stage);
    const loader = interpreter ?? 'ld-linux';
    const message = library
      ? l10n.t(
          '{0} is a shared library linked against glibc, but programs in {1} are loaded by musl, which does not give it what it asks of glibc. Build it on a musl image such as Alpine, or use a glibc image here.',
          file,
          image,
        )
      : l10n.t(
          '{0} is linked dynamically against glibc and asks for the loader {1}, which {2} (musl) does not have: it will not start, although the file is there. Link it statically, build it on a musl image such as Alpine, or use a glibc image here.',
          file,
          loader,
          image,
        );
    return {
      message: withAssumption(message, fault),
      confidence,
      place,
      because: evidence(analysis, members[0], foreignPackage(analysis, stage.index)),
      predictedError: placement.verdict.predictedError,
    };
  },

  repair: (fault, analysis) => waysOut(analysis, fault),
};

/** The glibc package for Alpine exists for x86-64 alone; where it is asked for elsewhere, that is a part of the reason. */
function foreignPackage(analysis: Analysis, index: number): readonly Because[] {
  const stage = analysis.stages[index];
  if (!stage || stage.architecture === 'amd64') return [];
  const line = lineage(analysis, stage).map((member) => member.index);
  return factsOf(analysis, 'glibc-package')
    .filter((fact) => line.includes(fact.stage))
    .map(({ place }) =>
      because(
        l10n.t('This glibc package is made for x86_64 only; apk refuses it on {0}.', stage.architecture),
        place,
      ),
    );
}
