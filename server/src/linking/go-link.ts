// How `go build` links: static or dynamic, which loader and which least glibc, or the text of its failure.
import * as l10n from '@vscode/l10n';
import type { Architecture } from '../knowledge/image-facts.js';
import { loaderPath } from '../knowledge/loaders.js';
import { isGoPlatform } from '../knowledge/platforms.js';
import { atLeast } from '../knowledge/version.js';
import { because, type Because } from '../text/because.js';
import { isOn, lastValue, parseGoArguments, type GoArgument } from './go-arguments.js';
import { goEnvironment, parseGoFlags, type GoEnvironment } from './go-environment.js';
import type { GoLinkInput, GoLinkOutcome } from './go-link-model.js';
import { linkerFlags, type LinkerFlags } from './go-ldflags.js';
import { splitQuoted } from './go-quoting.js';
import { goHas } from './go-version.js';
import { staticLinkage, type Linkage } from './linkage.js';

interface Build {
  readonly input: GoLinkInput;
  readonly environment: GoEnvironment;
  readonly flags: readonly GoArgument[];
  readonly linker: LinkerFlags;
  readonly tags: ReadonlySet<string>;
  readonly buildMode: string;
  readonly race: boolean;
  readonly reasons: Because[];
}

/** Links as the toolchain would; never fails. Behaviour measured with Go 1.15 to 1.27 (2026-11). */
export function goLink(input: GoLinkInput): GoLinkOutcome {
  const parsed = parseGoArguments(input.arguments);
  const fromEnvironment = parseGoFlags(input.environment['GOFLAGS'] ?? '', input.goVersion);
  const flags = [...fromEnvironment.flags, ...parsed.flags];
  const environment = goEnvironment(input);
  const build: Build = {
    input,
    environment,
    flags,
    linker: linkerFlags(flags, input.goVersion),
    tags: new Set(splitTags(lastValue(flags, '-tags') ?? '')),
    buildMode: lastValue(flags, '-buildmode') ?? 'exe',
    race: isOn(flags, '-race'),
    reasons: [because(environment.cgoReason)],
  };
  const refused = refusal(build, fromEnvironment.error);
  if (refused) return refused;
  return link(build);
}

const splitTags = (value: string): readonly string[] => value.split(/[\s,]+/).filter((tag) => tag !== '');

function outcome(
  build: Build,
  linkage: Linkage,
  external: boolean,
  extra: Partial<GoLinkOutcome> = {},
): GoLinkOutcome {
  return {
    linkage,
    cgo: build.environment.cgo,
    linkMode: external ? 'external' : 'internal',
    buildMode: build.buildMode,
    goos: build.environment.goos,
    goarch: build.environment.goarch,
    error: null,
    failure: null,
    warnings: [],
    crashesAtStart: false,
    staticFlagIgnored: false,
    because: build.reasons,
    ...extra,
  };
}

function failed(build: Build, failure: NonNullable<GoLinkOutcome['failure']>, error: string): GoLinkOutcome {
  return outcome(build, { ...staticLinkage(), type: 'not-built' }, false, { failure, error });
}

/** Failures before anything is compiled. */
function refusal(build: Build, goFlagsError: string | null): GoLinkOutcome | null {
  const { environment, input, race, flags, buildMode, linker } = build;
  const { goos, goarch, cgo } = environment;
  if (goFlagsError !== null) return failed(build, 'link-error', goFlagsError);
  if (!isGoPlatform(goos, goarch)) {
    const prefix = goHas(input.goVersion, 'shortMessagePrefix') ? 'go' : 'cmd/go';
    return failed(build, 'unsupported-platform', `${prefix}: unsupported GOOS/GOARCH pair ${goos}/${goarch}`);
  }
  if (linker.error !== null) return failed(build, 'link-error', linker.error);
  const sanitizer = race ? '-race' : isOn(flags, '-msan') ? '-msan' : isOn(flags, '-asan') ? '-asan' : null;
  if (sanitizer !== null && !cgo) {
    const prefix = goHas(input.goVersion, 'shortMessagePrefix') ? 'go' : 'go build';
    return failed(
      build,
      'build-mode-needs-cgo',
      `${prefix}: ${sanitizer} requires cgo; enable cgo by setting CGO_ENABLED=1`,
    );
  }
  if (!cgo && goHas(input.goVersion, 'externalNeedsCgo')) {
    if (linker.linkMode === 'external') {
      return failed(
        build,
        'build-mode-needs-cgo',
        `${linker.linkModeWord ?? '-linkmode'} requires external (cgo) linking, but cgo is not enabled`,
      );
    }
    if (buildMode === 'c-shared' || buildMode === 'plugin') {
      return failed(
        build,
        'build-mode-needs-cgo',
        `-buildmode=${buildMode} requires external (cgo) linking, but cgo is not enabled`,
      );
    }
  }
  return null;
}

