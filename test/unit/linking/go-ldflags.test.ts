// -ldflags: Go's quoting, patterns, and which of several values counts.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { linkerFlags, readLinkerFlags, splitPattern } from '../../../server/src/linking/go-ldflags.js';
import { splitQuoted } from '../../../server/src/linking/go-quoting.js';

const GO = '1.25';
const flags = (...values: string[]): ReturnType<typeof linkerFlags> =>
  linkerFlags(
    values.map((value) => ({ name: '-ldflags', value, wordIndex: 0, valueWordIndex: null })),
    GO,
  );

describe('quoting inside a flag', () => {
  it('parts words at blanks and lets quotes hold them together', () => {
    assert.deepEqual(splitQuoted(`-a  "b c"\t'd "e'`), { words: ['-a', 'b c', 'd "e'], unterminated: null });
  });

  it('takes a quote inside a word for an ordinary character', () => {
    assert.deepEqual(splitQuoted('-x="a b"'), { words: ['-x="a', 'b"'], unterminated: null });
  });

  it('has no escapes', () => {
    assert.deepEqual(splitQuoted('"a\\" b'), { words: ['a\\', 'b'], unterminated: null });
  });

  it('names the quote that never closes', () => {
    assert.equal(splitQuoted(`-a 'b`).unterminated, "'");
    assert.equal(splitQuoted('"').unterminated, '"');
    assert.deepEqual(splitQuoted(''), { words: [], unterminated: null });
  });
});

describe('-ldflags', () => {
  it('reads link mode and flags for the C linker in every form', () => {
    for (const value of [
      '-linkmode external -extldflags "-static"',
      "-linkmode external -extldflags '-static'",
      '-linkmode=external -extldflags=-static',
      '--linkmode external --extldflags -static',
      '-s -w -X main.version=1 -linkmode external -extldflags -static',
      '-X "main.version=1 2" -linkmode external -extldflags -static -buildid=',
      '  -linkmode external -extldflags -static  ',
    ]) {
      const { linkMode, extldflags } = flags(value);
      assert.deepEqual([linkMode, extldflags], ['external', ['-static']], value);
    }
  });

  it('does not take the value of another flag for a flag', () => {
    assert.equal(flags('-X -linkmode=external').linkMode, null);
    assert.equal(flags('-X=main.a=-linkmode=external').linkMode, null);
    assert.equal(flags('-r -linkmode -s').linkMode, null);
  });

  it('stops at a word that is no flag', () => {
    assert.equal(flags('-s main.a=1 -linkmode external').linkMode, null);
  });

  it('lets the last word of a name win', () => {
    assert.deepEqual(flags('-extldflags -static -extldflags -s').extldflags, ['-s']);
    assert.equal(flags('-linkmode external -linkmode internal').linkMode, 'internal');
    assert.equal(flags('-linkmode external -linkmode auto').linkMode, null);
  });

  it('lets the last -ldflags win wholly', () => {
    assert.equal(flags('-linkmode external', '-s -w').linkMode, null);
    assert.equal(flags('-s -w', '-linkmode external').linkMode, 'external');
    assert.equal(flags('-linkmode external', '').linkMode, null);
  });

  it('covers the program with a pattern for all packages, not with one for others', () => {
    assert.equal(flags('all=-linkmode external').linkMode, 'external');
    assert.equal(flags('all = -linkmode external').linkMode, 'external');
    assert.equal(flags('./...=-linkmode external').linkMode, 'external');
    assert.equal(flags('std=-linkmode external').linkMode, null);
    assert.equal(flags('-linkmode external', 'std=-s').linkMode, 'external');
  });

  it('says what Go says where a pattern or a quote is broken', () => {
    assert.equal(splitPattern('all').error, 'missing =<value> in <pattern>=<value>');
    assert.equal(splitPattern('=-s').error, 'missing <pattern> in <pattern>=<value>');
    assert.equal(splitPattern('"-s=1"').error, 'parameter may not start with quote character "');
    assert.match(
      flags('-extldflags "-static').error ?? '',
      /^invalid value .* for flag -ldflags: unterminated " string$/,
    );
    assert.match(
      flags('-extldflags="-static -s"').error ?? '',
      /for flag -extldflags: unterminated " string$/,
    );
    assert.equal(flags('-extldflags="-static"').error, null);
    assert.deepEqual(flags('-extldflags="-static"').extldflags, ['-static']);
  });

  it('splits the C flags at blanks alone before Go 1.18', () => {
    assert.deepEqual(readLinkerFlags(['-extldflags', `'-static -s'`], '1.17').extldflags, [
      `'-static`,
      `-s'`,
    ]);
    assert.deepEqual(readLinkerFlags(['-extldflags', `'-static -s'`], '1.18').extldflags, ['-static -s']);
  });

  it('reads -d, -I and -extld', () => {
    const { disableDynamic, interpreter, externalLinker } = flags(
      '-d -I /lib/ld-musl-x86_64.so.1 -extld clang',
    );
    assert.deepEqual(
      [disableDynamic, interpreter, externalLinker],
      [true, '/lib/ld-musl-x86_64.so.1', 'clang'],
    );
    assert.equal(flags('-d=false').disableDynamic, false);
  });
});
