// What installing a package changes in an image, and which packages a need asks for.
import type { Architecture, PackageManager } from './image-facts.js';
import { distributionGo, offeredIn, packageRows, type PackageRow } from './package-data.js';
import { atLeast } from './version.js';

export interface PackageContext {
  readonly distribution: string | null;
  readonly release: string | null;
  /** apt's `--no-install-recommends`; apk and the rest have no recommendations to leave out. */
  readonly withoutRecommends?: boolean;
}

export interface PackageEffects {
  /** `gcc` comes to PATH. */
  readonly cCompiler: boolean;
  /** Commands that come to PATH: `gcc`, `clang`, `musl-gcc`. */
  readonly compilerNames: readonly string[];
  readonly libcHeaders: boolean;
  readonly staticLibc: boolean;
  /** A C++ compiler with its libstdc++. */
  readonly cxx: boolean;
  /** `musl-gcc` on a glibc distribution. */
  readonly muslTools: boolean;
  /** musl's loader on a glibc distribution. */
  readonly muslLoader: boolean;
  readonly go: boolean;
  /** Go of the distribution's own repository; null where it brings none or the release is not known. */
  readonly goVersion: string | null;
  /** Cross compilers; `withLibc` says whether the target's headers and libc come along. */
  readonly crossCompilers: readonly {
    readonly architecture: Architecture;
    readonly command: string;
    readonly withLibc: boolean;
  }[];
  /** Stand-in for glibc on a musl distribution. */
  readonly shim: 'gcompat' | 'libc6-compat' | 'glibc' | null;
  /** Every reading of `shim` that the release leaves open. */
  readonly shimReadings: readonly ('gcompat' | 'libc6-compat' | 'glibc')[];
  /** Sonames it brings, as far as known. */
  readonly libraries: readonly string[];
  /** False where the package is not in our table: it may bring any library. */
  readonly known: boolean;
}

interface Gathered {
  cCompiler: boolean;
  libcHeaders: boolean;
  staticLibc: boolean;
  cxx: boolean;
  muslTools: boolean;
  muslLoader: boolean;
  go: boolean;
  shim: PackageEffects['shim'];
  compilerNames: Set<string>;
  libraries: Set<string>;
  crossCompilers: Map<string, PackageEffects['crossCompilers'][number]>;
}

interface Index {
  readonly names: ReadonlyMap<string, PackageRow>;
  readonly patterns: readonly (readonly [RegExp, PackageRow])[];
}

const indexes = new Map<string, Index>(
  Object.entries(packageRows).map(([manager, rows]) => {
    const names = new Map<string, PackageRow>();
    const patterns: (readonly [RegExp, PackageRow])[] = [];
    for (const row of rows)
      for (const name of row.names)
        if (typeof name === 'string') names.set(name, row);
        else patterns.push([name, row]);
    return [manager, { names, patterns }];
  }),
);

/**
 * What a package brings, its dependencies among them.
 * @param name as given to the manager, without version (`gcc`, `libc6-compat`, `/tmp/glibc-2.35-r1.apk`).
 * @param context release of the image, for packages whose meaning changed (libc6-compat is gcompat from Alpine 3.19 on).
 */
export function packageEffects(
  manager: PackageManager,
  name: string,
  context: PackageContext,
): PackageEffects {
  const gathered: Gathered = {
    cCompiler: false,
    libcHeaders: false,
    staticLibc: false,
    cxx: false,
    muslTools: false,
    muslLoader: false,
    go: false,
    shim: null,
    compilerNames: new Set(),
    libraries: new Set(),
    crossCompilers: new Map(),
  };
  const index = indexes.get(manager === 'apk' && context.distribution === 'wolfi' ? 'wolfi' : manager);
  const known = index !== undefined && gather(index, baseName(name), context, gathered, new Set());
  const readings = shimReadings(gathered.shim, context);
  const [reading] = readings;
  return {
    ...gathered,
    compilerNames: [...gathered.compilerNames],
    libraries: [...gathered.libraries],
    crossCompilers: [...gathered.crossCompilers.values()],
    shim: readings.length === 1 && reading !== undefined ? reading : gathered.shim,
    shimReadings: readings,
    goVersion: gathered.go ? goOf(name, context) : null,
    known,
  };
}

