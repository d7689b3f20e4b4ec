// Findings as diagnostics of the Language Server Protocol.
import * as l10n from '@vscode/l10n';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import { documentationUrl, type Documentation } from './documentation-url.js';
import { rangeAt } from './places.js';
import { relatedTo, shownAt } from './related.js';
import type { Analysis } from '../build/model.js';
import type { Finding, Safety, Severity } from '../rules/model.js';

export const source = 'libc-lens';

/** What a diagnostic carries for clients that show more than its text. */
export interface DiagnosticData {
  readonly rule: string;
  readonly confidence: Finding['confidence'];
  readonly predictedError: string | null;
  readonly fixes: readonly { readonly title: string; readonly safety: Safety; readonly mends: boolean }[];
}

/** A finding and the diagnostic that shows it, in the order of the file. */
export interface Shown {
  readonly finding: Finding;
  readonly diagnostic: Diagnostic;
}

/**
 * @param uriOf URI of a path of the analysis.
 * @param documentation Folder of the rules' pages.
 * @returns One entry for each finding that has a place in the analysed document, or a reason that stands there.
 */
export function shownFindings(
  analysis: Analysis,
  findings: readonly Finding[],
  uriOf: (path: string) => string,
  documentation: Documentation = null,
): Shown[] {
  const shown: Shown[] = [];
  for (const finding of findings) {
    const place = shownAt(finding, analysis);
    if (place === null) continue;
    const href = documentationUrl(finding.rule, documentation);
    const data: DiagnosticData = {
      rule: finding.rule,
      confidence: finding.confidence,
      predictedError: finding.predictedError,
      fixes: finding.fixes.map(({ title, safety, mends }) => ({ title, safety, mends })),
    };
    shown.push({
      finding,
      diagnostic: {
        range: rangeAt(analysis, place),
        severity: severities[finding.severity],
        code: finding.rule,
        ...(href === null ? {} : { codeDescription: { href } }),
        source,
        message: messageOf(finding),
        relatedInformation: relatedTo(finding, analysis).map(({ text, place: where }) => ({
          location: { uri: uriOf(where.path), range: rangeAt(analysis, where) },
          message: text,
        })),
        data,
      },
    });
  }
  return shown.sort((a, b) => order(a.diagnostic, b.diagnostic));
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  hint: DiagnosticSeverity.Hint,
};

/** The message, and the error as its reader will see it, unless the message quotes it already. */
function messageOf(finding: Finding): string {
  const { message, predictedError } = finding;
  if (predictedError === null || message.includes(predictedError)) return message;
  return `${message}\n${l10n.t('You would read: {0}', predictedError)}`;
}

const order = (a: Diagnostic, b: Diagnostic): number =>
  a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
