// Sets CGO_ENABLED=1 on a Go build, together with the C compiler and the build tags that it then needs.
import * as l10n from '@vscode/l10n';
import type { Analysis, GoBuild, Setting } from '../../build/model.js';
import type { TextEdit } from '../../text/span.js';
import { runtimesFrom } from '../facts.js';
import type { Fix } from '../model.js';
import { imageName } from '../wording.js';
import { startsCommand } from './command-place.js';
import { insertAt, replaceAt } from './edits.js';
import { addTags } from './go-tags.js';
import { installPackages } from './install-packages.js';
import { builds, foreignTo, isStatic, whatIf } from './what-if.js';
import { missingMuslTags } from '../musl-tags.js';

/** A fix that turns cgo on; none where the build would still stop, or its command cannot be changed. */
export function turnCgoOn(analysis: Analysis, build: GoBuild): readonly Fix[] {
  const { compiler } = build.input;
  const outcome = whatIf(build, {
    environment: { CGO_ENABLED: '1' },
    compiler: { defaultFound: true, ccFound: true, libcHeaders: true },
  });
  const set = settingEdit(analysis, build);
  if (!builds(outcome) || set === null) return [];
  const lacksCompiler = !compiler.ccFound || !compiler.libcHeaders;
  const install = lacksCompiler ? installPackages(analysis, build, ['c-compiler', 'libc-headers']) : null;
  if (lacksCompiler && install === null) return [];
  const wanted = missingMuslTags(build);
  const tags = wanted.length === 0 ? null : addTags(analysis, build, wanted);
  if (wanted.length > 0 && tags === null) return [];
  const stage = analysis.stages[build.stage];
  const foreign = stage ? foreignTo(outcome.linkage, runtimesFrom(analysis, stage)) : null;
  const edits: readonly TextEdit[] = [...(install?.edits ?? []), set, ...(tags ? [tags.edit] : [])];
  return [
    {
      title: install
        ? l10n.t('Set CGO_ENABLED=1 for this build, and install {0}', install.packages.join(' '))
        : l10n.t('Set CGO_ENABLED=1 for this build'),
      safety: 'unsafe',
      edits,
      mends: foreign === null,
      caveat: foreign
        ? l10n.t(
            'The program is then linked dynamically and does not start in {0}: link it statically besides.',
            imageName(foreign),
          )
        : isStatic(outcome.linkage)
          ? null
          : l10n.t(
              'The program is then linked dynamically against {0}: it starts only where that is there.',
              outcome.linkage.libc ?? 'libc',
            ),
    },
  ];
}

function settingEdit(analysis: Analysis, build: GoBuild): TextEdit | null {
  const setting = build.settings.find(({ name }) => name === 'CGO_ENABLED');
  if (setting?.valuePlace && isOfThisStage(setting)) return replaceAt(setting.valuePlace, '1');
  if (!startsCommand(analysis, build.place)) return null;
  return insertAt(build.place.path, build.place.span.start, 'CGO_ENABLED=1 ');
}

/** A value that another stage or the image gave is left alone: others may rely on it. */
const isOfThisStage = ({ how }: Setting): boolean => how !== 'parent' && how !== 'image' && how !== 'default';
