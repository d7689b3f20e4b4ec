// Runs a Dockerfile symbolically, instruction by instruction: stages, their inheritance, variables, and what starts.
import * as l10n from '@vscode/l10n';
import type { ImageFacts } from '../knowledge/image-facts.js';
import { splitKeyValues } from '../syntax/docker-words.js';
import type { Dockerfile, DockerInstruction } from '../syntax/dockerfile-tree.js';
import { namesShell } from '../syntax/shebang.js';
import { embedRun } from '../syntax/shell.js';
import { because } from '../text/because.js';
import type { Place, Span } from '../text/span.js';
import { baseImage } from './base-image.js';
import { copyInto } from './copy.js';
import { copyInstruction, mountsOf, withoutMounts } from './dockerfile-copy.js';
import {
  declareArguments,
  expand,
  fixed,
  flagNamed,
  type Context,
  type RanStage,
} from './dockerfile-scope.js';
import { bind, bindingsOf, childEnvironment, emptyEnvironment, unbind } from './environment.js';
import { copyFileSystem, normalise } from './file-system.js';
import { copyStage, freshStage, type Frame, type StageState, type World } from './machine.js';
import type { AnalysedInstruction, Command } from './model.js';
import { architectureOf, BUILD_PLATFORM, platformVariables } from './platform.js';
import { runShell } from './shell-run.js';
import { isKnown, UNKNOWN } from './value.js';

export interface DockerfileRun {
  readonly stages: readonly RanStage[];
  readonly instructions: readonly AnalysedInstruction[];
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
    : freshStage(index, baseImage(reference, world.input.asOf, architecture), architecture, platform);
  if (from) dropArguments(state);
  stages.push({
    state,
    name,
    written,
    writtenPlatform: from ? from.writtenPlatform : (platformFlag?.value ?? null),
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
  for (const [name, { how }] of bindingsOf(state.environment))
    if (how === 'arg') unbind(state.environment, name);
  for (const [name, binding] of bindingsOf(state.environment)) {
    if (binding.how === 'env') bind(state.environment, name, { ...binding, how: 'parent' });
  }
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
    environment: childEnvironment(state.environment),
    functions: new Map(),
    exited: false,
  };
  const script = embedRun(instruction);
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
  } else if (namesShell(script.text) ?? isPosixShell(state.shell)) {
    runShell(script, world.input.path, shellState, frame);
  } else {
    state.opaque ??= because(l10n.t('This RUN is written for an interpreter that is not read.'), place);
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
