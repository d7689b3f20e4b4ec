// platform-dependent-cgo: cgo is on where the image is for the machine of the build, and off where it is for another.
import * as l10n from '@vscode/l10n';
import type { Analysis, GoBuild, Setting } from '../build/model.js';
import type { GoLinkOutcome } from '../linking/go-link-model.js';
import { load } from '../linking/loader.js';
import { buildSaying, goBuildsWith } from './build-faults.js';
import { goServer } from './examples.js';
import { rootOf } from './facts.js';
import { turnCgoOff } from './fixes/cgo-off.js';
import { builds, isStatic, whatIf } from './fixes/what-if.js';
import type { Rule } from './model.js';

const dockerfile = (cgo: string): string => `FROM --platform=$BUILDPLATFORM golang:1.22-bookworm AS build
ARG TARGETARCH
WORKDIR /src
COPY go.mod main.go ./
RUN ${cgo}GOARCH=$TARGETARCH go build -o /app .

FROM debian:bookworm-slim
COPY --from=build /app /app
CMD ["/app"]
`;

interface State {
  readonly build: GoBuild;
  readonly native: GoLinkOutcome;
  readonly cross: GoLinkOutcome;
}

export const platformDependentCgo: Rule<State> = {
  name: 'platform-dependent-cgo',
  severity: 'warning',
  since: '0.1.0',

  documentation: () => ({
    finds: l10n.t(
      'A Go build in a stage FROM --platform=$BUILDPLATFORM with GOARCH from $TARGETARCH that leaves CGO_ENABLED to its default, of a program that uses cgo where it is on.',
    ),
    why: l10n.t(
      'Go turns cgo on where it builds for the machine it runs on, and off where it builds for another. So the image for the architecture of the build machine holds a dynamic program, those for all others a static one (or, with go-sqlite3 and its kin, one that does not work). Which of them starts, and how it resolves names, then depends on the machine that built the image.',
    ),
    broken: { files: { Dockerfile: dockerfile(''), ...goServer } },
    mended: { files: { Dockerfile: dockerfile('CGO_ENABLED=0 '), ...goServer } },
    ignoreWhen: l10n.t('The image is only ever built for one platform, on machines of that platform.'),
  }),

  detect: (analysis) =>
    goBuildsWith(analysis, (build) => followsPlatform(analysis, build)).flatMap((build) => {
      const { host } = build.input;
      const native = whatIf(build, { environment: { GOARCH: host.architecture } });
      const other = host.architecture === 'amd64' ? 'arm64' : 'amd64';
      const cross = whatIf(build, { environment: { GOARCH: other } });
      const differs = native.error === null && native.linkage.type === 'dynamic' && native.cgo && !cross.cgo;
      return differs ? [{ build, native, cross }] : [];
    }),

  say({ build, native, cross }, analysis) {
    const saying = buildSaying(
      analysis,
      build,
      cross.error === null
        ? l10n.t(
            'CGO_ENABLED is left to its default: built for the architecture of the build machine ({0}) the program is dynamic and needs {1}, built for any other it is static. Set CGO_ENABLED to 0, or to 1 with a C compiler for each platform.',
            build.input.host.architecture,
            native.linkage.libc ?? 'libc',
          )
        : l10n.t(
            'CGO_ENABLED is left to its default: built for the architecture of the build machine ({0}) the program uses cgo, built for any other cgo is off and the build stops. Set CGO_ENABLED=1 with a C compiler for each platform, or build each image on its own platform.',
            build.input.host.architecture,
          ),
    );
    return { ...saying, predictedError: nativeFailure(analysis, build, native) ?? cross.error };
  },

  // Where the analysis is of the native build, the rule that speaks of the start itself has said it.
  ceiling: ({ build, native }, analysis) =>
    !build.outcome.cgo && nativeFailure(analysis, build, native) !== null ? 'warning' : 'hint',

  repair: ({ build }, analysis) =>
    turnCgoOff(analysis, [build], (_, outcome) => builds(outcome) && isStatic(outcome.linkage)),
};

function followsPlatform(analysis: Analysis, build: GoBuild): boolean {
  const stage = analysis.stages[build.stage];
  const setting = (name: string): Setting | undefined => build.settings.find((one) => one.name === name);
  return (
    stage !== undefined &&
    rootOf(analysis, stage).writtenPlatform?.includes('BUILDPLATFORM') === true &&
    setting('GOARCH')?.followsTarget === true &&
    (setting('CGO_ENABLED')?.value ?? '') === '' &&
    setting('CGO_ENABLED')?.value !== null &&
    !setting('CC')
  );
}

/** What the user reads where the natively built program starts; null where it does start, as far as is known. */
function nativeFailure(analysis: Analysis, build: GoBuild, { linkage }: GoLinkOutcome): string | null {
  const { architecture } = build.input.host;
  for (const placement of analysis.placements) {
    const stage = analysis.stages[placement.stage];
    if (!stage || !build.artifacts.includes(placement.artifact)) continue;
    const verdict = load({
      linkage,
      architecture,
      path: placement.path,
      runtime: { ...stage.runtime, architecture },
      starter: 'exec',
    });
    if (verdict.kind === 'fails' && verdict.certain) return verdict.predictedError;
  }
  return null;
}
