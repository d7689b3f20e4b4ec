// Starts the file from another image: one that has the loader, and a C library new enough.
import * as l10n from '@vscode/l10n';
import type { Analysis, Stage } from '../../build/model.js';
import { runtimeTwin } from '../../knowledge/image-twins.js';
import { packageChangesIn, rootOf, stagesOnRoot } from '../facts.js';
import type { LoadFault } from '../load-faults.js';
import type { Fix } from '../model.js';
import { replaceImage } from './from-image.js';

export function changeRuntimeBase(analysis: Analysis, { members }: LoadFault): readonly Fix[] {
  const [first] = members;
  const root = rootOf(analysis, first.stage);
  const builder = rootOf(analysis, first.builder);
  if (!members.every((member) => rootOf(analysis, member.builder).image.codename === builder.image.codename))
    return [];
  const twin = withTagOf(root.image.reference, runtimeTwin(root.image, builder.image));
  const edit = twin === null ? null : replaceImage(analysis, root, twin);
  if (twin === null || edit === null) return [];
  const caveat = managerCaveat(analysis, root);
  return [
    {
      title: l10n.t('Start from {0} instead of {1}', twin, root.image.reference),
      safety: 'unsafe',
      edits: [edit],
      mends: true,
      caveat,
    },
  ];
}

/** Lines that install with the old image's package manager do not work in the new one. */
function managerCaveat(analysis: Analysis, root: Stage): string | null {
  const [change] = packageChangesIn(analysis, stagesOnRoot(analysis, root));
  if (!change) return null;
  const commands = { apk: 'apk', apt: 'apt-get', yum: 'yum' };
  return l10n.t(
    'The lines that install with {0} must be rewritten for the other image, and package names differ.',
    commands[change.manager],
  );
}

/** The tags of distroless images (`nonroot`, `debug`) mean the same for each of them. */
function withTagOf(reference: string, twin: string | null): string | null {
  const isDistroless = /^gcr\.io\/distroless\//;
  if (twin === null || !isDistroless.test(reference) || !isDistroless.test(twin)) return twin;
  const tag = /:[\w.-]+$/.exec(reference.replace(/@.*$/, ''))?.[0] ?? '';
  return twin.includes(':') ? twin : twin + tag;
}
