// The words behind `go`: flags in every form, values, and where packages begin.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isOn, lastValue, parseGoArguments } from '../../../server/src/linking/go-arguments.js';

const parse = (text: string): ReturnType<typeof parseGoArguments> => parseGoArguments(text.split(' '));

describe('the words behind go', () => {
  it('takes a value from the next word or from behind =, and says which word held it', () => {
    assert.deepEqual(parse('build -o /app -tags=netgo .').flags, [
      { name: '-o', value: '/app', wordIndex: 1, valueWordIndex: 2 },
      { name: '-tags', value: 'netgo', wordIndex: 3, valueWordIndex: null },
    ]);
  });

  it('reads two dashes as one', () => {
    assert.equal(lastValue(parse('build --ldflags -s .').flags, '-ldflags'), '-s');
    assert.equal(lastValue(parse('build --ldflags=-s .').flags, '-ldflags'), '-s');
  });

  it('gives boolean flags no next word', () => {
    for (const flag of [
      '-race',
      '-a',
      '-v',
      '-x',
      '-msan',
      '-asan',
      '-trimpath',
      '-buildvcs',
      '-linkshared',
      '-cover',
    ])
      assert.deepEqual(
        parse(`build ${flag} ./cmd`).packages.map(({ word }) => word),
        ['./cmd'],
        flag,
      );
  });

  it('gives every other flag its next word, even one that looks like a flag', () => {
    for (const flag of [
      '-o',
      '-p',
      '-tags',
      '-ldflags',
      '-gcflags',
      '-buildmode',
      '-mod',
      '-modfile',
      '-installsuffix',
      '-pgo',
      '-C',
    ])
      assert.deepEqual(
        parse(`build ${flag} -x ./cmd`).packages.map(({ word }) => word),
        ['./cmd'],
        flag,
      );
  });

  it('knows when a boolean flag is turned off, and that the last one counts', () => {
    assert.equal(isOn(parse('build -race .').flags, '-race'), true);
    assert.equal(isOn(parse('build -race=1 .').flags, '-race'), true);
    assert.equal(isOn(parse('build -race=false .').flags, '-race'), false);
    assert.equal(isOn(parse('build -race -race=0 .').flags, '-race'), false);
    assert.equal(isOn(parse('build -race=0 -race .').flags, '-race'), true);
  });

  it('takes the last of several flags', () => {
    assert.equal(lastValue(parse('build -tags a -tags b').flags, '-tags'), 'b');
    assert.equal(lastValue(parse('build .').flags, '-tags'), null);
  });

  it('ends the flags at the first word that is none', () => {
    assert.deepEqual(parse('build . -race').packages, [
      { word: '.', wordIndex: 1 },
      { word: '-race', wordIndex: 2 },
    ]);
    assert.equal(isOn(parse('build . -race').flags, '-race'), false);
  });

  it('ends the flags at --', () => {
    assert.deepEqual(parse('build -v -- -strange').packages, [{ word: '-strange', wordIndex: 3 }]);
  });

  it('lets flags of go test follow its packages', () => {
    const parsed = parse('test -c ./server -race -run TestX');
    assert.equal(isOn(parsed.flags, '-race'), true);
    assert.deepEqual(
      parsed.packages.map(({ word }) => word),
      ['./server'],
    );
  });

  it("leaves the program's own arguments of go run and go test -args alone", () => {
    assert.deepEqual(
      parse('run -race . -o x').packages.map(({ word }) => word),
      ['.'],
    );
    assert.deepEqual(
      parse('run a.go b.go c').packages.map(({ word }) => word),
      ['a.go', 'b.go'],
    );
    assert.equal(lastValue(parse('test . -args -tags netgo').flags, '-tags'), null);
  });

  it('reads -C', () => {
    assert.equal(parse('build -C cmd/app -o /app .').directory, 'cmd/app');
    assert.equal(parse('build .').directory, null);
  });

  it('says which flag lacks its value', () => {
    assert.equal(parse('build -o').missingValue, '-o');
    assert.equal(parse('build -o a').missingValue, null);
  });

  it('gives a result for nothing and for anything', () => {
    assert.deepEqual(parseGoArguments([]), {
      verb: '',
      verbIndex: 0,
      flags: [],
      packages: [],
      directory: null,
      missingValue: null,
    });
    for (const words of [
      ['build', '-'],
      ['build', '--'],
      ['build', '-='],
      ['build', '--='],
      ['', ''],
      ['build', '---x'],
    ])
      assert.equal(parseGoArguments(words).verb, words[0]);
  });
});
