// Spans: covering, containing, overlapping.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { contains, cover, overlaps, span } from '../../../server/src/text/span.js';

describe('spans', () => {
  it('two are covered by the smallest that holds both', () => {
    assert.deepEqual(cover(span(3, 5), span(8, 9)), span(3, 9));
    assert.deepEqual(cover(span(8, 9), span(3, 12)), span(3, 12));
  });

  it('contain their ends, so that a caret behind a word finds it', () => {
    assert.deepEqual(
      [2, 3, 5, 6].map((offset) => contains(span(3, 5), offset)),
      [false, true, true, false],
    );
  });

  it('overlap where they share a code unit', () => {
    assert.equal(overlaps(span(0, 3), span(2, 4)), true);
    assert.equal(overlaps(span(0, 3), span(3, 4)), false);
    assert.equal(overlaps(span(0, 3), span(3, 3)), true, 'an empty one may touch');
    assert.equal(overlaps(span(4, 4), span(0, 3)), false);
  });
});
