// cgo-required-but-disabled: the program holds a package that does nothing, or does not build, without cgo, and cgo is off.
import * as l10n from '@vscode/l10n';
import type { Analysis, GoBuild, KnownModule } from '../build/model.js';
import { because } from '../text/because.js';
import { buildSaying, goBuildsWith } from './build-faults.js';
import { goWithSqlite } from './examples.js';
import { turnCgoOn } from './fixes/cgo-on.js';
import { lesser } from './load-faults.js';
import type { Rule, Saying } from './model.js';
import { chain, shown } from './wording.js';

export const cgoRequiredButDisabled: Rule<GoBuild> = {
  name: 'cgo-required-but-disabled',
  severity: 'error',
  since: '0.1.0',

  documentation: () => ({
    finds: l10n.t(
      'A Go build with cgo off (CGO_ENABLED=0, an image without a C compiler, a build for another platform) of a program that holds a package which needs cgo: one of its own with C code, go-sqlite3, confluent-kafka-go, godror and others.',
    ),
    why: l10n.t(
      'Some of these packages do not build: "build constraints exclude all Go files", or "undefined:" for each name that the C part defines. Others build a stub that fails when it is used, as go-sqlite3 does: "Binary was compiled with \'CGO_ENABLED=0\', go-sqlite3 requires cgo to work. This is a stub". From Go 1.20 on, cgo is also off where no C compiler is found, as in golang:alpine, without a word in the Dockerfile.',
    ),
    broken: {
      files: {
        Dockerfile: `FROM golang:1.22-alpine AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /app .

FROM alpine:3.20
COPY --from=build /app /app
CMD ["/app"]
`,
        ...goWithSqlite,
      },
    },
    mended: {
      files: {
        Dockerfile: `FROM golang:1.22-alpine AS build
RUN apk add --no-cache gcc musl-dev
WORKDIR /src
COPY . .
RUN CGO_ENABLED=1 go build -o /app .

FROM alpine:3.20
COPY --from=build /app /app
CMD ["/app"]
`,
        ...goWithSqlite,
      },
    },
    ignoreWhen: l10n.t(
      'The program never uses what the stub stands for, say, another database is chosen when it starts.',
    ),
  }),

  detect: (analysis) =>
    goBuildsWith(analysis, (build) => build.outcome.failure === 'cgo-required' || stubOf(build) !== null),

  say(build, analysis) {
    const stub = stubOf(build);
    const why = reason(analysis, build);
    if (stub === null)
      return buildSaying(
        analysis,
        build,
        l10n.t(
          '{0} does not build without cgo, and cgo is off here: {1} Turn cgo on for this build, or use a package that is written in Go alone.',
          shown(required(build)),
          why,
        ),
      );
    const message = l10n.t(
      '{0} builds without cgo, but only as a stub that fails when it is used, and cgo is off here: {1} Turn cgo on for this build, or use a package that is written in Go alone.',
      shown(stub.importPath),
      why,
    );
    return ofStub(buildSaying(analysis, build, message), build, stub);
  },

  repair: (build, analysis) => turnCgoOn(analysis, build),
};

/** It builds; whether the program comes to use the stub is assumed. */
function ofStub(saying: Saying, { outcome }: GoBuild, stub: KnownModule): Saying {
  // What is built for another system on the side is rarely what the image is for.
  const confidence = lesser(saying.confidence, outcome.goos === 'linux' ? 'likely' : 'possible');
  return {
    ...saying,
    confidence,
    message: `${saying.message} ${l10n.t('Assumed: the program does use {0}.', shown(stub.importPath))}`,
    because: chain(saying.because, [
      because(l10n.t('The program imports {0}.', shown(stub.importPath)), stub.place),
    ]),
    predictedError: stub.facts.stubMessage,
  };
}

/** The first known module of the program that builds a stub here; null where none does, or cgo is on. */
function stubOf({ outcome, cgoModules }: GoBuild): KnownModule | null {
  if (outcome.cgo || outcome.error !== null) return null;
  return cgoModules.find(({ facts }) => facts.withoutCgo === 'stub') ?? null;
}

/** Packages are loaded before any is compiled, so one without a Go file left comes first. */
function required({ input }: GoBuild): string {
  const { cgoPackages } = input.program;
  const lacking = (how: string): string | undefined =>
    cgoPackages.find(({ withoutCgo }) => withoutCgo === how)?.importPath;
  return lacking('excluded') ?? lacking('broken') ?? '';
}

function reason(analysis: Analysis, { input, outcome, stage }: GoBuild): string {
  if (input.environment['CGO_ENABLED'] === '0') return l10n.t('CGO_ENABLED is 0.');
  if (outcome.goos !== 'linux' || outcome.goarch !== input.host.architecture)
    return l10n.t(
      'a build for another platform ({0}) turns it off by itself.',
      shown(`${outcome.goos}/${outcome.goarch}`),
    );
  return l10n.t(
    '{0} has no C compiler on PATH, and Go then turns it off by itself.',
    shown(analysis.stages[stage]?.image.reference ?? ''),
  );
}