const longestName = 128;
const baseName = (name: string): string =>
  name.slice(Math.max(name.lastIndexOf('/') + 1, name.length - longestName));

function gather(
  index: Index,
  name: string,
  context: PackageContext,
  into: Gathered,
  seen: Set<string>,
): boolean {
  if (seen.has(name)) return true;
  seen.add(name);
  const row = index.names.get(name) ?? index.patterns.find(([pattern]) => pattern.test(name))?.[1];
  if (!row) return false;
  into.cCompiler ||= row.cCompiler === true;
  into.libcHeaders ||= row.libcHeaders === true;
  into.staticLibc ||= row.staticLibc === true;
  into.cxx ||= row.cxx === true;
  into.muslTools ||= row.muslTools === true;
  into.muslLoader ||= row.muslLoader === true;
  into.go ||= row.go === true;
  into.shim ??= row.shim ?? null;
  for (const command of row.compilerNames ?? []) into.compilerNames.add(command);
  const own = versionedCommand(name);
  if (own !== null) into.compilerNames.add(own);
  for (const library of row.libraries ?? []) into.libraries.add(library);
  if (row.crossCompiler) addCross(into, row.crossCompiler);
  for (const other of row.depends ?? []) gather(index, other, context, into, seen);
  if (context.withoutRecommends !== true)
    for (const other of row.recommends ?? []) gather(index, other, context, into, seen);
  return true;
}

/** Debian's `gcc-12`, `g++-12`, `clang-14` are called by that name. */
const versionedCommand = (name: string): string | null =>
  /^(gcc|g\+\+|clang)-\d+(\.\d+)?$/.test(name) ? name : null;

function addCross(into: Gathered, found: PackageEffects['crossCompilers'][number]): void {
  const before = into.crossCompilers.get(found.architecture);
  into.crossCompilers.set(found.architecture, {
    architecture: found.architecture,
    command: found.command === '' ? (before?.command ?? '') : found.command,
    withLibc: found.withLibc || before?.withLibc === true,
  });
  if (found.command !== '') into.compilerNames.add(found.command);
}

// aports: libc6-compat was a subpackage of musl up to Alpine 3.18; from 3.19 on gcompat provides the name.
function shimReadings(
  shim: PackageEffects['shim'],
  { distribution, release }: PackageContext,
): PackageEffects['shimReadings'] {
  if (shim !== 'libc6-compat') return shim === null ? [] : [shim];
  if (distribution === 'alpine' && release === 'edge') return ['gcompat'];
  if (distribution !== 'alpine' || release === null) return ['libc6-compat', 'gcompat'];
  return atLeast(release, '3.19') ? ['gcompat'] : ['libc6-compat'];
}

function goOf(name: string, { distribution, release }: PackageContext): string | null {
  const named = /^golang-(1\.\d+)/.exec(name) ?? /^go-?(1\.\d+)$/.exec(name);
  return named?.[1] ?? distributionGo[`${distribution ?? ''}:${release ?? ''}`] ?? null;
}

export type PackageNeed =
  | 'c-compiler'
  | 'c++-compiler'
  | 'libc-headers'
  | 'static-libc'
  | 'musl-compiler'
  | 'glibc-shim'
  | 'c++-runtime'
  | 'go';

const needs: Readonly<
  Partial<Record<PackageManager, Readonly<Partial<Record<PackageNeed, readonly string[]>>>>>
