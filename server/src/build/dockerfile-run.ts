// Runs a Dockerfile symbolically, instruction by instruction: stages, their inheritance, variables, files and what starts.
import * as l10n from '@vscode/l10n';
import type { Architecture, ImageFacts } from '../knowledge/image-facts.js';
import { expandDockerWord, splitKeyValues } from '../syntax/docker-words.js';
import type { Dockerfile, DockerFlag, DockerInstruction, DockerWord } from '../syntax/dockerfile-tree.js';
import { embedRun } from '../syntax/shell.js';
import { because } from '../text/because.js';
import type { Place, Span } from '../text/span.js';
import { baseImage } from './base-image.js';
import { contextPath, listContext } from './context.js';
import { copyInto, type Origin } from './copy.js';
import { bind, unbind, copyEnvironment, emptyEnvironment, valueOf, type Environment } from './environment.js';
import { copyFileSystem, emptyFileSystem, normalise, type FileSystem } from './file-system.js';
import { copyStage, type Frame, type StageState, type World } from './machine.js';
import type { AnalysedInstruction, Command } from './model.js';
import { architectureOf, BUILD_PLATFORM, platformVariables } from './platform.js';
import { runShell } from './shell-run.js';
import { fromNullable, isKnown, knownOrNull, UNKNOWN } from './value.js';

/** A stage after its run, with what FROM said. */
export interface RanStage {
  readonly state: StageState;
  readonly name: string | null;
  readonly written: string;
  readonly span: Span;
  readonly imageSpan: Span;
  readonly parent: number | null;
  /** Stages that copy from it, mount it or start from it. */
  readonly users: Set<number>;
  /** Whether it may be an export of files only: `FROM scratch AS name` that runs and starts nothing (`docker build --target name -o .`). */
  exportsOnly: boolean;
}

export interface DockerfileRun {
  readonly stages: readonly RanStage[];
  readonly instructions: readonly AnalysedInstruction[];
}

interface Context {
  readonly world: World;
  readonly tree: Dockerfile;
  readonly stages: RanStage[];
  readonly globals: Environment;
  readonly instructions: AnalysedInstruction[];
  /** ONBUILD triggers of stages, run in those that start from them. */
  readonly triggers: Map<number, DockerInstruction[]>;
}

export function runDockerfile(tree: Dockerfile, world: World): DockerfileRun {
  const globals = emptyEnvironment();
  for (const [name, value] of Object.entries(platformVariables(world.input.platform)))
    bind(globals, name, fixed(value));
  const context: Context = { world, tree, stages: [], globals, instructions: [], triggers: new Map() };
  for (const instruction of tree.instructions) {
    if (instruction.keyword === 'FROM') startStage(context, instruction);
    else {
      const current = context.stages[context.stages.length - 1];
      if (current) runInstruction(context, current, instruction);
      else if (instruction.keyword === 'ARG') declareArguments(context, globals, null, instruction);
      if (!current) note(context, instruction, null, null, null);
    }
  }
  return { stages: context.stages, instructions: context.instructions };
}

const fixed = (value: string) => ({
  value,
  how: 'default' as const,
  place: null,
  valuePlace: null,
  exported: true,
});

function note(
  context: Context,
  instruction: DockerInstruction,
  stage: number | null,
  image: ImageFacts | null,
  imageSpan: Span | null,
): void {
  const { keyword, span, keywordSpan, body } = instruction;
  context.instructions.push({ keyword, span, keywordSpan, stage, image, imageSpan, body });
}

const flagNamed = (instruction: DockerInstruction, name: string): DockerFlag | null =>
  instruction.flags.find((flag) => flag.name === name) ?? null;

/** Expands a Docker word with the scope's variables; `UNKNOWN` where it depends on one that is not known. */
function expand(word: string, scope: Environment, context: Context): string {
  const result = expandDockerWord(
    word,
    (name) => {
      const value = valueOf(scope, name);
      return value === undefined ? undefined : knownOrNull(value);
    },
    context.tree.escape,
  );
  return fromNullable(result.value);
}

