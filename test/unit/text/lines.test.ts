// Offsets, lines and columns.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { indexLines, offsetAt, positionAt, rangeOf } from '../../../server/src/text/lines.js';

const texts = fc
  .array(fc.constantFrom('a', 'é', '🐳', '\n', '\r\n', '\r', ' '), { maxLength: 30 })
  .map((list) => list.join(''));

describe('lines', () => {
  it('end at a newline, with or without a carriage return, and at a carriage return alone', () => {
    assert.deepEqual(indexLines('a\nb\r\nc\rd').starts, [0, 2, 5, 7]);
    assert.deepEqual(indexLines('').starts, [0]);
    assert.deepEqual(indexLines('\n').starts, [0, 1]);
  });

  it('columns count UTF-16 code units', () => {
    const index = indexLines('🐳é\nb');
    assert.deepEqual(positionAt(index, 3), { line: 0, character: 3 });
    assert.deepEqual(rangeOf(index, { start: 2, end: 5 }), {
      start: { line: 0, character: 2 },
      end: { line: 1, character: 1 },
    });
  });

  it('what lies outside is clamped', () => {
    const index = indexLines('ab\nc');
    assert.equal(offsetAt(index, { line: -1, character: 5 }), 0);
    assert.equal(offsetAt(index, { line: 0, character: 99 }), 2);
    assert.equal(offsetAt(index, { line: 9, character: 0 }), 4);
    assert.equal(offsetAt(index, { line: 1, character: -3 }), 3);
    assert.deepEqual(positionAt(index, 99), { line: 1, character: 1 });
    assert.deepEqual(positionAt(index, -1), { line: 0, character: 0 });
  });

  it('every offset comes back from its position', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const index = indexLines(text);
        for (let offset = 0; offset <= text.length; offset++)
          assert.equal(offsetAt(index, positionAt(index, offset)), offset, JSON.stringify(text));
      }),
    );
  });
});
