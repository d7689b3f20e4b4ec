// Runs a shell script or a Makefile by itself: one stage named host, of which nothing is known but what the file does.
import * as l10n from '@vscode/l10n';
import { parseMakefile } from '../syntax/makefile.js';
import { because } from '../text/because.js';
import { verbatim } from '../text/embedded.js';
import { span } from '../text/span.js';
import { contextFolder, readContext } from './context.js';
import { copyEnvironment, exportedOf } from './environment.js';
import { normalise } from './file-system.js';
import { hostImage } from './host.js';
import { freshStage, type Frame, type World } from './machine.js';
import { runMake, targetsOf, type MakeRequest } from './make-run.js';
import type { Analysis, Stage } from './model.js';
import { architectureOf, BUILD_PLATFORM } from './platform.js';
import { runtimeOf } from './runtime.js';
import { runShell } from './shell-run.js';
import { UNKNOWN } from './value.js';

export interface HostRun {
  /** The host, or each job's host. */
  readonly stages: readonly Stage[];
  readonly comments: Analysis['comments'];
}

/** The document's own folder is taken for the folder it runs in: build files stand beside what they build. */
export function runOnHost(world: World): HostRun {
  const { input } = world;
  const platform = input.platform ?? BUILD_PLATFORM;
  const architecture = architectureOf(platform) ?? 'amd64';
  const state = freshStage(0, hostImage, architecture, platform);
  state.toolbox.muslGcc = true;
  state.opaque = because(l10n.t('The host that runs this file is not known.'));
  state.files.entries.set('/', { kind: 'context', source: '', folder: true, carrier: null });
  const whole = span(0, input.text.length);
  const frame: Frame = {
    world,
    stage: state,
    instruction: { path: input.path, span: whole },
    conditional: 0,
    depth: 0,
  };
  const comments = input.kind === 'makefile' ? runMakefile(world, frame) : runScript(world, frame);
  const stage: Stage = {
    index: 0,
    name: 'host',
    span: whole,
    imageSpan: span(0, 0),
    written: '',
    image: hostImage,
    parent: null,
    platform,
    writtenPlatform: null,
    architecture,
    usedBy: [],
    isRuntime: false,
    entrypoint: null,
    command: null,
    runtime: runtimeOf(state),
    because: [],
  };
  return { stages: [stage], comments };
}

const shellState = (frame: Frame) => ({
  folder: '/',
  environment: copyEnvironment(frame.stage.environment),
  functions: new Map(),
  exited: false,
});

function runScript(world: World, frame: Frame): Analysis['comments'] {
  const { text, path } = world.input;
  runShell(verbatim(text), path, shellState(frame), frame);
  return [...text.matchAll(/^[ \t]*#(.*)$/gm)].map((match) => {
    const start = match.index + match[0].indexOf('#');
    return { text: (match[1] ?? '').trim(), span: span(start, match.index + match[0].trimEnd().length) };
  });
}

/** Every target runs once, in the order of the file: which of them somebody calls is not known. */
function runMakefile(world: World, frame: Frame): Analysis['comments'] {
  const { text, path } = world.input;
  const request: MakeRequest = {
    makefile: { id: path, text },
    folder: '/',
    targets: [],
    overrides: new Map(),
    environment: copyEnvironment(frame.stage.environment),
    include: (name) => {
      const id = `${contextFolder(world.input)}${normalise(name)}`;
      const included = readContext(world, id);
      return included === null ? null : { id, text: included };
    },
    shell: (script, file, environment) => {
      runShell(script, file, { ...shellState(frame), environment: exportedOf(environment) }, frame);
    },
    output: () => UNKNOWN,
  };
  runMake({ ...request, targets: targetsOf(request) });
  return parseMakefile(text).comments;
}
