// What the C compiler makes when Go hands it the link: static where -static reaches it, else dynamic.
import * as l10n from '@vscode/l10n';
import { atLeast } from '../knowledge/version.js';
import type { GoBuildPlan } from './go-build.js';
import type { CgoUse } from './go-cgo.js';
import { dynamicLinkage } from './go-dynamic.js';
import * as errors from './go-errors.js';
import { isStaticWord } from './gnu-ld.js';
import type { GoLinkOutcome } from './go-link-model.js';
import { built, derive, failed, type GoDerivation } from './go-outcome.js';
import { splitQuoted } from './go-quoting.js';
import { goHas } from './go-version.js';
import { staticLinkage, type Linkage } from './linkage.js';

export function linkExternally(derivation: GoDerivation, use: CgoUse): GoLinkOutcome {
  const { plan } = derivation;
  const { environment, input, buildMode, target } = plan;
  const failure = cannotStart(derivation);
  if (failure) return failure;
  if (buildMode === 'c-archive') return built(derivation, staticLinkage(), 'external');
  /** runtime/cgo is there to be linked: a package reaches it, or the go command brought it. */
  const runtimeCgo = use.reached || use.forced;
  const words = linkWords(plan, use, runtimeCgo);
  const how = staticKind(plan, words);
  if (endsInStatic(words) && how === null)
    return failed(
      derivation,
      'link-error',
      errors.missingLibraries(placeOf(plan), ['-lgcc_s', '-lgcc_s'], input.host.libcVersion),
      'external',
    );
  if (how === null) {
    if (environment.goos === 'android' && !runtimeCgo && !goHas(input.goVersion, 'androidWithoutCgo'))
      return failed(derivation, 'link-error', errors.undefinedCgo, 'external');
    return built(
      derive(derivation, l10n.t('The C compiler links the libc dynamically, for no -static reaches it.')),
      withoutLibc(plan, use)
        ? { ...staticLinkage(), type: 'dynamic' }
        : dynamicLinkage(plan, use, { runtimeCgo, external: true, libcVersion: target.libcVersion }),
      'external',
    );
  }
  if (buildMode === 'c-shared' || buildMode === 'plugin' || buildMode === 'shared')
    return failed(
      derive(derivation, l10n.t('A shared library cannot be linked with -static.')),
      'link-error',
      errors.staticSharedObject(placeOf(plan)),
      'external',
    );
  if (how === 'static-pie' && !plan.pie)
    return failed(
      derive(derivation, l10n.t('-static-pie needs -buildmode=pie: the code is not position independent.')),
      'link-error',
      errors.readOnlyRelocations(placeOf(plan)),
      'external',
    );
  if (!input.compiler.staticLibc) return withoutStaticLibc(derivation, use, runtimeCgo);
  return linkedStatically(derivation, use, how, runtimeCgo);
}

/** The link tool calls a program that is not there, or the C compiler finds no start files. */
function cannotStart(derivation: GoDerivation): GoLinkOutcome | null {
  const { plan } = derivation;
  const { environment, input, buildMode } = plan;
  const root = input.environment['GOROOT'];
  const cc = environment.cc[0] ?? 'gcc';
  if (!environment.ccFound) {
    // The archiver comes with the compiler's own tools.
    const program = buildMode === 'c-archive' ? 'ar' : cc;
    return failed(
      derive(derivation, l10n.t('The link needs {0}, which is not on PATH.', program)),
      'no-compiler',
      errors.cannotRun(root, environment.goarch, program),
      'external',
    );
  }
  if (!input.compiler.libcHeaders && buildMode !== 'c-archive')
    return failed(
      derive(derivation, l10n.t('The headers and start files of the libc are not installed.')),
      'no-libc-headers',
      errors.missingStartFiles(placeOf(plan)),
      'external',
    );
  return null;
}

const placeOf = ({ input, environment }: GoBuildPlan): errors.LinkPlace => ({
  root: input.environment['GOROOT'],
  goarch: environment.goarch,
  cc: environment.cc[0] ?? 'gcc',
});

