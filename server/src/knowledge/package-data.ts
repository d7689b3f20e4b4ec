// Packages by manager and name: what each one brings that decides whether a binary links or starts.
import type { Architecture } from './image-facts.js';

/** What one package brings; absent means: not that we know. */
export interface PackageRow {
  /** Names, and patterns where the name carries a version. */
  readonly names: readonly (string | RegExp)[];
  /** `gcc` on PATH. */
  readonly cCompiler?: true;
  /** Commands it puts on PATH, beside `gcc` where `cCompiler` says so. */
  readonly compilerNames?: readonly string[];
  readonly libcHeaders?: true;
  readonly staticLibc?: true;
  readonly cxx?: true;
  readonly muslTools?: true;
  readonly muslLoader?: true;
  readonly go?: true;
  readonly shim?: 'gcompat' | 'libc6-compat' | 'glibc';
  readonly crossCompiler?: {
    readonly architecture: Architecture;
    readonly command: string;
    readonly withLibc: boolean;
  };
  readonly libraries?: readonly string[];
  /** Packages that always come along. */
  readonly depends?: readonly string[];
  /** Packages that apt leaves out with `--no-install-recommends`. */
  readonly recommends?: readonly string[];
}

const cross = (triplet: string, architecture: Architecture): readonly PackageRow[] => {
  const gcc = `${triplet}-gcc`;
  const debianArchitecture = debianNames[architecture] ?? architecture;
  return [
    {
      names: [`gcc-${triplet}`],
      crossCompiler: { architecture, command: gcc, withLibc: false },
      recommends: [`libc6-dev-${debianArchitecture}-cross`],
    },
    { names: [`g++-${triplet}`], cxx: true, crossCompiler: { architecture, command: gcc, withLibc: true } },
    {
      names: [`crossbuild-essential-${debianArchitecture}`],
      cxx: true,
      crossCompiler: { architecture, command: gcc, withLibc: true },
    },
    {
      names: [`libc6-dev-${debianArchitecture}-cross`],
      crossCompiler: { architecture, command: '', withLibc: true },
    },
  ];
};
const debianNames: Partial<Record<Architecture, string>> = {
  arm: 'armhf',
  '386': 'i386',
  ppc64le: 'ppc64el',
  mips64le: 'mips64el',
};

