// Adds gcompat, Alpine's stand-in for glibc's loader and some of its symbols, to the stage where a glibc file starts.
import * as l10n from '@vscode/l10n';
import type { Analysis, Stage } from '../../build/model.js';
import { factsOf, lineage, packageChangesIn, rootOf } from '../facts.js';
import type { LoadFault } from '../load-faults.js';
import type { Fix } from '../model.js';
import { insertAt, lineAfterFrom } from './edits.js';
import { runtimeWith, startsIn } from './what-if.js';

/** A fix that installs gcompat; it claims to mend only where the loader's model says that all of the files then start. */
export function addGcompat(analysis: Analysis, fault: LoadFault): readonly Fix[] {
  const [first] = fault.members;
  if (!first) return [];
  const { stage } = first;
  const root = rootOf(analysis, stage);
  if (root.image.distribution !== 'alpine' || root.image.packageManager !== 'apk') return [];
  if (stage.runtime.shims.includes('gcompat') || hasGlibcPackage(analysis, stage)) return [];
  const changes = packageChangesIn(analysis, lineage(analysis, stage));
  // Where packages are removed again, a list may be one of those that go: a line of its own is safe.
  const list = changes.every(({ action }) => action === 'install')
    ? changes.find(
        ({ manager, insertAt: at, place }) =>
          manager === 'apk' && at !== null && place.path === analysis.path,
      )
    : undefined;
  const edit = list?.insertAt
    ? insertAt(list.insertAt.path, list.insertAt.span.end, ' gcompat')
    : lineAfterFrom(analysis, root, 'RUN apk add --no-cache gcompat');
  if (edit === null) return [];
  const mends = fault.members.every((member) =>
    startsIn(
      member.artifact.linkage,
      member,
      runtimeWith(stage, { shims: [...stage.runtime.shims, 'gcompat'] }),
    ),
  );
  return [
    {
      title: l10n.t('Install gcompat'),
      safety: 'unsafe',
      edits: [edit],
      mends,
      caveat: l10n.t(
        'gcompat brings the loader and a part of the symbols of glibc, not all: what else the program needs shows only when it starts, and some calls (regexec with offsets, deep thread stacks) behave otherwise.',
      ),
    },
  ];
}

/** The glibc package owns the same files: beside it gcompat would stop the build. */
function hasGlibcPackage(analysis: Analysis, stage: Stage): boolean {
  const line = lineage(analysis, stage).map(({ index }) => index);
  return factsOf(analysis, 'glibc-package').some((fact) => line.includes(fact.stage));
}
