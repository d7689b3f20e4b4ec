// The ways out of a file that will not start where it is put, best first: build it otherwise, build it elsewhere, start it elsewhere.
import * as l10n from '@vscode/l10n';
import type { Analysis, CcBuild, GoBuild } from '../../build/model.js';
import type { TextEdit } from '../../text/span.js';
import { ccBuildOf } from '../facts.js';
import type { LoadFault, Member } from '../load-faults.js';
import type { Fix } from '../model.js';
import { buildOnAlpine } from './alpine-builder.js';
import { linkCStatically } from './cc-static-link.js';
import { turnCgoOff } from './cgo-off.js';
import { configureStatic } from './configure-static.js';
import { addGcompat } from './gcompat.js';
import { argumentsWithout, withoutFlags } from './go-flags.js';
import { linkGoStatically } from './go-static-link.js';
import { addPureGoTags } from './go-tags.js';
import { pinBuilder } from './pin-builder.js';
import { changeRuntimeBase } from './runtime-base.js';
import { builds, whatIf, wouldStart, type Keeps } from './what-if.js';

export function waysOut(analysis: Analysis, fault: LoadFault): readonly Fix[] {
  const own = fault.library ? [] : ofTheBuild(analysis, fault);
  const base = changeRuntimeBase(analysis, fault);
  const builder = [...buildOnAlpine(analysis, fault), ...pinBuilder(analysis, fault)];
  const shim = addGcompat(analysis, fault);
  const ordered =
    fault.rule === 'glibc-too-old' ? [...base, ...builder, ...own] : [...own, ...builder, ...base];
  return [...ordered, ...shim];
}

/** For a position-independent Go program: the flag goes, the image changes, or gcompat brings the loader. */
export function pieWaysOut(analysis: Analysis, fault: LoadFault): readonly Fix[] {
  return [...dropPie(analysis, fault), ...changeRuntimeBase(analysis, fault), ...addGcompat(analysis, fault)];
}

function ofTheBuild(analysis: Analysis, fault: LoadFault): readonly Fix[] {
  const { members } = fault;
  const go = goBuildsOf(members);
  if (go !== null) {
    const keeps = startsEverywhere(members);
    const off = turnCgoOff(analysis, go, keeps);
    const others = [...addPureGoTags(analysis, go, keeps), ...linkGoStatically(analysis, go, keeps)];
    // A package with C code of its own is there for a reason: turning cgo off comes last then.
    return go.some(({ input }) => input.program.cgoPackages.length > 0)
      ? [...others, ...off]
      : [...off, ...others];
  }
  const cc = ccBuildsOf(analysis, members);
  return cc === null ? configureStatic(analysis, fault) : linkCStatically(analysis, cc);
}

/** Whether every file of a build would start where it is placed now. */
function startsEverywhere(members: readonly Member[]): Keeps {
  return (build, outcome) =>
    builds(outcome) &&
    members.every((member) => member.goBuild !== build || wouldStart(outcome.linkage, member));
}

/** The go builds behind all of the members, each once; null where another program made one of them. */
function goBuildsOf(members: readonly Member[]): readonly GoBuild[] | null {
  const found = new Set<GoBuild>();
  for (const { goBuild } of members) {
    if (goBuild === null) return null;
    found.add(goBuild);
  }
  return [...found];
}

function ccBuildsOf(analysis: Analysis, members: readonly Member[]): readonly CcBuild[] | null {
  const found = new Set<CcBuild>();
  for (const { artifact } of members) {
    const build = ccBuildOf(analysis, artifact);
    if (build === null) return null;
    found.add(build);
  }
  return [...found];
}

function dropPie(analysis: Analysis, { members }: LoadFault): readonly Fix[] {
  const go = goBuildsOf(members);
  if (go === null) return [];
  const keeps = startsEverywhere(members);
  const edits: TextEdit[] = [];
  for (const build of go) {
    const flags = build.flags.filter(({ name }) => name === '-buildmode');
    const after = whatIf(build, { arguments: argumentsWithout(build.input.arguments, ['-buildmode']) });
    const made = flags.length > 0 && keeps(build, after) ? withoutFlags(analysis, build, flags) : null;
    if (made === null) return [];
    edits.push(...made);
  }
  return [
    {
      title: l10n.t('Build without -buildmode=pie'),
      safety: 'unsafe',
      edits,
      mends: true,
      caveat: l10n.t('The program is then loaded at a fixed address, without that protection.'),
    },
  ];
}
