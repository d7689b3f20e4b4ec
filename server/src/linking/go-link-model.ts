// What decides how `go build` links, and what comes out: the input and outcome of `goLink`.
import type { Because } from '../text/because.js';
import type { Architecture } from '../knowledge/image-facts.js';
import type { Linkage } from './linkage.js';

/** Everything is known here; whoever does not know runs `goLink` once per possibility and compares. */
export interface GoLinkInput {
  /** `1.22`, `1.22.3`. */
  readonly goVersion: string;
  readonly host: {
    readonly libc: 'glibc' | 'musl';
    /** Version of the host's libc; null where not known (then the minimum is not known either where it depends on it). */
    readonly libcVersion: string | null;
    /** glibc against which the toolchain's own standard library was compiled (matters up to Go 1.19, which ships it compiled); null: as the host. */
    readonly standardLibraryLibcVersion: string | null;
    readonly architecture: Architecture;
  };
  readonly compiler: {
    /** Whether the default compiler (`gcc`) is on PATH. */
    readonly defaultFound: boolean;
    /** Whether the compiler that CC names is on PATH; without CC as `defaultFound`. */
    readonly ccFound: boolean;
    /** Headers of the libc that the compiler links (musl-dev, libc6-dev). */
    readonly libcHeaders: boolean;
    /** `libc.a` of the libc that the compiler links. */
    readonly staticLibc: boolean;
  };
  /** The process environment merged over `go env -w`: CGO_ENABLED, GOOS, GOARCH, GOFLAGS, CC, CGO_LDFLAGS, GO_EXTLINK_ENABLED… as strings; absent means not set. */
  readonly environment: Readonly<Record<string, string>>;
  /** Arguments behind `go`, the verb first: `['build', '-o', '/a', '.']`. */
  readonly arguments: readonly string[];
  readonly program: GoProgram;
}

export interface GoProgram {
  /** Standard packages that matter and are reached: `net`, `os/user`, `plugin`. With everything else nothing changes. */
  readonly imports: readonly string[];
  /** Packages with `import "C"` that the build would include with cgo on, the standard library's own excluded. */
  readonly cgoPackages: readonly CgoPackage[];
}

export interface CgoPackage {
  readonly importPath: string;
  /** With cgo off: not built at all (`excluded`), built from pure Go files beside it (`pure`), or built so that names are missing (`broken`). */
  readonly withoutCgo: 'excluded' | 'pure' | 'broken';
  /** `#cgo LDFLAGS`, split into words. */
  readonly ldflags: readonly string[];
  /** Sonames beside the libc's own that it links dynamically; absent where not known. */
  readonly libraries?: readonly string[];
  /** Minimum glibc by host that its C code asks for beyond Go's own; null where Go's own holds. */
  readonly minimumGlibc: string | null;
}

export interface GoLinkOutcome {
  readonly linkage: Linkage;
  /** Whether cgo is on for this build. */
  readonly cgo: boolean;
  readonly linkMode: 'internal' | 'external';
  readonly buildMode: string;
  readonly goos: string;
  readonly goarch: string;
  /** The last lines the toolchain prints where the build fails, verbatim; null where it builds. */
  readonly error: string | null;
  /** What kind of failure that is, for rules. */
  readonly failure:
    | 'no-compiler'
    | 'no-libc-headers'
    | 'no-static-libc'
    | 'cgo-required'
    | 'cross-compiler'
    | 'build-mode-needs-cgo'
    | 'unsupported-platform'
    | 'link-error'
    | null;
  /** Warnings the linker prints although it builds, verbatim (`Using 'getaddrinfo' in statically linked applications…`). */
  readonly warnings: readonly string[];
  /** Builds, then dies at start with SIGTRAP wherever it runs (external static link without runtime/cgo). */
  readonly crashesAtStart: boolean;
  /** `-extldflags -static` was given and had no effect, for the link was internal. */
  readonly staticFlagIgnored: boolean;
  /** `CGO_ENABLED`, tags, link mode, …: one reason each, in the order of the derivation. */
  readonly because: readonly Because[];
}
