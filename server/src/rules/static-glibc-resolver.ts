// static-glibc-resolver: a static glibc program still wants the shared libraries of its glibc for names and users.
import * as l10n from '@vscode/l10n';
import type { GoBuild } from '../build/model.js';
import { buildSaying, goBuildsWith } from './build-faults.js';
import { goServer } from './examples.js';
import { addPureGoTags } from './fixes/go-tags.js';
import { builds, isStatic } from './fixes/what-if.js';
import type { Rule } from './model.js';

const dockerfile = (tags: string): string => `FROM golang:1.22-bookworm AS build
WORKDIR /src
COPY go.mod main.go ./
RUN go build${tags} -ldflags '-linkmode external -extldflags "-static"' -o /app .

FROM scratch
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`;

export const staticGlibcResolver: Rule<GoBuild> = {
  name: 'static-glibc-resolver',
  severity: 'hint',
  since: '0.1.0',

  documentation: () => ({
    finds: l10n.t(
      'A Go program linked statically against glibc that holds getaddrinfo, getpwnam or their kin of the C library.',
    ),
    why: l10n.t(
      'glibc looks up hosts and users through modules that it loads when they are asked for, even in a static program. The linker says so: "Using \'getaddrinfo\' in statically linked applications requires at runtime the shared libraries from the glibc version used for linking". Go mostly prefers its own resolver, so such programs usually run; where it does call the C one, the look-up fails, or crashes beside another glibc.',
    ),
    broken: { files: { Dockerfile: dockerfile(''), ...goServer } },
    mended: { files: { Dockerfile: dockerfile(' -tags netgo,osusergo'), ...goServer } },
    ignoreWhen: l10n.t('Name resolution and user look-ups work in the image as it is.'),
  }),

  detect: (analysis) =>
    goBuildsWith(
      analysis,
      ({ outcome, program }) =>
        // Where the program was not read, net is only assumed in it.
        program === 'read' &&
        outcome.error === null &&
        isStatic(outcome.linkage) &&
        outcome.linkage.libc === 'glibc' &&
        outcome.warnings.length > 0,
    ),

  say: (build, analysis) => ({
    ...buildSaying(
      analysis,
      build,
      l10n.t(
        'This program is static, but it holds look-ups of glibc (getaddrinfo, getpwnam) which still want the shared libraries of the same glibc when they are called. -tags netgo,osusergo takes them out.',
      ),
      build.flags.findLast(({ name }) => name === '-ldflags')?.place,
    ),
    predictedError: build.outcome.warnings[0] ?? null,
  }),

  repair: (build, analysis) =>
    addPureGoTags(
      analysis,
      [build],
      (_, outcome) => builds(outcome) && isStatic(outcome.linkage) && outcome.warnings.length === 0,
    ),
};
