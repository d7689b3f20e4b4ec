// go.mod files, in every form of their lines.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readGoModule } from '../../../server/src/syntax/go-module.js';
import { covered, nth } from './instructions.js';

const text = `module example.com/app // the app

go 1.22.3
toolchain go1.23.1

require github.com/mattn/go-sqlite3 v1.14.22
require (
	"golang.org/x/net" v0.20.0
	golang.org/x/sys v0.16.0 // indirect
	golang.org/x/odd v0.1.0 // not indirect
)

exclude golang.org/x/net v0.1.0
retract [v1.0.0, v1.1.0]

replace golang.org/x/net => ./vendor-net
replace (
	golang.org/x/sys v0.16.0 => example.com/sys v0.17.0
	golang.org/x/text => ../text // beside it
)
`;

describe('go.mod', () => {
  it('says the module, the language and the toolchain', () => {
    const { module, go, toolchain } = readGoModule(text);
    assert.deepEqual([module, go, toolchain], ['example.com/app', '1.22.3', 'go1.23.1']);
  });

  it('says what is required, single lines and blocks, with places', () => {
    const { requires } = readGoModule(text);
    assert.deepEqual(
      requires.map((one) => [one.path, one.version, one.indirect]),
      [
        ['github.com/mattn/go-sqlite3', 'v1.14.22', false],
        ['golang.org/x/net', 'v0.20.0', false],
        ['golang.org/x/sys', 'v0.16.0', true],
        ['golang.org/x/odd', 'v0.1.0', false],
      ],
    );
    assert.equal(covered(text, nth(requires, 1).span), '"golang.org/x/net" v0.20.0');
  });

  it('says what is replaced, by folders and by modules', () => {
    const { replaces } = readGoModule(text);
    assert.deepEqual(
      replaces.map((one) => [one.path, one.version, one.target, one.targetVersion]),
      [
        ['golang.org/x/net', null, './vendor-net', null],
        ['golang.org/x/sys', 'v0.16.0', 'example.com/sys', 'v0.17.0'],
        ['golang.org/x/text', null, '../text', null],
      ],
    );
    assert.equal(covered(text, nth(replaces, 2).span), 'golang.org/x/text => ../text');
  });

  it('with Windows line ends and a byte order mark it says the same', () => {
    const windows = readGoModule(`\uFEFF${text.replaceAll('\n', '\r\n')}`);
    const plain = readGoModule(text);
    assert.deepEqual([windows.module, windows.go, windows.requires.length], [plain.module, plain.go, 4]);
  });

  it('brackets need no blank in front, quotes may hold blanks', () => {
    const { module, requires } = readGoModule('module "a b"\nrequire(\nx v1\n)\nrequire y v2');
    assert.equal(module, 'a b');
    assert.deepEqual(
      requires.map((one) => one.path),
      ['x', 'y'],
    );
  });

  it('half-typed says what there is', () => {
    const nothing = { module: null, go: null, toolchain: null, requires: [], replaces: [] };
    for (const half of [
      '',
      'module',
      'module // x',
      'require (',
      'require x',
      'replace x =>',
      'replace => y',
      '"',
      ')',
    ])
      assert.deepEqual(readGoModule(half), nothing, half);
    assert.equal(readGoModule('module a\n)\ngo 1.22').go, '1.22');
  });

  it('hostile ones cost no more than their length', () => {
    const start = performance.now();
    for (const part of ['"a `b ', 'require (\n', '// \n', '=> ', 'x\n"'])
      readGoModule(part.repeat(Math.floor(500_000 / part.length)));
    assert.ok(performance.now() - start < 5000);
  });
});
