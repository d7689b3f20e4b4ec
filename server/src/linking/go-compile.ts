// Where the compilation of a build's packages fails: packages that need cgo, a C compiler, its headers, or another compiler.
import * as l10n from '@vscode/l10n';
import type { CgoUse } from './go-cgo.js';
import * as errors from './go-errors.js';
import type { GoLinkOutcome } from './go-link-model.js';
import { derive, failed, type GoDerivation } from './go-outcome.js';
import { goHas } from './go-version.js';

/** The failure, or null where everything compiles. */
export function compileFailure(derivation: GoDerivation, use: CgoUse): GoLinkOutcome | null {
  const { plan } = derivation;
  const { input, environment, target, tags, sanitizer } = plan;
  if (!environment.cgo) return withoutCgo(derivation);
  if (
    plan.leaves.has('net') &&
    tags.includes('netgo') &&
    tags.includes('netcgo') &&
    goHas(input.goVersion, 'resolverTagsExclude')
  )
    return failed(derivation, 'link-error', errors.resolverTags(input.environment['GOROOT']));
  if (!use.compiles) return null;
  const header = use.compilesRuntime ? 'runtime/cgo' : (use.own[0]?.importPath ?? 'runtime/cgo');
  const cc = environment.cc[0] ?? 'gcc';
  if (!environment.ccFound)
    return failed(
      derive(derivation, l10n.t('The C compiler {0} is not on PATH.', cc)),
      'no-compiler',
      errors.missingCompiler(input.goVersion, header, cc),
    );
  if (!compilesFor(derivation))
    return failed(
      derive(
        derivation,
        l10n.t(
          '{0} compiles for the machine it runs on, not for {1}.',
          cc,
          `${environment.goos}/${environment.goarch}`,
        ),
      ),
      'cross-compiler',
      errors.foreignProcessor(environment.goarch),
    );
  if (!input.compiler.libcHeaders)
    return failed(
      derive(derivation, l10n.t('The headers of the libc are not installed.')),
      'no-libc-headers',
      errors.missingHeaders(header),
    );
  if (sanitizer === '-msan' && !/clang/.test(cc) && !/clang/.test(environment.cc.join(' ')))
    return failed(derivation, 'link-error', errors.memorySanitizerNeedsClang(cc));
  if (sanitizer === '-race' && target.libc === 'musl' && goHas(input.goVersion, 'raceNeedsGlibc'))
    return failed(derivation, 'link-error', errors.raceNeedsGlibc);
  return null;
}

/** A package whose Go files name what its C file defines. */
function withoutCgo(derivation: GoDerivation): GoLinkOutcome | null {
  const { cgoPackages } = derivation.plan.input.program;
  const broken = cgoPackages.find(({ withoutCgo: without }) => without === 'broken');
  if (!broken) return null;
  return failed(
    derive(derivation, l10n.t('{0} cannot be built without cgo.', broken.importPath)),
    'cgo-required',
    errors.brokenPackage(broken.importPath),
  );
}

/** Whether the compiler in force makes code for GOOS and GOARCH; of one set by the user for another system that is taken for granted. */
function compilesFor({ plan }: GoDerivation): boolean {
  const { environment, target } = plan;
  const { goos, goarch, cross, ccIsSet } = environment;
  if (!cross && target.architecture === goarch) return true;
  if (goos !== 'linux') return ccIsSet && (target.cross || target.libc === null);
  return target.architecture === goarch || (target.architecture === null && ccIsSet);
}
