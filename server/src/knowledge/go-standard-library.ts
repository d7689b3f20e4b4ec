// Which packages Go's standard library has, which of them use cgo on linux, and which reach one that does.

/** Packages with C parts on linux; what imports none of them, and has no cgo of its own, is linked without a libc. */
export type CgoLeaf = 'net' | 'os/user' | 'plugin' | 'runtime/cgo';

// `go list -deps` and `go list std` of Go 1.15, 1.19 and 1.21 to 1.27 on linux/amd64 gave the same answer each time (2026-11).
const reaching: Readonly<Record<CgoLeaf, string>> = {
  net:
    'crypto/tls crypto/x509 expvar log/syslog mime/multipart net net/http net/http/cgi net/http/cookiejar net/http/fcgi ' +
    'net/http/httptest net/http/httptrace net/http/httputil net/http/pprof net/mail net/rpc net/rpc/jsonrpc net/smtp net/textproto',
  'os/user': 'os/user archive/tar',
  plugin: 'plugin',
  // The race detector imports it; the others are reached through the leaves above, which the linker sees as well.
  'runtime/cgo': 'runtime/cgo runtime/race',
};

/** Public packages, those behind GOEXPERIMENT in 1.25 and 1.26 among them. */
const packages = new Set(
  (
    'archive/tar archive/zip arena bufio bytes cmp compress/bzip2 compress/flate compress/gzip compress/lzw ' +
    'compress/zlib container/heap container/list container/ring context crypto crypto/aes crypto/cipher ' +
    'crypto/des crypto/dsa crypto/ecdh crypto/ecdsa crypto/ed25519 crypto/elliptic crypto/fips140 crypto/hkdf ' +
    'crypto/hmac crypto/hpke crypto/md5 crypto/mlkem crypto/mlkem/mlkemtest crypto/pbkdf2 crypto/rand crypto/rc4 ' +
    'crypto/rsa crypto/sha1 crypto/sha256 crypto/sha3 crypto/sha512 crypto/subtle crypto/tls crypto/x509 ' +
    'crypto/x509/pkix database/sql database/sql/driver debug/buildinfo debug/dwarf debug/elf debug/gosym ' +
    'debug/macho debug/pe debug/plan9obj embed encoding encoding/ascii85 encoding/asn1 encoding/base32 ' +
    'encoding/base64 encoding/binary encoding/csv encoding/gob encoding/hex encoding/json encoding/json/jsontext ' +
    'encoding/json/v2 encoding/pem encoding/xml errors expvar flag fmt go/ast go/build go/build/constraint ' +
    'go/constant go/doc go/doc/comment go/format go/importer go/parser go/printer go/scanner go/token go/types ' +
    'go/version hash hash/adler32 hash/crc32 hash/crc64 hash/fnv hash/maphash html html/template image ' +
    'image/color image/color/palette image/draw image/gif image/jpeg image/png index/suffixarray io io/fs ' +
    'io/ioutil iter log log/slog log/syslog maps math math/big math/bits math/cmplx math/rand math/rand/v2 mime ' +
    'mime/multipart mime/quotedprintable net net/http net/http/cgi net/http/cookiejar net/http/fcgi ' +
    'net/http/httptest net/http/httptrace net/http/httputil net/http/pprof net/mail net/netip net/rpc ' +
    'net/rpc/jsonrpc net/smtp net/textproto net/url os os/exec os/signal os/user path path/filepath plugin ' +
    'reflect regexp regexp/syntax runtime runtime/cgo runtime/coverage runtime/debug runtime/metrics ' +
    'runtime/pprof runtime/race runtime/secret runtime/trace simd/archsimd slices sort strconv strings structs ' +
    'sync sync/atomic syscall testing testing/cryptotest testing/fstest testing/iotest testing/quick ' +
    'testing/slogtest testing/synctest text/scanner text/tabwriter text/template text/template/parse time ' +
    'time/tzdata unicode unicode/utf16 unicode/utf8 unique unsafe weak'
  ).split(' '),
);

const leaves = ['net', 'os/user', 'plugin', 'runtime/cgo'] as const satisfies readonly CgoLeaf[];

const reached = new Map<string, CgoLeaf[]>();
for (const leaf of leaves)
  for (const path of reaching[leaf].split(' ')) reached.set(path, [...(reached.get(path) ?? []), leaf]);

/** The packages with C parts that a standard package reaches, itself among them; none for most. */
export const reachesCgo = (importPath: string): readonly CgoLeaf[] => reached.get(importPath) ?? [];

/**
 * Whether a path is of the standard library: modules may have names without a dot as well (`module shop`), so only known
 * packages, and those that nobody else can import, count.
 */
export const isStandardPackage = (importPath: string): boolean =>
  packages.has(importPath) || /^(?:internal|vendor|cmd)\//.test(importPath);