> = {
  apk: {
    'c-compiler': ['gcc', 'musl-dev'],
    'c++-compiler': ['g++'],
    'libc-headers': ['musl-dev'],
    'static-libc': ['musl-dev'],
    'glibc-shim': ['gcompat'],
    'c++-runtime': ['libstdc++'],
    go: ['go'],
  },
  apt: {
    'c-compiler': ['gcc', 'libc6-dev'],
    'c++-compiler': ['g++'],
    'libc-headers': ['libc6-dev'],
    'static-libc': ['libc6-dev'],
    'musl-compiler': ['musl-tools'],
    'c++-runtime': ['libstdc++6'],
    go: ['golang-go'],
  },
  zypper: {
    'c-compiler': ['gcc', 'glibc-devel'],
    'c++-compiler': ['gcc-c++'],
    'libc-headers': ['glibc-devel'],
    'static-libc': ['glibc-devel-static'],
    'c++-runtime': ['libstdc++6'],
    go: ['go'],
  },
  pacman: {
    'c-compiler': ['gcc'],
    'c++-compiler': ['gcc'],
    'musl-compiler': ['musl'],
    'c++-runtime': ['gcc-libs'],
    go: ['go'],
  },
  tdnf: {
    'c-compiler': ['gcc', 'glibc-devel', 'binutils'],
    'c++-compiler': ['gcc', 'glibc-devel', 'binutils'],
    'libc-headers': ['glibc-devel'],
    'static-libc': ['glibc-static'],
    'c++-runtime': ['libstdc++'],
  },
};
const rpmNeeds: NonNullable<(typeof needs)[PackageManager]> = {
  'c-compiler': ['gcc', 'glibc-devel'],
  'c++-compiler': ['gcc-c++'],
  'libc-headers': ['glibc-devel'],
  'static-libc': ['glibc-static'],
  'c++-runtime': ['libstdc++'],
  go: ['golang'],
};

const wolfiNeeds: NonNullable<(typeof needs)[PackageManager]> = {
  'c-compiler': ['build-base'],
  'c++-compiler': ['build-base'],
  'libc-headers': ['glibc-dev'],
  'c++-runtime': ['libstdc++'],
  go: ['go'],
};

/**
 * Packages that satisfy a need; null where the manager offers none that we know.
 * @param distribution of the image, where it is known: Wolfi's apk has other names than Alpine's.
 */
export function packagesFor(
  manager: PackageManager,
  need: PackageNeed,
  distribution: string | null = null,
): readonly string[] | null {
  if (manager === 'apk' && distribution === 'wolfi') return wolfiNeeds[need] ?? null;
  const rows = manager === 'dnf' || manager === 'yum' || manager === 'microdnf' ? rpmNeeds : needs[manager];
  return rows?.[need] ?? null;
}

/**
 * The packages that bring a C compiler for another architecture with the libc it links, and the command to call it by.
 * @returns null where the manager offers none that we know.
 */
export function crossCompilerFor(
  manager: PackageManager,
  architecture: Architecture,
): { readonly command: string; readonly packages: readonly string[] } | null {
  for (const { names, crossCompiler, cxx, recommends = [] } of packageRows[manager] ?? []) {
    const [name] = names;
    if (crossCompiler?.architecture !== architecture || crossCompiler.command === '' || cxx === true)
      continue;
    if (typeof name === 'string') return { command: crossCompiler.command, packages: [name, ...recommends] };
  }
  return null;
}

/**
 * The package that brings a shared library on a release, by its smallest name.
 * @param soname `libstdc++.so.6`.
 * @returns null where we know none, or not whether the release offers it.
 */
export function packageWithLibrary(
  manager: PackageManager,
  soname: string,
  { distribution, release }: PackageContext,
): string | null {
  const rows = packageRows[manager === 'apk' && distribution === 'wolfi' ? 'wolfi' : manager] ?? [];
  const row = rows.find(({ libraries = [] }) => libraries.includes(soname));
  const names = (row?.names ?? []).filter((name) => typeof name === 'string');
  return names.find((name) => isOffered(name, distribution, release)) ?? null;
}

function isOffered(name: string, distribution: string | null, release: string | null): boolean {
  const offers = offeredIn[name];
  if (offers === undefined) return true;
  const range = offers[distribution ?? ''];
  if (range === undefined || release === null) return false;
  const [first, last] = range;
  return atLeast(release, first) && atLeast(last, release);
}
