// What a program was found to reach: packages that use cgo, known modules with C code, and what could not be read.
import * as l10n from '@vscode/l10n';
import { goModuleFacts, systemLibraries } from '../../knowledge/go-modules.js';
import type { CgoPackage } from '../../linking/go-link-model.js';
import { because, type Because } from '../../text/because.js';
import type { Place } from '../../text/span.js';
import type { KnownModule } from '../model.js';

export interface Reached {
  /** Distribution on which the program is linked; null where not known. */
  readonly distribution: string | null;
  readonly imports: Map<string, Because>;
  readonly cgoPackages: CgoPackage[];
  readonly cgoReasons: Because[];
  readonly cgoModules: KnownModule[];
  /** Import paths whose sources are not at hand. */
  readonly unread: Set<string>;
}

export const nothingReached = (distribution: string | null): Reached => ({
  distribution,
  imports: new Map(),
  cgoPackages: [],
  cgoReasons: [],
  cgoModules: [],
  unread: new Set(),
});

/** A package whose source is not at hand: known to use cgo, or not known. */
export function noteUnread(reached: Reached, imported: string, place: Place, withoutCgo: boolean): void {
  reached.unread.add(imported);
  const facts = goModuleFacts(imported);
  if (!facts) return;
  const first = notePackage(reached, {
    importPath: imported,
    withoutCgo: !withoutCgo || facts.withoutCgo === 'stub' ? 'pure' : facts.withoutCgo,
    ldflags: [],
    minimumGlibc: null,
  });
  if (first)
    reached.cgoReasons.push(because(l10n.t('{0} is known to use cgo ({1}).', imported, facts.date), place));
}

/** Known modules that the program holds whether cgo is on or off. */
export function noteModule(reached: Reached, importPath: string, place: Place): void {
  const facts = goModuleFacts(importPath);
  if (facts && !reached.cgoModules.some((one) => one.importPath === importPath))
    reached.cgoModules.push({ importPath, facts, place });
}

/** Once each, as what is built with cgo off says; true where it is new. */
export function notePackage(reached: Reached, own: CgoPackage): boolean {
  const at = reached.cgoPackages.findIndex(({ importPath }) => importPath === own.importPath);
  const facts = goModuleFacts(own.importPath);
  const linked = facts ? { ...own, libraries: systemLibraries(facts, reached.distribution) } : own;
  if (at < 0) reached.cgoPackages.push(linked);
  else if (own.withoutCgo !== 'pure') reached.cgoPackages[at] = linked;
  return at < 0;
}
