// Sorts the placements that will not start by the one rule that speaks of each, and joins those that share an instruction.
import type { Analysis, Artifact, Confidence, GoBuild, Placement, Stage } from '../build/model.js';
import type { Place } from '../text/span.js';
import { goBuildOf, placeKey, samePlace } from './facts.js';

export type LoadRule =
  | 'glibc-binary-on-musl'
  | 'musl-binary-on-glibc'
  | 'dynamic-binary-without-loader'
  | 'glibc-too-old'
  | 'pie-needs-loader'
  | 'glibc-shim-insufficient'
  | 'missing-shared-library'
  | 'wrong-architecture'
  | 'static-go-crashes-at-start';

/** Files that one instruction puts where they fail for the same reason. */
export interface LoadFault {
  readonly rule: LoadRule;
  readonly place: Place;
  readonly library: boolean;
  /** The surest first; among equals one that ENTRYPOINT or CMD starts. */
  readonly members: readonly [Member, ...Member[]];
  readonly confidence: Confidence;
}

export interface Member {
  readonly placement: Placement;
  readonly artifact: Artifact;
  readonly goBuild: GoBuild | null;
  /** The stage in which it would start. */
  readonly stage: Stage;
  /** The stage in which it was made. */
  readonly builder: Stage;
  readonly confidence: Confidence;
}

export const order: Readonly<Record<Confidence, number>> = { certain: 0, likely: 1, possible: 2 };

export const lesser = (a: Confidence, b: Confidence): Confidence => (order[a] >= order[b] ? a : b);

export function loadFaults(analysis: Analysis, rule: LoadRule): readonly LoadFault[] {
  const members = analysis.placements.flatMap((placement) => {
    const member = memberOf(analysis, placement);
    return member !== null && ruleFor(member) === rule ? [member] : [];
  });
  const carried = new Set(members.filter((member) => !isRun(member)).map(identity));
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    // A RUN that starts what a COPY has put there says the same once more.
    if (isRun(member) && carried.has(identity(member))) continue;
    const key = `${placeKey(member.placement.place)}\n${isLibrary(member.artifact)}`;
    groups.set(key, [...(groups.get(key) ?? []), member]);
  }
  return [...groups.values()].flatMap((group) => faultOf(rule, group));
}

const identity = ({ placement }: Member): string => `${placement.artifact} ${placement.stage}`;

/** Whether the placement is a command of the build that starts the file, rather than one that carries it. */
const isRun = ({ placement: { startedBy, place } }: Member): boolean =>
  startedBy !== null && samePlace(startedBy, place);

function faultOf(rule: LoadRule, found: readonly Member[]): readonly LoadFault[] {
  const [first, ...rest] = [...found].sort(
    (a, b) => order[a.confidence] - order[b.confidence] || started(a) - started(b),
  );
  if (!first) return [];
  const { placement, artifact, confidence } = first;
  return [
    { rule, place: placement.place, library: isLibrary(artifact), members: [first, ...rest], confidence },
  ];
}

const started = ({ placement }: Member): number => (placement.startedBy === null ? 1 : 0);

const isLibrary = ({ kind }: Artifact): boolean => kind === 'shared-library';

export function memberOf(analysis: Analysis, placement: Placement): Member | null {
  const artifact = analysis.artifacts[placement.artifact];
  const stage = analysis.stages[placement.stage];
  const builder = artifact && analysis.stages[artifact.stage];
  if (!artifact || !stage || !builder) return null;
  return {
    placement,
    artifact,
    stage,
    builder,
    goBuild: goBuildOf(analysis, artifact),
    confidence: confidenceOf(placement, artifact),
  };
}

/** What the verdict leaves open is a hint at most; a minimum that is only the host's own version is never certain. */
function confidenceOf({ verdict, confidence }: Placement, { linkage }: Artifact): Confidence {
  if (verdict.kind === 'unknown') return 'possible';
  if (!verdict.certain && verdict.cause === 'symbol-missing') return 'possible';
  if (!verdict.certain) return lesser(confidence, 'likely');
  if (verdict.cause === 'version-too-old' && !linkage.minimumIsExact) return lesser(confidence, 'likely');
  return confidence;
}

/** The one rule that speaks of this placement; null where it runs, nothing is known, or another kind of rule has it. */
function ruleFor(member: Member): LoadRule | null {
  const { placement, artifact, stage, builder } = member;
  const { verdict } = placement;
  const { linkage } = artifact;
  if (artifact.error !== null || verdict.kind === 'runs' || verdict.kind === 'degraded') return null;
  // A stage that builds for elsewhere and starts nothing of it is a workshop, not a runtime.
  if (verdict.cause === 'wrong-architecture')
    return stage === builder && placement.startedBy === null ? null : 'wrong-architecture';
  if (verdict.cause === 'crashes') return member.goBuild === null ? null : 'static-go-crashes-at-start';
  if (linkage.type !== 'dynamic') return null;
  switch (verdict.cause) {
    case 'no-loader':
    case 'other-libc':
      return isBarePie(member) ? 'pie-needs-loader' : ruleByLibc(member);
    case 'version-too-old':
      return linkage.libc === 'glibc' ? 'glibc-too-old' : null;
    case 'symbol-missing':
    case 'library-missing':
      if (linkage.libc !== 'glibc' || stage.runtime.libc !== 'musl')
        return verdict.cause === 'library-missing' ? 'missing-shared-library' : null;
      return stage.runtime.shims.length > 0 ? 'glibc-shim-insufficient' : 'glibc-binary-on-musl';
    default:
      return null;
  }
}

function ruleByLibc({ artifact, stage }: Member): LoadRule | null {
  const made = artifact.linkage.libc;
  switch (stage.runtime.libc) {
    case 'unknown':
      return null;
    case 'musl':
      return made === 'glibc' ? 'glibc-binary-on-musl' : 'dynamic-binary-without-loader';
    case 'glibc':
      return made === 'musl' ? 'musl-binary-on-glibc' : 'dynamic-binary-without-loader';
    default:
      return 'dynamic-binary-without-loader';
  }
}

/** A position-independent Go program without cgo: it needs no library, yet names a loader. */
function isBarePie({ goBuild, artifact }: Member): boolean {
  return (
    goBuild !== null &&
    !goBuild.outcome.cgo &&
    goBuild.outcome.buildMode === 'pie' &&
    artifact.linkage.needed.length === 0
  );
}
