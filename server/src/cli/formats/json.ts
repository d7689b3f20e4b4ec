// JSON output: two blanks of indentation, one newline at the end, nothing else on standard output.
import type { CheckReport, FindingReport } from '../check-report.js';

export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The JSON of `check`, as `schemas/check.schema.json` describes it. */
export function checkJson({ version, files, summary }: CheckReport): string {
  return json({
    version,
    files: files.map(({ path, findings }) => ({ path, findings: findings.map(findingJson) })),
    summary,
  });
}

const findingJson = (finding: FindingReport): unknown => ({
  ...finding,
  fixes: finding.fixes.map(({ title, safety, edits }) => ({ title, safety, edits })),
});
