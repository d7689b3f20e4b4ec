// glibc's stand-ins on Alpine: which files each brings, and which of glibc's symbols are still missing with it.
import { releaseById } from './distributions.js';
import type { Architecture } from './image-facts.js';
import { inGcompat, inGcompat110, inNeither, inSomeMusl } from './glibc-symbols.js';
import { loaderPath } from './loaders.js';
import { atLeast } from './version.js';

export interface ShimRuntime {
  /** `3.20`, `edge`; null where it is not known. */
  readonly alpineRelease: string | null;
  readonly shim: 'none' | 'loader-symlink' | 'libc6-compat' | 'gcompat';
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));
const nowhere = words(inNeither);
const gcompatAlways = words(inGcompat);
const gcompatSince110 = words(inGcompat110);
/** Alpine releases whose musl was read, oldest first. */
const measured = ['3.13', '3.16', '3.18', '3.20', 'edge'] as const;

// aports: gcompat 0.x up to 3.12, 1.0.0 in 3.13 to 3.16, 1.1.0 from 3.17 on.
const gcompatVersion = (release: string): string =>
  isAtLeast(release, '3.17') ? '1.1.0' : isAtLeast(release, '3.13') ? '1.0.0' : '0.4.0';

const isAtLeast = (release: string, floor: string): boolean => release === 'edge' || atLeast(release, floor);

/**
 * Symbols that neither musl nor the shim exports: a program that asks for one of them does not start.
 * Names that are not glibc's, and names that we hold nothing of, are never among them.
 * @returns where the release is not known: those that no release has.
 */
export function missingSymbols(symbols: readonly string[], runtime: ShimRuntime): string[] {
  return symbols.filter((symbol) => presence(symbol, runtime) === 'missing');
}

/** Symbols that some release lacks and another has; empty where the release is known. */
export function doubtfulSymbols(symbols: readonly string[], runtime: ShimRuntime): string[] {
  return symbols.filter((symbol) => presence(symbol, runtime) === 'depends');
}

type Presence = 'present' | 'missing' | 'depends';

function presence(symbol: string, { alpineRelease, shim }: ShimRuntime): Presence {
  const inMusl = muslPresence(symbol, alpineRelease);
  if (inMusl === 'present') return 'present';
  const inShim = readings(shim, alpineRelease).map((reading) => shimPresence(symbol, reading));
  const [first] = inShim;
  const shimSays = first !== undefined && inShim.every((each) => each === first) ? first : 'depends';
  if (shimSays === 'present') return 'present';
  return inMusl === 'missing' && shimSays === 'missing' ? 'missing' : 'depends';
}

function muslPresence(symbol: string, release: string | null): Presence {
  if (!Object.hasOwn(inSomeMusl, symbol))
    return nowhere.has(symbol) || gcompatAlways.has(symbol) || gcompatSince110.has(symbol)
      ? 'missing'
      : 'present';
  // The loader of newer musl still maps readdir64_r, though its table no longer names it.
  if (symbol === 'readdir64_r') return 'present';
  if (release === null) return 'depends';
  const releases = inSomeMusl[symbol] ?? [];
  const older = measured.findLast(
    (each) => each === release || (each !== 'edge' && isAtLeast(release, each)),
  );
  if (older !== undefined && releases.includes(older)) return 'present';
  const newer = measured.find((each) => isAtLeast(each, release));
  const sameAsOlder = older !== undefined && muslVersion(older) === muslVersion(release);
  return newer !== undefined && newer !== older && releases.includes(newer) && !sameAsOlder
    ? 'depends'
    : 'missing';
}

const muslVersion = (release: string): string | null => releaseById(`alpine:${release}`)?.version ?? null;

type Reading = { readonly gcompat: string | null };

function readings(shim: ShimRuntime['shim'], release: string | null): readonly Reading[] {
  const gcompat =
    release === null ? [{ gcompat: '1.0.0' }, { gcompat: '1.1.0' }] : [{ gcompat: gcompatVersion(release) }];
  if (shim === 'gcompat') return gcompat;
  if (shim !== 'libc6-compat') return [{ gcompat: null }];
  if (release === null) return [{ gcompat: null }, ...gcompat];
  return isAtLeast(release, '3.19') ? gcompat : [{ gcompat: null }];
}

function shimPresence(symbol: string, { gcompat }: Reading): Presence {
  if (gcompat === null) return 'missing';
  if (gcompatAlways.has(symbol)) return atLeast(gcompat, '1.0.0') ? 'present' : 'depends';
  if (gcompatSince110.has(symbol)) return atLeast(gcompat, '1.1.0') ? 'present' : 'missing';
  return 'missing';
}

export interface ShimFiles {
  /** What the package really is on that release. */
  readonly kind: 'libc6-compat' | 'gcompat';
  /** Paths of glibc's loader that it puts there. */
  readonly loaders: readonly string[];
  /** Sonames of glibc that it answers for beyond those that musl's loader takes for its own. */
  readonly libraries: readonly string[];
}

/** Sonames that musl's loader answers itself, whatever their version suffix (musl, ldso/dynlink.c, `load_library`). */
export const muslReserved = ['libc', 'libpthread', 'librt', 'libm', 'libdl', 'libutil', 'libxnet'] as const;

/** Whether musl's loader takes a needed library for itself and looks for no file. */
export function isMuslReserved(soname: string): boolean {
  const stem = soname.slice(0, Math.max(soname.indexOf('.'), 0));
  return muslReserved.some((name) => name === stem);
}

/**
 * What a shim package puts on an Alpine release.
 * @returns one entry per reading: a single one where the release is known.
 */
export function shimProvided(
  packageName: 'libc6-compat' | 'gcompat',
  alpineRelease: string | null,
  architecture: Architecture = 'amd64',
): readonly ShimFiles[] {
  const kinds: readonly ShimFiles['kind'][] =
    packageName === 'gcompat'
      ? ['gcompat']
      : alpineRelease === null
        ? ['libc6-compat', 'gcompat']
        : [isAtLeast(alpineRelease, '3.19') ? 'gcompat' : 'libc6-compat'];
  return kinds.map((kind) => filesOf(kind, alpineRelease, architecture));
}

function filesOf(kind: ShimFiles['kind'], release: string | null, architecture: Architecture): ShimFiles {
  const loader = loaderPath('glibc', architecture);
  const name = loader?.slice(loader.lastIndexOf('/') + 1) ?? '';
  if (kind === 'gcompat') {
    const repackaged = release === null || isAtLeast(release, '3.19');
    return {
      kind,
      loaders: [`/lib/${name}`, ...(loader?.startsWith('/lib64/') ? [loader] : [])],
      libraries: [name, ...(repackaged ? ['libcrypt.so.1', 'libresolv.so.2'] : [])],
    };
  }
  // aports main/musl APKBUILD: up to 1.1.18 /lib/<loader> with /lib64 a link to /lib and nothing on aarch64 and ppc64le; 1.1.22 on, <loader's own path> only.
  const early = release !== null && !isAtLeast(release, '3.10');
  const lacking = early && (architecture === 'arm64' || architecture === 'ppc64le');
  return {
    kind,
    loaders:
      lacking || loader === null
        ? []
        : early && loader.startsWith('/lib64/')
          ? [`/lib/${name}`, loader]
          : [loader],
    libraries: ['libcrypt.so.1', ...(early && !lacking ? [name] : [])],
  };
}
