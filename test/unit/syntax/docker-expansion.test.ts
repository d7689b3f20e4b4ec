// Expansion of Docker's words. The table's right column was recorded from BuildKit v0.34.2's own lexer (frontend/dockerfile/shell); null: it refuses the word.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { expandDockerWord } from '../../../server/src/syntax/docker-words.js';

const variables: Readonly<Record<string, string>> = {
  A: 'a',
  EMPTY: '',
  FOO: 'foo',
  PATHS: '/usr/local/bin:/bin',
  V: 'v1.2.4',
  STAR: '*b*b',
};

const recorded: readonly (readonly [string, string | null])[] = [
  ['plain', 'plain'],
  ['', ''],
  ['$A', 'a'],
  ['${A}', 'a'],
  ['x${A}y', 'xay'],
  ['$A$FOO', 'afoo'],
  ['$AB', ''],
  ['$1', ''],
  ['$', '$'],
  ['a$', 'a$'],
  ['$$', ''],
  ['${U}', ''],
  ['$U', ''],
  ['${U:-d}', 'd'],
  ['${U-d}', 'd'],
  ['${EMPTY:-d}', 'd'],
  ['${EMPTY-d}', ''],
  ['${A:-d}', 'a'],
  ['${U:-}', ''],
  ['${U:-${A}}', 'a'],
  ['${U:-"a b"}', 'a b'],
  ['${U:-$U}', ''],
  ['${A:+x}', 'x'],
  ['${A+x}', 'x'],
  ['${EMPTY:+x}', ''],
  ['${EMPTY+x}', 'x'],
  ['${U:+x}', ''],
  ['${U+x}', ''],
  ['${A:+${FOO}}', 'foo'],
  ['${A:?e}', 'a'],
  ['${A?e}', 'a'],
  ['${EMPTY?e}', ''],
  ['${EMPTY:?e}', null],
  ['${U?e}', null],
  ['${PATHS#*/}', 'usr/local/bin:/bin'],
  ['${PATHS##*/}', 'bin'],
  ['${PATHS%/*}', '/usr/local/bin:'],
  ['${PATHS%%/*}', ''],
  ['${PATHS%%:*}', '/usr/local/bin'],
  ['${V#v}', '1.2.4'],
  ['${V#x}', 'v1.2.4'],
  ['${V%.*}', 'v1.2'],
  ['${V%%.*}', 'v1'],
  ['${V#?}', '1.2.4'],
  ['${V##?.}', 'v1.2.4'],
  ['${V#"v"}', '1.2.4'],
  ["${V#'v'}", '1.2.4'],
  ['${V%\\.4}', null],
  ['${STAR#\\*}', 'b*b'],
  ['${STAR#*b}', '*b'],
  ['${V#$A}', 'v1.2.4'],
  ['${U#x}', ''],
  ['${V:#v}', null],
  ['${PATHS/local/x}', '/usr/x/bin:/bin'],
  ['${PATHS//\\//_}', '_usr_local_bin:_bin'],
  ['${PATHS/b*n/x}', '/usr/local/x'],
  ['${PATHS//?/x}', 'xxxxxxxxxxxxxxxxxxx'],
  ['${V/./-}', 'v1-2.4'],
  ['${V//./-}', 'v1-2-4'],
  ['${V/.}', null],
  ['${V//./}', 'v124'],
  ['${V/x/y}', 'v1.2.4'],
  ['${U/a/b}', ''],
  ["'$A'", '$A'],
  ['"$A"', 'a'],
  ['"${A} b"', 'a b'],
  ["a'b'c", 'abc'],
  ['"a\\"b"', 'a"b'],
  ['"a\\\\b"', 'a\\b'],
  ['"a\\$A"', 'a$A'],
  ['"a\\n"', 'a\\n'],
  ['\\$A', '$A'],
  ['\\a', 'a'],
  ['a\\ b', 'a b'],
  ["\\'", "'"],
  ['a b  c', 'a b  c'],
  ['"it\'s"', "it's"],
  ['\'say "x"\'', 'say "x"'],
  ['"', null],
  ["'", null],
  ['"a', null],
  ['${A', null],
  ['${', null],
  ['${}', null],
  ['${:a}', null],
  ['${A^^}', null],
  ['${A:0:1}', null],
  ['${#A}', null],
  ['${!A}', null],
  ['${A@Q}', null],
  ['${A=b}', null],
  ['${A:=b}', null],
  ['a\\', 'a'],
  ['"\\', null],
];

