// What decides how a C or C++ compiler links, and what comes out: the input and outcome of `ccLink`.
import type { Because } from '../text/because.js';
import type { Architecture } from '../knowledge/image-facts.js';
import type { Linkage } from './linkage.js';

export interface CcLinkInput {
  /** Name of the compiler as called: `gcc`, `g++`, `cc`, `clang`, `musl-gcc`, `aarch64-linux-gnu-gcc`. */
  readonly compiler: string;
  readonly host: {
    readonly libc: 'glibc' | 'musl';
    readonly libcVersion: string | null;
    readonly distribution: string | null;
    readonly architecture: Architecture;
  };
  readonly staticLibc: boolean;
  /** Linker-relevant words: `-static`, `-static-pie`, `-shared`, `-lm`, `-static-libgcc`, `-c`, `-O2`, `-D_FORTIFY_SOURCE=2`… */
  readonly arguments: readonly string[];
  readonly language: 'c' | 'c++';
}

export interface CcLinkOutcome {
  readonly linkage: Linkage;
  readonly produces: 'executable' | 'shared-library' | 'object';
  readonly error: string | null;
  readonly failure: 'no-static-libc' | null;
  readonly because: readonly Because[];
  /** Architecture the file is for, from the compiler's name or its flags; null where they name none that we know. */
  readonly architecture?: Architecture | null;
}
