// C compilers make files only where they are given something to link.
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { analysed, verdicts } from './analysed.js';

const made = (run: string) =>
  analysed(`FROM gcc:13 AS build\nRUN ${run}\nFROM alpine:3.20\nCOPY --from=build /hello /hello\n`);

describe('C compilers', () => {
  it('link dynamically, and statically where they are told to', () => {
    assert.deepEqual(verdicts(made('gcc -o /hello hello.c')), ['fails /hello']);
    assert.deepEqual(verdicts(made('gcc -static -o /hello hello.c')), ['runs /hello']);
  });
  it('make nothing without a source', () => {
    for (const run of [
      'gcc --print-search-dirs',
      'xx-clang --setup-target-triple',
      'gcc -v',
      'gcc -c hello.c',
    ]) {
      assert.deepEqual(made(run).artifacts, [], run);
    }
  });
});
