// Who links: Go's own linker or the C compiler, and why.
import * as l10n from '@vscode/l10n';
import type { GoBuildPlan } from './go-build.js';
import type { CgoUse } from './go-cgo.js';
import { isStaticWord } from './gnu-ld.js';
import { linksPieInternally, mustLinkExternally } from './go-platform.js';
import { goHas } from './go-version.js';
import { splitQuoted } from './go-quoting.js';

export interface LinkModeChoice {
  readonly external: boolean;
  /** Whole sentence. */
  readonly reason: string;
  /** What makes the external link necessary, as Go's linker names it, although an internal one was asked for; null where nothing. */
  readonly conflict: string | null;
}

const external = (reason: string): LinkModeChoice => ({ external: true, reason, conflict: null });
const internal = (reason: string, conflict: string | null = null): LinkModeChoice => ({
  external: false,
  reason,
  conflict,
});

/** Follows cmd/link/internal/ld, determineLinkMode: what must be external, then flags, then GO_EXTLINK_ENABLED, then what the program is. */
export function chooseLinkMode(plan: GoBuildPlan, use: CgoUse): LinkModeChoice {
  const { linker, input } = plan;
  const needed = neededExternally(plan, use);
  if (linker.linkMode === 'internal')
    return internal(l10n.t('The link is internal: -linkmode=internal asks for it.'), needed?.word);
  if (linker.linkMode === 'external')
    return external(l10n.t('The link is external: -linkmode=external asks for it.'));
  const variable = input.environment['GO_EXTLINK_ENABLED'];
  if (variable === '0')
    return internal(l10n.t('The link is internal: GO_EXTLINK_ENABLED is 0.'), needed?.word);
  if (variable === '1') return external(l10n.t('The link is external: GO_EXTLINK_ENABLED is 1.'));
  if (needed) return external(needed.sentence);
  if (use.own.length > 0)
    return external(
      l10n.t('The link is external: the program has cgo of its own, so the C compiler links it.'),
    );
  if (use.standard.includes('plugin'))
    return external(l10n.t('The link is external: the package plugin needs the C linker.'));
  if (use.reached && asksStaticC(plan) && goHas(input.goVersion, 'staticCgoLinksExternally'))
    return external(l10n.t('The link is external: the C parts are to be linked statically.'));
  if (use.reached) return internal(l10n.t('The link is internal: only the standard library uses cgo.'));
  return internal(l10n.t('The link is internal: nothing in the program uses cgo.'));
}

interface Need {
  /** As the linker prints it. */
  readonly word: string;
  readonly sentence: string;
}

function neededExternally({ environment, sanitizer, buildMode, pie }: GoBuildPlan, use: CgoUse): Need | null {
  const { goos, goarch } = environment;
  if (mustLinkExternally(goos, goarch, false))
    return {
      word: `${goos}/${goarch} requires external linking`,
      sentence: l10n.t('The link is external: {0} allows no other.', `${goos}/${goarch}`),
    };
  if (sanitizer === '-msan' || sanitizer === '-asan')
    return { word: sanitizer.slice(1), sentence: l10n.t('The link is external: {0} needs it.', sanitizer) };
  if (use.reached && mustLinkExternally(goos, goarch, true))
    return {
      word: `${goarch} does not support internal cgo`,
      sentence: l10n.t('The link is external: Go links no cgo by itself on {0}.', goarch),
    };
  if (
    ['c-archive', 'c-shared', 'plugin', 'shared'].includes(buildMode) ||
    (pie && !linksPieInternally(goos, goarch))
  )
    return {
      word: `buildmode=${buildMode}`,
      sentence: l10n.t('The link is external: -buildmode={0} needs it.', buildMode),
    };
  return null;
}

/** CGO_LDFLAGS or CC carry -static: it is meant for the C parts of every package. */
export function asksStaticC({ input, environment }: GoBuildPlan): boolean {
  return [...splitQuoted(input.environment['CGO_LDFLAGS'] ?? '').words, ...environment.cc.slice(1)].some(
    isStaticWord,
  );
}
