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
  externalNeedsCgo: { since: '1.22', until: null, source: 'cmd/go/internal/load LinkerDeps; measured: 1.21 builds, 1.23 refuses' },
  /** A linker flag set for static linking in CGO_LDFLAGS or CC makes an internal link fail. */
  staticCgoFlagsFailInternally: { since: null, until: '1.27', source: 'measured: 1.26 fails, 1.27 links externally' },
  /** A position independent executable is linked internally on linux/amd64, so it does not ask for runtime/cgo. */
  internalPie: { since: '1.16', until: null, source: 'measured: 1.15 compiles runtime/cgo, 1.19 does not' },
  /** package net links libresolv. */
  netLinksResolv: { since: '1.20', until: null, source: 'net/cgo_unix: res_search; measured: 1.19 not, 1.24 on glibc 2.31' },
  /** Both resolver tags together are refused. */
  resolverTagsExclude: { since: '1.21', until: null, source: 'net/netgo_netcgo.go; measured: 1.19 builds, 1.24 refuses' },
  /** GOFLAGS may quote words with spaces. */
  quotedGoFlags: { since: '1.22', until: null, source: 'cmd/go/internal/base/goflags.go; measured: 1.19 refuses, 1.24 accepts' },
  /** `-extldflags` may hold quoted words. */
  quotedExtldflags: { since: '1.18', until: null, source: 'cmd/link quoted.Flag' },
  /** "C compiler … not found" instead of "exec gcc". */
  namesMissingCompiler: { since: '1.16', until: null, source: 'measured: 1.15 not, 1.19 does' },
  /** `go:` instead of `cmd/go:` or `go build:` before messages. */
  shortMessagePrefix: { since: '1.16', until: null, source: 'measured: 1.15 not, 1.19 does' },
  addressSanitizer: { since: '1.18', until: null, source: 'https://go.dev/doc/go1.18#go-command' },
  /** The race detector's runtime no longer needs glibc's own allocator symbols. */
  raceOnMusl: { since: '1.19', until: null, source: 'https://go.dev/doc/go1.19#race' },
} as const satisfies Record<string, Change>;

export type GoChange = keyof typeof changes;

/** Whether a Go release (`1.22`, `1.22.3`) behaves in that way. */
export function goHas(version: string, change: GoChange): boolean {
  const { since, until }: Change = changes[change];
  return (since === null || atLeast(version, since)) && (until === null || !atLeast(version, until));
}