// Depends and Recommends of Debian 11 to 13 (apt-cache depends; gcc-defaults, musl, golang-defaults).
const apt: readonly PackageRow[] = [
  {
    names: ['gcc'],
    cCompiler: true,
    compilerNames: ['gcc', 'cc', 'x86_64-linux-gnu-gcc', 'c99', 'c89'],
    recommends: ['libc6-dev'],
  },
  {
    names: ['g++'],
    cxx: true,
    compilerNames: ['g++', 'c++', 'x86_64-linux-gnu-g++'],
    depends: ['gcc', 'libc6-dev', 'libstdc++6'],
  },
  { names: ['build-essential', 'devscripts'], depends: ['gcc', 'g++', 'libc6-dev'] },
  { names: ['libc6-dev', 'libc-dev'], libcHeaders: true, staticLibc: true },
  { names: [/^gcc-\d+(\.\d+)?$/], recommends: ['libc6-dev'] },
  {
    names: [/^g\+\+-\d+(\.\d+)?$/, /^libstdc\+\+-\d+-dev$/],
    cxx: true,
    depends: ['libc6-dev', 'libstdc++6'],
  },
  {
    names: ['clang', /^clang-\d+(\.\d+)?$/],
    compilerNames: ['clang', 'clang++'],
    depends: ['libc6-dev', 'libstdc++6', 'libgcc-s1'],
  },
  { names: ['tcc'], compilerNames: ['tcc'], recommends: ['libc6-dev'] },
  { names: ['libtool', 'gcc-multilib', 'gfortran', 'cargo', 'rustc'], depends: ['gcc', 'libc6-dev'] },
  { names: ['g++-multilib'], depends: ['g++'] },
  { names: ['dpkg-dev', 'debhelper'], recommends: ['build-essential'] },
  { names: ['cmake'], depends: ['libstdc++6', 'zlib1g'], recommends: ['gcc'] },
  {
    names: ['python3-dev', 'ruby-dev', /^python3\.\d+-dev$/, /^libpython3(\.\d+)?-dev$/],
    depends: ['libc6-dev', 'zlib1g'],
  },
  { names: ['golang', 'golang-go'], go: true, recommends: ['gcc', 'g++', 'libc6-dev'] },
  // In /usr/lib/go-1.N/bin: whoever installs it alone puts that on PATH.
  { names: [/^golang-1\.\d+(-go)?$/], go: true, recommends: ['gcc', 'g++', 'libc6-dev'] },
  {
    names: ['musl-tools'],
    muslTools: true,
    muslLoader: true,
    compilerNames: ['musl-gcc'],
    depends: ['musl'],
  },
  { names: ['musl-dev'], muslLoader: true },
  { names: ['musl'], muslLoader: true },
  {
    names: [
      'zlib1g-dev',
      'libncurses-dev',
      'libncurses5-dev',
      'libbz2-dev',
      'libsqlite3-dev',
      'libpcre2-dev',
      'libexpat1-dev',
      'uuid-dev',
    ],
    depends: ['libc6-dev'],
  },
  { names: ['libstdc++6'], libraries: ['libstdc++.so.6'], depends: ['libgcc-s1'] },
  { names: ['libgcc-s1', 'libgcc1'], libraries: ['libgcc_s.so.1'] },
  { names: ['zlib1g'], libraries: ['libz.so.1'] },
  { names: ['libssl1.0.0'], libraries: ['libssl.so.1.0.0', 'libcrypto.so.1.0.0'] },
  { names: ['libssl1.0.2'], libraries: ['libssl.so.1.0.2', 'libcrypto.so.1.0.2'] },
  { names: ['libssl1.1'], libraries: ['libssl.so.1.1', 'libcrypto.so.1.1'] },
  { names: ['libssl3', 'libssl3t64'], libraries: ['libssl.so.3', 'libcrypto.so.3'] },
  { names: ['libsqlite3-0'], libraries: ['libsqlite3.so.0'] },
  { names: ['libgomp1'], libraries: ['libgomp.so.1'] },
  { names: ['libatomic1'], libraries: ['libatomic.so.1'] },
  { names: ['libpcap0.8', 'libpcap0.8t64'], libraries: ['libpcap.so.0.8'] },
  { names: ['libsystemd0'], libraries: ['libsystemd.so.0'] },
  { names: ['libgpgme11', 'libgpgme11t64'], libraries: ['libgpgme.so.11'] },
  { names: ['libseccomp2'], libraries: ['libseccomp.so.2'] },
  { names: ['libusb-1.0-0'], libraries: ['libusb-1.0.so.0'] },
  { names: ['libxml2'], libraries: ['libxml2.so.2'] },
  { names: ['libpq5'], libraries: ['libpq.so.5'] },
  { names: ['libffi8'], libraries: ['libffi.so.8'] },
  { names: ['libffi7'], libraries: ['libffi.so.7'] },
  { names: ['libcurl4', 'libcurl4t64'], libraries: ['libcurl.so.4'] },
  { names: ['libicu72'], libraries: ['libicuuc.so.72', 'libicudata.so.72', 'libicui18n.so.72'] },
  { names: ['libicu76'], libraries: ['libicuuc.so.76', 'libicudata.so.76', 'libicui18n.so.76'] },
  {
    names: [
      'ca-certificates',
      'tzdata',
      'git',
      'make',
      'curl',
      'wget',
      'unzip',
      'xz-utils',
      'bash',
      'tini',
      'dumb-init',
    ],
  },
  ...cross('aarch64-linux-gnu', 'arm64'),
  ...cross('arm-linux-gnueabihf', 'arm'),
  ...cross('x86-64-linux-gnu', 'amd64'),
  ...cross('i686-linux-gnu', '386'),
  ...cross('powerpc64le-linux-gnu', 'ppc64le'),
  ...cross('s390x-linux-gnu', 's390x'),
  ...cross('riscv64-linux-gnu', 'riscv64'),
];

