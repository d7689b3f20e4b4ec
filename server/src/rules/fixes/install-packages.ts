// Installs what a build lacks: into an install list that already runs before it, or on a line of its own.
import * as l10n from '@vscode/l10n';
import type { Analysis, PackageChange, Stage } from '../../build/model.js';
import type { PackageManager } from '../../knowledge/image-facts.js';
import { packagesFor, type PackageNeed } from '../../knowledge/packages.js';
import type { Place, TextEdit } from '../../text/span.js';
import { instructionAt, lineage, packageChangesIn, rootOf } from '../facts.js';
import type { Fix } from '../model.js';
import { insertAt, lineAfterFrom, lineBefore } from './edits.js';

export interface Install {
  readonly edits: readonly TextEdit[];
  readonly packages: readonly string[];
}

interface Builder {
  readonly stage: number;
  readonly place: Place;
}

/** Edits that bring the packages for the needs into the build's stage, before the build; null where that cannot be said. */
export function installPackages(
  analysis: Analysis,
  build: Builder,
  needs: readonly PackageNeed[],
): Install | null {
  const manager = analysis.stages[build.stage]?.image.packageManager;
  if (!manager || needs.some((need) => packagesFor(manager, need) === null)) return null;
  return installNamed(analysis, build, [
    ...new Set(needs.flatMap((need) => packagesFor(manager, need) ?? [])),
  ]);
}

/** The same for packages by their names; those that are installed already are left out. */
export function installNamed(analysis: Analysis, build: Builder, wanted: readonly string[]): Install | null {
  const stage = analysis.stages[build.stage];
  const manager = stage?.image.packageManager;
  if (!stage || !manager || manager === 'none' || wanted.length === 0) return null;
  const all = packageChangesIn(analysis, lineage(analysis, stage));
  const changes = all.filter(({ action }) => action === 'install');
  const present = new Set(changes.flatMap(({ packages }) => packages.map(({ name }) => name)));
  const packages = wanted.filter((name) => !present.has(name));
  if (packages.length === 0) return null;
  // Where packages are removed again, a list may be one of those that go before the build.
  const list = changes.length === all.length ? intoList(changes, build, packages) : null;
  const edit = list ?? ownLine(analysis, stage, build, manager, packages);
  return edit && { edits: [edit], packages };
}

/** The same as a fix of its own. */
export function installFix(
  analysis: Analysis,
  build: Builder,
  needs: readonly PackageNeed[],
  caveat: string | null = null,
): readonly Fix[] {
  const install = installPackages(analysis, build, needs);
  if (install === null) return [];
  const title = l10n.t('Install {0}', install.packages.join(' '));
  return [{ title, safety: 'unsafe', edits: install.edits, mends: true, caveat }];
}

function intoList(
  changes: readonly PackageChange[],
  build: Builder,
  packages: readonly string[],
): TextEdit | null {
  const list = changes.findLast(
    ({ stage, place, insertAt: at }) =>
      at !== null &&
      stage === build.stage &&
      place.path === build.place.path &&
      place.span.end <= build.place.span.start,
  );
  if (!list?.insertAt) return null;
  return insertAt(list.insertAt.path, list.insertAt.span.end, ` ${packages.join(' ')}`);
}

function ownLine(
  analysis: Analysis,
  stage: Stage,
  build: Builder,
  manager: PackageManager,
  packages: readonly string[],
): TextEdit | null {
  const command = installCommand(manager, packages);
  if (command === null) return null;
  const instruction = instructionAt(analysis, build.place);
  if (changesUser(analysis, stage)) return lineAfterFrom(analysis, rootOf(analysis, stage), `RUN ${command}`);
  return instruction?.stage === stage.index
    ? lineBefore(analysis, instruction, `RUN ${command}`)
    : lineAfterFrom(analysis, stage, `RUN ${command}`);
}

/** Only root installs: where USER changes it, right behind FROM is the place. */
function changesUser(analysis: Analysis, stage: Stage): boolean {
  const line = lineage(analysis, stage).map(({ index }) => index);
  return analysis.instructions.some(
    ({ keyword, stage: of }) => keyword === 'USER' && of !== null && line.includes(of),
  );
}

/** The usual command line of each package manager for an image: no cache left behind, no question asked. */
export function installCommand(manager: PackageManager, packages: readonly string[]): string | null {
  const names = packages.join(' ');
  switch (manager) {
    case 'apk':
      return `apk add --no-cache ${names}`;
    case 'apt':
      return `apt-get update && apt-get install -y --no-install-recommends ${names} && rm -rf /var/lib/apt/lists/*`;
    case 'dnf':
    case 'yum':
    case 'microdnf':
    case 'tdnf':
      return `${manager} install -y ${names}`;
    case 'zypper':
      return `zypper --non-interactive install ${names}`;
    case 'pacman':
      return `pacman -Sy --noconfirm ${names}`;
    default:
      return null;
  }
}
