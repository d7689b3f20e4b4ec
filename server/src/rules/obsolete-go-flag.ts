// obsolete-go-flag: -installsuffix cgo, a habit of the time before Go 1.10, which changes nothing any more.
import * as l10n from '@vscode/l10n';
import type { Analysis, GoBuild, GoFlag } from '../build/model.js';
import { atLeast } from '../knowledge/version.js';
import { cover } from '../text/span.js';
import { buildEvidence, goBuildsWith } from './build-faults.js';
import { goServer } from './examples.js';
import { argumentsWithout, withoutFlags } from './fixes/go-flags.js';
import { whatIf } from './fixes/what-if.js';
import type { Fix, Rule } from './model.js';

const dockerfile = (flags: string): string => `FROM golang:1.22 AS build
WORKDIR /src
COPY go.mod main.go ./
RUN CGO_ENABLED=0 GOOS=linux go build ${flags}-o /app .

FROM alpine:3.20
COPY --from=build /app /app
CMD ["/app"]
`;

export const obsoleteGoFlag: Rule<GoBuild> = {
  name: 'obsolete-go-flag',
  severity: 'hint',
  since: '0.1.0',

  documentation: () => ({
    finds: l10n.t('-installsuffix, with or without -a, on a go build.'),
    why: l10n.t(
      'Before Go 1.10 the compiled standard library had to be kept apart for builds with and without cgo, and "-a -installsuffix cgo" did that. Since then the build cache knows the difference. The flags do not make a program static, which is what they are mostly copied for; -a only compiles everything anew.',
    ),
    broken: { files: { Dockerfile: dockerfile('-a -installsuffix cgo '), ...goServer } },
    mended: { files: { Dockerfile: dockerfile(''), ...goServer } },
    ignoreWhen: l10n.t('The file also builds with a Go older than 1.10.'),
  }),

  detect: (analysis) =>
    goBuildsWith(analysis, (build) => has(build, '-installsuffix') && changesNothing(build)),

  say(build, analysis) {
    const [first, ...rest] = obsolete(build).map(({ place }) => place);
    const last = rest.at(-1);
    return {
      message: l10n.t(
        '-installsuffix has had no use since Go 1.10 and does not make the program static; what does is CGO_ENABLED=0. It can go, and -a with it.',
      ),
      confidence: 'certain',
      place:
        first && last?.path === first.path
          ? { ...first, span: cover(first.span, last.span) }
          : (first ?? build.place),
      because: buildEvidence(analysis, build),
      predictedError: null,
    };
  },

  repair: (build, analysis) => removal(analysis, build),
};

const has = (build: GoBuild, name: string): boolean => build.flags.some((flag) => flag.name === name);

/** -installsuffix, and -a where it stands beside it: with Go ≥ 1.20 the standard library is compiled from source anyway. */
function obsolete({ flags }: GoBuild): readonly GoFlag[] {
  return flags.filter(({ name }) => name === '-installsuffix' || name === '-a');
}

function removal(analysis: Analysis, build: GoBuild): readonly Fix[] {
  const flags = obsolete(build);
  const edits = withoutFlags(analysis, build, flags);
  if (edits === null || edits.length === 0) return [];
  return [
    {
      title: l10n.t('Remove {0}', has(build, '-a') ? '-a -installsuffix' : '-installsuffix'),
      safety: 'safe',
      edits,
      mends: true,
      caveat: null,
    },
  ];
}

/** Up to Go 1.19 the flags decide whether the standard library is linked as it came or compiled here, which asks for a compiler or another glibc. */
function changesNothing(build: GoBuild): boolean {
  const after = whatIf(build, {
    arguments: argumentsWithout(build.input.arguments, ['-a', '-installsuffix']),
  });
  const before = build.outcome;
  const same =
    after.error === before.error &&
    after.linkage.type === before.linkage.type &&
    after.linkage.minimumVersion === before.linkage.minimumVersion;
  return same && (before.linkage.type !== 'dynamic' || atLeast(build.input.goVersion, '1.20'));
}
