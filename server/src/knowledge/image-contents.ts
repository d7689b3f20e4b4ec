// What kinds of images hold beside a libc: compiler, headers, static libc, shell, libraries.
import type { PackageManager } from './image-facts.js';

export interface Contents {
  readonly cCompiler: boolean | null;
  readonly libcHeaders: boolean | null;
  readonly staticLibc: boolean | null;
  readonly shell: boolean | null;
  /** Package manager where it is not the distribution's own. */
  readonly packageManager?: PackageManager;
  /** Whether the distribution's base image is underneath, with its libraries. */
  readonly onBase: boolean;
  /** Sonames of its own, `openssl` standing for the distribution's; null where they are not known. */
  readonly libraries: readonly string[] | null;
}

const without = { cCompiler: false, libcHeaders: false, staticLibc: false } as const;
const noTools = { ...without, shell: false, packageManager: 'none', onBase: false } as const;
const cxx = ['libstdc++.so.6', 'libgcc_s.so.1'] as const;
const gccRuntime = [...cxx, 'libgomp.so.1', 'libatomic.so.1', 'libitm.so.1', 'libquadmath.so.0'] as const;
const withCompiler = {
  cCompiler: true,
  libcHeaders: true,
  staticLibc: true,
  shell: true,
  onBase: true,
} as const;

export const contents = {
  /** A distribution's base image, or one to which nothing of ours is added. */
  plain: { ...without, shell: true, onBase: true, libraries: [] },
  /** As `plain`, with a program and libraries of its own that we do not list. */
  application: { ...without, shell: true, onBase: true, libraries: null },
  /** Not even the absence of a compiler is sure. */
  unlisted: {
    cCompiler: null,
    libcHeaders: null,
    staticLibc: null,
    shell: true,
    onBase: true,
    libraries: null,
  },
  /** An image of which nothing but its system is known. */
  foreign: {
    cCompiler: null,
    libcHeaders: null,
    staticLibc: null,
    shell: null,
    onBase: true,
    libraries: null,
  },
  /** buildpack-deps in full: gcc, g++ and development packages of many libraries (its Dockerfile template). */
  buildpack: { ...withCompiler, libraries: null },
  /** gcc, g++ and libc headers on buildpack-deps:scm (golang on Debian: its Dockerfile template); git's libraries come along. */
  compiler: { ...withCompiler, libraries: null },
  /** gcc and libc headers alone (rust:slim, rust:alpine: rust-lang/docker-rust templates). */
  compilerOnly: { ...withCompiler, libraries: gccRuntime },
  /** gcc with headers; libc.a is in a package of its own (RHEL and its kin). */
  compilerNoStatic: { ...withCompiler, staticLibc: false, libraries: null },
  /** Arch: glibc ships its headers and libc.a, gcc comes with base-devel. */
  archBase: { ...without, libcHeaders: true, staticLibc: true, shell: true, onBase: true, libraries: null },
  /** No shell, no package manager, no library beyond the libc. */
  bare: { ...noTools, libraries: [] },
  /** No shell, no package manager; libraries not listed. */
  shellless: { ...noTools, libraries: null },
  /** distroless/base (GoogleContainerTools/distroless base/config.bzl). */
  distrolessBase: { ...noTools, libraries: ['openssl'] },
  /** distroless/cc (cc/config.bzl). */
  distrolessCc: { ...noTools, libraries: ['openssl', ...cxx, 'libgomp.so.1'] },
  /** A C++ runtime beside the base (node:alpine: its Dockerfile template). */
  cxxRuntime: { ...without, shell: true, onBase: true, libraries: cxx },
  /** glibc, libgcc and libstdc++ alone (chainguard/glibc-dynamic). */
  cxxBare: { ...noTools, libraries: cxx },
  /** A shell without a package manager (busybox). */
  busybox: { ...without, shell: true, packageManager: 'none', onBase: true, libraries: [] },
  /** As `application`, with the small package manager of the RHEL family. */
  minimal: { ...without, shell: true, packageManager: 'microdnf', onBase: true, libraries: null },
  /** A shell, no package manager (ubi-micro). */
  micro: { ...without, shell: true, packageManager: 'none', onBase: true, libraries: null },
} as const satisfies Record<string, Contents>;

export type ContentsName = keyof typeof contents;
