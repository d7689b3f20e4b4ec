// What the go command and the linkers it calls print where a build fails, verbatim, data taken from recorded builds (Go 1.15 to 1.27).
import { ldFailed, notFoundByLd, staticSharedLine } from './gnu-ld.js';
import { goHas } from './go-version.js';

/** Where Go stands in the official images; GOROOT tells otherwise. */
const linkTool = (root: string | undefined, goarch: string): string =>
  `${root !== undefined && root !== '' ? root : '/usr/local/go'}/pkg/tool/linux_${goarch}/link`;

export const unsupportedPair = (version: string, goos: string, goarch: string): string =>
  `${goHas(version, 'shortMessagePrefix') ? 'go' : 'cmd/go'}: unsupported GOOS/GOARCH pair ${goos}/${goarch}`;

export function sanitizerNeedsCgo(version: string, flag: string, cross: boolean): string {
  const prefix = goHas(version, 'shortMessagePrefix') ? 'go' : 'go build';
  return `${prefix}: ${flag} requires cgo${cross ? '' : '; enable cgo by setting CGO_ENABLED=1'}`;
}

export const needsExternal = (what: string): string =>
  `${what} requires external (cgo) linking, but cgo is not enabled`;

export const unknownFlag = (verb: string, flag: string): string =>
  `flag provided but not defined: ${flag}\nusage: go ${verb} [-o output] [build flags] [packages]\nRun 'go help ${verb}' for details.`;

/** @param header the package whose C parts cannot be compiled */
export function missingCompiler(version: string, header: string, cc: string): string {
  const reason = `exec: "${cc}": executable file not found in $PATH`;
  return `# ${header}\n${goHas(version, 'namesMissingCompiler') ? `cgo: C compiler "${cc}" not found: ${reason}` : `cgo: exec ${cc}: ${reason}`}`;
}

export const missingHeaders = (header: string): string =>
  `# ${header}\n_cgo_export.c:3:10: fatal error: stdlib.h: No such file or directory\n    3 | #include <stdlib.h>\n      |          ^~~~~~~~~~\ncompilation terminated.`;

/** Go writes `package` or the chain of importers before it and the package's folder behind it, which are not known here. */
export const excludedPackage = (importPath: string): string =>
  `${importPath}: build constraints exclude all Go files`;

/** A package built without the file that holds its C parts; Go then names each use of them, which is not known here. */
export const brokenPackage = (importPath: string): string => `# ${importPath}\nundefined`;

/** The link tool starts a program that is not there. */
export const cannotRun = (root: string | undefined, goarch: string, program: string): string =>
  `${linkTool(root, goarch)}: running ${program} failed: exec: "${program}": executable file not found in $PATH`;

function linkFailed(root: string | undefined, goarch: string, cc: string, lines: readonly string[]): string {
  return [`${linkTool(root, goarch)}: running ${cc} failed: exit status 1`, ...lines, ldFailed].join('\n');
}

export interface LinkPlace {
  readonly root: string | undefined;
  readonly goarch: string;
  readonly cc: string;
}

export const missingLibraries = (
  { root, goarch, cc }: LinkPlace,
  names: readonly string[],
  libcVersion: string | null,
): string =>
  linkFailed(
    root,
    goarch,
    cc,
    names.map((name) => notFoundByLd(name, libcVersion)),
  );

export const missingStartFiles = ({ root, goarch, cc }: LinkPlace): string =>
  linkFailed(root, goarch, cc, ['/usr/bin/ld: cannot find crt1.o: No such file or directory']);

export const staticSharedObject = ({ root, goarch, cc }: LinkPlace): string =>
  linkFailed(root, goarch, cc, [
    staticSharedLine,
    '/usr/bin/ld: failed to set dynamic section sizes: bad value',
  ]);

export const readOnlyRelocations = ({ root, goarch, cc }: LinkPlace): string =>
  linkFailed(root, goarch, cc, ['/usr/bin/ld: read-only segment has dynamic relocations']);

/** Go's own linker meets C code whose libc symbols nobody named as dynamic. */
export const undefinedTargets = (root: string | undefined, goarch: string): string =>
  `runtime/cgo(.text): relocation target stderr not defined\n${linkTool(root, goarch)}: too many errors`;

export const dynamicImportsRefused = (root: string | undefined, goarch: string): string =>
  `${linkTool(root, goarch)}: runtime/cgo.a(_go_.o): cannot use dynamic imports with -d flag`;

export const internalRefused = (root: string | undefined, goarch: string, reason: string): string =>
  `${linkTool(root, goarch)}: internal linking requested but external linking required: ${reason}`;

export const resolverTags = (root: string | undefined): string =>
  `# net\n${root !== undefined && root !== '' ? root : '/usr/local/go'}/src/net/netgo_netcgo.go:13:2: "Do not use both netgo and netcgo build tags." (untyped string constant) is not used`;

/** The C compiler in force compiles for the host, not for GOARCH. */
export function foreignProcessor(goarch: string): string {
  switch (goarch) {
    case 'arm64':
      return "gcc_arm64.S:27: Error: no such instruction: `stp x29,x30,[sp,'";
    case '386':
      return '# runtime/cgo\nIn file included from _cgo_export.c:3:\n/usr/include/stdlib.h:25:10: fatal error: bits/libc-header-start.h: No such file or directory';
    case 'amd64':
      return "# runtime/cgo\ngcc: error: unrecognized command-line option '-m64'";
    case 'arm':
      return "# runtime/cgo\ngcc: error: unrecognized command-line option '-marm'; did you mean '-mabm'?";
    default:
      return `# runtime/cgo\ngcc: the C compiler does not compile for ${goarch}`;
  }
}

export const memorySanitizerNeedsClang = (cc: string): string =>
  `# runtime/cgo\n${cc}: error: unrecognized argument to '-fsanitize=' option: 'memory'`;

export const raceNeedsGlibc =
  "race_linux_amd64.syso: in function `__sanitizer::InternalAlloc': undefined reference to `__libc_malloc'";

const staticWarning = (name: string): string =>
  `Using '${name}' in statically linked applications requires at runtime the shared libraries from the glibc version used for linking`;

/** libc functions by which these packages look something up, and which a static glibc cannot answer alone. */
export const lookups: Readonly<Record<string, readonly string[]>> = {
  net: ['getaddrinfo'],
  'os/user': ['getpwuid_r', 'getpwnam_r', 'getgrgid_r', 'getgrnam_r', 'getgrouplist'],
  plugin: ['dlopen'],
};

/** What GNU ld warns of where glibc is linked statically into a program that reaches a package. */
export const staticWarnings = (importPath: string): readonly string[] =>
  (lookups[importPath] ?? []).map(staticWarning);

export const undefinedCgo = `/usr/bin/ld: go.o:(.data+0x18): undefined reference to \`x_cgo_munmap'\n${ldFailed}`;
