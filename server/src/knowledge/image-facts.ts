// What is known of a base image: every field is a fact with evidence or an honest unknown.
import type { Because } from '../text/because.js';

export type Libc = 'glibc' | 'musl' | 'none' | 'uclibc' | 'bionic';

/** Processor architectures in Go's names, which Docker's platforms share. */
export type Architecture =
  'amd64' | 'arm64' | 'arm' | '386' | 'ppc64le' | 's390x' | 'riscv64' | 'loong64' | 'mips64le';

/** The shells that word a failed start differently. */
export type Shell = 'ash' | 'dash' | 'bash-5.1' | 'bash-5.2';

export type PackageManager =
  'apk' | 'apt' | 'dnf' | 'yum' | 'microdnf' | 'tdnf' | 'zypper' | 'pacman' | 'none';

export interface ImageFacts {
  /** As written after ARG substitution. */
  readonly reference: string;
  readonly libc: Libc | 'unknown';
  /** Version of the libc, such as `2.36` or `1.2.5`. */
  readonly version: string | null;
  /** `debian`, `ubuntu`, `alpine`, `fedora`, `rhel`, `centos`, `rocky`, `almalinux`, `amazonlinux`, `oraclelinux`, `wolfi`, `busybox`, `distroless`… */
  readonly distribution: string | null;
  /** `12`, `24.04`, `3.20`; the codename stands in `codename`. */
  readonly release: string | null;
  /** `bookworm`, `noble`; null where the distribution has none. */
  readonly codename: string | null;
  readonly packageManager: PackageManager | null;
  /** Whether a C compiler is on PATH as `gcc` or `cc`. */
  readonly cCompiler: boolean | null;
  /** Whether the headers of the libc are installed (musl-dev, libc6-dev, glibc-devel). */
  readonly libcHeaders: boolean | null;
  /** Whether `libc.a` is installed. */
  readonly staticLibc: boolean | null;
  /** Version of the Go toolchain on PATH, as far as the tag tells (`1.22`, `1.22.3`); null where there is none or it is not known. */
  readonly go: string | null;
  /** True where a Go toolchain is on PATH, of whatever version. */
  readonly hasGo: boolean | null;
  readonly hasShell: boolean | null;
  /** The wording of `/bin/sh`. */
  readonly shell: Shell | null;
  /** Environment the image sets, as far as it matters here (PATH, GOPATH, GOTOOLCHAIN). */
  readonly environment: Readonly<Record<string, string>>;
  readonly workdir: string;
  /** Sonames present beside the libc's own that matter (`libstdc++.so.6`, `libgcc_s.so.1`, `libz.so.1`, `libssl.so.3`); null where not known. */
  readonly libraries: readonly string[] | null;
  /** A second libc in the image that starts binaries of its own (frolvlad/alpine-glibc, deno:alpine): its name and version. */
  readonly secondLibc: { readonly libc: Libc; readonly version: string | null } | null;
  /** True where the libc is only inside the image's own static programs, so that no loader starts dynamic ones (busybox:musl). */
  readonly staticOnly?: true;
  /** True where the tag names no release and moves with time (`latest`, `golang:1.22`, `debian:stable`). */
  readonly floating: boolean;
  /** True for images that run on Windows; nothing else is said of them. */
  readonly windows: boolean;
  readonly because: readonly Because[];
}
