// Installs the packages that bring the shared libraries which a file lacks, in the image where it starts.
import * as l10n from '@vscode/l10n';
import type { Analysis } from '../../build/model.js';
import { packageEffects, packageWithLibrary } from '../../knowledge/packages.js';
import type { LoadFault, Member } from '../load-faults.js';
import type { Fix } from '../model.js';
import { installNamed } from './install-packages.js';
import { runtimeWith, startsIn } from './what-if.js';

/** Each missing library in turn, until all of the files start; none where a package is not known. */
export function installLibrary(analysis: Analysis, { members }: LoadFault): readonly Fix[] {
  const [first] = members;
  const { image } = first.stage;
  const manager = image.packageManager;
  if (!manager || manager === 'none' || members.some(({ stage }) => stage !== first.stage)) return [];
  const packages: string[] = [];
  const present = new Set(first.stage.runtime.libraries ?? []);
  for (const member of members) {
    for (const soname of member.artifact.linkage.needed) {
      if (present.has(soname) || !lacks(member, [...present], soname)) continue;
      const name = packageWithLibrary(manager, soname, image);
      if (name === null) return [];
      packages.push(name);
      for (const other of packageEffects(manager, name, image).libraries) present.add(other);
    }
  }
  const all = [...present];
  if (
    !members.every((member) =>
      startsIn(member.artifact.linkage, member, runtimeWith(first.stage, { libraries: all })),
    )
  )
    return [];
  const install = installNamed(
    analysis,
    { stage: first.stage.index, place: first.placement.place },
    packages,
  );
  if (install === null) return [];
  const title = l10n.t('Install {0}', install.packages.join(' '));
  return [{ title, safety: 'unsafe', edits: install.edits, mends: true, caveat: null }];
}

/** Whether the loader misses the library itself: names of the libc's own are always there. */
function lacks(member: Member, libraries: readonly string[], soname: string): boolean {
  const linkage = { ...member.artifact.linkage, needed: [soname] };
  return !startsIn(linkage, member, runtimeWith(member.stage, { libraries }));
}
