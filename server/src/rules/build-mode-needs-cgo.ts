// build-mode-needs-cgo: -race, a shared library, a plugin or an external link is asked for with cgo off.
import * as l10n from '@vscode/l10n';
import type { Analysis, GoBuild } from '../build/model.js';
import { buildSaying, goBuildsWith } from './build-faults.js';
import { goServer } from './examples.js';
import { turnCgoOn } from './fixes/cgo-on.js';
import { argumentsWithout, withoutFlags } from './fixes/go-flags.js';
import { builds, whatIf } from './fixes/what-if.js';
import type { Fix, Rule } from './model.js';
import { shown } from './wording.js';

const dockerfile = (cgo: string): string => `FROM golang:1.22
WORKDIR /src
COPY go.mod main.go ./
RUN CGO_ENABLED=${cgo} go build -race -o /app .
CMD ["/app"]
`;

const sanitizers = ['-race', '-msan', '-asan'];

export const buildModeNeedsCgo: Rule<GoBuild> = {
  name: 'build-mode-needs-cgo',
  severity: 'error',
  since: '0.1.0',

  documentation: () => ({
    finds: l10n.t(
      'A Go build with -race, -msan or -asan, with -buildmode=c-shared or plugin, or with -linkmode external, while cgo is off.',
    ),
    why: l10n.t(
      'These need the C compiler or the C linker, and Go refuses them without cgo: "go: -race requires cgo; enable cgo by setting CGO_ENABLED=1", "-buildmode=plugin requires external (cgo) linking, but cgo is not enabled". In golang:alpine cgo is off without a word, for no C compiler is there.',
    ),
    broken: { files: { Dockerfile: dockerfile('0'), ...goServer } },
    mended: { files: { Dockerfile: dockerfile('1'), ...goServer } },
    ignoreWhen: l10n.t('cgo is turned on in a way that cannot be seen from the file.'),
  }),

  detect: (analysis) => goBuildsWith(analysis, ({ outcome }) => outcome.failure === 'build-mode-needs-cgo'),

  say: (build, analysis) =>
    buildSaying(
      analysis,
      build,
      l10n.t(
        '{0} needs cgo, and cgo is off for this build: it will stop here. Turn cgo on, with a C compiler in the image, or leave {0} out.',
        shown(asked(build)),
      ),
    ),

  repair: (build, analysis) => [...turnCgoOn(analysis, build), ...leaveOut(analysis, build)],
};

/** What of the command needs cgo. */
function asked({ flags, outcome }: GoBuild): string {
  const flag = flags.findLast(({ name }) => sanitizers.includes(name) || name === '-linkshared');
  if (flag) return flag.name;
  if (['c-shared', 'plugin', 'pie'].includes(outcome.buildMode)) return `-buildmode=${outcome.buildMode}`;
  const ldflags = flags.some(
    ({ name, value }) => name === '-ldflags' && value?.includes('-linkmode') === true,
  );
  return ldflags ? '-linkmode external' : `${outcome.goos}/${outcome.goarch}`;
}

function leaveOut(analysis: Analysis, build: GoBuild): readonly Fix[] {
  const flags = build.flags.filter(({ name }) => sanitizers.includes(name));
  const names = [...new Set(flags.map(({ name }) => name))];
  const after = whatIf(build, { arguments: argumentsWithout(build.input.arguments, names) });
  const edits = flags.length > 0 && builds(after) ? withoutFlags(analysis, build, flags) : null;
  if (edits === null) return [];
  const title = l10n.t('Build without {0}', names.join(' '));
  return [{ title, safety: 'unsafe', edits, mends: true, caveat: null }];
}
