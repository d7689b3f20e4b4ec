// Asks a ./configure for a static link, by the flags that autotools' own checks understand.
import * as l10n from '@vscode/l10n';
import type { Analysis, ConfigureRun } from '../../build/model.js';
import { factsOf, samePlace } from '../facts.js';
import type { LoadFault, Member } from '../load-faults.js';
import type { Fix } from '../model.js';
import { insertAt } from './edits.js';

/** Only a step: whether every library of the project is there as an archive shows when it is linked. */
export function configureStatic(analysis: Analysis, { members, library }: LoadFault): readonly Fix[] {
  const runs = library ? [] : [...new Set(members.map((member) => configuredBy(analysis, member)))];
  const edits = runs.flatMap((run) =>
    run === null || run.isStatic
      ? []
      : [insertAt(run.namePlace.path, run.namePlace.span.end, ' --disable-shared LDFLAGS=-static')],
  );
  if (edits.length === 0 || edits.length !== runs.length) return [];
  return [
    {
      title: l10n.t('Configure for a static link (LDFLAGS=-static)'),
      safety: 'unsafe',
      edits,
      mends: false,
      caveat: l10n.t(
        'Every library that the programs link must be there as an archive (.a). A project that links through libtool takes -static for its own libraries only and needs "make LDFLAGS=-all-static" besides.',
      ),
    },
  ];
}

/** The run of ./configure that the evidence of a file names. */
function configuredBy(analysis: Analysis, { artifact }: Member): ConfigureRun | null {
  return (
    factsOf(analysis, 'configure').find(({ place }) =>
      artifact.because.some((reason) => reason.place !== null && samePlace(reason.place, place)),
    ) ?? null
  );
}
