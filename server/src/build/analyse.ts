// The whole analysis of one document: parse, run symbolically, judge every placement.
import { parseDockerfile } from '../syntax/dockerfile.js';
import type { Dockerfile } from '../syntax/dockerfile-tree.js';
import { findContext } from './context-search.js';
import { runDockerfile } from './dockerfile-run.js';
import type { RanStage } from './dockerfile-scope.js';
import { runOnHost } from './host-run.js';
import type { World } from './machine.js';
import type { Analysis, AnalysedInstruction, AnalysisInput, Placement, Stage } from './model.js';
import { placementOfExecution, placementsIn } from './portability.js';
import { runtimeOf } from './runtime.js';

/** Commands looked at in one document; beyond them the analysis says that it is truncated. */
const BUDGET = 20_000;

/** Never throws, whatever the text; reads files only through `input.files`. */
export function analyse(given: AnalysisInput): Analysis {
  const tree = given.kind === 'dockerfile' ? parseDockerfile(given.text) : null;
  const context = given.context ?? (tree ? findContext(given.path, tree, given.files) : null);
  const input: AnalysisInput = { ...given, context };
  const world: World = {
    input,
    texts: new Map([[input.path, input.text]]),
    artifacts: [],
    facts: [],
    executions: [],
    callers: new Map(),
    budget: BUDGET,
    truncated: false,
  };
  if (tree) return analyseDockerfile(world, tree);
  const { stages, comments } = runOnHost(world);
  return { ...finish(world, stages, [], []), comments };
}

function analyseDockerfile(world: World, tree: Dockerfile): Analysis {
  const { input } = world;
  const { stages, instructions } = runDockerfile(tree, world);
  const runtimes = runtimeStages(stages, input.target);
  const found: Stage[] = stages.map((stage) => stageOf(stage, runtimes.has(stage)));
  const placements: Placement[] = [];
  for (const stage of stages) {
    if (runtimes.has(stage))
      placements.push(...placementsIn(stage.state, world.artifacts, stage.exportsOnly));
  }
  for (const execution of world.executions) {
    const stage = stages[execution.stage];
    const placement = stage ? placementOfExecution(execution, stage.state, world.artifacts) : null;
    if (placement && placement.verdict.kind === 'fails') placements.push(placement);
  }
  return { ...finish(world, found, unique(placements), instructions), comments: tree.comments };
}

/** Of one artifact carried by one instruction into several images derived from one stage, the first placement of each verdict. */
function unique(placements: readonly Placement[]): readonly Placement[] {
  const seen = new Set<string>();
  return placements.filter((placement) => {
    const { place, artifact, path, verdict } = placement;
    const key = [
      place.path,
      place.span.start,
      artifact,
      path,
      verdict.kind,
      verdict.cause,
      verdict.predictedError,
    ].join('\0');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Stages whose files are started: those that nothing else uses, or the one asked for. */
function runtimeStages(stages: readonly RanStage[], target: string | null): ReadonlySet<RanStage> {
  const asked =
    target === null
      ? undefined
      : stages.find((stage) => stage.name === target.toLowerCase() || String(stage.state.index) === target);
  if (asked) return new Set([asked]);
  return new Set(stages.filter((stage) => stage.users.size === 0));
}

function stageOf(stage: RanStage, isRuntime: boolean): Stage {
  const { state } = stage;
  return {
    index: state.index,
    name: stage.name,
    span: stage.span,
    imageSpan: stage.imageSpan,
    written: stage.written,
    image: state.image,
    parent: stage.parent,
    platform: state.platform,
    writtenPlatform: stage.writtenPlatform,
    architecture: state.architecture,
    usedBy: [...stage.users].sort((a, b) => a - b),
    isRuntime,
    entrypoint: state.entrypoint,
    command: state.command,
    runtime: runtimeOf(state),
    because: state.opaque && state.opaque.text !== '' ? [state.opaque] : [],
  };
}

function finish(
  world: World,
  stages: readonly Stage[],
  placements: readonly Placement[],
  instructions: readonly AnalysedInstruction[],
): Analysis {
  return {
    path: world.input.path,
    kind: world.input.kind,
    texts: world.texts,
    callers: world.callers,
    stages,
    artifacts: world.artifacts,
    placements,
    facts: world.facts,
    instructions,
    comments: [],
    truncated: world.truncated,
  };
}
