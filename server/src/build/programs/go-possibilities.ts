// Where inputs of a Go build are not known: every reading of them, the ordinary one first, and how far their outcomes agree.
import type { GoArguments } from '../../linking/go-arguments.js';
import type { GoLinkInput, GoLinkOutcome, GoProgram } from '../../linking/go-link-model.js';
import { unknownLinkage } from '../../linking/linkage.js';
import { lookUp } from '../file-system.js';
import { hostImage, hostLibc } from '../host.js';
import type { Confidence } from '../model.js';
import { isKnown, isWhollyUnknown } from '../value.js';
import type { Call } from './call.js';
import type { Settings } from './go-settings.js';
import type { ProgramReading } from './go-program.js';

/** One reading: how sure it leaves us if it differs from the ordinary one. */
interface Reading {
  readonly input: GoLinkInput;
  /** `likely` where only the ordinary assumption about the program separates it, `possible` where anything could be. */
  readonly doubt: Confidence;
  /** Where nothing speaks for the ordinary reading against this one, their disagreement leaves the linkage unknown. */
  readonly voids: boolean;
}

/** Go version assumed where the toolchain's is not known: the newest stable at the facts' date. */
const ORDINARY_GO = '1.25';
/** Before 1.20 the standard library came compiled and cgo stayed on without a compiler; the oldest boundary that changes linkage. */
const OLD_GO = '1.19';

export function possibilities(
  call: Call,
  parsed: GoArguments,
  settings: Settings,
  program: ProgramReading,
): readonly Reading[] {
  const { stage } = call.frame;
  const host = hostLibc(stage);
  const environment: Record<string, string> = {};
  let open = false;
  for (const { name, value } of settings.values()) {
    if (value !== null) environment[name] = value;
    else if (LINKING.has(name)) open = true;
  }
  const words = call.arguments.map((argument) => argument.text);
  if (words.some((word, i) => i > 0 && isWhollyUnknown(word) && !isOperand(parsed, i))) open = true;
  if (
    parsed.flags.some(
      (flag) => DECISIVE.has(flag.name) && flag.value !== null && holdsUnknownWord(flag.value),
    )
  )
    open = true;
  const cc = environment['CC'] ?? '';
  const ccName = cc.trim().split(/\s+/)[0] ?? '';
  const found = ccFound(call, ccName);
  const base: GoLinkInput = {
    goVersion: stage.toolbox.go ?? ORDINARY_GO,
    host: {
      libc: host?.libc ?? 'glibc',
      libcVersion: host?.libcVersion ?? null,
      standardLibraryLibcVersion: null,
      architecture: stage.architecture,
    },
    compiler: {
      defaultFound: stage.toolbox.cCompiler ?? true,
      ccFound: found ?? true,
      libcHeaders: stage.toolbox.libcHeaders ?? true,
      staticLibc: ccName === 'musl-gcc' ? true : (stage.toolbox.staticLibc ?? true),
    },
    environment,
    arguments: words.filter(isUsable),
    program: program.ordinary,
  };
  const readings: Reading[] = [{ input: base, doubt: 'certain', voids: false }];
  const add = (input: GoLinkInput, doubt: Confidence, voids = false): void => {
    readings.push({ input, doubt, voids });
  };
  for (const other of program.others) add({ ...base, program: other }, 'likely');
  if (stage.toolbox.go === null) add({ ...base, goVersion: OLD_GO }, 'likely');
  if (stage.toolbox.cCompiler === null) {
    add(
      { ...base, compiler: { ...base.compiler, defaultFound: false, ccFound: false, libcHeaders: false } },
      'possible',
    );
  }
  if (found === null && stage.toolbox.cCompiler !== null) {
    add({ ...base, compiler: { ...base.compiler, ccFound: false } }, 'possible');
  }
  if (stage.toolbox.libcHeaders === null)
    add({ ...base, compiler: { ...base.compiler, libcHeaders: false } }, 'possible');
  if (stage.toolbox.staticLibc === null && ccName !== 'musl-gcc') {
    add({ ...base, compiler: { ...base.compiler, staticLibc: false } }, 'possible');
  }
  if (host === null) {
    // A script's host is ordinarily a glibc machine; an image of which nothing is known is ordinarily nothing.
    const voids = stage.image !== hostImage;
    add({ ...base, host: { ...base.host, libc: 'musl' } }, 'possible', voids);
    add({ ...base, compiler: { ...base.compiler, defaultFound: false } }, 'possible', voids);
  }
  if (open) {
    add({ ...base, environment: { ...environment, CGO_ENABLED: '0' } }, 'possible');
    add({ ...base, arguments: withStatic(base.arguments) }, 'possible');
    add({ ...base, program: NO_IMPORTS }, 'possible');
  }
  return readings;
}

