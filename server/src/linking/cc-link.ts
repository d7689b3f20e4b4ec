// How a C or C++ compiler links: what comes out, which loader it asks for, and the least glibc it needs.
import * as l10n from '@vscode/l10n';
import { loaderPath } from '../knowledge/loaders.js';
import type { Architecture } from '../knowledge/image-facts.js';
import { atLeast } from '../knowledge/version.js';
import { because } from '../text/because.js';
import type { CcLinkInput, CcLinkOutcome } from './cc-link-model.js';
import { staticLinkage, type Linkage } from './linkage.js';

/** Triplet prefixes of cross compilers and the architecture they compile for (GNU config.sub). */
const TRIPLETS: readonly (readonly [RegExp, Architecture])[] = [
  [/^x86_64-/, 'amd64'],
  [/^aarch64-/, 'arm64'],
  [/^arm-/, 'arm'],
  [/^i[3-6]86-/, '386'],
  [/^powerpc64le-/, 'ppc64le'],
  [/^s390x-/, 's390x'],
  [/^riscv64-/, 'riscv64'],
];

/** Links as the compiler would; never fails. Floors: measured on Debian 11 to sid (2026-11). */
export function ccLink(input: CcLinkInput): CcLinkOutcome {
  const { arguments: words, compiler } = input;
  const has = (word: string): boolean => words.includes(word);
  const libc = /musl/.test(compiler) ? 'musl' : input.host.libc;
  const architecture = TRIPLETS.find(([pattern]) => pattern.test(compiler))?.[1] ?? input.host.architecture;
  const produces =
    has('-c') || has('-S') || has('-E') ? 'object' : has('-shared') ? 'shared-library' : 'executable';
  if (produces === 'object')
    return { linkage: staticLinkage(libc), produces, error: null, failure: null, because: [] };
  const isStatic = has('-static') || has('--static') || has('-static-pie');
  if (isStatic && produces === 'executable') {
    if (!input.staticLibc && libc === input.host.libc) {
      const libraries = words.filter((word) => word === '-lm' || word === '-lpthread');
      const lines = [...libraries, '-lc'].map((word) => `/usr/bin/ld: cannot find ${word}`);
      return {
        linkage: { ...staticLinkage(libc), type: 'not-built' },
        produces,
        error: [...lines, 'collect2: error: ld returned 1 exit status'].join('\n'),
        failure: 'no-static-libc',
        because: [because(l10n.t('-static asks for libc.a, which is not installed.'))],
      };
    }
    return {
      linkage: { ...staticLinkage(libc), type: has('-static-pie') ? 'static-pie' : 'static' },
      produces,
      error: null,
      failure: null,
      because: [because(l10n.t('-static links {0} into the file.', libc))],
    };
  }
  const linkage: Linkage = {
    type: 'dynamic',
    libc,
    interpreter: produces === 'executable' ? loaderPath(libc, architecture) : null,
    minimumVersion: libc === 'glibc' ? minimumGlibc(input) : null,
    minimumIsExact: false,
    needed: neededBy(input, libc),
    symbols: null,
  };
  return {
    linkage,
    produces,
    error: null,
    failure: null,
    because: [because(l10n.t('{0} links {1} dynamically: no flag asks for a static link.', compiler, libc))],
  };
}

/** From glibc 2.34 on, crt1's __libc_start_main asks for 2.34; before, 2.2.5 holds for a plain program. */
function minimumGlibc({ host, compiler }: CcLinkInput): string | null {
  if (/musl/.test(compiler) || host.libcVersion === null) return null;
  return atLeast(host.libcVersion, '2.34') ? '2.34' : '2.2.5';
}

function neededBy(
  { arguments: words, language, host }: CcLinkInput,
  libc: 'glibc' | 'musl',
): readonly string[] {
  const needed: string[] = [];
  if (language === 'c++') {
    if (!words.includes('-static-libstdc++')) needed.push('libstdc++.so.6');
    if (!words.includes('-static-libgcc')) needed.push('libgcc_s.so.1');
  }
  if (libc === 'musl') return [...needed, host.libc === 'musl' ? 'libc.musl-x86_64.so.1' : 'libc.so'];
  if (words.includes('-lm') || language === 'c++') needed.push('libm.so.6');
  return [...needed, 'libc.so.6'];
}
