// What holds of every fix: the file still parses, what it claims to mend is gone, nothing new is wrong, and once is enough.
import assert from 'node:assert/strict';
import type { Finding, Fix } from '../../server/src/rules/model.js';
import { parseDockerfile } from '../../server/src/syntax/dockerfile.js';
import { checked, edited, told, type Project } from './checked.js';

const loud = (findings: readonly Finding[]): readonly string[] =>
  findings.filter(({ severity }) => severity !== 'hint').map(({ rule }) => rule);

const instructions = (project: Project): readonly string[] =>
  parseDockerfile(project.files['Dockerfile'] ?? '').instructions.map(({ keyword }) => keyword);

/** Fails where a fix of a finding does not keep its word. */
export function verify(project: Project, findings: readonly Finding[], finding: Finding, fix: Fix): void {
  assert.notEqual(fix.edits.length, 0);
  const after = edited(project, fix.edits);
  assert.notDeepEqual(after.files, project.files, 'the edits change something');
  instructionsHold(project, after, fix);
  if (Object.values(project.files).every((text) => !/[^\r]\n/.test(text)))
    for (const text of Object.values(after.files))
      assert.ok(!/[^\r]\n/.test(text), 'line ends stay as they are');

  const later = checked(after);
  if (fix.mends) {
    const before = told(project, findings).filter(({ rule }) => rule === finding.rule).length;
    const left = later.filter(
      ({ rule, severity }) => rule === finding.rule && severity === finding.severity,
    ).length;
    assert.ok(left < before, `${finding.rule} is still there: ${JSON.stringify(told(after, later))}`);
    assert.deepEqual(surplus(loud(later), loud(findings)), [], 'nothing new is wrong');
  } else assert.notEqual(fix.caveat, null, 'a step that only helps says so');
  const again = later.flatMap(({ rule, fixes }) => (rule === finding.rule ? fixes : []));
  for (const other of again.filter(({ title }) => title === fix.title))
    assert.notDeepEqual(edited(after, other.edits).files, after.files, 'no fix that changes nothing');
}

/** As many instructions as before, but for whole lines that the fix says it adds or removes. */
function instructionsHold(before: Project, after: Project, fix: Fix): void {
  const added = fix.edits.filter(({ newText }) => /(?:^|\n)(?:RUN|ENV) /.test(newText)).length;
  const text = before.files['Dockerfile'] ?? '';
  const removed = fix.edits.filter(
    ({ span, newText }) => newText === '' && /^[A-Z]+ /.test(text.slice(span.start, span.end)),
  ).length;
  assert.equal(instructions(after).length, instructions(before).length + added - removed);
  for (const keyword of instructions(after)) assert.match(keyword, /^[A-Z]+$/);
}

/** What is in the first list more often than in the second. */
function surplus(many: readonly string[], few: readonly string[]): readonly string[] {
  const rest = [...few];
  return many.filter((one) => {
    const at = rest.indexOf(one);
    if (at === -1) return true;
    rest.splice(at, 1);
    return false;
  });
}
