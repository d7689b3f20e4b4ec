// static-flag-ignored: -extldflags "-static" is given, but Go links by itself and never calls the C linker that it is for.
import * as l10n from '@vscode/l10n';
import type { GoBuild } from '../build/model.js';
import { buildSaying, goBuildsWith } from './build-faults.js';
import { goServer } from './examples.js';
import { turnCgoOff } from './fixes/cgo-off.js';
import { addPureGoTags } from './fixes/go-tags.js';
import { linkGoStatically } from './fixes/go-static-link.js';
import { builds, isStatic, type Keeps } from './fixes/what-if.js';
import type { Rule } from './model.js';

const dockerfile = (flags: string): string => `FROM golang:1.22
WORKDIR /src
COPY go.mod main.go ./
RUN go build -ldflags '${flags}' -o /app .
`;

export const staticFlagIgnored: Rule<GoBuild> = {
  name: 'static-flag-ignored',
  severity: 'warning',
  since: '0.1.0',

  documentation: () => ({
    finds: l10n.t(
      'A go build with -extldflags "-static" but without -linkmode external, whose program comes out dynamic all the same.',
    ),
    why: l10n.t(
      'Where only net or os/user use cgo, Go links internally and does not call the C linker, so a flag for the C linker is dropped without a word. "ldd app" still lists libc.so.6, and on Alpine or scratch the program does not start: "./app: not found".',
    ),
    broken: { files: { Dockerfile: dockerfile('-s -w -extldflags "-static"'), ...goServer } },
    mended: {
      files: { Dockerfile: dockerfile('-s -w -linkmode external -extldflags "-static"'), ...goServer },
    },
    ignoreWhen: l10n.t(
      'The program may be dynamic, and the flag is kept for another build of the same command.',
    ),
  }),

  detect: (analysis) =>
    goBuildsWith(
      analysis,
      ({ outcome }) =>
        outcome.staticFlagIgnored && outcome.error === null && outcome.linkage.type === 'dynamic',
    ),

  say: (build, analysis) =>
    buildSaying(
      analysis,
      build,
      l10n.t(
        '-extldflags "-static" has no effect here: Go links this program internally, without the C linker, and it comes out dynamic. Add -linkmode external, or take cgo out with CGO_ENABLED=0 or -tags netgo,osusergo.',
      ),
      build.flags.findLast(({ name }) => name === '-ldflags')?.place,
    ),

  repair(build, analysis) {
    const keeps: Keeps = (_, outcome) => builds(outcome) && isStatic(outcome.linkage);
    return [
      ...linkGoStatically(analysis, [build], keeps),
      ...turnCgoOff(analysis, [build], keeps),
      ...addPureGoTags(analysis, [build], keeps),
    ];
  },

  /** Where copies of the program are judged and none of them fails, the flag is idle but nobody is hurt. */
  ceiling(build, analysis) {
    const placed = analysis.placements.filter(({ artifact }) => build.artifacts.includes(artifact));
    return placed.length > 0 && !placed.some(({ verdict }) => verdict.kind === 'fails') ? 'hint' : 'warning';
  },
};
