// Pins the build image to the release on which its files will run.
import * as l10n from '@vscode/l10n';
import type { Analysis } from '../../build/model.js';
import { pinnedTwin } from '../../knowledge/image-twins.js';
import { rootOf } from '../facts.js';
import type { LoadFault } from '../load-faults.js';
import type { Fix } from '../model.js';
import { replaceImage } from './from-image.js';

export function pinBuilder(analysis: Analysis, { rule, members }: LoadFault): readonly Fix[] {
  const [{ stage, builder }] = members;
  const { codename } = stage.image;
  if (rule !== 'glibc-too-old' || codename === null) return [];
  const root = rootOf(analysis, builder);
  if (!members.every((member) => rootOf(analysis, member.builder) === root)) return [];
  const twin = pinnedTwin(root.image.reference, codename);
  const edit = twin === null ? null : replaceImage(analysis, root, twin);
  if (twin === null || edit === null) return [];
  return [
    {
      title: l10n.t('Build on {0}', twin),
      safety: 'unsafe',
      edits: [edit],
      mends: true,
      caveat: l10n.t('Packages that the build installs are then those of {0}.', codename),
    },
  ];
}
