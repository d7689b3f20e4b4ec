// The parts of an image reference stand where they are written.
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { referenceParts } from '../../../server/src/syntax/reference-parts.js';

const parts = (reference: string) => {
  const found = referenceParts(reference);
  const text = (part: { start: number; end: number } | null) =>
    part === null ? null : reference.slice(part.start, part.end);
  return found === null ? null : [text(found.name), text(found.tag), text(found.digest)];
};

describe('referenceParts', () => {
  const references: readonly (readonly [string, readonly (string | null)[] | null])[] = [
    ['golang', ['golang', null, null]],
    ['golang:1.22', ['golang', '1.22', null]],
    ['localhost:5000/a/b', ['localhost:5000/a/b', null, null]],
    ['localhost:5000/a/b:v1', ['localhost:5000/a/b', 'v1', null]],
    ['gcr.io/distroless/base-debian12:nonroot', ['gcr.io/distroless/base-debian12', 'nonroot', null]],
    ['golang:${GO_VERSION}-alpine', ['golang', '${GO_VERSION}-alpine', null]],
    ['alpine@sha256:0123', ['alpine', null, 'sha256:0123']],
    ['', null],
    ['a b', null],
    ['x'.repeat(600), null],
  ];
  for (const [reference, expected] of references) {
    it(reference.slice(0, 40) || 'nothing', () => assert.deepEqual(parts(reference), expected));
  }
});
