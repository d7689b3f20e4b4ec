// Artifact meets runtime: every artifact's last places in stages that start things, each with its verdict.
import * as l10n from '@vscode/l10n';
import { doubtfulSymbols, missingSymbols, type ShimRuntime } from '../knowledge/shims.js';
import { load } from '../linking/loader.js';
import type { Runtime, Starter, Verdict } from '../linking/loader-model.js';
import { because } from '../text/because.js';
import type { Place } from '../text/span.js';
import { lookUp, nameOf, normalise, type Carrier } from './file-system.js';
import type { Execution, StageState } from './machine.js';
import type { Artifact, Command, Confidence, Placement } from './model.js';
import { runtimeOf } from './runtime.js';
import { SEARCH_PATH } from './search-path.js';
import { isKnown } from './value.js';

/** Placements of all artifacts that lie in a runtime stage when it ends; in one that may only export files nothing is sure to start. */
export function placementsIn(
  stage: StageState,
  artifacts: readonly Artifact[],
  exportsOnly: boolean,
): readonly Placement[] {
  const runtime = runtimeOf(stage);
  const placements: Placement[] = [];
  const seen = new Set<string>();
  const add = (id: number, path: string, carrier: Carrier | null, wild: boolean): void => {
    const artifact = artifacts[id];
    if (!artifact || artifact.kind === 'archive' || artifact.linkage.type === 'not-built') return;
    const started = wild ? null : startedBy(stage, path);
    const place = carrier?.place ?? artifact.madeBy;
    const key = `${id} ${path}`;
    if (seen.has(key)) return;
    seen.add(key);
    const placement = placed(artifact, stage, runtime, wild ? `${path}/*` : path, place, carrier, started);
    placements.push(exportsOnly ? { ...placement, confidence: 'possible' } : placement);
  };
  for (const [path, entry] of stage.files.entries)
    if (entry.kind === 'artifact') add(entry.artifact, path, entry.carrier, false);
  for (const [path, wild] of stage.files.wild) add(wild.artifact, path, wild.carrier, true);
  return placements.map((placement) => withUse(placement, placements, stage, artifacts));
}

/** A library hurts only the program that loads it: where none of its making is beside it and the image starts nothing, it may only be packed. */
function withUse(
  placement: Placement,
  all: readonly Placement[],
  stage: StageState,
  artifacts: readonly Artifact[],
): Placement {
  const artifact = artifacts[placement.artifact];
  if (artifact?.kind !== 'shared-library' || stage.entrypoint !== null || stage.command !== null)
    return placement;
  const companion = all.some((other) => {
    const program = artifacts[other.artifact];
    return (
      program?.kind === 'executable' && program.stage === artifact.stage && program.linkage.type === 'dynamic'
    );
  });
  return companion ? placement : { ...placement, confidence: 'possible' };
}

/** Artifacts that a RUN starts in a stage: if they cannot start there, the build stops at that line. */
export function placementOfExecution(
  execution: Execution,
  stage: StageState,
  artifacts: readonly Artifact[],
): Placement | null {
  const artifact = artifacts[execution.artifact];
  if (!artifact || artifact.linkage.type === 'not-built') return null;
  const placement = placed(
    artifact,
    stage,
    runtimeOf(stage),
    execution.path,
    execution.place,
    execution.carrier,
    null,
  );
  return { ...placement, startedBy: execution.place };
}

function placed(
  artifact: Artifact,
  stage: StageState,
  runtime: Runtime,
  path: string,
  place: Place,
  carrier: Carrier | null,
  started: { command: Command; starter: Starter } | null,
): Placement {
  const starter = started?.starter ?? (runtime.hasShell === false ? 'exec' : 'shell');
  const name = startName(artifact, path, started);
  const first = judge(artifact, runtime, name, starter);
  // runc looks the word up on PATH and names the file that it found; loaders name the word.
  const looksUp = starter === 'exec' && !name.includes('/') && path.startsWith('/') && isMissingLoader(first);
  const verdict = looksUp ? judge(artifact, runtime, path, starter) : first;
  const unsure = stage.opaque !== null && verdict.kind === 'fails' && verdict.cause !== 'wrong-architecture';
  return {
    artifact: artifact.id,
    stage: stage.index,
    path,
    place,
    sourceSpan: carrier?.sourceSpan ?? null,
    verdict,
    confidence: least(
      artifact.confidence,
      verdict.certain ? 'certain' : 'possible',
      unsure ? 'likely' : 'certain',
    ),
    startedBy: started?.command.place ?? null,
  };
}

