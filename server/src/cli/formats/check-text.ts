// The text format of `check`: each finding with its source, its evidence, the error it leads to, and the ways to mend it.
import * as l10n from '@vscode/l10n';
import type { Severity } from '../../rules/model.js';
import type { CheckReport, FindingReport, FixReport, Summary } from '../check-report.js';
import type { Evidence } from '../locate.js';
import type { Colours, Terminal } from '../terminal.js';
import { columns, showExcerpt, splitLines, visible } from './excerpt.js';
import { labelled, paragraph, wrap, type Row } from './prose.js';

type Style = Pick<Terminal, 'colours' | 'width'>;

/** @param texts Text by printed path, for the excerpts. */
export function checkText(report: CheckReport, texts: ReadonlyMap<string, string>, style: Style): string {
  const parts = report.files.flatMap(({ path, findings }) => {
    const lines = splitLines(texts.get(path) ?? '');
    return findings.map((finding) => showFinding(path, lines, finding, style));
  });
  return `${parts.join('\n')}${parts.length > 0 ? '\n' : ''}${summaryLine(report.summary, style.colours)}\n`;
}

function showFinding(path: string, lines: readonly string[], finding: FindingReport, style: Style): string {
  const { colours, width } = style;
  const { start } = finding.range;
  const paint = painter(finding.severity, colours);
  const place = `${visible(path)}:${start.line + 1}:${start.character + 1}`;
  const head = `${paint(severityName(finding.severity))}  ${colours.bold(finding.rule)}  ${colours.cyan(place)}\n`;
  return (
    head +
    paragraph(finding.message, 2, width) +
    showExcerpt({ lines, range: finding.range }, colours, paint) +
    showDetails(finding, style)
  );
}

function showDetails(finding: FindingReport, { colours, width }: Style): string {
  const labels = { reasons: l10n.t('because'), error: l10n.t('you see'), fixes: l10n.t('fix') };
  const labelWidth = Math.max(...Object.values(labels).map(columns));
  const rows = (label: string, list: readonly Row[]): string => labelled(label, labelWidth, list, width);
  return (
    rows(
      labels.reasons,
      finding.because.map((reason) => evidenceRow(reason, colours)),
    ) +
    rows(
      labels.error,
      finding.predictedError === null ? [] : [verbatimRow(finding.predictedError, colours.bold)],
    ) +
    rows(
      labels.fixes,
      finding.fixes.map((fix) => fixRow(fix, { colours, width })),
    )
  );
}

const asIs = (text: string): string => text;

/** A reason and where it stands. */
export function evidenceRow({ text, path, range }: Evidence, colours: Colours): Row {
  const place =
    path === null || range === null ? '' : `  ${colours.cyan(`${visible(path)}:${range.start.line + 1}`)}`;
  return { text, paint: asIs, end: place };
}

/** A text that is never wrapped, for it is what the user will read or search for. */
export function verbatimRow(text: string, paint: (line: string) => string): Row {
  const [first = '', ...rest] = splitLines(text).map(visible).map(paint);
  return { text: '', paint: () => first, below: rest };
}

function fixRow({ title, safety, caveat }: FixReport, { colours, width }: Style): Row {
  const lines =
    caveat === null ? [] : wrap(visible(caveat), width === null ? null : Math.min(width, 100) - 15);
  return {
    text: `${title} (${safety === 'safe' ? l10n.t('safe') : l10n.t('unsafe')})`,
    paint: asIs,
    below: lines.map((line) => `  ${colours.dim(line)}`),
  };
}

export function severityName(severity: Severity): string {
  switch (severity) {
    case 'error':
      return l10n.t('error');
    case 'warning':
      return l10n.t('warning');
    case 'hint':
      return l10n.t('hint');
  }
}

function painter(severity: Severity, colours: Colours): (text: string) => string {
  const colour = { error: colours.red, warning: colours.yellow, hint: colours.blue }[severity];
  return (text) => colours.bold(colour(text));
}

function summaryLine({ files, errors, warnings, hints }: Summary, colours: Colours): string {
  const read = files === 1 ? l10n.t('1 file') : l10n.t('{0} files', files);
  if (errors + warnings + hints === 0) return colours.green(l10n.t('Nothing found in {0}.', read));
  const counts = [
    errors === 1 ? l10n.t('1 error') : l10n.t('{0} errors', errors),
    warnings === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warnings),
    hints === 1 ? l10n.t('1 hint') : l10n.t('{0} hints', hints),
  ];
  return colours.bold(l10n.t('{0} in {1}.', counts.join(', '), read));
}