function startStage(context: Context, instruction: DockerInstruction): void {
  const { world, stages, globals } = context;
  const index = stages.length;
  const [imageWord, as, nameWord] = instruction.words;
  const name = as?.text.toLowerCase() === 'as' && nameWord ? nameWord.text.toLowerCase() : null;
  const written = imageWord?.text ?? '';
  const reference = imageWord ? expand(written, globals, context) : '';
  const platformFlag = flagNamed(instruction, 'platform');
  const targetPlatform = world.input.platform ?? BUILD_PLATFORM;
  const asked = platformFlag?.value ? expand(platformFlag.value, globals, context) : targetPlatform;
  const platform = isKnown(asked) && asked !== '' ? asked : targetPlatform;
  const architecture = architectureOf(platform) ?? 'amd64';
  const parent = stages.findIndex((stage) => stage.name !== null && stage.name === reference.toLowerCase());
  const from = stages[parent];
  from?.users.add(index);
  const state = from
    ? { ...copyStage(from.state, index), platform: from.state.platform }
    : freshStage(context, index, reference, platform, architecture);
  if (from) dropArguments(state);
  stages.push({
    state,
    name,
    written,
    span: instruction.span,
    imageSpan: imageWord?.span ?? instruction.keywordSpan,
    parent: from ? parent : null,
    users: new Set(),
    exportsOnly: from ? from.exportsOnly : reference === 'scratch' && name !== null,
  });
  note(context, instruction, index, state.image, imageWord?.span ?? null);
  if (from)
    for (const trigger of context.triggers.get(parent) ?? []) {
      const current = stages[index];
      if (current) runInstruction(context, current, trigger, true);
    }
}

/** ARG does not reach a stage that starts FROM another. */
function dropArguments(state: StageState): void {
  for (const [name, { how }] of state.environment.bindings)
    if (how === 'arg') unbind(state.environment, name);
  for (const [name, binding] of state.environment.bindings) {
    if (binding.how === 'env') bind(state.environment, name, { ...binding, how: 'parent' });
  }
}

function freshStage(
  context: Context,
  index: number,
  reference: string,
  platform: string,
  architecture: Architecture,
): StageState {
  const image = baseImage(reference, context.world.input.asOf, architecture);
  const environment = emptyEnvironment();
  for (const [name, value] of Object.entries(image.environment)) {
    bind(environment, name, { value, how: 'image', place: null, valuePlace: null, exported: true });
  }
  return {
    index,
    image,
    architecture,
    platform,
    environment,
    goEnvironment: emptyEnvironment(),
    workdir: image.workdir === '' ? '/' : image.workdir,
    shell: ['/bin/sh', '-c'],
    files: emptyFileSystem(),
    toolbox: {
      cCompiler: image.cCompiler,
      libcHeaders: image.libcHeaders,
      staticLibc: image.staticLibc,
      muslGcc: false,
      compilers: new Set(),
      go: image.go,
      hasGo: image.hasGo,
    },
    shims: new Map(
      image.secondLibc?.libc === 'glibc'
        ? [['glibc' as const, because(l10n.t('{0} brings a glibc of its own.', image.reference))]]
        : [],
    ),
    loaders: new Map(),
    libraries: new Set(image.libraries ?? []),
    packages: new Set(),
    unlistedPackages: false,
    virtuals: new Map(),
    configurations: new Map(),
    entrypoint: null,
    command: null,
    opaque: null,
  };
}

function runInstruction(
  context: Context,
  current: RanStage,
  instruction: DockerInstruction,
  triggered = false,
): void {
  const { state } = current;
  const place: Place = { path: context.world.input.path, span: instruction.span };
  const note_ = (image: ImageFacts | null = null, imageSpan: Span | null = null): void => {
    if (!triggered) note(context, instruction, state.index, image, imageSpan);
  };
  switch (instruction.keyword) {
    case 'ENV':
      for (const pair of splitKeyValues(instruction)) {
        bind(state.environment, pair.name, {
          value: expand(pair.value ?? '', state.environment, context),
          how: 'env',
          place: { path: place.path, span: pair.span },
          valuePlace: pair.valueSpan ? { path: place.path, span: pair.valueSpan } : null,
          exported: true,
        });
      }
      break;
    case 'ARG':
      declareArguments(context, state.environment, context.globals, instruction);
      break;
    case 'WORKDIR':
      state.workdir = workdirOf(
        expand(instruction.body.text.trim(), state.environment, context),
        state.workdir,
      );
      break;
    case 'SHELL':
      if (instruction.json && instruction.json.length > 0)
        state.shell = instruction.json.map((word) => word.text);
      break;
    case 'COPY':
    case 'ADD':
      return copyInstruction(context, current, instruction, place, note_);
    case 'RUN':
      current.exportsOnly = false;
      runRun(context, current, instruction, place);
      break;
    case 'ENTRYPOINT':
      current.exportsOnly = false;
      state.entrypoint = commandOf(instruction, place, context, state);
      state.command = null;
      break;
    case 'CMD':
      current.exportsOnly = false;
      state.command = commandOf(instruction, place, context, state);
      break;
    case 'ONBUILD':
      if (instruction.trigger) {
        const list = context.triggers.get(state.index) ?? [];
        list.push(instruction.trigger);
        context.triggers.set(state.index, list);
      }
      break;
  }
  note_();
}

