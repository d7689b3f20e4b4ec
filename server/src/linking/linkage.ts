// How a file was linked, and what that asks of the place where it starts.
import type { Libc } from '../knowledge/image-facts.js';

export type LinkageType = 'static' | 'static-pie' | 'dynamic' | 'not-built' | 'unknown';

export interface Linkage {
  /** `dynamic` means: asks the kernel for an interpreter (PT_INTERP), even where no library is needed. */
  readonly type: LinkageType;
  /** The libc linked against; for `static` the one inside, or null where none is (Go without cgo). */
  readonly libc: Libc | null;
  /** Path of the loader asked for; null where static or not known. */
  readonly interpreter: string | null;
  /** Highest version of the libc itself that the symbols ask for (`2.34`); null where none or not known. */
  readonly minimumVersion: string | null;
  /** True where `minimumVersion` is measured or bounded from below; false where it is only the host's own version, an upper bound. */
  readonly minimumIsExact: boolean;
  /** DT_NEEDED, as far as known. */
  readonly needed: readonly string[];
  /** Symbols of the libc beyond what any libc exports (`__strcat_chk`), as far as known; null where not known. */
  readonly symbols: readonly string[] | null;
  /** Symbol versions that each library must have, in the order in which glibc's loader names the missing ones; absent where not known. */
  readonly versions?: readonly LibraryVersions[];
  /** Links, then dies with SIGTRAP at start wherever it runs (static glibc without runtime/cgo); absent: no. */
  readonly crashesAtStart?: boolean;
}

export interface LibraryVersions {
  /** `libc.so.6`, `libstdc++.so.6`. */
  readonly library: string;
  /** `GLIBC_2.34`, `GLIBCXX_3.4.32`. */
  readonly versions: readonly string[];
}

export const staticLinkage = (libc: Libc | null = null): Linkage => ({
  type: 'static',
  libc,
  interpreter: null,
  minimumVersion: null,
  minimumIsExact: true,
  needed: [],
  symbols: [],
});

export const unknownLinkage: Linkage = {
  type: 'unknown',
  libc: null,
  interpreter: null,
  minimumVersion: null,
  minimumIsExact: false,
  needed: [],
  symbols: null,
};
