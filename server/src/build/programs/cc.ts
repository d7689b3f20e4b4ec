// gcc, cc, clang, g++, musl-gcc and cross compilers: what a link makes.
import { ccLink } from '../../linking/cc-link.js';
import type { Linkage } from '../../linking/linkage.js';
import { normalise, put } from '../file-system.js';
import type { Confidence } from '../model.js';
import { hostLibc } from '../host.js';
import { isKnown, isWhollyUnknown } from '../value.js';
import { pathOf } from './file-commands.js';
import type { Program } from './call.js';

/** Names compilers are called by: a target triplet before, a version behind. */
const COMPILER = /^(?:[\w.]+-)*(?:gcc|g\+\+|cc|c\+\+|clang|clang\+\+)(?:-\d+(?:\.\d+)?)?$/;

/** tonistiigi/xx's wrappers choose a target of their own: what they make is not known. */
export const isCompilerName = (name: string): boolean => COMPILER.test(name) && !name.startsWith('xx-');

export const cc: Program = (call) => {
  const { stage, world } = call.frame;
  const host = hostLibc(stage);
  const words = call.arguments.map((argument) => argument.text);
  if (
    host === null ||
    words.some(
      (word) => word === '-c' || word === '-E' || word === '-S' || word === '--version' || word === '-v',
    )
  )
    return 'success';
  if (!words.some((word, i) => !word.startsWith('-') && words[i - 1] !== '-o')) return 'success';
  const outcome = ccLink({
    compiler: call.name,
    host: { ...host, distribution: stage.image.distribution, architecture: stage.architecture },
    staticLibc: stage.toolbox.staticLibc ?? true,
    arguments: words.filter(isKnown),
    language: /\+\+/.test(call.name) ? 'c++' : 'c',
  });
  if (outcome.produces === 'object') return 'success';
  const unsure = words.some(isWhollyUnknown);
  const confidence: Confidence = unsure ? 'possible' : call.frame.conditional > 0 ? 'likely' : 'certain';
  const target = outputOf(words) ?? 'a.out';
  const path = pathOf(call, target);
  const buildIndex = world.facts.length;
  const id = world.artifacts.length;
  world.facts.push({
    kind: 'cc-build',
    stage: stage.index,
    compiler: call.name,
    place: call.place,
    compilerPlace: call.namePlace,
    outcome,
    confidence,
    artifacts: path === null ? [] : [id],
    conditional: call.frame.conditional > 0,
  });
  if (path === null) return 'success';
  const failed = outcome.error !== null;
  world.artifacts.push({
    id,
    stage: stage.index,
    path,
    kind: outcome.produces === 'shared-library' ? 'shared-library' : 'executable',
    linkage: failed ? ({ ...outcome.linkage, type: 'not-built' } satisfies Linkage) : outcome.linkage,
    architecture: stage.architecture,
    confidence,
    madeBy: call.place,
    program: call.name,
    because: outcome.because.map((reason) => ({ ...reason, place: reason.place ?? call.place })),
    error: outcome.error,
    goBuild: null,
    ccBuild: buildIndex,
  });
  put(stage.files, normalise(path), { kind: 'artifact', artifact: id, carrier: null });
  return failed ? 'failure' : 'success';
};

function outputOf(words: readonly string[]): string | null {
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (word === '-o') return words[i + 1] ?? null;
    if (/^-o./.test(word)) return word.slice(2);
  }
  return null;
}
