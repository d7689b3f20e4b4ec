// The text format of `check`: each finding with its source, its evidence, the error it leads to, and the ways to mend it.
import * as l10n from '@vscode/l10n';
import type { Severity } from '../../rules/model.js';
import type { CheckReport, FindingReport, FixReport, Summary } from '../check-report.js';
import type { Evidence } from '../locate.js';
import type { Colours, Terminal } from '../terminal.js';
import { columns, showExcerpt, splitLines, visible, visibleLines } from './excerpt.js';
import { labelled, paragraph } from './prose.js';

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
    showDetails(finding, colours)
  );
}

function showDetails(finding: FindingReport, colours: Colours): string {
  const reasons = l10n.t('because');
  const error = l10n.t('you see');
  const fix = l10n.t('fix');
  const width = Math.max(...[reasons, error, fix].map(columns)) + 2;
  const rows = (label: string, lines: readonly string[]): string => labelled(label, width, lines);
  return (
    rows(
      reasons,
      finding.because.map((reason) => showEvidence(reason, colours)),
    ) +
    rows(error, finding.predictedError === null ? [] : [colours.bold(visibleLines(finding.predictedError))]) +
    rows(
      fix,
      finding.fixes.map((one) => showFix(one, colours)),
    )
  );
}

function showFix({ title, safety, caveat }: FixReport, colours: Colours): string {
  const note = caveat === null ? '' : `\n${colours.dim(visible(caveat))}`;
  return `${visible(title)} ${colours.dim(`(${safetyName(safety)})`)}${note}`;
}

/** A reason and where it stands. */
export function showEvidence({ text, path, range }: Evidence, colours: Colours): string {
  const place =
    path === null || range === null ? '' : `  ${colours.cyan(`${visible(path)}:${range.start.line + 1}`)}`;
  return `${visible(text)}${place}`;
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

const safetyName = (safety: 'safe' | 'unsafe'): string =>
  safety === 'safe' ? l10n.t('safe') : l10n.t('unsafe');

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
