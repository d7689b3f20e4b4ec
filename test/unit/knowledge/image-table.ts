// A table of image references with the facts they must give, and the one assertion over it.
import assert from 'node:assert/strict';
import { it } from 'mocha';
import type { ImageFacts } from '../../../server/src/knowledge/image-facts.js';
import { resolveImage } from '../../../server/src/knowledge/images.js';

export const asOf = '2026-11-25';
export const facts = (reference: string, date = asOf): ImageFacts => resolveImage(reference, { asOf: date });

/** `glibc 2.36 debian 12`, `musl ? alpine ?`, `none`, `unknown`. */
export function summary({ libc, version, distribution, release }: ImageFacts): string {
  if (libc === 'unknown') return 'unknown';
  if (libc === 'none') return 'none';
  return `${libc} ${version ?? '?'} ${distribution ?? '?'} ${release ?? '?'}`;
}

/** One test per row: reference, summary. */
export function table(rows: Readonly<Record<string, string>>, date = asOf): void {
  for (const [reference, expected] of Object.entries(rows))
    it(`${reference} is ${expected}`, () => {
      assert.equal(summary(facts(reference, date)), expected);
    });
}
