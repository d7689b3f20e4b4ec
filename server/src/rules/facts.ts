// Reads of an analysis that several rules and fixes share: which build made a file, which image a stage stands on, what holds a place.
import type {
  AnalysedInstruction,
  Analysis,
  Artifact,
  CcBuild,
  Fact,
  GoBuild,
  PackageChange,
  Stage,
} from '../build/model.js';
import type { Place } from '../text/span.js';

/** The facts of one kind, in the order in which they were found. */
export function factsOf<Kind extends Fact['kind']>(
  analysis: Analysis,
  kind: Kind,
): readonly Extract<Fact, { kind: Kind }>[] {
  return analysis.facts.filter((fact): fact is Extract<Fact, { kind: Kind }> => fact.kind === kind);
}

export function goBuildOf(analysis: Analysis, artifact: Artifact): GoBuild | null {
  const fact = artifact.goBuild === null ? undefined : analysis.facts[artifact.goBuild];
  return fact?.kind === 'go-build' ? fact : null;
}

export function ccBuildOf(analysis: Analysis, artifact: Artifact): CcBuild | null {
  const fact = artifact.ccBuild === null ? undefined : analysis.facts[artifact.ccBuild];
  return fact?.kind === 'cc-build' ? fact : null;
}

/** The stage and the stages it starts from, itself first, the one that names an image last. */
export function lineage(analysis: Analysis, stage: Stage): readonly Stage[] {
  const line: Stage[] = [];
  for (let next: Stage | undefined = stage; next && !line.includes(next);) {
    line.push(next);
    next = next.parent === null ? undefined : analysis.stages[next.parent];
  }
  return line;
}

/** The stage whose FROM names the image that a stage stands on. */
export function rootOf(analysis: Analysis, stage: Stage): Stage {
  return lineage(analysis, stage).at(-1) ?? stage;
}

/** Whether a stage is of one platform whoever builds: FROM names it, or the one asked for is not the ordinary one. */
export const platformIsFixed = ({ writtenPlatform, platform }: Stage): boolean =>
  writtenPlatform === null ? platform !== ordinaryPlatform : !writtenPlatform.includes('$');

/** What a platform that nobody names is taken to be. */
const ordinaryPlatform = 'linux/amd64';

/** Every stage that stands on the same FROM. */
export function stagesOnRoot(analysis: Analysis, root: Stage): readonly Stage[] {
  return analysis.stages.filter((stage) => rootOf(analysis, stage) === root);
}

/** The stages that start things and that take something from a stage, directly or through others. */
export function runtimesFrom(analysis: Analysis, stage: Stage): readonly Stage[] {
  const reached = new Set<number>();
  const queue = [...stage.usedBy];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    queue.push(...(analysis.stages[next]?.usedBy ?? []));
  }
  return analysis.stages.filter(({ index, isRuntime }) => isRuntime && reached.has(index));
}

/** Package changes made in any of the stages. */
export function packageChangesIn(analysis: Analysis, stages: readonly Stage[]): readonly PackageChange[] {
  return factsOf(analysis, 'package-change').filter((change) =>
    stages.some((stage) => stage.index === change.stage),
  );
}

/** The instruction that holds a place, or that runs the script which holds it; null for what no instruction runs. */
export function instructionAt(analysis: Analysis, place: Place): AnalysedInstruction | null {
  const own = place.path === analysis.path ? place : analysis.callers.get(place.path);
  if (own?.path !== analysis.path) return null;
  const at = own.span.start;
  return (
    analysis.instructions.find(({ span }) => span.start <= at && at < Math.max(span.end, span.start + 1)) ??
    null
  );
}

/** The text at a place, or null where the analysis holds no text of that file. */
export function textAt(analysis: Analysis, place: Place): string | null {
  return analysis.texts.get(place.path)?.slice(place.span.start, place.span.end) ?? null;
}

export const samePlace = (a: Place, b: Place): boolean =>
  a.path === b.path && a.span.start === b.span.start && a.span.end === b.span.end;

/** The first of each group of items that stand at the same place. */
export function oncePerPlace<Item extends { readonly place: Place }>(
  items: readonly Item[],
): readonly Item[] {
  const seen = new Set<string>();
  return items.filter(({ place }) => {
    const key = placeKey(place);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

export const placeKey = (place: Place): string => `${place.path}\n${place.span.start}\n${place.span.end}`;
