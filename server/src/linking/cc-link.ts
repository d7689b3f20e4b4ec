// How a C or C++ compiler links: what comes out, which loader it asks for, and the least glibc it needs.
import * as l10n from '@vscode/l10n';
import { loaderPath } from '../knowledge/loaders.js';
import { atLeast } from '../knowledge/version.js';
import { because, type Because } from '../text/because.js';
import { alpineSoname, cTarget, type CTarget } from './c-target.js';
import type { CcLinkInput, CcLinkOutcome } from './cc-link-model.js';
import { mergedGlibc, oldestGlibc } from './glibc-baseline.js';
import { isStaticWord, ldFailed, notFoundByLd, staticSharedLine } from './gnu-ld.js';
import { staticLinkage, unknownLinkage, type Linkage } from './linkage.js';

interface Call {
  readonly input: CcLinkInput;
  readonly words: readonly string[];
  readonly target: CTarget;
  readonly cxx: boolean;
}

/** Links as the compiler would; never fails. Measured with gcc and g++ of Debian 11 to sid and with musl-gcc (2026-11). */
export function ccLink(input: CcLinkInput): CcLinkOutcome {
  const words = driverWords(input.arguments);
  const target = cTarget([input.compiler, ...words], input.host);
  const cxx = input.language === 'c++' || words.includes('-lstdc++');
  const produces = productOf(words);
  const done = (linkage: Linkage, ...reasons: readonly Because[]): CcLinkOutcome => ({
    linkage,
    produces,
    error: null,
    failure: null,
    because: reasons,
    architecture: target.architecture,
  });
  if (produces === 'object') return done(staticLinkage(target.libc));
  if (target.libc === null || words.some((word) => word === '-nostdlib' || word === '-nodefaultlibs'))
    return done(
      unknownLinkage,
      because(l10n.t('{0} does not link the libc in the usual way.', input.compiler)),
    );
  const call: Call = { input, words, target, cxx };
  const how = staticKind(call);
  if (how === null)
    return done(
      dynamicLinkage(call, produces),
      because(
        l10n.t('{0} links {1} dynamically: no flag asks for a static link.', input.compiler, target.libc),
      ),
    );
  if (produces === 'shared-library')
    return target.libc === 'musl'
      ? done(dynamicLinkage(call, produces))
      : {
          ...done(notBuilt(target), because(l10n.t('A shared library cannot be linked with -static.'))),
          error: `${staticSharedLine}\n${ldFailed}`,
        };
  if (!input.staticLibc && !target.wrapper && !target.staticByDefault)
    return {
      ...done(notBuilt(target), because(l10n.t('-static asks for libc.a, which is not installed.'))),
      error: missingArchives(call),
      failure: 'no-static-libc',
    };
  return done(
    { ...staticLinkage(target.libc), type: how },
    because(l10n.t('-static links {0} into the file.', target.libc)),
  );
}

const notBuilt = ({ libc }: CTarget): Linkage => ({ ...staticLinkage(libc), type: 'not-built' });

/** Words behind -o, -I and the like name files, not flags. */
function driverWords(words: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (takesNext.has(word)) i++;
    else kept.push(word);
  }
  return kept;
}

const takesNext = new Set([
  '-o',
  '-I',
  '-L',
  '-D',
  '-U',
  '-include',
  '-isystem',
  '-MF',
  '-MT',
  '-MQ',
  '-x',
  '-T',
]);

function productOf(words: readonly string[]): CcLinkOutcome['produces'] {
  if (words.some((word) => /^-(c|S|E|M|MM|fsyntax-only|r)$/.test(word))) return 'object';
  return words.includes('-shared') ? 'shared-library' : 'executable';
}

