// Where each libc keeps its loader (PT_INTERP) on each architecture.
import type { Architecture, Libc } from './image-facts.js';

// glibc: the `_ld` cases of aports main/gcompat and main/musl APKBUILD, glibc's sysdeps/*/shlib-versions; musl: ldso names of arch/*/reloc.h.
const loaders: Readonly<Record<'glibc' | 'musl', Readonly<Record<Architecture, string>>>> = {
  glibc: {
    amd64: '/lib64/ld-linux-x86-64.so.2',
    '386': '/lib/ld-linux.so.2',
    arm64: '/lib/ld-linux-aarch64.so.1',
    arm: '/lib/ld-linux-armhf.so.3',
    ppc64le: '/lib64/ld64.so.2',
    s390x: '/lib/ld64.so.1',
    riscv64: '/lib/ld-linux-riscv64-lp64d.so.1',
    loong64: '/lib64/ld-linux-loongarch-lp64d.so.1',
    mips64le: '/lib64/ld.so.1',
  },
  musl: {
    amd64: '/lib/ld-musl-x86_64.so.1',
    '386': '/lib/ld-musl-i386.so.1',
    arm64: '/lib/ld-musl-aarch64.so.1',
    arm: '/lib/ld-musl-armhf.so.1',
    ppc64le: '/lib/ld-musl-powerpc64le.so.1',
    s390x: '/lib/ld-musl-s390x.so.1',
    riscv64: '/lib/ld-musl-riscv64.so.1',
    loong64: '/lib/ld-musl-loongarch64.so.1',
    mips64le: '/lib/ld-musl-mips64el.so.1',
  },
};

/** Loader that a dynamic executable of this libc and architecture asks for; null for libcs that we hold no path of. */
export function loaderPath(libc: Libc | 'unknown', architecture: Architecture): string | null {
  if (libc === 'glibc' || libc === 'musl') return loaders[libc][architecture];
  if (libc === 'uclibc') return architecture === 'amd64' ? '/lib/ld64-uClibc.so.0' : '/lib/ld-uClibc.so.0';
  if (libc === 'bionic') return '/system/bin/linker64';
  return null;
}

/** Every loader path of a libc, over all architectures; none for libcs that we hold no table of. */
export const loaderPathsOf = (libc: Libc | 'unknown'): readonly string[] =>
  libc === 'glibc' || libc === 'musl' ? [...new Set(Object.values(loaders[libc]))] : [];

const glibcLoaderName =
  /^(ld-linux(-x86-64|-aarch64(_be|_ilp32)?|-armhf|-x32|-riscv\d+-lp\d+[fd]?|-loongarch-lp\d+[fd]?|-mipsn8|-cskyv2(-hf)?)?\.so\.[1-3]|ld64\.so\.[12]|ld\.so\.1|ld-2\.\d+(\.\d+)?\.so)$/;
const muslLoaderName = /^ld-musl-[a-z0-9_]+(-sf)?\.so\.1$/;
const uclibcLoaderName = /^ld(64)?-uClibc(-[\d.]+)?\.so(\.[01])?$/;

/** Libc whose loader a path names, by its last part (`/lib64/ld-linux-x86-64.so.2` → glibc); null where it is no loader. */
export function loaderLibc(path: string): Libc | null {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name.length > 64) return null;
  if (glibcLoaderName.test(name)) return 'glibc';
  if (muslLoaderName.test(name)) return 'musl';
  return uclibcLoaderName.test(name) ? 'uclibc' : null;
}

/** Whether a path's last part is the name of a dynamic loader. */
export const isLoaderPath = (path: string): boolean => loaderLibc(path) !== null;

/** Whether a path's last part is musl itself, library or loader: in musl both are one file. */
export function isMuslLibc(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return muslLoaderName.test(name) || /^libc\.musl-[a-z0-9_]+\.so\.1$/.test(name);
}

/** Folders of a loader path that must exist for it to be created there (`/lib64` on musl images does not). */
export const loaderFolder = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 1));