// depends lines of alpinelinux/aports main/{gcc,build-base,alpine-sdk,musl}, community/{go,rust}/APKBUILD.
const apk: readonly PackageRow[] = [
  {
    names: ['gcc'],
    cCompiler: true,
    compilerNames: ['gcc', 'cc'],
    depends: ['libgcc', 'libstdc++', 'libgomp', 'libatomic', 'zlib'],
  },
  { names: ['g++'], cxx: true, compilerNames: ['g++', 'c++'], depends: ['gcc', 'musl-dev'] },
  { names: ['build-base', 'alpine-sdk'], depends: ['gcc', 'g++', 'musl-dev'] },
  { names: ['musl-dev', 'libc-dev'], libcHeaders: true, staticLibc: true },
  { names: ['clang', /^clang\d+$/], compilerNames: ['clang', 'clang++'], depends: ['libgcc', 'libstdc++'] },
  { names: ['tcc'], compilerNames: ['tcc'] },
  { names: ['go'], go: true, depends: ['gcc', 'musl-dev'] },
  { names: ['rust', 'cargo', 'gfortran', 'gcc-objc', 'cgo'], depends: ['gcc', 'musl-dev'] },
  { names: ['libstdc++'], libraries: ['libstdc++.so.6'], depends: ['libgcc'] },
  { names: ['libstdc++-dev'], cxx: true },
  { names: ['libgcc'], libraries: ['libgcc_s.so.1'] },
  { names: ['libgomp'], libraries: ['libgomp.so.1'] },
  { names: ['libatomic'], libraries: ['libatomic.so.1'] },
  { names: ['zlib'], libraries: ['libz.so.1'] },
  { names: ['libcrypto1.1'], libraries: ['libcrypto.so.1.1'] },
  { names: ['libssl1.1'], libraries: ['libssl.so.1.1', 'libcrypto.so.1.1'] },
  { names: ['libcrypto3'], libraries: ['libcrypto.so.3'] },
  { names: ['libssl3'], libraries: ['libssl.so.3', 'libcrypto.so.3'] },
  { names: ['sqlite-libs', 'sqlite', 'sqlite-dev'], libraries: ['libsqlite3.so.0'] },
  { names: ['libpcap', 'libpcap-dev'], libraries: ['libpcap.so.1'] },
  { names: ['libseccomp'], libraries: ['libseccomp.so.2'] },
  { names: ['libffi'], libraries: ['libffi.so.8'] },
  { names: ['libxml2'], libraries: ['libxml2.so.2'] },
  { names: ['libpq'], libraries: ['libpq.so.5'] },
  { names: ['libcurl'], libraries: ['libcurl.so.4'] },
  { names: ['gcompat'], shim: 'gcompat' },
  { names: ['libc6-compat'], shim: 'libc6-compat' },
  { names: ['glibc', /^glibc-\d[\w.-]*\.apk$/, 'glibc.apk'], shim: 'glibc' },
  {
    names: [
      'ca-certificates',
      'tzdata',
      'git',
      'make',
      'bash',
      'coreutils',
      'tini',
      'dumb-init',
      'su-exec',
      'linux-headers',
    ],
  },
];

// Wolfi uses apk too, and glibc (wolfi-dev/os build-base.yaml, go-*.yaml).
const wolfi: readonly PackageRow[] = [
  { names: ['gcc'], cCompiler: true, compilerNames: ['gcc', 'cc'], cxx: true },
  { names: ['glibc-dev'], libcHeaders: true },
  { names: ['build-base'], depends: ['gcc', 'glibc-dev'] },
  { names: ['go', /^go-1\.\d+$/], go: true, depends: ['gcc', 'glibc-dev'] },
  { names: ['libstdc++'], libraries: ['libstdc++.so.6'], depends: ['libgcc'] },
  { names: ['libgcc'], libraries: ['libgcc_s.so.1'] },
  { names: ['zlib'], libraries: ['libz.so.1'] },
  { names: ['ca-certificates-bundle', 'tzdata', 'git', 'make', 'bash', 'curl', 'busybox'] },
];

// Requires of Fedora's and RHEL's gcc.spec and glibc.spec; groups of their comps files.
const rpm: readonly PackageRow[] = [
  {
    names: ['gcc', /^gcc-toolset-\d+(-gcc)?$/],
    cCompiler: true,
    compilerNames: ['gcc', 'cc'],
    depends: ['glibc-devel', 'libgcc'],
  },
  { names: ['gcc-c++'], cxx: true, compilerNames: ['g++', 'c++'], depends: ['gcc', 'libstdc++'] },
  {
    names: [
      '@development-tools',
      '@development',
      '@Development Tools',
      'Development Tools',
      'development-tools',
      '@c-development',
    ],
    depends: ['gcc', 'gcc-c++'],
  },
  { names: ['glibc-devel', 'glibc-headers'], libcHeaders: true },
  { names: ['glibc-static'], staticLibc: true, depends: ['glibc-devel'] },
  { names: ['libstdc++-static'], cxx: true },
  { names: ['clang'], compilerNames: ['clang', 'clang++'], depends: ['glibc-devel', 'libstdc++', 'libgcc'] },
  { names: ['golang', 'golang-bin', 'go-toolset'], go: true, depends: ['gcc'] },
  { names: ['rust', 'cargo', 'libtool', 'rpm-build', 'gcc-gfortran'], depends: ['gcc'] },
  { names: ['musl-gcc'], muslTools: true, compilerNames: ['musl-gcc'], depends: ['gcc'] },
  { names: ['musl-libc'], muslLoader: true },
  { names: ['libstdc++'], libraries: ['libstdc++.so.6'], depends: ['libgcc'] },
  { names: ['libgcc'], libraries: ['libgcc_s.so.1'] },
  { names: ['zlib', 'zlib-ng-compat'], libraries: ['libz.so.1'] },
  { names: ['sqlite-libs'], libraries: ['libsqlite3.so.0'] },
  { names: ['libpcap'], libraries: ['libpcap.so.1'] },
  {
    names: ['ca-certificates', 'tzdata', 'git', 'make', 'tar', 'gzip', 'findutils', 'which', 'shadow-utils'],
  },
];