const workdirOf = (value: string, before: string): string =>
  isKnown(value) && value !== '' ? normalise(value, before) : `/${UNKNOWN}`;

function declareArguments(
  context: Context,
  scope: Environment,
  globals: Environment | null,
  instruction: DockerInstruction,
): void {
  const { path, buildArguments } = context.world.input;
  for (const pair of splitKeyValues(instruction)) {
    const given = buildArguments[pair.name];
    const inherited = globals ? globals.bindings.get(pair.name) : undefined;
    const existing = scope.bindings.get(pair.name);
    // An ENV of the same name wins over ARG (Dockerfile reference, "Using ARG variables").
    if (globals && existing && existing.how !== 'arg') continue;
    const preset = PLATFORM_ARGUMENT.test(pair.name) && (globals ?? scope).bindings.get(pair.name);
    const value =
      given ??
      (preset
        ? preset.value
        : pair.value !== null
          ? expand(pair.value, scope, context)
          : (inherited?.value ?? UNKNOWN));
    bind(scope, pair.name, {
      value,
      how: 'arg',
      place: { path, span: pair.span },
      valuePlace: pair.valueSpan ? { path, span: pair.valueSpan } : null,
      exported: true,
    });
  }
}

/** BuildKit sets these, whatever default the file gives (Dockerfile reference, "Automatic platform ARGs in the global scope"). */
const PLATFORM_ARGUMENT = /^(TARGET|BUILD)(PLATFORM|OS|ARCH|VARIANT)$/;

