// go build, install, test -c, run, get and env -w: what a Go toolchain makes of a command, with every input's origin.
import * as l10n from '@vscode/l10n';
import { goLink } from '../../linking/go-link.js';
import { parseGoArguments, type GoArguments } from '../../linking/go-arguments.js';
import type { GoLinkInput, GoLinkOutcome } from '../../linking/go-link-model.js';
import { recall } from '../../text/recall.js';
import { because } from '../../text/because.js';
import { cover, type Place } from '../../text/span.js';
import { bind, valueOf } from '../environment.js';
import { lookUp, normalise, put } from '../file-system.js';
import type { Confidence, GoBuild, GoFlag } from '../model.js';
import type { ShellState, Call, Program, Status } from './call.js';
import type { Frame } from '../machine.js';
import { isKnown, isWhollyUnknown, UNKNOWN } from '../value.js';
import { goSettings, settingFor } from './go-settings.js';
import { possibilities, settle } from './go-possibilities.js';
import { outputsOf, type Output } from './go-outputs.js';
import { readProgram } from './go-program.js';

/** A build links as it did as long as nothing that decides about it changes. */
const known = recall<GoLinkOutcome>(2000);
const link = (input: GoLinkInput): GoLinkOutcome => known(JSON.stringify(input), () => goLink(input));

const BUILDS = new Set(['build', 'install', 'test', 'run', 'get']);

export const go: Program = (call) => {
  const words = call.arguments.map((argument) => argument.text);
  const parsed = parseGoArguments(words);
  if (parsed.verb === 'env') return goEnv(call, words);
  if (!BUILDS.has(parsed.verb)) return 'success';
  if (parsed.verb === 'get' && !getInstalls(call, words)) return 'success';
  return build(call, parsed);
};

/** Up to Go 1.17 `go get` without `-d` builds and installs as well (Go 1.18 release notes). */
function getInstalls(call: Call, words: readonly string[]): boolean {
  const minor = Number(/^1\.(\d+)/.exec(call.frame.stage.toolbox.go ?? '')?.[1] ?? NaN);
  return minor < 18 && !words.includes('-d');
}

/** `go env -w NAME=VALUE…` writes defaults that later commands of the stage see. */
function goEnv(call: Call, words: readonly string[]): Status {
  if (!words.includes('-w') && !words.includes('-u')) return 'success';
  for (const argument of call.arguments.slice(1)) {
    const equals = argument.text.indexOf('=');
    if (argument.text.startsWith('-') || equals <= 0) continue;
    const { span } = argument.place;
    bind(call.frame.stage.goEnvironment, argument.text.slice(0, equals), {
      value: argument.text.slice(equals + 1),
      how: 'go env -w',
      place: argument.place,
      valuePlace: {
        path: argument.place.path,
        span: { start: Math.min(span.end, span.start + equals + 1), end: span.end },
      },
      exported: true,
    });
  }
  return 'success';
}

/** What `go env NAME` prints. */
export function goEnvironmentValue(name: string, shell: ShellState, frame: Frame): string {
  const set = valueOf(shell.environment, name) ?? valueOf(frame.stage.goEnvironment, name);
  if (set !== undefined) return set;
  if (name === 'GOARCH' || name === 'GOHOSTARCH') return frame.stage.architecture;
  if (name === 'GOOS' || name === 'GOHOSTOS') return 'linux';
  if (name === 'GOPATH') return goPath(shell);
  return UNKNOWN;
}

const goPath = (shell: ShellState): string => {
  const set = valueOf(shell.environment, 'GOPATH');
  return set !== undefined && set !== '' ? set : `${valueOf(shell.environment, 'HOME') ?? '/root'}/go`;
};

function build(call: Call, parsed: GoArguments): Status {
  const { stage, world, conditional } = call.frame;
  const directory = parsed.directory ?? '.';
  const folder =
    call.shell.folder === null || !isKnown(directory) ? null : normalise(directory, call.shell.folder);
  const settings = goSettings(call);
  const packages = parsed.packages.map((one) => one.word);
  const program = readProgram(call, folder, packages, parsed, settings);
  const inputs = possibilities(call, parsed, settings, program);
  const { input, outcome, agreement } = settle(inputs, link);
  const confidence = confidenceOf(agreement, conditional);
  const verbPlace = call.arguments[parsed.verbIndex]?.place ?? call.namePlace;
  const index = world.facts.length;
  const outputs =
    parsed.verb === 'run' ? [] : outputsOf(call, folder, parsed, settings, program, goPath(call.shell));
  const first = world.artifacts.length;
  const fact: GoBuild = {
    kind: 'go-build',
    stage: stage.index,
    verb: parsed.verb as GoBuild['verb'],
    place: call.place,
    goPlace: call.namePlace,
    verbPlace,
    settings: [...settings.values()],
    flags: flagsOf(call, parsed),
    packages,
    input,
    outcome,
    program: program.how,
    cgoModules: program.cgoModules,
    confidence,
    artifacts: outputs.map((_, i) => first + i),
    conditional: conditional > 0,
    because: reasons(call, outcome, settings, program.because, input.goVersion),
  };
  world.facts.push(fact);
  outputs.forEach((output, i) => make(call, fact, index, output, first + i));
  return outcome.error === null || confidence !== 'certain' ? 'success' : 'failure';
}

