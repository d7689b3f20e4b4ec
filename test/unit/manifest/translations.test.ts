// Sentences that can be translated: all of them are in the bundle, and the manifest's are there in every language.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';

const readJson = (name: string): Record<string, string> =>
  JSON.parse(fs.readFileSync(name, 'utf8')) as Record<string, string>;

const sources = (folder: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(folder, name));

describe('translations', () => {
  it('has a bundle that holds what the sources say', function () {
    this.timeout(60_000);
    const { status, stderr } = spawnSync(process.execPath, ['scripts/l10n.mjs', '--check'], {
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
  });

  it('exports every sentence: none is put together before it is looked up', () => {
    const computed = [...sources('client/src'), ...sources('server/src')].filter((name) =>
      /\bl10n\.t\(\s*(?!['"`{\s)])[^'"`]/.test(
        fs.readFileSync(name, 'utf8').replace(/^\s*(\/\/|\*).*$/gm, ''),
      ),
    );
    assert.deepEqual(computed, []);
  });

  it('translates every sentence of the manifest, and nothing else', () => {
    const english = readJson('package.nls.json');
    const named = [...fs.readFileSync('package.json', 'utf8').matchAll(/"%([^%"]+)%"/g)].map(
      ([, key]) => key,
    );
    assert.deepEqual(new Set(named), new Set(Object.keys(english)));
    assert.deepEqual(Object.keys(readJson('package.nls.zh-cn.json')), Object.keys(english));
  });
});