/** Standard packages whose C parts the tags leave in. */
function standardCgo({ input, tags, environment }: Build): readonly string[] {
  if (!environment.cgo) return [];
  const dropped = (name: string): boolean =>
    (name === 'net' && tags.has('netgo') && !tags.has('netcgo')) ||
    (name === 'os/user' && tags.has('osusergo'));
  return input.program.imports.filter((name) => !dropped(name));
}

function link(build: Build): GoLinkOutcome {
  const { input, environment, linker, race, buildMode, reasons } = build;
  const { goos, goarch, cgo, cross } = environment;
  if (goos !== 'linux') return outcome(build, staticLinkage(), false);
  const standard = standardCgo(build);
  const own = input.program.cgoPackages;
  const excluded = own.find((one) => one.withoutCgo !== 'pure');
  if (!cgo && excluded) {
    return failed(
      build,
      'cgo-required',
      `package ${excluded.importPath}: build constraints exclude all Go files in ${excluded.importPath}`,
    );
  }
  const ownCgo = cgo && own.length > 0;
  const usesCgo = standard.length > 0 || ownCgo || race;
  const needsExternal =
    ownCgo ||
    standard.includes('plugin') ||
    buildMode === 'c-shared' ||
    buildMode === 'plugin' ||
    buildMode === 'c-archive';
  const external = linker.linkMode === 'external' || (needsExternal && linker.linkMode !== 'internal');
  const compiled = goHas(input.goVersion, 'compiledStandardLibrary');
  const needsCompiler = cgo && (ownCgo || external || (usesCgo && !compiled));
  if (needsCompiler && !environment.ccFound) {
    const cc = environment.cc[0] ?? 'gcc';
    return failed(
      build,
      'no-compiler',
      goHas(input.goVersion, 'namesMissingCompiler')
        ? `# runtime/cgo\ncgo: C compiler "${cc}" not found: exec: "${cc}": executable file not found in $PATH`
        : `cgo: exec ${cc}: exec: "${cc}": executable file not found in $PATH`,
    );
  }
  if (needsCompiler && !input.compiler.libcHeaders) {
    return failed(
      build,
      'no-libc-headers',
      '# runtime/cgo\n_cgo_export.c:3:10: fatal error: stdlib.h: No such file or directory',
    );
  }
  if (cgo && cross && usesCgo && !environment.ccIsSet) {
    return failed(
      build,
      'cross-compiler',
      goarch === 'arm64'
        ? "gcc_arm64.S: Error: no such instruction: `stp x29,x30,[sp,#-96]!'"
        : `# runtime/cgo\ngcc: error: the C compiler does not compile for ${goarch}`,
    );
  }
  if (standard.length > 0)
    reasons.push(because(l10n.t('The program reaches {0}, which uses cgo.', standard.join(', '))));
  return linked(build, { standard, ownCgo, usesCgo, external });
}

interface Linking {
  readonly standard: readonly string[];
  readonly ownCgo: boolean;
  readonly usesCgo: boolean;
  readonly external: boolean;
}

