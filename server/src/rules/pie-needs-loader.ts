// pie-needs-loader: -buildmode=pie makes even a pure Go program ask for a loader, and the image has none.
import * as l10n from '@vscode/l10n';
import { withAssumption } from './assumption.js';
import { goHello } from './examples.js';
import { pieWaysOut } from './fixes/ways-out.js';
import { loadFaults, type LoadFault } from './load-faults.js';
import type { Rule } from './model.js';
import { evidence, imageName, severalFiles } from './wording.js';

export const pieNeedsLoader: Rule<LoadFault> = {
  name: 'pie-needs-loader',
  severity: 'error',
  since: '0.1.0',

  documentation: () => ({
    finds: l10n.t(
      'A Go program built with -buildmode=pie and without cgo, in an image that does not have the loader which such a program names.',
    ),
    why: l10n.t(
      'A position-independent Go program needs no library, and "ldd" calls it statically linked, but it still names a loader, /lib64/ld-linux-x86-64.so.2, and the kernel will not start it without. On Alpine the user reads "./app: not found", on scratch "exec /app: no such file or directory". CGO_ENABLED=0 does not help here.',
    ),
    broken: {
      files: {
        Dockerfile: `FROM golang:1.22 AS build
WORKDIR /src
COPY go.mod main.go ./
RUN CGO_ENABLED=0 go build -buildmode=pie -o /app .

FROM alpine:3.20
COPY --from=build /app /app
CMD ["/app"]
`,
        ...goHello,
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
        ...goHello,
      },
    },
    ignoreWhen: l10n.t('The file is started on another system that has the loader.'),
  }),

  detect: (analysis) => loadFaults(analysis, 'pie-needs-loader'),

  say(fault, analysis) {
    const { members, place, confidence } = fault;
    const [{ placement, artifact, stage }] = members;
    const file = severalFiles(members.map((member) => member.placement.path));
    return {
      message: withAssumption(
        l10n.t(
          '{0} is built with -buildmode=pie, so it asks for the loader {1} although it needs no library; {2} does not have it, and it will not start. Build without -buildmode=pie, or use an image with that loader.',
          file,
          artifact.linkage.interpreter ?? 'ld-linux',
          imageName(stage),
        ),
        fault,
      ),
      confidence,
      place,
      because: evidence(analysis, members[0]),
      predictedError: placement.verdict.predictedError,
    };
  },

  repair: (fault, analysis) => pieWaysOut(analysis, fault),
};
