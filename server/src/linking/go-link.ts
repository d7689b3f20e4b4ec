// How `go build` links: static or dynamic, which loader and which least glibc, or the text of its failure.
import * as l10n from '@vscode/l10n';
import { planBuild } from './go-build.js';
import { cgoUse } from './go-cgo.js';
import { compileFailure } from './go-compile.js';
import * as errors from './go-errors.js';
import { linkExternally } from './go-external.js';
import { linkInternally } from './go-internal.js';
import { chooseLinkMode } from './go-link-mode.js';
import type { GoLinkInput, GoLinkOutcome } from './go-link-model.js';
import { built, derive, failed, type GoDerivation } from './go-outcome.js';
import { refusal } from './go-refusal.js';
import { staticLinkage, unknownLinkage } from './linkage.js';

/** Links as the toolchain would; never fails. Behaviour measured with Go 1.15 to 1.27 on glibc 2.31 to 2.43 and musl (2026-11). */
export function goLink(input: GoLinkInput): GoLinkOutcome {
  const plan = planBuild(input);
  const start: GoDerivation = derive({ plan, reasons: [] }, plan.environment.cgoReason);
  const refused = refusal(start);
  if (refused) return refused;
  const use = cgoUse(plan);
  const derivation = derive(start, ...use.because);
  const failure = compileFailure(derivation, use);
  if (failure) return failure;
  const { goos, goarch } = plan.environment;
  if (goos !== 'linux' && goos !== 'android') return built(derivation, unknownLinkage, 'internal');
  if (plan.buildMode === 'archive') return built(derivation, staticLinkage(), 'internal');
  const mode = chooseLinkMode(plan, use);
  const decided = derive(derivation, mode.reason);
  if (mode.conflict !== null)
    return failed(
      decided,
      'link-error',
      errors.internalRefused(input.environment['GOROOT'], goarch, mode.conflict),
    );
  if (plan.linker.disableDynamic && use.reached)
    return failed(
      derive(decided, l10n.t('The linker flag -d forbids the dynamic imports that cgo needs.')),
      'link-error',
      mode.external
        ? errors.dynamicImportsRefused(input.environment['GOROOT'], goarch)
        : errors.undefinedTargets(input.environment['GOROOT'], goarch),
    );
  return mode.external ? linkExternally(decided, use) : linkInternally(decided, use);
}
