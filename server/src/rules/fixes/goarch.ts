// Builds a Go program for the architecture of the image that it is put into.
import * as l10n from '@vscode/l10n';
import type { Analysis } from '../../build/model.js';
import type { TextEdit } from '../../text/span.js';
import type { LoadFault, Member } from '../load-faults.js';
import type { Fix } from '../model.js';
import { startsCommand } from './command-place.js';
import { eachOnce, insertAt, replaceAt } from './edits.js';
import { builds, startsIn, whatIf } from './what-if.js';

export function buildForPlatform(analysis: Analysis, { members }: LoadFault): readonly Fix[] {
  const [first] = members;
  const goarch = first.stage.architecture;
  const edits: TextEdit[] = [];
  for (const member of members) {
    const edit = member.stage.architecture === goarch ? goarchEdit(analysis, member, goarch) : null;
    if (edit === null) return [];
    edits.push(edit);
  }
  return [
    {
      title: l10n.t('Build for {0} (GOARCH={0})', goarch),
      safety: 'unsafe',
      edits: eachOnce(edits),
      mends: true,
      caveat: null,
    },
  ];
}

function goarchEdit(analysis: Analysis, member: Member, goarch: string): TextEdit | null {
  const { goBuild } = member;
  if (goBuild === null) return null;
  const outcome = whatIf(goBuild, { environment: { GOARCH: goarch } });
  const { architecture } = member.stage;
  const made = { ...member, artifact: { ...member.artifact, architecture } };
  if (!builds(outcome) || !startsIn(outcome.linkage, made, member.stage.runtime)) return null;
  const setting = goBuild.settings.find(({ name }) => name === 'GOARCH');
  if (setting?.valuePlace && setting.how !== 'parent' && setting.how !== 'image')
    return replaceAt(setting.valuePlace, goarch);
  if (!startsCommand(analysis, goBuild.place)) return null;
  return insertAt(goBuild.place.path, goBuild.place.span.start, `GOARCH=${goarch} `);
}
