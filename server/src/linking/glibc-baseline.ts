// The oldest symbol version that each port of glibc has, which every program linked against it may ask for.
import type { Architecture } from '../knowledge/image-facts.js';

/** amd64 as measured (2026-11); the others from general knowledge of glibc's ports, not looked up. */
export const oldestGlibc: Readonly<Record<Architecture, string>> = {
  amd64: '2.2.5',
  '386': '2.0',
  arm64: '2.17',
  arm: '2.4',
  ppc64le: '2.17',
  s390x: '2.2',
  riscv64: '2.27',
  loong64: '2.36',
  mips64le: '2.0',
};

/** glibc 2.34 took libpthread, libdl, libutil and part of libresolv into libc and gave their symbols, and its start files', that version. */
export const mergedGlibc = '2.34';