const NO_IMPORTS: GoProgram = { imports: [], cgoPackages: [] };
const LINKING = new Set(['CGO_ENABLED', 'GOFLAGS', 'CC', 'CGO_LDFLAGS', 'GOOS', 'GOARCH']);
const DECISIVE = new Set(['-ldflags', '-tags', '-buildmode', '-linkmode']);

/** A value some word of which is wholly unknown, outside `-X name=value` pairs, whose values link nothing. */
function holdsUnknownWord(value: string): boolean {
  const words = value.split(/[\s'"]+/);
  return words.some((word, i) => isWhollyUnknown(word) && words[i - 1] !== '-X');
}

const isOperand = (parsed: GoArguments, index: number): boolean =>
  parsed.packages.some((one) => one.wordIndex === index) ||
  parsed.flags.some((flag) => flag.valueWordIndex === index);

/** A wholly unknown word says nothing; leaving it out is the ordinary reading (an empty variable). */
const isUsable = (word: string): boolean => isKnown(word) || !isWhollyUnknown(word);

const withStatic = (words: readonly string[]): readonly string[] => [
  ...words.slice(0, 1),
  '-ldflags=-linkmode external -extldflags -static',
  ...words.slice(1),
];

/** Whether the compiler that CC names is there; null where something may have brought it that is not followed. */
function ccFound(call: Call, name: string): boolean | null {
  const { toolbox, opaque, unlistedPackages, image } = call.frame.stage;
  if (name === '' || name === 'gcc' || name === 'cc') return toolbox.cCompiler;
  if (name === 'musl-gcc') return toolbox.muslGcc;
  if (name.includes('/')) return lookUp(call.frame.stage.files, name) === null ? null : true;
  if (toolbox.compilers.has(name)) return true;
  if (OWN_NAME.test(name)) return toolbox.cCompiler;
  return opaque !== null || unlistedPackages || image.libc === 'unknown' ? null : false;
}

/** Other names of a distribution's own gcc: with its version, and Debian's with the machine's triplet. */
const OWN_NAME = /^(?:x86_64-linux-gnu-)?g(?:cc|\+\+)(?:-\d+)?$/;

export interface Settled {
  readonly input: GoLinkInput;
  readonly outcome: GoLinkOutcome;
  readonly agreement: Confidence;
}

const RANK: Record<Confidence, number> = { certain: 0, likely: 1, possible: 2 };

/** Links every reading; the first one's outcome stands, as surely as the readings that disagree allow. */
export function settle(readings: readonly Reading[], link: (input: GoLinkInput) => GoLinkOutcome): Settled {
  const [first, ...others] = readings;
  if (!first) throw new Error('no reading of a Go build');
  const outcome = link(first.input);
  let agreement: Confidence = 'certain';
  let voided = false;
  for (const { input, doubt, voids } of others) {
    if ((RANK[doubt] <= RANK[agreement] && !voids) || agree(outcome, link(input))) continue;
    if (RANK[doubt] > RANK[agreement]) agreement = doubt;
    voided ||= voids;
  }
  const settled = voided ? { ...outcome, linkage: unknownLinkage, error: null, failure: null } : outcome;
  return { input: first.input, outcome: settled, agreement };
}

const agree = (a: GoLinkOutcome, b: GoLinkOutcome): boolean =>
  a.linkage.type === b.linkage.type &&
  a.linkage.libc === b.linkage.libc &&
  a.linkage.interpreter === b.linkage.interpreter &&
  a.failure === b.failure &&
  a.crashesAtStart === b.crashesAtStart;