describe('expansion of Docker words', () => {
  for (const [word, expected] of recorded)
    it(`${JSON.stringify(word)} is ${JSON.stringify(expected)}`, () => {
      assert.equal(expandDockerWord(word, (name) => variables[name], '\\').value, expected);
    });

  it('takes the escape character of the file', () => {
    const expanded = (word: string): string | null =>
      expandDockerWord(word, (name) => variables[name], '`').value;
    assert.equal(expanded('`$A'), '$A');
    assert.equal(expanded('c:\\$A'), 'c:\\a');
    assert.equal(expanded('"`"\\"'), '"\\');
  });

  it('reads names of any letters', () => {
    assert.equal(
      expandDockerWord('$É1-${É1}', (name) => (name === 'É1' ? 'x' : undefined), '\\').value,
      'x-x',
    );
  });
});

describe('expansion with variables that are not known', () => {
  const lookup = (name: string): string | null | undefined => (name === 'X' ? null : variables[name]);
  const expanded = (word: string): string | null => expandDockerWord(word, lookup, '\\').value;

  it('is not known where they are needed', () => {
    for (const word of [
      '$X',
      'a${X}b',
      '"$X"',
      '${X:-d}',
      '${X-d}',
      '${X:+y}',
      '${X?e}',
      '${X#a}',
      '${X/a/b}',
      '${U:-$X}',
      '${V#$X}',
      '${V/a/$X}',
    ])
      assert.equal(expanded(word), null, word);
  });

  it('is known where they are not', () => {
    assert.equal(expanded("'$X'"), '$X');
    assert.equal(expanded('${A:-$X}'), 'a');
    assert.equal(expanded('${U:+$X}'), '');
    assert.equal(expanded('${X+y}'), 'y', 'it is set, to whatever');
    assert.equal(expanded('${X:+}'), '');
    assert.equal(expanded('\\$X'), '$X');
  });

  it('tells every name that was looked up, once', () => {
    const { names } = expandDockerWord("$A${A}${U:-$X}${FOO:-$V}'$PATHS'", lookup, '\\');
    assert.deepEqual(names, ['A', 'X', 'U', 'V', 'FOO']);
  });
});

describe('expansion of hostile words', () => {
  const inTime = (word: string, value = ''): string | null => {
    const start = performance.now();
    const result = expandDockerWord(word, () => value, '\\').value;
    assert.ok(performance.now() - start < 2000, `${word.slice(0, 20)}… in time`);
    return result;
  };

  it('nested without end is refused', () => {
    assert.equal(inTime('${A:-'.repeat(100_000)), null);
    assert.equal(inTime(`${'${A:+'.repeat(100)}x${'}'.repeat(100)}`), null);
  });

  it('patterns that explode as regular expressions do not', () => {
    const value = 'a'.repeat(5000);
    assert.ok(inTime(`\${A#${'*a'.repeat(30)}b}`, value) === value);
    assert.ok(inTime(`\${A#${'*a'.repeat(2000)}b}`, value) === null, 'more steps than any file needs');
    inTime(`\${A//${'*a'.repeat(30)}b/x}`, value);
    assert.ok(inTime('${A//a/b}', value) === 'b'.repeat(5000));
  });

  it('long words cost their length', () => {
    assert.equal(inTime('ab '.repeat(300_000))?.length, 900_000);
    assert.equal(inTime('$A'.repeat(100_000)), '');
  });
});
