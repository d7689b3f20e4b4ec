// The founding cases, each broken file beside its sound twins: what is said, where, how sure, with which error.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { checked, fixtures, told } from './checked.js';

describe('founding cases', () => {
  for (const fixture of fixtures()) {
    it(fixture.name, () => {
      const findings = checked(fixture);
      assert.deepEqual(
        told(fixture, findings),
        fixture.expected.map(({ rule, line, severity }) => ({ rule, line, severity })),
      );
      fixture.expected.forEach(({ error, fixes = [] }, index) => {
        const finding = findings[index];
        assert.ok(finding);
        if (error !== undefined)
          assert.ok(finding.predictedError?.includes(error), `predicted: ${finding.predictedError}`);
        const titles = finding.fixes.map(({ title }) => title);
        for (const title of fixes)
          assert.ok(titles.includes(title), `${title} is not among: ${titles.join(' | ')}`);
      });
    });
  }

  it('every broken fixture is accused, every sound one is not', () => {
    for (const { name, expected } of fixtures()) {
      const loud = expected.filter(({ severity }) => severity !== 'hint').length;
      if (name.includes('/sound')) assert.equal(loud, 0, name);
      if (name.includes('/broken')) assert.notEqual(expected.length, 0, name);
    }
  });
});

/** `NN_bug_…` asks for a warning or an error, `NN_ok_…` for silence, `NN_hint_…` for neither warning nor error. */
describe('the shared hard cases', () => {
  const folder = path.join(process.cwd(), '..', 'shared', 'cases');
  const names = fs.existsSync(folder)
    ? fs.readdirSync(folder).filter((name) => name.endsWith('.Dockerfile'))
    : [];
  if (names.length === 0) {
    it('stand beside the repository', function () {
      this.skip();
    });
  }
  for (const name of names.sort()) {
    it(name, () => {
      const findings = checked({ files: { Dockerfile: fs.readFileSync(path.join(folder, name), 'utf8') } });
      const loud = findings.filter(({ severity }) => severity !== 'hint');
      const kind = /^\d+_(?:true_)?(bug|ok|hint)/.exec(name)?.[1];
      assert.ok(kind, `${name} says what it is`);
      if (kind === 'bug') {
        assert.notEqual(loud.length, 0, 'a warning or an error');
        assert.ok(
          findings.every(({ severity }) => severity !== 'error'),
          'the sources were not read, so nothing is certain',
        );
      } else assert.deepEqual(loud, []);
      if (kind === 'ok') assert.deepEqual(findings, []);
    });
  }
});
