// Go's own names of operating systems and processors, the pairs it builds for, and what others call them.
import { atLeast } from './version.js';

export interface GoPlatform {
  readonly os: string;
  readonly architecture: string;
  /** First and last Go release with the port; null: before 1.5, or still there in 1.26. */
  readonly since: string | null;
  readonly until: string | null;
  /** Whether cgo is supported there. */
  readonly cgo: boolean;
}

// `go tool dist list -json` of Go 1.26 and internal/platform/zosarch.go (broken ports build too); since and until: release notes of Go 1.4 to 1.26.
// A pair is written `architecture[>=since][<=until][!]`, `!` where cgo is not supported.
const ports: Readonly<Record<string, string>> = {
  aix: 'ppc64>=1.12',
  android: '386 amd64 arm arm64',
  darwin: 'amd64 arm64 386<=1.14 arm<=1.14',
  dragonfly: 'amd64 386<=1.4',
  freebsd: '386 amd64 arm arm64>=1.14 riscv64>=1.20',
  illumos: 'amd64>=1.13',
  ios: 'amd64>=1.16 arm64>=1.16',
  js: 'wasm>=1.11!',
  linux:
    '386 amd64 arm arm64 loong64>=1.19 mips>=1.8 mips64>=1.6 mips64le>=1.6 mipsle>=1.8 ppc64! ppc64le riscv64>=1.14 s390x>=1.7 sparc64',
  nacl: '386<=1.13! amd64p32<=1.13! arm<=1.13!',
  netbsd: '386 amd64 arm arm64>=1.13',
  openbsd: '386 amd64 arm arm64>=1.13 mips64>=1.16 ppc64>=1.22! riscv64>=1.23',
  plan9: '386! amd64! arm>=1.7!',
  solaris: 'amd64',
  wasip1: 'wasm>=1.21!',
  windows: '386 amd64 arm>=1.12<=1.25 arm64>=1.17',
};

export const goPlatforms: readonly GoPlatform[] = Object.entries(ports).flatMap(([os, list]) =>
  list.split(' ').map((port) => {
    const [, architecture = '', since = null, until = null, noCgo] =
      /^([a-z0-9]+)(?:>=([\d.]+))?(?:<=([\d.]+))?(!)?$/.exec(port) ?? [];
    return { os, architecture, since, until, cgo: noCgo === undefined };
  }),
);

const byPair = new Map(goPlatforms.map((platform) => [`${platform.os}/${platform.architecture}`, platform]));
const systems = new Set(goPlatforms.map(({ os }) => os));
const architectures = new Set(goPlatforms.map(({ architecture }) => architecture));

/** Whether some Go builds for an operating system of this name. */
export const isGoOs = (name: string): boolean => systems.has(name);

/** Whether some Go builds for a processor of this name. */
export const isGoArchitecture = (name: string): boolean => architectures.has(name);

/** The port of a pair; null where Go (of that version, where one is given) does not build for it. */
export function goPlatform(
  os: string,
  architecture: string,
  goVersion: string | null = null,
): GoPlatform | null {
  const platform = byPair.get(`${os}/${architecture}`);
  if (!platform) return null;
  if (goVersion === null) return platform;
  if (platform.since !== null && !atLeast(goVersion, platform.since)) return null;
  if (platform.until !== null && atLeast(goVersion, nextMinor(platform.until))) return null;
  return platform;
}

export const isGoPlatform = (os: string, architecture: string, goVersion: string | null = null): boolean =>
  goPlatform(os, architecture, goVersion) !== null;

const nextMinor = (version: string): string => version.replace(/\d+$/, (minor) => String(Number(minor) + 1));

// Names by uname, Debian, GCC triplets, Docker, Rust, Node and Apple.
const architectureAliases: Readonly<Record<string, string>> = {
  x86_64: 'amd64',
  'x86-64': 'amd64',
  x64: 'amd64',
  x8664: 'amd64',
  em64t: 'amd64',
  intel64: 'amd64',
  amd: 'amd64',
  '64': 'amd64',
  i386: '386',
  i486: '386',
  i586: '386',
  i686: '386',
  x86: '386',
  ia32: '386',
  x32: '386',
  x86_32: '386',
  amd32: '386',
  '32': '386',
  aarch64: 'arm64',
  arm64v8: 'arm64',
  armv8: 'arm64',
  arm8: 'arm64',
  armv8l: 'arm64',
  'arm64/v8': 'arm64',
  m1: 'arm64',
  apple: 'arm64',
  arm32: 'arm',
  armv5: 'arm',
  armv6: 'arm',
  armv6l: 'arm',
  armv7: 'arm',
  armv7l: 'arm',
  armv7hf: 'arm',
  arm32v6: 'arm',
  arm32v7: 'arm',
  armhf: 'arm',
  armel: 'arm',
  arm6: 'arm',
  arm7: 'arm',
  'arm/v6': 'arm',
  'arm/v7': 'arm',
  ppc64el: 'ppc64le',
  powerpc64le: 'ppc64le',
  powerpc64: 'ppc64',
  mipsel: 'mipsle',
  mips64el: 'mips64le',
  loongarch64: 'loong64',
  riscv: 'riscv64',
  rv64: 'riscv64',
  riscv64gc: 'riscv64',
  s390: 's390x',
  wasm32: 'wasm',
};
const osAliases: Readonly<Record<string, string>> = {
  macos: 'darwin',
  osx: 'darwin',
  mac: 'darwin',
  macosx: 'darwin',
  apple: 'darwin',
  win: 'windows',
  win32: 'windows',
  win64: 'windows',
  mingw: 'windows',
  cygwin: 'windows',
  gnu: 'linux',
  'gnu/linux': 'linux',
  alpine: 'linux',
  musl: 'linux',
  debian: 'linux',
  ubuntu: 'linux',
  centos: 'linux',
  lin: 'linux',
  nix: 'linux',
  unix: 'linux',
  bsd: 'freebsd',
  sunos: 'solaris',
  wasi: 'wasip1',
  wasm: 'js',
};

export interface Suggestion {
  readonly name: string;
  /** True where others use the word for exactly this; false where it only looks like it. */
  readonly alias: boolean;
}

/** Go's name for what was probably meant; null where the word is Go's own or nothing is near it. */
export function didYouMean(kind: 'os' | 'architecture', word: string): Suggestion | null {
  const [own, aliases] = kind === 'os' ? [systems, osAliases] : [architectures, architectureAliases];
  if (word.length > 32 || own.has(word)) return null;
  const lower = word.trim().toLowerCase();
  const alias = own.has(lower) ? lower : Object.hasOwn(aliases, lower) ? aliases[lower] : undefined;
  if (alias !== undefined) return { name: alias, alias: true };
  let best: string | null = null;
  let bestDistance = lower.length > 4 ? 3 : 2;
  for (const name of own) {
    const distance = editDistance(lower, name);
    if (distance < bestDistance) [best, bestDistance] = [name, distance];
  }
  return best === null ? null : { name: best, alias: false };
}

export const suggestGoOs = (word: string): string | null => didYouMean('os', word)?.name ?? null;
export const suggestGoArchitecture = (word: string): string | null =>
  didYouMean('architecture', word)?.name ?? null;

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
function editDistance(a: string, b: string): number {
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (older[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    [older, previous] = [previous, row];
  }
  return previous[b.length] ?? 0;
}
