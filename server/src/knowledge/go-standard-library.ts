// Which packages of Go's standard library use cgo, and which reach one that does.

/** Packages with cgo of their own on linux, beside runtime/cgo itself. */
export type CgoLeaf = 'net' | 'os/user' | 'plugin' | 'runtime/cgo';

/** `go list -deps` of Go 1.15, 1.19, 1.24 and 1.27 on linux/amd64 gave the same answer each time (2026-11). */
const REACHES: Readonly<Record<CgoLeaf, readonly string[]>> = {
  net: [
    'crypto/tls',
    'crypto/x509',
    'expvar',
    'log/syslog',
    'mime/multipart',
    'net',
    'net/http',
    'net/http/cgi',
    'net/http/cookiejar',
    'net/http/fcgi',
    'net/http/httptest',
    'net/http/httptrace',
    'net/http/httputil',
    'net/http/pprof',
    'net/mail',
    'net/rpc',
    'net/rpc/jsonrpc',
    'net/smtp',
    'net/textproto',
  ],
  'os/user': ['os/user', 'archive/tar'],
  plugin: ['plugin'],
  'runtime/cgo': ['runtime/cgo'],
};

const LEAVES: readonly CgoLeaf[] = ['net', 'os/user', 'plugin', 'runtime/cgo'];

/** The cgo packages that a standard package reaches; none for most. */
export const reachesCgo = (importPath: string): readonly CgoLeaf[] =>
  LEAVES.filter((leaf) => REACHES[leaf].includes(importPath));

/** Import paths of the standard library have no dot in their first element (cmd/go's search.IsStandardImportPath). */
export const isStandardPackage = (importPath: string): boolean =>
  !(importPath.split('/')[0] ?? '').includes('.');
