// Sentences that can be translated: all of them are in the bundle, and the manifest's are there in every language.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import ts from 'typescript';

const readJson = (name: string): Record<string, unknown> =>
  JSON.parse(fs.readFileSync(name, 'utf8')) as Record<string, unknown>;

const sources = (folder: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(folder, name));

interface Said {
  /** Sentences that stand as such in the source. */
  readonly sentences: string[];
  /** `file: expression` of those that do not, so that no tool can export them. */
  readonly computed: string[];
}

/** What the first arguments of all calls of `l10n.t` in a file are. */
function saidIn(name: string): Said {
  const file = ts.createSourceFile(name, fs.readFileSync(name, 'utf8'), ts.ScriptTarget.Latest);
  const said: Said = { sentences: [], computed: [] };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText(file) === 'l10n.t') {
      const [sentence] = node.arguments;
      if (sentence !== undefined && ts.isStringLiteralLike(sentence)) said.sentences.push(sentence.text);
      else said.computed.push(`${name}: ${node.getText(file)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return said;
}

describe('translations', () => {
  const said = [...sources('client/src'), ...sources('server/src')].map(saidIn);

  it('has a bundle that holds what the sources say; `npm run l10n` writes it', () => {
    const sentences = new Set(said.flatMap((file) => file.sentences));
    const exported = new Set(Object.keys(readJson('l10n/bundle.l10n.json')));
    assert.ok(sentences.size > 100);
    assert.deepEqual(
      { missing: [...sentences].filter((sentence) => !exported.has(sentence)) },
      { missing: [] },
    );
    assert.deepEqual({ stale: [...exported].filter((sentence) => !sentences.has(sentence)) }, { stale: [] });
  });

  it('exports every sentence: none is put together before it is looked up', () => {
    assert.deepEqual(
      said.flatMap((file) => file.computed),
      [],
    );
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