const isMissingLoader = ({ cause }: Verdict): boolean => cause === 'no-loader' || cause === 'other-libc';

const ORDER: readonly Confidence[] = ['certain', 'likely', 'possible'];
const least = (...all: readonly Confidence[]): Confidence =>
  ORDER[Math.max(...all.map((one) => ORDER.indexOf(one)))] ?? 'possible';

function judge(artifact: Artifact, runtime: Runtime, name: string, starter: Starter): Verdict {
  if (artifact.kind === 'executable') {
    return load({
      linkage: artifact.linkage,
      architecture: artifact.architecture,
      path: name,
      runtime,
      starter,
    });
  }
  return judgeLibrary(artifact, runtime, name);
}

/** A shared library is loaded by the program of its image: with another libc its symbols are not there, or mean something else. */
function judgeLibrary(artifact: Artifact, runtime: Runtime, name: string): Verdict {
  const { linkage } = artifact;
  const foreign =
    (linkage.libc === 'glibc' || linkage.libc === 'musl') &&
    (runtime.libc === 'glibc' || runtime.libc === 'musl') &&
    runtime.libc !== linkage.libc;
  if (!foreign) {
    return load({ linkage, architecture: artifact.architecture, path: name, runtime, starter: 'exec' });
  }
  if (runtime.loaders.some((loader) => loader.libc === linkage.libc)) return NOT_KNOWN;
  const [shim] = runtime.shims;
  if (shim === 'glibc') return NOT_KNOWN;
  const { symbols } = linkage;
  const at: ShimRuntime = { alpineRelease: runtime.release, shim: shim ?? 'none' };
  const [missing] = symbols === null ? [] : missingSymbols(symbols, at);
  const symbol = missing ?? (symbols === null ? undefined : doubtfulSymbols(symbols, at)[0]);
  if (shim !== undefined && symbol === undefined) return NOT_KNOWN;
  const relocation = symbol === undefined ? null : `Error relocating ${name}: ${symbol}: symbol not found`;
  return {
    kind: 'fails',
    cause: shim === undefined ? 'other-libc' : 'symbol-missing',
    predictedError: relocation,
    exitCode: relocation === null ? null : 127,
    missing: symbol ?? null,
    certain: shim === undefined || missing !== undefined,
    because: [
      because(
        l10n.t(
          'The library was linked against {0}; programs of this image use {1}.',
          linkage.libc ?? '',
          runtime.libc,
        ),
      ),
    ],
  };
}

const NOT_KNOWN: Verdict = {
  kind: 'unknown',
  cause: null,
  predictedError: null,
  exitCode: null,
  missing: null,
  certain: false,
  because: [],
};

/** How the user will name the file: as ENTRYPOINT or CMD do, by its bare name where it lies on PATH, else by its path. */
function startName(artifact: Artifact, path: string, started: { command: Command } | null): string {
  if (!path.includes('/')) return path;
  const wild = path.endsWith('/*');
  const name = wild ? (artifact.programNames?.[0] ?? nameOf(path)) : nameOf(path);
  const folder = path.slice(0, path.lastIndexOf('/')) || '/';
  if (artifact.kind === 'shared-library') return wild ? `${folder}/lib*.so` : path;
  const word = started?.command.words.find((one) => nameOf(`/${one}`) === nameOf(path));
  if (word !== undefined) return word;
  return SEARCH_PATH.includes(folder) ? name : `${folder === '/' ? '' : folder}/${name}`;
}

/** ENTRYPOINT or CMD whose words name the path, and how they start it. */
function startedBy(stage: StageState, path: string): { command: Command; starter: Starter } | null {
  for (const command of [stage.entrypoint, stage.command]) {
    if (!command) continue;
    const [first, ...rest] = command.words;
    if (first === undefined) continue;
    if (names(stage, first, path)) return { command, starter: command.form === 'exec' ? 'exec' : 'shell' };
    if (rest.some((word) => names(stage, word, path)))
      return { command, starter: command.form === 'exec' ? 'exec' : 'shell' };
  }
  return null;
}

function names(stage: StageState, word: string, path: string): boolean {
  if (!isKnown(word) || word === '') return false;
  if (word.includes('/')) {
    const at = normalise(word, isKnown(stage.workdir) ? stage.workdir : '/');
    if (at === path) return true;
    const entry = stage.files.entries.get(at);
    return entry?.kind === 'link' && lookUp(stage.files, at) === lookUp(stage.files, path);
  }
  return word === nameOf(path) && SEARCH_PATH.includes(path.slice(0, path.lastIndexOf('/')) || '/');
}
