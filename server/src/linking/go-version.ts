// Which Go release changed what about linking: dated boundaries, so that no rule carries a version number of its own.
import { atLeast } from '../knowledge/version.js';

interface Change {
  /** First release that behaves so; null where it always did. */
  readonly since: string | null;
  /** First release that no longer does; null where it still holds. */
  readonly until: string | null;
  readonly source: string;
}

const changes = {
  /** The standard library ships compiled, so its C parts carry the libc version of the machine that compiled it. */
  compiledStandardLibrary: { since: null, until: '1.20', source: 'https://go.dev/doc/go1.20#go-command' },
  /** Without a C compiler on PATH, and CC not set, cgo is off. */
  cgoOffWithoutCompiler: { since: '1.20', until: null, source: 'https://go.dev/doc/go1.20#cgo' },
  /** `-linkmode external` brings runtime/cgo into a program that does not use cgo itself. */
  externalFlagBringsCgo: { since: '1.21', until: null, source: 'measured: 1.19 does not, 1.21 does' },
  /** What can only be linked externally is refused where cgo is off. */
  externalNeedsCgo: { since: '1.22', until: null, source: 'measured: 1.21 builds, 1.23 refuses' },
  /** Asked for static C parts by CGO_LDFLAGS or CC, the linker turns to the external link by itself. */
  staticCgoLinksExternally: { since: '1.27', until: null, source: 'measured: 1.24 fails, 1.27 links' },
  /** A position independent executable needs no external link on linux/amd64, so runtime/cgo is not compiled for it. */
  internalPie: { since: '1.16', until: null, source: 'measured: 1.15 compiles it, 1.19 does not' },
  /** package net links libresolv. */
  netLinksResolv: { since: '1.20', until: null, source: 'go list -deps: 1.19 not, 1.21 does' },
  /** Both resolver tags together are refused. */
  resolverTagsExclude: {
    since: '1.21',
    until: null,
    source: 'net/netgo_netcgo.go (2023); measured: 1.19 builds',
  },
  /** Words of GOFLAGS may be quoted. */
  quotedGoFlags: {
    since: '1.20',
    until: null,
    source: 'measured: 1.19 refuses, 1.24 accepts; between taken for accepted',
  },
  /** Words of `-extldflags` may be quoted. */
  quotedExtldflags: { since: '1.18', until: null, source: 'cmd/link quoted.Flag; measured: 1.19 accepts' },
  /** "C compiler … not found" instead of "exec gcc". */
  namesMissingCompiler: { since: '1.16', until: null, source: 'measured: 1.15 not, 1.19 does' },
  /** `go:` instead of `cmd/go:` or `go build:` before messages. */
  shortMessagePrefix: { since: '1.16', until: null, source: 'measured: 1.15 not, 1.19 does' },
  /** `-asan`. */
  addressSanitizer: { since: '1.18', until: null, source: 'https://go.dev/doc/go1.18#go-command' },
  /** Android links with cgo off. */
  androidWithoutCgo: { since: '1.16', until: null, source: 'measured: 1.15 does not link, 1.19 does' },
  /** The race detector's runtime asks for glibc's own allocator symbols (https://go.dev/issue/14481). */
  raceNeedsGlibc: { since: null, until: '1.19', source: 'measured: 1.19 links and runs with musl-gcc' },
} as const satisfies Record<string, Change>;

export type GoChange = keyof typeof changes;

/** Whether a Go release (`1.22`, `1.22.3`) behaves in that way. */
export function goHas(version: string, change: GoChange): boolean {
  const { since, until }: Change = changes[change];
  return (since === null || atLeast(version, since)) && (until === null || !atLeast(version, until));
}
