// What a C compiler's command says of the files it makes: libc, architecture, static or not.
import type { Architecture } from '../knowledge/image-facts.js';

export interface CTarget {
  /** Null where the name says another libc or system than we know of. */
  readonly libc: 'glibc' | 'musl' | null;
  readonly libcVersion: string | null;
  readonly architecture: Architecture | null;
  /** Soname of musl's libc as files linked by this compiler ask for it; null for glibc. */
  readonly muslSoname: string | null;
  /** A compiler that compiles for another machine than it runs on, or another system. */
  readonly cross: boolean;
  /** Links statically unless told otherwise (zig for musl). */
  readonly staticByDefault: boolean;
  /** The musl wrapper around a glibc distribution's own compiler. */
  readonly wrapper: boolean;
}

export interface CHost {
  readonly libc: 'glibc' | 'musl';
  readonly libcVersion: string | null;
  readonly architecture: Architecture;
}

// First part of GNU, LLVM and Alpine triplets (config.sub) and Go's name for it.
const processors: readonly (readonly [RegExp, Architecture])[] = [
  [/^(x86_64|amd64)$/, 'amd64'],
  [/^(aarch64|arm64)$/, 'arm64'],
  [/^(arm|armv[5-8]\w*|thumb\w*)$/, 'arm'],
  [/^(i[3-6]86|x86)$/, '386'],
  [/^(powerpc64le|ppc64le)$/, 'ppc64le'],
  [/^s390x$/, 's390x'],
  [/^riscv64\w*$/, 'riscv64'],
  [/^loongarch64$/, 'loong64'],
  [/^mips64el$/, 'mips64le'],
];

// Alpine's names for its architectures, as they stand in the soname of its libc (aports, main/musl: CARCH).
const alpineNames: Readonly<Record<Architecture, string>> = {
  amd64: 'x86_64',
  arm64: 'aarch64',
  arm: 'armv7',
  '386': 'x86',
  ppc64le: 'ppc64le',
  s390x: 's390x',
  riscv64: 'riscv64',
  loong64: 'loongarch64',
  mips64le: 'mips64',
};

/** Soname of the libc that Alpine's own compiler links: `libc.musl-x86_64.so.1`. */
export const alpineSoname = (architecture: Architecture): string =>
  `libc.musl-${alpineNames[architecture]}.so.1`;

const launchers = new Set(['ccache', 'sccache', 'distcc', 'env']);

/** Words of a compiler's command without launchers such as ccache: the compiler first. */
export function compilerWords(words: readonly string[]): readonly string[] {
  let at = 0;
  while (at < words.length - 1 && launchers.has(baseName(words[at] ?? ''))) at++;
  return words.slice(at);
}

const baseName = (word: string): string => word.slice(word.lastIndexOf('/') + 1);

/** Reads the target of `gcc`, `musl-gcc`, `aarch64-linux-gnu-gcc -static`, `zig cc -target x86_64-linux-musl`, `clang --target=…`. */
export function cTarget(command: readonly string[], host: CHost): CTarget {
  const words = compilerWords(command);
  const name = baseName(words[0] ?? '');
  const own: CTarget = {
    libc: host.libc,
    libcVersion: host.libcVersion,
    architecture: host.architecture,
    muslSoname: host.libc === 'musl' ? alpineSoname(host.architecture) : null,
    cross: false,
    staticByDefault: false,
    wrapper: false,
  };
  if (/^musl-(gcc|clang)/.test(name)) {
    if (host.libc === 'musl') return own;
    return { ...own, libc: 'musl', libcVersion: null, muslSoname: 'libc.so', wrapper: true };
  }
  const zig = name === 'zig';
  const triplet = targetOption(words) ?? tripletOf(name);
  if (triplet !== null) return ofTriplet(triplet, own, host, zig);
  if (words.includes('-m32') && host.architecture === 'amd64')
    return { ...own, architecture: '386', cross: true };
  return own;
}

function targetOption(words: readonly string[]): string | null {
  for (let i = 1; i < words.length; i++) {
    const word = words[i] ?? '';
    const joined = /^--?target=(.+)$/.exec(word)?.[1];
    if (joined !== undefined) return joined;
    if (word === '-target' || word === '--target') return words[i + 1] ?? null;
  }
  return null;
}

const tripletOf = (name: string): string | null =>
  /^((?:[\w.]+-){1,4})(?:gcc|g\+\+|cc|c\+\+|clang|clang\+\+|cpp)(?:-\d[\d.]*)?$/
    .exec(name)?.[1]
    ?.slice(0, -1) ?? null;

function ofTriplet(triplet: string, own: CTarget, host: CHost, zig: boolean): CTarget {
  const parts = triplet.split('-');
  const architecture = processors.find(([pattern]) => pattern.test(parts[0] ?? ''))?.[1] ?? null;
  const system = parts.at(-1) ?? '';
  const musl = system.startsWith('musl');
  const gnu = /^gnu/.test(system);
  const alpine = parts.includes('alpine');
  const libc = musl
    ? 'musl'
    : gnu && !parts.some((part) => /^(w64|mingw32|windows)$/.test(part))
      ? 'glibc'
      : null;
  return {
    libc,
    libcVersion: libc === host.libc ? own.libcVersion : null,
    architecture,
    muslSoname: musl && architecture ? (alpine ? alpineSoname(architecture) : 'libc.so') : null,
    cross: architecture !== host.architecture || libc !== host.libc,
    staticByDefault: zig && musl,
    wrapper: false,
  };
}