const zypper: readonly PackageRow[] = [
  { names: ['gcc'], cCompiler: true, compilerNames: ['gcc', 'cc'], depends: ['glibc-devel'] },
  { names: ['gcc-c++'], cxx: true, compilerNames: ['g++', 'c++'], depends: ['gcc', 'libstdc++6'] },
  { names: ['glibc-devel'], libcHeaders: true },
  { names: ['glibc-devel-static'], staticLibc: true, depends: ['glibc-devel'] },
  { names: ['patterns-devel-base-devel_basis', 'devel_basis'], depends: ['gcc', 'gcc-c++'] },
  { names: ['go', /^go1\.\d+$/], go: true, recommends: ['gcc'] },
  { names: ['musl'], muslLoader: true },
  { names: ['libstdc++6'], libraries: ['libstdc++.so.6'], depends: ['libgcc_s1'] },
  { names: ['libgcc_s1'], libraries: ['libgcc_s.so.1'] },
  { names: ['libz1'], libraries: ['libz.so.1'] },
];

// Arch's glibc ships headers and libc.a itself.
const pacman: readonly PackageRow[] = [
  {
    names: ['gcc'],
    cCompiler: true,
    compilerNames: ['gcc', 'cc', 'g++', 'c++'],
    cxx: true,
    libcHeaders: true,
    staticLibc: true,
  },
  { names: ['base-devel'], depends: ['gcc'] },
  { names: ['go'], go: true },
  { names: ['musl'], muslTools: true, muslLoader: true, compilerNames: ['musl-gcc'] },
  { names: ['gcc-libs'], libraries: ['libstdc++.so.6', 'libgcc_s.so.1'] },
];

// Photon and Azure Linux: gcc does not pull glibc-devel or binutils.
const tdnf: readonly PackageRow[] = [
  { names: ['gcc'], cCompiler: true, compilerNames: ['gcc', 'cc', 'g++', 'c++'], cxx: true },
  { names: ['build-essential'], depends: ['gcc', 'glibc-devel'] },
  { names: ['glibc-devel'], libcHeaders: true },
  { names: ['glibc-static'], staticLibc: true, depends: ['glibc-devel'] },
  { names: ['golang', 'go'], go: true },
  { names: ['libstdc++'], libraries: ['libstdc++.so.6'] },
  { names: ['libgcc'], libraries: ['libgcc_s.so.1'] },
];

export const packageRows: Readonly<Record<string, readonly PackageRow[]>> = {
  apt,
  apk,
  wolfi,
  dnf: rpm,
  yum: rpm,
  microdnf: rpm,
  tdnf,
  zypper,
  pacman,
};

// Go in the distributions' own repositories (`apt-cache policy golang-go` on Debian 11, 12 and 13, 2026-11-25); of others it is not known.
export const distributionGo: Readonly<Record<string, string>> = {
  'debian:11': '1.15',
  'debian:12': '1.19',
  'debian:13': '1.24',
};

/**
 * First and last release of each distribution in which a package was seen; a package that stands here is not offered for any other.
 * Packages that are not listed are in every release that matters.
 * Source: `apt-cache policy` on Debian 11, 12 and 13, 2026-11-25. Other distributions and older releases were not looked up.
 */
export const offeredIn: Readonly<
  Record<string, Readonly<Record<string, readonly [first: string, last: string]>>>
> = {
  'libssl1.0.0': {},
  'libssl1.0.2': {},
  'libssl1.1': { debian: ['11', '11'] },
  'libcrypto1.1': {},
  libssl3: { debian: ['12', '12'] },
  libcrypto3: {},
  libssl3t64: { debian: ['13', '13'] },
  'libpcap0.8': { debian: ['11', '12'] },
  'libpcap0.8t64': { debian: ['13', '13'] },
  libgpgme11: { debian: ['11', '12'] },
  libgpgme11t64: { debian: ['13', '13'] },
  libcurl4: { debian: ['11', '12'] },
  libcurl4t64: { debian: ['13', '13'] },
  libgcc1: {},
  'libgcc-s1': { debian: ['11', '13'] },
  libffi7: { debian: ['11', '11'] },
  libffi8: { debian: ['12', '13'] },
  libicu72: { debian: ['12', '12'] },
  libicu76: { debian: ['13', '13'] },
  libxml2: { debian: ['11', '13'] },
};
