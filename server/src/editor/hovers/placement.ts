// Hover of an instruction that carries or starts a file: what the file is, whether it starts here, the exact error, the ways out.
import * as l10n from '@vscode/l10n';
import { code, heading, paragraph, separator, table, type Block, type Line } from '../blocks.js';
import { evidence, where } from './evidence.js';
import { waysOut } from './finding.js';
import type { HoverPart } from './hover-part.js';
import { libcName, linkageLine, minimumLine, runsOnLine } from './portability-words.js';
import { placementsOf } from '../related.js';
import { contains, type Span } from '../../text/span.js';
import type { Analysis, Placement } from '../../build/model.js';
import type { Verdict } from '../../linking/loader-model.js';
import type { Finding } from '../../rules/model.js';

/** Files shown for one instruction; `COPY dir/ .` can carry hundreds that share one fate. */
const most = 4;

/**
 * @param told Findings that the hover has spoken of already: of their placements only the facts are given.
 */
export function placementHover(
  analysis: Analysis,
  findings: readonly Finding[],
  told: readonly Finding[],
  offset: number,
): HoverPart | null {
  const instruction = analysis.instructions.find(({ span }) => contains(span, offset))?.span ?? null;
  const within = (place: { path: string; span: Span } | null): boolean =>
    place !== null &&
    place.path === analysis.path &&
    (contains(place.span, offset) ||
      (instruction !== null && place.span.start >= instruction.start && place.span.end <= instruction.end));
  const here = analysis.placements.filter(({ place, startedBy }) => within(place) || within(startedBy));
  if (here.length === 0) return null;
  const shown = here.slice(0, most);
  const more = here.length - shown.length;
  return {
    blocks: [
      ...shown.flatMap((placement) => [separator, ...placementBlocks(analysis, placement, findings, told)]),
      ...(more > 0 ? [paragraph(l10n.t('and {0} more', more))] : []),
    ],
    span: instruction ?? shown[0]?.place.span ?? { start: offset, end: offset },
  };
}

function placementBlocks(
  analysis: Analysis,
  placement: Placement,
  findings: readonly Finding[],
  told: readonly Finding[],
): Block[] {
  const artifact = analysis.artifacts[placement.artifact];
  const stage = analysis.stages[placement.stage];
  if (artifact === undefined || stage === undefined) return [];
  const { verdict } = placement;
  const { linkage } = artifact;
  const rows: (readonly [string, Line | null])[] = [
    [l10n.t('Made by'), [{ code: artifact.program }, ' ', where(analysis, artifact.madeBy)]],
    [l10n.t('Linkage'), linkageLine(linkage)],
    [l10n.t('Minimum'), minimumLine(linkage)],
    [l10n.t('Runs on'), runsOnLine(linkage)],
    [
      l10n.t('Put into'),
      [{ code: stage.image.reference }, `, ${libcName(stage.runtime.libc, stage.runtime.version)}`],
    ],
    [l10n.t('Verdict'), [{ strong: verdictWords[verdict.kind]() }]],
  ];
  const blocks: Block[] = [
    heading({ code: placement.path }),
    table(
      [l10n.t('File'), ''],
      rows.flatMap(([label, value]) => (value === null ? [] : [[[label], value]])),
    ),
  ];
  if (told.some((finding) => placementsOf(finding, analysis).includes(placement))) return blocks;
  const fixes = findings
    .filter((finding) => placementsOf(finding, analysis).includes(placement))
    .flatMap((finding) => finding.fixes);
  return [
    ...blocks,
    ...(verdict.predictedError === null
      ? []
      : [heading(l10n.t('What you would read')), code(verdict.predictedError)]),
    ...evidence(analysis, [...artifact.because, ...verdict.because]),
    ...waysOut(fixes),
  ];
}

const verdictWords: Readonly<Record<Verdict['kind'], () => string>> = {
  runs: () => l10n.t('starts'),
  fails: () => l10n.t('does not start'),
  degraded: () => l10n.t('starts, but not all of it works'),
  unknown: () => l10n.t('not known'),
};
