// The result of `check`: findings per file, with places as lines and columns.
import type { Analysis, Confidence } from '../build/model.js';
import type { Finding, Fix, Safety, Severity } from '../rules/model.js';
import type { Position, Range } from '../text/span.js';
import type { Evidence, Locator } from './locate.js';

export interface CheckReport {
  readonly version: 1;
  readonly files: readonly FileReport[];
  readonly summary: Summary;
}

export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly hints: number;
}

export interface FileReport {
  readonly path: string;
  readonly findings: readonly FindingReport[];
}

export interface FindingReport {
  readonly rule: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly message: string;
  readonly range: Range;
  readonly because: readonly Evidence[];
  readonly predictedError: string | null;
  readonly fixes: readonly FixReport[];
}

export interface FixReport {
  readonly title: string;
  readonly safety: Safety;
  /** What to know before choosing it; the text format shows it, the JSON does not carry it. */
  readonly caveat: string | null;
  readonly edits: readonly { readonly path: string; readonly range: Range; readonly newText: string }[];
}

const rank: Readonly<Record<Severity, number>> = { hint: 0, warning: 1, error: 2 };

export const atLeastAsSevere = (severity: Severity, threshold: Severity): boolean =>
  rank[severity] >= rank[threshold];

/** One finding, under the path it stands in (a script that the document runs may hold it). */
export function reportFinding(finding: Finding, locate: Locator): Located {
  const { rule, severity, confidence, message, place, because, predictedError, fixes } = finding;
  return {
    path: locate.name(place.path),
    report: {
      rule,
      severity,
      confidence,
      message,
      range: locate.range(place.path, place.span),
      because: locate.evidence(because),
      predictedError,
      fixes: fixes.map((fix) => reportFix(fix, locate)),
    },
  };
}

const reportFix = ({ title, safety, caveat, edits }: Fix, locate: Locator): FixReport => ({
  title,
  safety,
  caveat,
  edits: edits.map((edit) => ({
    path: locate.name(edit.path),
    range: locate.range(edit.path, edit.span),
    newText: edit.newText,
  })),
});

/** A finding and the file it stands in. */
export interface Located {
  readonly path: string;
  readonly report: FindingReport;
}

/**
 * Findings of all documents, grouped by the file they stand in, in file order; the same finding reached twice is listed once.
 * @param checked Paths that were checked: each is listed, with or without findings.
 */
export function checkReport(checked: readonly string[], found: readonly Located[]): CheckReport {
  const byFile = new Map<string, Map<string, FindingReport>>(checked.map((path) => [path, new Map()]));
  for (const { path, report } of found) {
    const findings = byFile.get(path) ?? new Map<string, FindingReport>();
    byFile.set(path, findings);
    const key = JSON.stringify([report.rule, report.range, report.message]);
    if (!findings.has(key)) findings.set(key, report);
  }
  const files = [...byFile].map(([path, findings]) => ({
    path,
    findings: [...findings.values()].sort(byPlace),
  }));
  const all = files.flatMap((file) => file.findings);
  const count = (severity: Severity): number => all.filter((one) => one.severity === severity).length;
  return {
    version: 1,
    files,
    summary: {
      files: files.length,
      errors: count('error'),
      warnings: count('warning'),
      hints: count('hint'),
    },
  };
}

const byPlace = (a: FindingReport, b: FindingReport): number =>
  compare(a.range.start, b.range.start) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);

const compare = (a: Position, b: Position): number => a.line - b.line || a.character - b.character;

/** Texts of an analysis under the names that are printed, for excerpts. */
export function shownTexts(analysis: Analysis, locate: Locator): Map<string, string> {
  return new Map([...analysis.texts].map(([path, text]) => [locate.name(path), text]));
}