/** Words that reach the C compiler's link: CC's own, those of every cgo package, then -extldflags. */
function linkWords(plan: GoBuildPlan, use: CgoUse, runtimeCgo: boolean): readonly string[] {
  return [
    ...plan.environment.cc.slice(1),
    ...use.own.flatMap(({ ldflags }) => ldflags),
    ...(runtimeCgo ? splitQuoted(plan.input.environment['CGO_LDFLAGS'] ?? '').words : []),
    ...plan.linker.extldflags,
  ];
}

/** Debian's musl wrapper of musl before 1.2.4 hands -static-pie on, but names the loader all the same (measured on 2.31, 2.36, 2.41, 2.43). */
const wrapperKeepsLoader = ({ target, input }: GoBuildPlan): boolean =>
  target.wrapper && !(input.host.libcVersion !== null && atLeast(input.host.libcVersion, '2.41'));

function staticKind(plan: GoBuildPlan, words: readonly string[]): 'static' | 'static-pie' | null {
  if (words.includes('-static-pie')) return wrapperKeepsLoader(plan) ? null : 'static-pie';
  if (words.some(isStaticWord)) return 'static';
  return plan.target.staticByDefault && !words.includes('-dynamic') ? 'static' : null;
}

/** -Wl,-Bstatic without its end makes the compiler's own libgcc_s unfindable. */
function endsInStatic(words: readonly string[]): boolean {
  const last = words.findLast((word) => /^-Wl,-B(static|dynamic)$/.test(word));
  return last === '-Wl,-Bstatic' && !words.includes('-static-libgcc');
}

/** Shared libraries without runtime/cgo call no libc function, so they name no library (Go ≤ 1.21, CGO_ENABLED=0). */
const withoutLibc = ({ buildMode }: GoBuildPlan, use: CgoUse): boolean =>
  (buildMode === 'c-shared' || buildMode === 'plugin') && !use.reached && !use.forced;

function withoutStaticLibc(derivation: GoDerivation, use: CgoUse, runtimeCgo: boolean): GoLinkOutcome {
  const { plan } = derivation;
  const own = linkWords(plan, use, runtimeCgo).filter((word) => /^-l(m|dl|rt|util)$/.test(word));
  const names = [...new Set([...(runtimeCgo ? ['-lpthread'] : []), ...own, '-lc'])];
  return failed(
    derive(derivation, l10n.t('-static asks for libc.a, which is not installed.')),
    'no-static-libc',
    errors.missingLibraries(placeOf(plan), names, plan.input.host.libcVersion),
    'external',
  );
}

function linkedStatically(
  derivation: GoDerivation,
  use: CgoUse,
  how: 'static' | 'static-pie',
  runtimeCgo: boolean,
): GoLinkOutcome {
  const { target } = derivation.plan;
  const glibc = target.libc === 'glibc';
  // Without runtime/cgo Go sets up thread-local storage itself, over glibc's own; musl keeps none there.
  const crashes = glibc && !runtimeCgo && !pieBroughtRuntime(derivation.plan);
  const explained = derive(
    derivation,
    l10n.t('The C compiler gets -static and links the libc into the file.'),
    ...(crashes
      ? [
          l10n.t(
            'runtime/cgo is not linked in, so the program and the static glibc fight over thread-local storage.',
          ),
        ]
      : []),
  );
  const linkage: Linkage = {
    ...staticLinkage(target.libc),
    type: how,
    symbols: use.standard.flatMap((name) => errors.lookups[name] ?? []),
    ...(crashes ? { crashesAtStart: true } : {}),
  };
  return built(explained, linkage, 'external', {
    warnings: glibc ? use.standard.flatMap(errors.staticWarnings) : [],
    crashesAtStart: crashes,
  });
}

/** Up to Go 1.15 every position independent executable came with runtime/cgo where cgo was on. */
const pieBroughtRuntime = ({ pie, environment, input }: GoBuildPlan): boolean =>
  pie && environment.cgo && !goHas(input.goVersion, 'internalPie');
