// The bundled examples show what they are there to show: each broken one is accused, its sound twin is not.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { describe, it } from 'mocha';
import { asOf, inProcess } from './command-line.js';
import { valid } from './json-output.js';

const expected: Readonly<Record<string, readonly string[]>> = {
  'cgo-without-gcc': ['cgo-without-compiler'],
  'libredwg-on-alpine': ['glibc-binary-on-musl', 'ldconfig-on-musl'],
  'net-http-on-alpine': ['glibc-binary-on-musl'],
};

async function rulesIn(folder: string, name: string): Promise<string[]> {
  const file = `examples/${folder}/${name}/Dockerfile`;
  const { out } = await inProcess(['check', '--format', 'json', ...asOf, file]);
  const findings = valid('check', out).files.flatMap((one) => one.findings);
  return [...new Set(findings.map((finding) => finding.rule))].sort();
}

describe('the bundled examples', () => {
  it('come in twins, all of them named here', () => {
    for (const folder of ['broken', 'sound'])
      assert.deepEqual(fs.readdirSync(`examples/${folder}`).sort(), Object.keys(expected));
  });

  for (const [name, rules] of Object.entries(expected))
    it(`${name}: ${rules.join(', ')}, and silence for its twin`, async () => {
      assert.deepEqual(await rulesIn('broken', name), rules);
      assert.deepEqual(await rulesIn('sound', name), []);
    });
});
