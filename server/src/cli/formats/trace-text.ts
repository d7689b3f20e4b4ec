// The text format of `trace`: stages, the files they make with the derivation, and what becomes of each where it is put.
import * as l10n from '@vscode/l10n';
import type { Colours, Terminal } from '../terminal.js';
import type {
  ArtifactReport,
  LinkageReport,
  PlacementReport,
  StageReport,
  TraceReport,
} from '../trace-report.js';
import { evidenceRow, verbatimRow } from './check-text.js';
import { columns, splitLines, visible } from './excerpt.js';
import { libcName } from './image-text.js';
import { labelled, type Row } from './prose.js';

type Style = Pick<Terminal, 'colours' | 'width'>;

export function traceText(trace: TraceReport, style: Style): string {
  const parts = [
    `${style.colours.bold(visible(trace.path))}\n`,
    ...trace.stages.map((stage) => showStage(stage, style.colours)),
    ...trace.artifacts.map((artifact) => `\n${showArtifact(artifact, trace, style)}`),
  ];
  if (trace.artifacts.length === 0) parts.push(`\n${l10n.t('No step is known to make a binary here.')}\n`);
  return parts.join('');
}

function showStage({ index, name, image, platform }: StageReport, colours: Colours): string {
  const distribution =
    image.distribution === null ? '' : ` (${[image.distribution, image.release].join(' ').trim()})`;
  const title = l10n.t('stage {0}', stageName(index, name));
  return `  ${colours.cyan(title)}  ${visible(image.ref)}  ${platform}  ${libcName(image)}${distribution}\n`;
}

const stageName = (index: number, name: string | null): string =>
  name === null ? String(index) : visible(name);

function showArtifact(artifact: ArtifactReport, trace: TraceReport, { colours, width }: Style): string {
  const stage = trace.stages.find(({ index }) => index === artifact.stage);
  const made = l10n.t('made in stage {0}', stageName(artifact.stage, stage?.name ?? null));
  const facts = [kindName(artifact.kind), showLinkage(artifact.linkage), artifact.arch ?? '?', made];
  const labels = { because: l10n.t('because'), error: l10n.t('build fails'), placed: l10n.t('placed') };
  const labelWidth = Math.max(...Object.values(labels).map(columns));
  const rows = (label: string, list: readonly Row[]): string => labelled(label, labelWidth, list, width);
  const placements = trace.placements.filter((placement) => placement.artifact === artifact.id);
  return (
    `${colours.bold(visible(artifact.path))}  ${facts.join(', ')} ${colours.dim(`(${confidenceName(artifact.confidence)})`)}\n` +
    rows(
      labels.because,
      artifact.because.map((reason) => evidenceRow(reason, colours)),
    ) +
    rows(labels.error, artifact.error === null ? [] : [verbatimRow(artifact.error, colours.red)]) +
    rows(
      labels.placed,
      placements.map((placement) => placementRow(placement, trace, colours)),
    )
  );
}

function showLinkage({ type, libc, loader, minimumVersion, needed }: LinkageReport): string {
  const details = [
    ...(libc === null
      ? []
      : [minimumVersion === null ? libc : l10n.t('{0} {1} or newer', libc, minimumVersion)]),
    ...(loader === null ? [] : [l10n.t('loader {0}', visible(loader))]),
    ...(needed.length === 0 ? [] : [l10n.t('needs {0}', needed.map(visible).join(' '))]),
  ];
  return details.length === 0 ? type : `${type} (${details.join(', ')})`;
}

function placementRow(placement: PlacementReport, trace: TraceReport, colours: Colours): Row {
  const stage = trace.stages.find(({ index }) => index === placement.stage);
  const where = l10n.t('in stage {0}', stageName(placement.stage, stage?.name ?? null));
  const place = colours.cyan(`${visible(trace.path)}:${placement.range.start.line + 1}`);
  const line = `${visible(placement.path)} ${where}: ${verdictName(placement.verdict, colours)}  ${place}`;
  const error = placement.predictedError === null ? [] : splitLines(placement.predictedError);
  return { text: '', paint: () => line, below: error.map((one) => `  ${colours.bold(visible(one))}`) };
}

function verdictName(verdict: PlacementReport['verdict'], colours: Colours): string {
  switch (verdict) {
    case 'runs':
      return colours.green(l10n.t('runs'));
    case 'fails':
      return colours.red(l10n.t('fails'));
    case 'degraded':
      return colours.yellow(l10n.t('runs, with something missing'));
    case 'unknown':
      return l10n.t('not known');
  }
}

function kindName(kind: ArtifactReport['kind']): string {
  switch (kind) {
    case 'executable':
      return l10n.t('executable');
    case 'shared-library':
      return l10n.t('shared library');
    case 'archive':
      return l10n.t('archive');
    case 'tree':
      return l10n.t('files of unknown names');
  }
}

function confidenceName(confidence: ArtifactReport['confidence']): string {
  switch (confidence) {
    case 'certain':
      return l10n.t('certain');
    case 'likely':
      return l10n.t('likely');
    case 'possible':
      return l10n.t('possible');
  }
}
