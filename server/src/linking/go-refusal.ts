// Builds that the go command refuses before it compiles anything.
import * as l10n from '@vscode/l10n';
import { isGoPlatform } from '../knowledge/platforms.js';
import * as errors from './go-errors.js';
import type { GoLinkOutcome } from './go-link-model.js';
import { derive, failed, type GoDerivation } from './go-outcome.js';
import { isBuildMode, linksPieInternally, linuxSupports, mustLinkExternally } from './go-platform.js';
import { goHas } from './go-version.js';

/** The failure, or null where the go command goes on; in the order in which it checks. */
export function refusal(derivation: GoDerivation): GoLinkOutcome | null {
  const { plan } = derivation;
  const { environment, input, sanitizer, flags, buildMode } = plan;
  const { goos, goarch, cgo, cross } = environment;
  const { goVersion } = input;
  if (plan.error !== null) return failed(derivation, 'link-error', plan.error);
  if (sanitizer === '-asan' && !goHas(goVersion, 'addressSanitizer'))
    return failed(derivation, 'link-error', errors.unknownFlag(plan.verb, '-asan'));
  if (!isGoPlatform(goos, goarch))
    return failed(
      derive(derivation, l10n.t('Go knows no platform {0}.', `${goos}/${goarch}`)),
      'unsupported-platform',
      errors.unsupportedPair(goVersion, goos, goarch),
    );
  if (goos === 'linux' && sanitizer !== null && !linuxSupports(sanitizer, goarch))
    return failed(derivation, 'unsupported-platform', `${sanitizer} is not supported on ${goos}/${goarch}`);
  if (sanitizer !== null && !cgo)
    return failed(derivation, 'build-mode-needs-cgo', errors.sanitizerNeedsCgo(goVersion, sanitizer, cross));
  if (!isBuildMode(buildMode))
    return failed(derivation, 'link-error', `buildmode=${buildMode} not supported`);
  if (goos === 'linux' && !linuxSupports(buildMode, goarch))
    return failed(
      derivation,
      'unsupported-platform',
      `-buildmode=${buildMode} not supported on ${goos}/${goarch}`,
    );
  if (buildMode === 'pie' && sanitizer === '-race')
    return failed(
      derivation,
      'link-error',
      `-buildmode=pie not supported when -race is enabled on ${goos}/${goarch}`,
    );
  if (buildMode === 'shared' && flags.some(({ name }) => name === '-o'))
    return failed(derivation, 'link-error', '-buildmode=shared and -o not supported together');
  if (plan.verb === 'install' && cross && (input.environment['GOBIN'] ?? '') !== '')
    return failed(derivation, 'link-error', 'go: cannot install cross-compiled binaries when GOBIN is set');
  return packagesExcluded(derivation) ?? withoutExternalLink(derivation);
}

/** Packages are loaded before the link is thought of, so a package that only has cgo files comes first. */
function packagesExcluded(derivation: GoDerivation): GoLinkOutcome | null {
  const { input, environment } = derivation.plan;
  if (environment.cgo) return null;
  const lacking = input.program.cgoPackages.find(({ withoutCgo }) => withoutCgo === 'excluded');
  if (!lacking) return null;
  return failed(
    derive(derivation, l10n.t('{0} cannot be built without cgo.', lacking.importPath)),
    'cgo-required',
    errors.excludedPackage(lacking.importPath),
  );
}

function withoutExternalLink(derivation: GoDerivation): GoLinkOutcome | null {
  const { environment, input } = derivation.plan;
  const reason = externalReason(derivation);
  if (reason === null || environment.cgo || !goHas(input.goVersion, 'externalNeedsCgo')) return null;
  return failed(
    derive(derivation, l10n.t('{0} needs the C linker, and cgo is off.', reason)),
    'build-mode-needs-cgo',
    errors.needsExternal(reason),
  );
}

/** What asks for an external link, in Go's words; null where nothing does (cmd/go/internal/load, externalLinkingReason). */
function externalReason({ plan }: GoDerivation): string | null {
  const { environment, buildMode, pie, linker, flags } = plan;
  const { goos, goarch } = environment;
  if (goos !== 'linux' && goos !== 'android') return null;
  if (mustLinkExternally(goos, goarch, false)) return `${goos}/${goarch}`;
  if (buildMode === 'c-shared' || buildMode === 'plugin') return `-buildmode=${buildMode}`;
  if (flags.some(({ name }) => name === '-linkshared')) return '-linkshared';
  if (pie && !linksPieInternally(goos, goarch))
    return buildMode === 'pie' ? '-buildmode=pie' : 'default PIE binary';
  return linker.linkMode === 'external' ? (linker.linkModeWord ?? '-linkmode') : null;
}
