// What a dynamically linked Go program asks of its libc: needed libraries and the least glibc version, by the libc it was linked on.
import type { Architecture } from '../knowledge/image-facts.js';
import { atLeast, compareVersions } from '../knowledge/version.js';
import { mergedGlibc, oldestGlibc } from './glibc-baseline.js';

export interface Demands {
  /** Version of the glibc linked against; null where it is not known. */
  readonly libcVersion: string | null;
  readonly architecture: Architecture;
  /** runtime/cgo is linked in. */
  readonly runtimeCgo: boolean;
  /** Package net with its C resolver, from a release on that links libresolv. */
  readonly resolv: boolean;
  readonly plugin: boolean;
  /** Linked by the C compiler, or as Go ≤ 1.19 did with packages of the standard library: decides the order of symbol versions. */
  readonly external: boolean;
  readonly sanitizer: '-race' | '-msan' | '-asan' | null;
  /** `-lm`, `-ldl`… of the program's own cgo packages and of CGO_LDFLAGS. */
  readonly libraries: readonly string[];
  /** Highest version that the program's own C code asks for beyond Go's; null where none or not known. */
  readonly own: string | null;
}

export interface Requirements {
  readonly needed: readonly string[];
  readonly minimumVersion: string | null;
  /** Symbol versions from 2.32 on, in the order in which the loader names them; null where not known. */
  readonly versions: readonly string[] | null;
}

/** pthread_cond_* of 2.3.2, which runtime/cgo asks for (measured on glibc 2.31). */
const THREADS = '2.3.2';

/** Measured on glibc 2.31, 2.36, 2.41 and 2.43 with Go 1.15 to 1.27 (2026-11); a program linked on an unknown version asks for an unknown one. */
export function glibcRequirements(demands: Demands): Requirements {
  const { libcVersion, architecture, runtimeCgo, own } = demands;
  const merged = libcVersion === null || atLeast(libcVersion, mergedGlibc);
  const versions = [oldestGlibc[architecture]];
  if (merged) versions.push(mergedGlibc);
  else if (runtimeCgo) versions.push(THREADS);
  if (!merged && demands.sanitizer !== null) versions.push('2.6');
  if (own !== null) versions.push(own);
  return {
    versions: libcVersion === null ? null : youngVersions(demands, merged),
    needed: merged ? neededMerged(demands) : neededBefore(demands),
    minimumVersion:
      libcVersion === null ? null : versions.reduce((a, b) => (compareVersions(a, b) < 0 ? b : a)),
  };
}

/** pthread_sigmask became part of libc in 2.32, the rest of libpthread in 2.34; recorded in 89 failed starts on glibc 2.31. */
function youngVersions({ runtimeCgo, external, own }: Demands, merged: boolean): readonly string[] {
  const base = !merged
    ? []
    : !runtimeCgo
      ? [mergedGlibc]
      : external
        ? ['2.32', mergedGlibc]
        : [mergedGlibc, '2.32'];
  const more = own !== null && compareVersions(own, mergedGlibc) > 0 ? [own] : [];
  return [...base, ...more].map((version) => `GLIBC_${version}`);
}

function neededMerged(demands: Demands): readonly string[] {
  const { libraries, sanitizer } = demands;
  const math = libraries.includes('-lm') || sanitizer === '-msan';
  return [
    ...sanitizerLibraries(demands),
    ...(math ? ['libm.so.6'] : []),
    ...(sanitizer === '-msan' ? ['libgcc_s.so.1'] : []),
    'libc.so.6',
  ];
}

function neededBefore(demands: Demands): readonly string[] {
  const { libraries, runtimeCgo, resolv, plugin } = demands;
  return [
    ...sanitizerLibraries(demands),
    ...(plugin || libraries.includes('-ldl') ? ['libdl.so.2'] : []),
    ...(libraries.includes('-lm') ? ['libm.so.6'] : []),
    ...(resolv ? ['libresolv.so.2'] : []),
    ...(runtimeCgo ? ['libpthread.so.0'] : []),
    'libc.so.6',
  ];
}

/** GCC 12 and newer, which came with glibc 2.36, bring libasan.so.8; older ones differ between distributions of the same glibc. */
const sanitizerLibraries = ({ sanitizer, libcVersion }: Demands): readonly string[] =>
  sanitizer === '-asan' && libcVersion !== null && atLeast(libcVersion, '2.36') ? ['libasan.so.8'] : [];
