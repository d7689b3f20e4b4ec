// Every family of messages: its examples are recognised, its near misses are not, its words are sound, its patterns are bounded.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { families } from '../../../server/src/knowledge/messages/families.js';
import { recognise } from '../../../server/src/knowledge/messages/recognise.js';
import type { Explanation } from '../../../server/src/knowledge/messages/model.js';

describe('families of messages', () => {
  it('have names of their own', () => {
    const ids = families.map((family) => family.id);
    assert.deepEqual(
      ids.filter((id, i) => ids.indexOf(id) !== i),
      [],
    );
    for (const id of ids) assert.match(id, /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
  });

  for (const family of families) {
    describe(family.id, () => {
      for (const example of family.examples) {
        it(`knows ${JSON.stringify(example.text)}`, () => {
          const all = recognise(example.text);
          const found = all.find((message) => message.id === family.id);
          assert.ok(found, `recognised as ${JSON.stringify(all)}`);
          assert.ok(found.span.start < found.span.end && found.span.end <= example.text.length);
          if (example.layer) assert.equal(found.layer, example.layer);
          for (const [name, value] of Object.entries(example.captures ?? {}))
            assert.equal(found.captures[name], value, name);
          for (const value of Object.values(found.captures))
            assert.ok(example.text.slice(found.span.start, found.span.end).includes(value), value);
        });
      }

      for (const other of family.others) {
        it(`leaves ${JSON.stringify(other)} alone`, () => {
          assert.deepEqual(
            recognise(other).filter((message) => message.id === family.id),
            [],
          );
        });
      }

      it('has an example of every wording, and near misses', () => {
        assert.ok(family.others.length > 0);
        for (const wording of family.wordings) {
          const matched = family.examples.some(({ text }) =>
            text.split('\n').some((line) => [...line.matchAll(wording.pattern)].length > 0),
          );
          assert.ok(matched, `no example matches ${wording.pattern.source}`);
        }
      });

      it('names in each wording a literal that stands in the texts it matches', () => {
        for (const wording of family.wordings)
          for (const { text } of family.examples)
            for (const line of text.split('\n'))
              if ([...line.matchAll(wording.pattern)].length > 0)
                assert.ok(
                  wording.literals.some((literal) => line.includes(literal)),
                  `${line}: ${JSON.stringify(wording.literals)}`,
                );
      });

      it('bounds every quantifier and nests none', () => {
        for (const wording of family.wordings) assertBounded(wording.pattern.source);
      });

      it('explains itself in whole sentences, for every example', () => {
        for (const example of family.examples)
          for (const message of recognise(example.text).filter(({ id }) => id === family.id))
            assertSound(
              family.explain(message.captures, (literal) => `«${literal}»`),
              example.text,
            );
        assertSound(
          family.explain({}, (literal) => `«${literal}»`),
          'no captures',
        );
      });

      it('says what else it may be where it is ambiguous', () => {
        const mayBeElse = family.ambiguous && family.wordings.some((wording) => wording.ambiguous !== false);
        const said = family.examples.flatMap(({ text }) =>
          recognise(text)
            .filter(({ id }) => id === family.id)
            .map(({ captures }) => family.explain(captures, (literal) => literal).ambiguity),
        );
        if (mayBeElse) assert.ok(said.some((ambiguity) => ambiguity !== null));
        if (!family.ambiguous && family.wordings.every((wording) => wording.ambiguous !== true))
          assert.ok(
            said.every((ambiguity) => ambiguity === null) || family.id === 'cgo-cross-compiler',
            'unambiguous, yet explains an ambiguity',
          );
      });
    });
  }
});

/** `*` and `+` have no bound; a counted group must not hold counted characters that may run into the next round. */
function assertBounded(source: string): void {
  let inClass = false;
  for (let i = 0; i < source.length; i++) {
    const c = source[i];
    if (c === '\\') i++;
    else if (inClass) inClass = c !== ']';
    else if (c === '[') inClass = true;
    else assert.ok(c !== '*' && c !== '+', `unbounded quantifier at ${i} of ${source}`);
  }
  assert.doesNotMatch(source, /\{\d+,\}/, 'unbounded quantifier');
}

function assertSound(said: Explanation, where: string): void {
  const sentences = [
    said.meaning,
    said.why,
    ...said.remedies,
    ...(said.ambiguity === null ? [] : [said.ambiguity]),
  ];
  assert.ok(said.remedies.length > 0, where);
  for (const text of [said.title, ...sentences]) {
    assert.doesNotMatch(text.replace(/«[^»]*»/g, '«»'), /\{\d\}|undefined|null|!|  /, `${where}: ${text}`);
    assert.match(text, /\S/, where);
  }
  assert.doesNotMatch(said.title, /\.$/, `${where}: ${said.title}`);
  for (const text of sentences) assert.match(text, /[.:?»)]$/, `${where}: ${text}`);
}
