// Texts taken out of files: every offset leads back to where its code unit stands.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import {
  concatenate,
  slice,
  toFileOffset,
  toFileSpan,
  verbatim,
  type Embedded,
} from '../../../server/src/text/embedded.js';

/** `ab\⏎cd` joined: "abcd", with `ab` at 10 and `cd` at 14 in the file. */
const joined: Embedded = {
  text: 'abcd',
  pieces: [
    { at: 0, file: 10 },
    { at: 2, file: 14 },
  ],
};

describe('embedded text', () => {
  it('of one piece is shifted by where it starts', () => {
    assert.equal(toFileOffset(verbatim('abc', 7), 2), 9);
    assert.equal(toFileOffset(verbatim('abc'), 3), 3);
  });

  it('behind a join stands where the next line goes on', () => {
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((offset) => toFileOffset(joined, offset)),
      [10, 11, 14, 15, 16],
    );
  });

  it('a span that ends at a join does not cover it, one that goes over it does', () => {
    assert.deepEqual(toFileSpan(joined, { start: 0, end: 2 }), { start: 10, end: 12 });
    assert.deepEqual(toFileSpan(joined, { start: 1, end: 3 }), { start: 11, end: 15 });
    assert.deepEqual(toFileSpan(joined, { start: 2, end: 2 }), { start: 14, end: 14 });
  });

  it('made text stands where it was made from', () => {
    const made: Embedded = {
      text: 'x$1y',
      pieces: [
        { at: 0, file: 0 },
        { at: 1, file: 5, madeFrom: 4 },
        { at: 3, file: 9 },
      ],
    };
    assert.deepEqual(toFileSpan(made, { start: 1, end: 3 }), { start: 5, end: 9 });
    assert.deepEqual(toFileSpan(made, { start: 2, end: 4 }), { start: 5, end: 10 });
  });
});

/** Pieces of one to four letters, each anywhere behind the one before it. */
const embeddeds = fc
  .array(fc.tuple(fc.string({ minLength: 1, maxLength: 4 }), fc.nat(5)), { minLength: 1, maxLength: 6 })
  .map((parts) => {
    let file = 0;
    return concatenate(
      parts.map(([text, gap]) => {
        const part = verbatim(text, file + gap);
        file += gap + text.length;
        return part;
      }),
    );
  });

describe('parts of embedded text', () => {
  it('stand where they stood', () => {
    fc.assert(
      fc.property(embeddeds, fc.nat(30), fc.nat(30), (whole, a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)].map((n) => Math.min(n, whole.text.length));
        const part = slice(whole, { start: start ?? 0, end: end ?? 0 });
        assert.equal(part.text, whole.text.slice(start, end));
        assert.equal(part.pieces[0]?.at, 0);
        for (let i = 0; i < part.text.length; i++)
          assert.equal(toFileOffset(part, i), toFileOffset(whole, (start ?? 0) + i));
      }),
    );
  });

  it('put together again are the whole', () => {
    fc.assert(
      fc.property(embeddeds, fc.nat(30), (whole, at) => {
        const cut = Math.min(at, whole.text.length);
        const again = concatenate([
          slice(whole, { start: 0, end: cut }),
          slice(whole, { start: cut, end: whole.text.length }),
        ]);
        assert.equal(again.text, whole.text);
        for (let i = 0; i < whole.text.length; i++)
          assert.equal(toFileOffset(again, i), toFileOffset(whole, i));
      }),
    );
  });
});
