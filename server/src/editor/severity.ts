// Severities as the user wants them: a rule's findings at another level, or not at all.
import type { Finding, Severity } from '../rules/model.js';

export type SeverityChoice = Severity | 'off';

const choices: readonly string[] = ['error', 'warning', 'hint', 'off'] satisfies readonly SeverityChoice[];

export const isSeverityChoice = (value: unknown): value is SeverityChoice =>
  typeof value === 'string' && choices.includes(value);

/** Findings with the chosen severities; those of a rule that is off are left out, a choice that is none is ignored. */
export function withSeverities(
  findings: readonly Finding[],
  chosen: Readonly<Record<string, unknown>>,
): Finding[] {
  const kept: Finding[] = [];
  for (const finding of findings) {
    const choice = Object.hasOwn(chosen, finding.rule) ? chosen[finding.rule] : undefined;
    if (!isSeverityChoice(choice)) kept.push(finding);
    else if (choice !== 'off') kept.push({ ...finding, severity: choice });
  }
  return kept;
}
