// static-go-crashes-at-start: linked statically by the C linker against glibc without runtime/cgo, a Go program dies at once.
import * as l10n from '@vscode/l10n';
import type { Analysis, GoBuild } from '../build/model.js';
import { withAssumption } from './assumption.js';
import { buildSaying, goBuildsWith } from './build-faults.js';
import { goHello } from './examples.js';
import { linkInternally } from './fixes/internal-link.js';
import { turnCgoOff } from './fixes/cgo-off.js';
import { turnCgoOn } from './fixes/cgo-on.js';
import { builds, isStatic } from './fixes/what-if.js';
import { loadFaults, type LoadFault } from './load-faults.js';
import type { Fix, Rule } from './model.js';
import { evidence, severalFiles } from './wording.js';

const dockerfile = (ldflags: string): string => `FROM golang:1.19 AS build
WORKDIR /src
COPY go.mod main.go ./
RUN CGO_ENABLED=0 go build -ldflags '${ldflags}' -o /app .

FROM scratch
COPY --from=build /app /app
CMD ["/app"]
`;

const old = { ...goHello, 'go.mod': goHello['go.mod'].replace('1.22', '1.19') };

/** A program at the place where it would start, or a build whose program is put nowhere. */
type State = LoadFault | GoBuild;

export const staticGoCrashesAtStart: Rule<State> = {
  name: 'static-go-crashes-at-start',
  severity: 'error',
  since: '0.1.0',

  documentation: () => ({
    finds: l10n.t(
      'A Go program that the C linker links statically against glibc (-linkmode external -extldflags "-static") while nothing brings runtime/cgo into it: with cgo off up to Go 1.21, or in a program that uses no cgo up to Go 1.20.',
    ),
    why: l10n.t(
      'It builds, and then stops before main wherever it runs: "Trace/breakpoint trap (core dumped)", exit code 133. Without runtime/cgo Go sets up thread-local storage itself, over that of the glibc inside. From Go 1.22 on the build is refused instead.',
    ),
    broken: { files: { Dockerfile: dockerfile('-linkmode external -extldflags "-static"'), ...old } },
    mended: { files: { Dockerfile: dockerfile('-s -w'), ...old } },
    ignoreWhen: l10n.t('The program imports runtime/cgo in a way that cannot be seen from here.'),
  }),

  detect(analysis) {
    const placed = loadFaults(analysis, 'static-go-crashes-at-start');
    const seen = new Set(placed.flatMap(({ members }) => members.map(({ goBuild }) => goBuild)));
    return [
      ...placed,
      ...goBuildsWith(
        analysis,
        (build) => build.outcome.crashesAtStart && build.outcome.error === null && !seen.has(build),
      ),
    ];
  },

  say(state, analysis) {
    if ('kind' in state)
      return buildSaying(
        analysis,
        state,
        l10n.t(
          'This build links glibc statically without runtime/cgo: the program will stop at once with a trap (SIGTRAP) wherever it is started. Leave out -linkmode external, or turn cgo on and import runtime/cgo.',
        ),
      );
    const { members, place, confidence } = state;
    const [{ placement }] = members;
    const message = l10n.t(
      '{0} is linked statically against glibc without runtime/cgo: it will stop at once with a trap (SIGTRAP), here as anywhere. Leave out -linkmode external, or turn cgo on and import runtime/cgo.',
      severalFiles(members.map((member) => member.placement.path)),
    );
    return {
      message: withAssumption(message, state),
      confidence,
      place,
      because: evidence(analysis, members[0]),
      predictedError: placement.verdict.predictedError,
    };
  },

  repair(state, analysis) {
    const [build, ...others] = buildsOf(state);
    if (!build || others.length > 0) return [];
    return fixesOf(analysis, build);
  },
};

function fixesOf(analysis: Analysis, build: GoBuild): readonly Fix[] {
  const off = build.outcome.cgo
    ? turnCgoOff(analysis, [build], (_, outcome) => builds(outcome) && isStatic(outcome.linkage))
    : [];
  const on = build.outcome.cgo ? [] : turnCgoOn(analysis, build);
  return [...linkInternally(analysis, build), ...off, ...on];
}

function buildsOf(state: State): readonly GoBuild[] {
  if ('kind' in state) return [state];
  return [...new Set(state.members.flatMap(({ goBuild }) => goBuild ?? []))];
}
