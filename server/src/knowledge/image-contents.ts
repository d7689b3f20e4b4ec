// What kinds of images hold beside a libc: compiler, headers, static libc, shell, libraries.
import type { PackageManager } from './image-facts.js';

export interface Contents {
  readonly cCompiler: boolean | null;
  readonly libcHeaders: boolean | null;
  readonly staticLibc: boolean | null;
  readonly shell: boolean | null;
  /** Package manager where it is not the distribution's own. */
  readonly packageManager?: PackageManager;
  /** Sonames beyond the distribution's base image; null where not known. */
  readonly libraries: readonly string[] | null;
}

const withCompiler = { cCompiler: true, libcHeaders: true, staticLibc: true, shell: true } as const;
const without = { cCompiler: false, libcHeaders: false, staticLibc: false } as const;

export const contents = {
  /** A distribution's base image, or one with nothing of ours added. */
  plain: { ...without, shell: true, libraries: [] },
  /** As `plain`, with a program and libraries of its own that we do not list. */
  application: { ...without, shell: true, libraries: null },
  /** As `application` where not even the absence of a compiler is sure. */
  unlisted: { cCompiler: null, libcHeaders: null, staticLibc: null, shell: true, libraries: null },
  /** buildpack-deps in full: gcc, g++ and the development packages of many libraries (template of docker-library/buildpack-deps). */
  buildpack: { ...withCompiler, libraries: null },
  /** gcc, g++ and libc headers, nothing else (golang on Debian, rust:slim, rust:alpine). */
  compiler: { ...withCompiler, libraries: [] },
  /** gcc with headers; libc.a is in a package of its own (RHEL family). */
  compilerNoStatic: { cCompiler: true, libcHeaders: true, staticLibc: false, shell: true, libraries: null },
  /** No shell, no package manager, no library beyond the libc. */
  bare: { ...without, shell: false, packageManager: 'none', libraries: [] },
  /** No shell, no package manager; libraries not listed. */
  shellless: { ...without, shell: false, packageManager: 'none', libraries: null },
  /** distroless/base: OpenSSL beside the libc (GoogleContainerTools/distroless base/README.md). */
  openssl: { ...without, shell: false, packageManager: 'none', libraries: ['libssl.so.3', 'libcrypto.so.3'] },
  /** distroless/cc: OpenSSL, libgcc and libstdc++ beside the libc (cc/README.md). */
  cc: {
    ...without,
    shell: false,
    packageManager: 'none',
    libraries: ['libssl.so.3', 'libcrypto.so.3', 'libgcc_s.so.1', 'libstdc++.so.6', 'libgomp.so.1'],
  },
  /** A C++ runtime beside the base (node:alpine). */
  cxxRuntime: { ...without, shell: true, libraries: ['libstdc++.so.6', 'libgcc_s.so.1'] },
  /** A shell without a package manager (busybox). */
  busybox: { ...without, shell: true, packageManager: 'none', libraries: [] },
} as const satisfies Record<string, Contents>;

export type ContentsName = keyof typeof contents;