function commandOf(
  instruction: DockerInstruction,
  place: Place,
  context: Context,
  state: StageState,
): Command {
  if (instruction.json) return { form: 'exec', words: instruction.json.map((word) => word.text), place };
  const words = instruction.body.text
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/^['"]|['"]$/g, ''));
  const from = words[0] === 'exec' ? 1 : 0;
  const expanded = words
    .slice(from)
    .map((word) => (word.includes('$') ? expand(word, state.environment, context) : word));
  return { form: 'shell', words: expanded, place };
}

function copyInstruction(
  context: Context,
  current: RanStage,
  instruction: DockerInstruction,
  place: Place,
  note_: (image?: ImageFacts | null, imageSpan?: Span | null) => void,
): void {
  const { state } = current;
  const operands: readonly DockerWord[] = instruction.json ?? instruction.words;
  const literal = instruction.json !== null;
  const text = (word: DockerWord): string =>
    literal && !word.text.includes('$')
      ? word.text
      : expand(literal ? word.text : word.text, state.environment, context);
  const from = flagNamed(instruction, 'from');
  const origin = originOf(context, current, from);
  note_(origin.kind === 'image' ? origin.image : null, from?.valueSpan ?? null);
  const destination = operands[operands.length - 1];
  if (!destination) return;
  const sources = operands.slice(0, -1).map((word) => ({ text: text(word), span: word.span }));
  copyInto(state, {
    sources,
    destination: text(destination),
    place,
    origin,
    parents: flagNamed(instruction, 'parents') !== null,
  });
}

/** What `--from=` names: a stage by name or index, an image, or nothing that is known. */
function originOf(context: Context, current: RanStage, flag: DockerFlag | null): Origin {
  const { world } = context;
  if (flag?.value === null || flag?.value === undefined) {
    return { kind: 'context', list: (folder) => listContext(world, contextPath(world.input, folder)) };
  }
  const name = expand(flag.value, mergedScope(context, current), context);
  if (!isKnown(name) || name === '') return { kind: 'unknown' };
  const stage = stageNamed(context, current, name);
  if (stage) {
    stage.users.add(current.state.index);
    return { kind: 'stage', stage: stage.state };
  }
  if (/^\d+$/.test(name)) return { kind: 'unknown' };
  return {
    kind: 'image',
    image: baseImage(name, world.input.asOf, current.state.architecture),
  };
}

/** `--from` sees the stage's own variables and, behind them, the global ARGs. */
function mergedScope(context: Context, current: RanStage): Environment {
  const scope = copyEnvironment(context.globals);
  for (const [name, binding] of current.state.environment.bindings) bind(scope, name, binding);
  return scope;
}

function stageNamed(context: Context, current: RanStage, name: string): RanStage | null {
  const before = context.stages.slice(0, current.state.index);
  const byName = [...before].reverse().find((stage) => stage.name === name.toLowerCase());
  if (byName) return byName;
  return /^\d+$/.test(name) ? (before[Number(name)] ?? null) : null;
}

function runRun(context: Context, current: RanStage, instruction: DockerInstruction, place: Place): void {
  const { state } = current;
  const { world } = context;
  const mounted = mountsOf(context, current, instruction);
  const files = state.files;
  if (mounted.length > 0) {
    state.files = copyFileSystem(files);
    for (const mount of mounted) {
      copyInto(state, {
        sources: [{ text: mount.source, span: instruction.span }],
        destination: mount.target,
        place,
        origin: mount.origin,
        parents: false,
      });
    }
  }
  const frame: Frame = { world, stage: state, instruction: place, conditional: 0, depth: 0 };
  const shellState = {
    folder: isKnown(state.workdir) ? state.workdir : null,
    environment: copyEnvironment(state.environment),
    functions: new Map(),
    exited: false,
  };
  if (state.image.windows) {
    // cmd and PowerShell are not read; nothing of glibc or musl happens there.
  } else if (instruction.json) {
    // The exec form runs a program without a shell: its words are final.
    const quoted = instruction.json.map((word) => `'${word.text.replace(/'/g, "'\\''")}'`).join(' ');
    const first = instruction.json[0];
    runShell(
      { text: quoted, pieces: [{ at: 0, file: first?.span.start ?? instruction.span.start }] },
      world.input.path,
      shellState,
      frame,
    );
  } else if (isPosixShell(state.shell)) {
    runShell(embedRun(instruction), world.input.path, shellState, frame);
  } else {
    state.opaque ??= because(l10n.t('The SHELL instruction names a shell that is not read.'), place);
  }
  if (mounted.length > 0)
    withoutMounts(
      state,
      files,
      mounted.map((mount) => mount.target),
    );
}

const isPosixShell = (shell: readonly string[]): boolean =>
  /(^|\/)(sh|bash|ash|dash|zsh|ksh)$/.test(shell[0] ?? '/bin/sh');

interface Mount {
  readonly origin: Origin;
  readonly source: string;
  readonly target: string;
}

/** `--mount=type=bind`: what is mounted, where; caches, secrets and tmpfs hold nothing that is followed. */
function mountsOf(context: Context, current: RanStage, instruction: DockerInstruction): readonly Mount[] {
  return instruction.flags.flatMap((flag) => {
    if (flag.name !== 'mount' || flag.value === null) return [];
    const options = new Map(
      flag.value.split(',').map((part): [string, string] => {
        const equals = part.indexOf('=');
        return equals < 0 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)];
      }),
    );
    const type = options.get('type') ?? 'bind';
    const target = options.get('target') ?? options.get('dst') ?? options.get('destination');
    const from = options.get('from');
    if (type !== 'bind' && !(type === 'cache' && from !== undefined)) return [];
    if (target === undefined) return [];
    const origin = originOf(context, current, from === undefined ? null : { ...flag, value: from });
    const source = options.get('source') ?? options.get('src') ?? '/';
    return [
      {
        origin,
        source: expand(source, current.state.environment, context),
        target: expand(target, current.state.environment, context),
      },
    ];
  });
}

/** After the RUN its mounts are gone; what was written elsewhere stays. */
function withoutMounts(state: StageState, before: FileSystem, targets: readonly string[]): void {
  const under = (path: string): boolean =>
    targets.some((target) => {
      const at = normalise(target, state.workdir);
      return path === at || path.startsWith(at === '/' ? '/' : `${at}/`);
    });
  const after = state.files;
  const files = copyFileSystem(before);
  for (const [path, entry] of after.entries) if (!under(path)) files.entries.set(path, entry);
  for (const path of [...files.entries.keys()])
    if (!under(path) && !after.entries.has(path)) files.entries.delete(path);
  for (const [path, wild] of after.wild) if (!under(path)) files.wild.set(path, wild);
  state.files = files;
}
