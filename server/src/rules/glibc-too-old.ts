// glibc-too-old: a file asks for a newer glibc than the image it starts in has.
import * as l10n from '@vscode/l10n';
import { withAssumption } from './assumption.js';
import { goServer } from './examples.js';
import { waysOut } from './fixes/ways-out.js';
import { loadFaults, type LoadFault } from './load-faults.js';
import type { Rule } from './model.js';
import { evidence, imageName, severalFiles, withVersion } from './wording.js';

export const glibcTooOld: Rule<LoadFault> = {
  name: 'glibc-too-old',
  severity: 'error',
  since: '0.1.0',

  documentation: () => ({
    finds: l10n.t(
      'A file that was linked on a newer glibc than the image has in which it starts, and that really asks for symbols of the newer one.',
    ),
    why: l10n.t(
      'Each symbol carries the version of glibc that brought it. What is linked on Debian 12 asks for GLIBC_2.34 at least; Debian 11 has 2.31 and stops it with "/lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.34\' not found (required by /app)", exit code 1. The other way round is fine: glibc runs everything that was linked on an older one.',
    ),
    broken: {
      files: {
        Dockerfile: `FROM golang:1.22-bookworm AS build
WORKDIR /src
COPY go.mod main.go ./
RUN go build -o /app .

FROM debian:bullseye-slim
COPY --from=build /app /app
CMD ["/app"]
`,
        ...goServer,
      },
    },
    mended: {
      files: {
        Dockerfile: `FROM golang:1.22-bookworm AS build
WORKDIR /src
COPY go.mod main.go ./
RUN go build -o /app .

FROM debian:bookworm-slim
COPY --from=build /app /app
CMD ["/app"]
`,
        ...goServer,
      },
    },
    ignoreWhen: l10n.t('A newer glibc gets into the image in a way that cannot be seen from the file.'),
  }),

  detect: (analysis) => loadFaults(analysis, 'glibc-too-old'),

  say(fault, analysis) {
    const { members, place, confidence } = fault;
    const [{ placement, artifact, stage }] = members;
    const file = severalFiles(members.map((member) => member.placement.path));
    const wanted = artifact.linkage.minimumVersion ?? placement.verdict.missing ?? '';
    const has = withVersion('glibc', stage.runtime.version);
    const message =
      confidence === 'possible' || !artifact.linkage.minimumIsExact
        ? l10n.t(
            '{0} was linked on glibc {1}, {2} has {3}: if it uses anything that came in between, it will not start. Build on the same release that it runs on, or link it statically.',
            file,
            wanted,
            imageName(stage),
            has,
          )
        : l10n.t(
            '{0} asks for glibc {1}, but {2} has {3}: the loader will stop it. Use a newer image here, build on an older one, or link it statically.',
            file,
            wanted,
            imageName(stage),
            has,
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
