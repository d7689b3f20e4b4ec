// Every rule's documentation is true: its broken example gives that rule and no other, its mended example nothing to act on.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { rules } from '../../server/src/rules/index.js';
import { checked, edited } from './checked.js';

describe('examples of the rules', () => {
  for (const { name, severity, documentation } of rules) {
    const { broken, mended, finds, why, ignoreWhen } = documentation();

    it(`${name}: the broken example gives exactly this rule`, () => {
      const findings = checked(broken);
      assert.deepEqual([...new Set(findings.map(({ rule }) => rule))], expectedRules(name));
      for (const finding of findings) {
        assert.notEqual(finding.message, '');
        if (severity === 'hint') assert.equal(finding.severity, 'hint');
      }
    });

    it(`${name}: the mended example gives no warning and no error`, () => {
      assert.deepEqual(
        checked(mended).filter((finding) => finding.severity !== 'hint'),
        [],
      );
      assert.ok(!checked(mended).some((finding) => finding.rule === name));
    });

    it(`${name}: has words for all that a reader asks`, () => {
      for (const text of [finds, why, ignoreWhen]) assert.ok(text.length > 20 && !text.includes('!'));
      assert.match(name, /^[a-z]+(-[a-z]+)*$/);
    });

    it(`${name}: evidence stands with it`, () => {
      for (const finding of checked(broken)) {
        if (name !== 'unused-ignore') assert.notEqual(finding.because.length, 0);
        for (const { text } of finding.because) assert.notEqual(text, '');
      }
    });
  }

  it('names are unique', () => {
    const names = rules.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
  });

  it('fixes of the examples that claim to mend do mend', () => {
    let tried = 0;
    for (const { documentation } of rules) {
      const { broken } = documentation();
      for (const finding of checked(broken)) {
        for (const fix of finding.fixes.filter(({ mends }) => mends)) {
          tried++;
          const after = checked(edited(broken, fix.edits));
          assert.ok(!after.some(({ rule }) => rule === finding.rule), `${finding.rule}: ${fix.title}`);
        }
      }
    }
    assert.ok(tried >= rules.length);
  });
});

const expectedRules = (name: string): readonly string[] => [name];