const confidenceOf = (agreement: Confidence, conditional: number): Confidence =>
  agreement === 'certain' && conditional > 0 ? 'likely' : agreement;

function make(call: Call, fact: GoBuild, index: number, output: Output, id: number): void {
  const { stage, world } = call.frame;
  const { outcome } = fact;
  const kind =
    outcome.buildMode === 'c-archive' || outcome.buildMode === 'archive'
      ? 'archive'
      : outcome.buildMode === 'c-shared' || outcome.buildMode === 'plugin'
        ? 'shared-library'
        : 'executable';
  const architecture = ARCHITECTURES.has(outcome.goarch)
    ? (outcome.goarch as typeof stage.architecture)
    : null;
  world.artifacts.push({
    id,
    stage: stage.index,
    path: output.wild ? `${output.path}/*` : output.path,
    kind,
    linkage: outcome.linkage,
    architecture,
    confidence: fact.confidence,
    madeBy: call.place,
    program: 'go',
    because: fact.because,
    error: outcome.error,
    goBuild: index,
    ccBuild: null,
  });
  if (outcome.goos !== 'linux') return;
  if (output.wild)
    stage.files.wild.set(output.path, { artifact: id, carrier: null, programsOnly: output.programsOnly });
  else put(stage.files, output.path, { kind: 'artifact', artifact: id, carrier: null });
}

const ARCHITECTURES = new Set([
  'amd64',
  'arm64',
  'arm',
  '386',
  'ppc64le',
  's390x',
  'riscv64',
  'loong64',
  'mips64le',
]);

function flagsOf(call: Call, parsed: GoArguments): readonly GoFlag[] {
  return parsed.flags.flatMap((flag) => {
    const word = call.arguments[flag.wordIndex];
    if (!word) return [];
    const valueWord = flag.valueWordIndex === null ? null : (call.arguments[flag.valueWordIndex] ?? null);
    const place: Place = valueWord
      ? { path: word.place.path, span: cover(word.place.span, valueWord.place.span) }
      : word.place;
    return [
      {
        name: flag.name,
        value: flag.value,
        place,
        valuePlace: valueWord?.place ?? valueBehindEquals(call, word.place, flag.value),
      },
    ];
  });
}

/** The value in `-tags=netgo`'s own word: behind the first `=` of the file's text. */
function valueBehindEquals(call: Call, place: Place, value: string | null): Place | null {
  if (value === null) return null;
  const text = call.frame.world.texts.get(place.path)?.slice(place.span.start, place.span.end) ?? '';
  const equals = text.indexOf('=');
  return equals < 0
    ? null
    : { path: place.path, span: { start: place.span.start + equals + 1, end: place.span.end } };
}

/** The derivation's sentences, each at the place that decides it. */
function reasons(
  call: Call,
  outcome: GoLinkOutcome,
  settings: ReturnType<typeof goSettings>,
  program: GoBuild['because'],
  goVersion: string,
): GoBuild['because'] {
  const cgo = settingFor(settings, 'CGO_ENABLED');
  const { image } = call.frame.stage;
  const toolchain = because(
    l10n.t(
      'Go {0} runs in {1}.',
      goVersion,
      image.reference === '' ? l10n.t('this script') : image.reference,
    ),
    null,
  );
  const [first, ...rest] = outcome.because;
  const cgoPlace = cgo?.place ?? call.place;
  return [
    toolchain,
    ...(first ? [{ ...first, place: first.place ?? cgoPlace }] : []),
    ...program,
    ...rest.map((reason) => ({ ...reason, place: reason.place ?? call.place })),
  ];
}

/** Whether a flag's value holds a word of which nothing is known, so that it may say anything. */
export const mayHoldAnything = (value: string | null): boolean =>
  value !== null && value.split(/[\s'"]+/).some((word) => isWhollyUnknown(word));

/** Whether a path in the stage is a folder that `-o` puts files into. */
export const isOutputFolder = (call: Call, path: string): boolean => {
  const entry = lookUp(call.frame.stage.files, path);
  return entry?.kind === 'folder' || (entry?.kind === 'context' && entry.folder === true);
};
