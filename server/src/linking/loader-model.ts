// Artifact meets runtime: the input and outcome of `load`.
import type { Because } from '../text/because.js';
import type { Architecture, Libc, Shell } from '../knowledge/image-facts.js';
import type { Linkage } from './linkage.js';

export interface Runtime {
  readonly libc: Libc | 'unknown';
  readonly version: string | null;
  readonly distribution: string | null;
  readonly release: string | null;
  readonly architecture: Architecture | null;
  /** Loader paths that were added to the image (copied, linked), each with what stands behind it. */
  readonly loaders: readonly { readonly path: string; readonly libc: Libc | 'unknown' }[];
  /** glibc stand-ins on a musl image. `glibc` is a whole glibc beside musl (sgerrand, frolvlad). */
  readonly shims: readonly Shim[];
  /** Sonames known to be present beside the libc's own; null where not known. */
  readonly libraries: readonly string[] | null;
  readonly hasShell: boolean | null;
  readonly shell: Shell | null;
}

export type Shim = 'gcompat' | 'libc6-compat' | 'loader-symlink' | 'glibc';

/** How the file is started: decides the wording of the failure. */
export type Starter = 'exec' | 'shell' | 'script';

export interface Verdict {
  readonly kind: 'runs' | 'fails' | 'degraded' | 'unknown';
  readonly cause:
    | 'no-loader'
    | 'other-libc'
    | 'version-too-old'
    | 'symbol-missing'
    | 'library-missing'
    | 'wrong-architecture'
    | 'crashes'
    | null;
  /** What the user will read, verbatim, with the given path in it; null where it runs or is not known. */
  readonly predictedError: string | null;
  readonly exitCode: number | null;
  /** The version, symbol or library that is missing. */
  readonly missing: string | null;
  /** True where the verdict holds for every possible reading of what is not known (say, the shim's release). */
  readonly certain: boolean;
  readonly because: readonly Because[];
}

export interface LoadInput {
  readonly linkage: Linkage;
  readonly architecture: Architecture | null;
  /** Path or name as the user starts it: `/app`, `./app`, `app`. */
  readonly path: string;
  readonly runtime: Runtime;
  readonly starter: Starter;
  /** For a script: its path and the line that starts the file; absent where not known. */
  readonly script?: { readonly path: string; readonly line: number };
}
