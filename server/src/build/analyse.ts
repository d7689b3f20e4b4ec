// The whole analysis of one document: parse, run symbolically, judge every placement.
import * as l10n from '@vscode/l10n';
import { parseDockerfile } from '../syntax/dockerfile.js';
import { because } from '../text/because.js';
import { verbatim } from '../text/embedded.js';
import { span } from '../text/span.js';
import { copyEnvironment, emptyEnvironment } from './environment.js';
import { runDockerfile, type RanStage } from './dockerfile-run.js';
import { emptyFileSystem } from './file-system.js';
import type { Frame, StageState, World } from './machine.js';
import type { Analysis, AnalysedInstruction, AnalysisInput, Placement, Stage } from './model.js';
import { architectureOf, BUILD_PLATFORM } from './platform.js';
import { placementOfExecution, placementsIn } from './portability.js';
import { runtimeOf } from './runtime.js';
import { runShell } from './shell-run.js';
import { hostImage } from './host.js';

/** Commands looked at in one document; beyond them the analysis says that it is truncated. */
const BUDGET = 20_000;

/** Never throws, whatever the text; reads files only through `input.files`. */
export function analyse(input: AnalysisInput): Analysis {
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
  switch (input.kind) {
    case 'dockerfile':
      return analyseDockerfile(world);
    case 'shellscript':
      return analyseScript(world);
    case 'makefile':
      return finish(world, [], [], []);
  }
}

function analyseDockerfile(world: World): Analysis {
  const { input } = world;
  const tree = parseDockerfile(input.text);
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
    architecture: state.architecture,
    usedBy: [...stage.users].sort((a, b) => a - b),
    isRuntime,
    entrypoint: state.entrypoint,
    command: state.command,
    runtime: runtimeOf(state),
    because: state.opaque && state.opaque.text !== '' ? [state.opaque] : [],
  };
}

function analyseScript(world: World): Analysis {
  const { input } = world;
  const environment = emptyEnvironment();
  const state: StageState = {
    index: 0,
    image: hostImage,
    architecture: architectureOf(input.platform ?? BUILD_PLATFORM) ?? 'amd64',
    platform: input.platform ?? BUILD_PLATFORM,
    environment,
    goEnvironment: emptyEnvironment(),
    workdir: '/',
    shell: ['/bin/sh', '-c'],
    files: emptyFileSystem(),
    toolbox: {
      cCompiler: null,
      libcHeaders: null,
      staticLibc: null,
      muslGcc: true,
      compilers: new Set(),
      go: null,
      hasGo: null,
    },
    shims: new Map(),
    loaders: new Map(),
    libraries: new Set(),
    packages: new Set(),
    unlistedPackages: false,
    virtuals: new Map(),
    configurations: new Map(),
    entrypoint: null,
    command: null,
    opaque: because(l10n.t('The host that runs this script is not known.')),
  };
  // The script's own folder is taken for the folder it runs in: build scripts stand beside what they build.
  state.files.entries.set('/', { kind: 'context', source: '', folder: true, carrier: null });
  const whole = span(0, input.text.length);
  const frame: Frame = {
    world,
    stage: state,
    instruction: { path: input.path, span: whole },
    conditional: 0,
    depth: 0,
  };
  runShell(
    verbatim(input.text),
    input.path,
    { folder: '/', environment: copyEnvironment(environment), functions: new Map(), exited: false },
    frame,
  );
  const stage: Stage = {
    index: 0,
    name: 'host',
    span: whole,
    imageSpan: span(0, 0),
    written: '',
    image: hostImage,
    parent: null,
    platform: state.platform,
    architecture: state.architecture,
    usedBy: [],
    isRuntime: false,
    entrypoint: null,
    command: null,
    runtime: runtimeOf(state),
    because: [],
  };
  return { ...finish(world, [stage], [], []), comments: commentsOf(input.text) };
}

/** Lines that are comments as a whole. */
function commentsOf(text: string): Analysis['comments'] {
  return [...text.matchAll(/^[ \t]*#(.*)$/gm)].map((match) => {
    const start = match.index + match[0].indexOf('#');
    return { text: (match[1] ?? '').trim(), span: span(start, match.index + match[0].trimEnd().length) };
  });
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