/** Debian's musl wrapper of musl before 1.2.4 names the loader in spite of -static-pie (glibc 2.41 came with the one that does not). */
function staticKind({ words, target, input }: Call): 'static' | 'static-pie' | null {
  if (words.includes('-static-pie')) {
    const keepsLoader =
      target.wrapper && !(input.host.libcVersion !== null && atLeast(input.host.libcVersion, '2.41'));
    return keepsLoader ? null : 'static-pie';
  }
  if (words.some(isStaticWord)) return 'static';
  return target.staticByDefault && !words.includes('-dynamic') ? 'static' : null;
}

function missingArchives({ words, input, cxx }: Call): string {
  const named = words.filter((word) => /^-l(m|pthread|dl|rt|util|crypt)$/.test(word));
  const names = [...new Set([...named, ...(cxx ? ['-lm'] : []), '-lc'])];
  return [...names.map((name) => notFoundByLd(name, input.host.libcVersion)), ldFailed].join('\n');
}

function dynamicLinkage(call: Call, produces: CcLinkOutcome['produces']): Linkage {
  const { target, words, input } = call;
  const { libc, architecture } = target;
  const chosen = words
    .flatMap((word) => /^-Wl,(?:-{1,2}dynamic-linker)[=,](.+)$/.exec(word)?.[1] ?? [])
    .at(-1);
  const usual = libc === null || architecture === null ? null : loaderPath(libc, architecture);
  const minimumVersion = libc === 'glibc' ? minimumGlibc(call, produces) : null;
  return {
    type: 'dynamic',
    libc,
    interpreter: produces === 'executable' ? (chosen ?? usual) : null,
    minimumVersion,
    // crt1.o and libstdc++.a bound it from below; what the program itself calls is not known.
    minimumIsExact: minimumVersion !== null,
    needed: libc === 'musl' ? neededOnMusl(call) : neededOnGlibc(call, input.host.libcVersion),
    symbols: null,
  };
}

/**
 * From glibc 2.34 on the start files ask for __libc_start_main of 2.34; before, 2.2.5 holds for a plain program.
 * A static libstdc++ brings arc4random (2.36) and the C23 conversions (2.38) where the libc has them.
 */
function minimumGlibc({ words, target, cxx }: Call, produces: CcLinkOutcome['produces']): string | null {
  const { libcVersion, architecture } = target;
  if (libcVersion === null) return null;
  if (cxx && words.includes('-static-libstdc++'))
    for (const version of ['2.38', '2.36']) if (atLeast(libcVersion, version)) return version;
  // Libraries have no start files.
  if (produces === 'executable' && atLeast(libcVersion, mergedGlibc))
    return architecture === 'loong64' ? oldestGlibc.loong64 : mergedGlibc;
  return architecture === null ? null : oldestGlibc[architecture];
}

/** Libraries of C++ programs; libgcc_s goes away with -static-libgcc only. */
function cxxLibraries({ words, cxx }: Call): readonly string[] {
  if (!cxx) return [];
  const dynamic = !words.includes('-static-libstdc++');
  const llvm = words.includes('-stdlib=libc++');
  return [
    ...(dynamic ? (llvm ? ['libc++.so.1', 'libc++abi.so.1'] : ['libstdc++.so.6']) : []),
    ...(words.includes('-static-libgcc') ? [] : ['libgcc_s.so.1']),
  ];
}

/** GNU ld as Debian and Ubuntu configure it drops libraries that nothing is taken from, so of -l words only libm is taken for needed. */
function neededOnGlibc(call: Call, libcVersion: string | null): readonly string[] {
  const { words } = call;
  const separate = libcVersion !== null && !atLeast(libcVersion, mergedGlibc);
  return [
    ...cxxLibraries(call),
    ...(words.includes('-lm') ? ['libm.so.6'] : []),
    ...(separate && words.includes('-ldl') ? ['libdl.so.2'] : []),
    ...(separate && words.some((word) => word === '-lpthread' || word === '-pthread')
      ? ['libpthread.so.0']
      : []),
    'libc.so.6',
  ];
}

const neededOnMusl = (call: Call): readonly string[] => [
  ...cxxLibraries(call),
  call.target.muslSoname ?? alpineSoname(call.input.host.architecture),
];
