// Go modules with C code: what each does with cgo off, which tag it needs on musl, which system libraries it loads.

export interface GoModuleFacts {
  /** Import path of the package that was looked at; what else its module holds may need no cgo. */
  readonly path: string;
  /**
   * With cgo off: `stub` builds and fails at run time, `broken` leaves names undefined, `excluded` has no Go file left,
   * `pure` has Go code of its own instead.
   */
  readonly withoutCgo: 'stub' | 'broken' | 'excluded' | 'pure';
  /** What the stub answers, verbatim. */
  readonly stubMessage: string | null;
  /** Build tag that a musl host needs; null where none is. */
  readonly muslTag: string | null;
  /** Build tag with which it links the system's library instead of its own, so that `muslTag` has no use; null where none is known. */
  readonly systemTag: string | null;
  /** What the linker says on musl without `muslTag`; null where not known. */
  readonly muslError: string | null;
  /** Sonames that the binary needs at run time beside the libc, where they are linked dynamically by default. */
  readonly libraries: readonly string[];
  readonly date: string;
  readonly source: string;
}

/** A program that uses the package (or, where that failed already, only imports it), built with Go 1.26.8 on linux/amd64. */
const BUILT =
  'go build with CGO_ENABLED=0, Go 1.26.8; libraries: #cgo LDFLAGS or pkg-config, sonames of Debian 12';

const row = (
  path: string,
  withoutCgo: GoModuleFacts['withoutCgo'],
  libraries: readonly string[] = [],
  more: Partial<Pick<GoModuleFacts, 'stubMessage' | 'muslTag' | 'systemTag' | 'muslError' | 'source'>> = {},
): GoModuleFacts => ({
  path,
  withoutCgo,
  stubMessage: null,
  muslTag: null,
  systemTag: null,
  muslError: null,
  libraries,
  date: '2026-11-25',
  source: BUILT,
  ...more,
});

/** Both tags stand in the README and the build_*.go files of v2.11.1; the linker's words were seen with musl-gcc, musl 1.2.3. */
const kafka = {
  muslTag: 'musl',
  systemTag: 'dynamic',
  muslError: "undefined reference to `makecontext'\ncollect2: error: ld returned 1 exit status",
  source: `${BUILT}; README.md of v2.11.1; go build with CC=musl-gcc`,
} as const;

const modules: readonly GoModuleFacts[] = [
  row('github.com/mattn/go-sqlite3', 'stub', [], {
    stubMessage: "Binary was compiled with 'CGO_ENABLED=0', go-sqlite3 requires cgo to work. This is a stub",
    source: `${BUILT}; the message stands in static_mock.go of v1.14.53`,
  }),
  row('github.com/confluentinc/confluent-kafka-go/kafka', 'broken', [], kafka),
  row('github.com/confluentinc/confluent-kafka-go/v2/kafka', 'broken', [], kafka),
  row('github.com/godror/godror', 'broken'),
  row('gocv.io/x/gocv', 'broken', ['libopencv_core.so']),
  row('github.com/h2non/bimg', 'broken', ['libvips.so.42']),
  row('github.com/davidbyttow/govips/v2/vips', 'broken', ['libvips.so.42']),
  row('github.com/google/gopacket/pcap', 'broken', ['libpcap.so.0.8']),
  row('github.com/gopacket/gopacket/pcap', 'broken', ['libpcap.so.0.8']),
  row('github.com/veandco/go-sdl2/sdl', 'broken', ['libSDL2-2.0.so.0']),
  row('github.com/pebbe/zmq4', 'broken', ['libzmq.so.5']),
  row('github.com/marcboeker/go-duckdb', 'broken', ['libstdc++.so.6']),
  row('github.com/yalue/onnxruntime_go', 'excluded'),
  row('github.com/smacker/go-tree-sitter', 'broken'),
  row('github.com/tree-sitter/go-tree-sitter', 'broken'),
  row('github.com/linxGnu/grocksdb', 'broken', ['librocksdb.so', 'libstdc++.so.6']),
  row('github.com/tecbot/gorocksdb', 'broken', ['librocksdb.so', 'libstdc++.so.6']),
  row('github.com/DataDog/zstd', 'excluded'),
  row('github.com/valyala/gozstd', 'broken'),
  row('github.com/mattn/go-oci8', 'broken', ['libclntsh.so']),
  row('github.com/coreos/go-systemd/v22/sdjournal', 'excluded'),
  row('github.com/miekg/pkcs11', 'broken'),
  row('github.com/go-gl/gl/v4.1-core/gl', 'excluded', ['libGL.so.1']),
  row('fyne.io/fyne/v2/app', 'excluded', ['libGL.so.1']),
];

/** Facts of a package that was looked at; null for all others, those of the same module among them, which may or may not use cgo. */
export function goModuleFacts(importPath: string): GoModuleFacts | null {
  return modules.find(({ path }) => importPath === path) ?? null;
}

/**
 * Sonames that a build on a distribution links; none where the distribution is not known, or the soname carries a version that
 * differs from release to release.
 */
export function systemLibraries(
  { libraries }: GoModuleFacts,
  distribution: string | null,
): readonly string[] {
  if (distribution === null) return [];
  const own: Readonly<Record<string, string>> = debianOwn.includes(distribution) ? {} : upstreamNames;
  return libraries.filter((name) => /\.so\.\d/.test(name)).map((name) => own[name] ?? name);
}

const debianOwn = ['debian', 'ubuntu', 'raspbian', 'kali', 'linuxmint'];

/** Sonames that Debian changes (libpcap's debian/patches); elsewhere as upstream has them. */
const upstreamNames: Readonly<Record<string, string>> = { 'libpcap.so.0.8': 'libpcap.so.1' };
