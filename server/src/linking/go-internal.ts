// What Go's own linker makes: a static file, unless cgo or a position independent executable asks for a loader.
import * as l10n from '@vscode/l10n';
import { isArchitecture } from './architecture.js';
import { loaderPath } from '../knowledge/loaders.js';
import { recompilesStandardLibrary, type GoBuildPlan } from './go-build.js';
import type { CgoUse } from './go-cgo.js';
import * as errors from './go-errors.js';
import { isStaticWord } from './gnu-ld.js';
import { asksStaticC } from './go-link-mode.js';
import type { GoLinkOutcome } from './go-link-model.js';
import { built, derive, failed, type GoDerivation } from './go-outcome.js';
import { dynamicLinkage } from './go-dynamic.js';
import { staticLinkage } from './linkage.js';
import { goHas } from './go-version.js';

export function linkInternally(derivation: GoDerivation, use: CgoUse): GoLinkOutcome {
  const { plan } = derivation;
  const { environment, linker, input } = plan;
  const ignored = linker.extldflags.some((word) => isStaticWord(word) || word === '-static-pie');
  if (use.reached) {
    // A package that asks for -static alone in its own source links as long as it calls nothing that runtime/cgo does not import.
    if (asksStaticC(plan))
      return failed(
        derive(
          derivation,
          l10n.t("Go's own linker cannot link a static libc: -static leaves its symbols undefined."),
        ),
        'link-error',
        errors.undefinedTargets(input.environment['GOROOT'], environment.goarch),
      );
    const explained = ignored
      ? derive(derivation, l10n.t('-extldflags -static has no effect in an internal link.'))
      : derivation;
    return built(
      derive(
        explained,
        l10n.t('A program with cgo is linked dynamically: it asks for a loader and the libc.'),
      ),
      dynamicLinkage(plan, use, {
        runtimeCgo: true,
        external: goHas(input.goVersion, 'compiledStandardLibrary') && use.standard.length > 0,
        libcVersion: standardLibraryLibc(plan),
      }),
      'internal',
      { staticFlagIgnored: ignored },
    );
  }
  if (plan.pie)
    return built(
      derive(derivation, l10n.t('-buildmode=pie asks for a loader, even in a program without cgo.')),
      {
        ...staticLinkage(ownLibc(plan)),
        type: 'dynamic',
        interpreter: linker.interpreter ?? ownLoader(plan),
      },
      'internal',
      { staticFlagIgnored: ignored },
    );
  return built(derive(derivation, l10n.t('The file is static.')), staticLinkage(), 'internal');
}

/** Up to Go 1.19 the C parts came compiled, with the symbol versions of the libc they were compiled on. */
const isShipped = (plan: GoBuildPlan): boolean =>
  goHas(plan.input.goVersion, 'compiledStandardLibrary') && !recompilesStandardLibrary(plan);

function standardLibraryLibc(plan: GoBuildPlan): string | null {
  const { standardLibraryLibcVersion } = plan.input.host;
  return isShipped(plan) && standardLibraryLibcVersion !== null
    ? standardLibraryLibcVersion
    : plan.target.libcVersion;
}

/** Without cgo nobody asks the C compiler: the linker takes the host's loader where it builds for the host, else glibc's (cmd/link/internal/ld/elf.go). */
const ownLibc = ({ input, environment }: GoBuildPlan): 'glibc' | 'musl' | 'bionic' =>
  environment.goos === 'android' ? 'bionic' : environment.cross ? 'glibc' : input.host.libc;

function ownLoader(plan: GoBuildPlan): string | null {
  const { goarch } = plan.environment;
  return isArchitecture(goarch) ? loaderPath(ownLibc(plan), goarch) : null;
}
