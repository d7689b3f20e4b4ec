// GNU ld as C compilers call it: the words that make a link static, and what it prints where a link fails.
import { atLeast } from '../knowledge/version.js';

export const isStaticWord = (word: string): boolean => word === '-static' || word === '--static';

/** The compiler's last line where its linker fails. */
export const ldFailed = 'collect2: error: ld returned 1 exit status';

/** ld names the missing file's cause from binutils 2.37 on, which came with distributions of glibc 2.35 and newer. */
export const notFoundByLd = (name: string, libcVersion: string | null): string =>
  `/usr/bin/ld: cannot find ${name}${libcVersion !== null && atLeast(libcVersion, '2.35') ? ': No such file or directory' : ''}`;

/** -shared together with -static: the start files of static programs are not position independent. */
export const staticSharedLine =
  "/usr/bin/ld: crtbeginT.o: relocation R_X86_64_32 against hidden symbol `__TMC_END__' can not be used when making a shared object";
