// cgo-without-compiler: cgo is on, but the build image has no C compiler, or not the headers of its libc.
import * as l10n from '@vscode/l10n';
import type { Analysis, GoBuild, Stage } from '../build/model.js';
import { buildSaying, goBuildsWith } from './build-faults.js';
import { goServer } from './examples.js';
import { runtimesFrom } from './facts.js';
import { turnCgoOff } from './fixes/cgo-off.js';
import { installFix } from './fixes/install-packages.js';
import { builds, foreignTo, whatIf } from './fixes/what-if.js';
import type { Fix, Rule } from './model.js';
import { imageName, shown } from './wording.js';

export const cgoWithoutCompiler: Rule<GoBuild> = {
  name: 'cgo-without-compiler',
  severity: 'error',
  since: '0.1.0',

  documentation: () => ({
    finds: l10n.t(
      'A go build with cgo on in an image that has no C compiler (golang:alpine), or has one without the headers of its C library.',
    ),
    why: l10n.t(
      'With CGO_ENABLED=1 Go compiles the C parts of net, os/user and of packages such as go-sqlite3, and stops with "cgo: C compiler "gcc" not found: exec: "gcc": executable file not found in $PATH"; where gcc is there without musl-dev or libc6-dev, with "fatal error: stdlib.h: No such file or directory". Without CGO_ENABLED=1, Go 1.20 and later turn cgo off by themselves where they find no compiler.',
    ),
    broken: {
      files: {
        Dockerfile: `FROM golang:1.22-alpine AS build
WORKDIR /src
COPY go.mod main.go ./
RUN CGO_ENABLED=1 go build -o /app .

FROM alpine:3.20
COPY --from=build /app /app
CMD ["/app"]
`,
        ...goServer,
      },
    },
    mended: {
      files: {
        Dockerfile: `FROM golang:1.22-alpine AS build
RUN apk add --no-cache gcc musl-dev
WORKDIR /src
COPY go.mod main.go ./
RUN CGO_ENABLED=1 go build -o /app .

FROM alpine:3.20
COPY --from=build /app /app
CMD ["/app"]
`,
        ...goServer,
      },
    },
    ignoreWhen: l10n.t('The compiler gets into the image in a way that cannot be seen from the file.'),
  }),

  detect: (analysis) =>
    goBuildsWith(
      analysis,
      ({ outcome }) => outcome.failure === 'no-compiler' || outcome.failure === 'no-libc-headers',
    ),

  say(build, analysis) {
    const image = shown(analysis.stages[build.stage]?.image.reference ?? '');
    return buildSaying(
      analysis,
      build,
      build.outcome.failure === 'no-compiler'
        ? l10n.t(
            'cgo is on for this build, but {0} has no C compiler: it will stop here. Set CGO_ENABLED=0, or install a C compiler and the headers of its C library first.',
            image,
          )
        : l10n.t(
            'cgo is on for this build, but {0} has the C compiler without the headers of its C library: it will stop here. Set CGO_ENABLED=0, or install the headers first.',
            image,
          ),
    );
  },

  repair(build, analysis) {
    const targets = targetsOf(analysis, build);
    const off = turnCgoOff(
      analysis,
      [build],
      (_, outcome) => builds(outcome) && foreignTo(outcome.linkage, targets) === null,
    );
    const install = installCompiler(analysis, build);
    // A package with C code of its own is there for a reason: then the compiler comes first.
    return build.input.program.cgoPackages.length > 0 ? [...install, ...off] : [...off, ...install];
  },
};

/** With a compiler the program becomes dynamic; where it goes into an image without that libc, this is half of the way. */
function installCompiler(analysis: Analysis, build: GoBuild): readonly Fix[] {
  const { linkage } = whatIf(build, {
    compiler: { defaultFound: true, ccFound: true, libcHeaders: true, staticLibc: true },
  });
  const foreign = foreignTo(linkage, targetsOf(analysis, build));
  const caveat =
    foreign &&
    l10n.t(
      'The program is then linked dynamically and does not start in {0}: link it statically besides.',
      imageName(foreign),
    );
  return installFix(analysis, build, ['c-compiler', 'libc-headers'], caveat).map((fix) => ({
    ...fix,
    mends: foreign === null,
  }));
}

/** Where the program may end up: it was never built, so nobody saw it travel. */
function targetsOf(analysis: Analysis, build: GoBuild): readonly Stage[] {
  const stage = analysis.stages[build.stage];
  return stage ? runtimesFrom(analysis, stage) : [];
}