function linked(build: Build, { standard, ownCgo, usesCgo, external }: Linking): GoLinkOutcome {
  const { input, environment, linker, buildMode, reasons } = build;
  const words = [
    ...linker.extldflags,
    ...splitQuoted(input.environment['CGO_LDFLAGS'] ?? '').words,
    ...environment.cc.slice(1),
    ...input.program.cgoPackages.flatMap((one) => one.ldflags),
  ];
  const asksStatic = words.includes('-static') || words.includes('-static-pie') || words.includes('--static');
  const flagStatic = linker.extldflags.some(
    (word) => word === '-static' || word === '-static-pie' || word === '--static',
  );
  const dynamic = usesCgo || external;
  const staticFlagIgnored = flagStatic && !external && usesCgo;
  if (external && asksStatic && buildMode !== 'c-shared') {
    if (!input.compiler.staticLibc) {
      return failed(
        build,
        'no-static-libc',
        [
          '/usr/bin/ld: cannot find -lpthread',
          '/usr/bin/ld: cannot find -lc',
          'collect2: error: ld returned 1 exit status',
        ].join('\n'),
      );
    }
    reasons.push(because(l10n.t('The external linker gets -static and links the libc into the file.')));
    const warnings = standard.flatMap((name) => STATIC_WARNINGS[name] ?? []);
    const crashes =
      input.host.libc === 'glibc' && !usesCgo && !goHas(input.goVersion, 'externalFlagBringsCgo');
    return outcome(
      build,
      {
        ...staticLinkage(libcOf(build)),
        type: words.includes('-static-pie') && buildMode === 'pie' ? 'static-pie' : 'static',
      },
      true,
      { warnings: input.host.libc === 'glibc' ? warnings : [], crashesAtStart: crashes },
    );
  }
  if (staticFlagIgnored)
    reasons.push(
      because(
        l10n.t(
          '-extldflags -static has no effect: the link is internal, for only the standard library uses cgo.',
        ),
      ),
    );
  const interpreter = loaderPath(libcOf(build), architectureOf(environment.goarch, input));
  if (!dynamic) {
    if (buildMode === 'pie') {
      reasons.push(because(l10n.t('-buildmode=pie asks for a loader, even in a program without cgo.')));
      return outcome(build, { ...staticLinkage(libcOf(build)), type: 'dynamic', interpreter }, external);
    }
    reasons.push(because(l10n.t('Nothing in it uses cgo: the file is static.')));
    return outcome(build, staticLinkage(), external);
  }
  reasons.push(
    because(
      external
        ? l10n.t('The C compiler links it, dynamically.')
        : l10n.t("Go's own linker links it, dynamically."),
    ),
  );
  const libc = libcOf(build);
  return outcome(
    build,
    {
      type: 'dynamic',
      libc,
      interpreter: buildMode === 'c-shared' || buildMode === 'plugin' ? null : interpreter,
      minimumVersion: libc === 'glibc' ? minimumGlibc(input) : null,
      minimumIsExact: !ownCgo,
      needed: libc === 'musl' ? ['libc.musl-x86_64.so.1'] : ['libc.so.6'],
      symbols: ownCgo ? null : [],
    },
    external,
    { staticFlagIgnored },
  );
}

const STATIC_WARNINGS: Readonly<Partial<Record<string, readonly string[]>>> = {
  net: [
    "Using 'getaddrinfo' in statically linked applications requires at runtime the shared libraries from the glibc version used for linking",
  ],
  'os/user': [
    "Using 'getpwuid_r' in statically linked applications requires at runtime the shared libraries from the glibc version used for linking",
  ],
  plugin: [
    "Using 'dlopen' in statically linked applications requires at runtime the shared libraries from the glibc version used for linking",
  ],
};

const libcOf = ({ environment, input }: Build): 'glibc' | 'musl' =>
  /musl/.test(environment.cc[0] ?? '') ? 'musl' : input.host.libc;

const ARCHITECTURES: readonly Architecture[] = [
  'amd64',
  'arm64',
  'arm',
  '386',
  'ppc64le',
  's390x',
  'riscv64',
  'loong64',
  'mips64le',
];
const architectureOf = (goarch: string, input: GoLinkInput): Architecture =>
  ARCHITECTURES.find((one) => one === goarch) ?? input.host.architecture;

/** Go's standard library needs 2.34 where the host has it, else 2.3.2 (measured: 2.31, 2.36, 2.41 and 2.43 hosts). */
function minimumGlibc({ host }: GoLinkInput): string | null {
  const version = host.standardLibraryLibcVersion ?? host.libcVersion;
  if (version === null) return null;
  return atLeast(version, '2.34') ? '2.34' : '2.3.2';
}
