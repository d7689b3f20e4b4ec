// GOFLAGS by version, and when cgo is on.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { goEnvironment, parseGoFlags } from '../../../server/src/linking/go-environment.js';
import type { GoLinkInput } from '../../../server/src/linking/go-link-model.js';

type Where = Omit<GoLinkInput, 'arguments' | 'program'>;
const amd64: Where = {
  goVersion: '1.22',
  host: { libc: 'glibc', libcVersion: '2.36', standardLibraryLibcVersion: null, architecture: 'amd64' },
  compiler: { defaultFound: true, ccFound: true, libcHeaders: true, staticLibc: true },
  environment: {},
};
const withoutCompiler: Where = {
  ...amd64,
  compiler: { ...amd64.compiler, defaultFound: false, ccFound: false },
};
const cgo = (where: Where, environment: Record<string, string> = {}): boolean =>
  goEnvironment({ ...where, environment }).cgo;

describe('GOFLAGS', () => {
  it('holds one flag a word', () => {
    assert.deepEqual(
      parseGoFlags('-tags=netgo --trimpath -p=1', '1.25').flags.map(({ name, value }) => [name, value]),
      [
        ['-tags', 'netgo'],
        ['-trimpath', null],
        ['-p', '1'],
      ],
    );
    assert.deepEqual(parseGoFlags('', '1.25'), { flags: [], error: null });
  });

  it('refuses a word that is no flag', () => {
    assert.equal(parseGoFlags('-tags netgo', '1.25').error, 'go: parsing $GOFLAGS: non-flag "netgo"');
    for (const word of ['-', '--', '---x', '-=a', '--=a'])
      assert.notEqual(parseGoFlags(word, '1.25').error, null, word);
  });

  it("refuses the linker's flags, which the go command does not know", () => {
    assert.equal(
      parseGoFlags('-linkmode=external', '1.25').error,
      'go: parsing $GOFLAGS: unknown flag -linkmode',
    );
  });

  it('understands quotes around a word since a release, before it takes them for characters', () => {
    const value = `'-ldflags=-linkmode=external -extldflags=-static'`;
    assert.equal(
      parseGoFlags(value, '1.19').error,
      `go: parsing $GOFLAGS: non-flag "'-ldflags=-linkmode=external"`,
    );
    assert.deepEqual(parseGoFlags(value, '1.24').flags[0]?.value, '-linkmode=external -extldflags=-static');
    assert.equal(parseGoFlags(`'-a`, '1.24').error, "go: parsing $GOFLAGS: unterminated ' string");
  });

  it('does not understand quotes inside a word', () => {
    assert.equal(parseGoFlags("-ldflags='-s -w'", '1.16').error, "go: parsing $GOFLAGS: unknown flag -w'");
    assert.equal(parseGoFlags('-ldflags=-s -w', '1.25').error, null);
    assert.equal(
      parseGoFlags('-ldflags="-linkmode=external -extldflags=-static"', '1.24').error,
      'go: parsing $GOFLAGS: unknown flag -extldflags',
    );
  });
});

describe('whether cgo is on', () => {
  it('follows CGO_ENABLED where it is 0 or 1', () => {
    assert.equal(cgo(amd64, { CGO_ENABLED: '0' }), false);
    assert.equal(cgo(withoutCompiler, { CGO_ENABLED: '1' }), true);
    assert.equal(cgo(amd64, { CGO_ENABLED: '1', GOARCH: 'arm64' }), true);
  });

  it('takes every other value for the default', () => {
    for (const value of ['', 'false', 'true', '2', 'off', ' 0']) {
      assert.equal(cgo(amd64, { CGO_ENABLED: value }), true, value);
      assert.equal(cgo(withoutCompiler, { CGO_ENABLED: value }), false, value);
    }
  });

  it('is on by default where a compiler is found', () => assert.equal(cgo(amd64), true));

  it('is off without a compiler since Go 1.20, on before', () => {
    assert.equal(cgo(withoutCompiler), false);
    assert.equal(cgo({ ...withoutCompiler, goVersion: '1.20' }), false);
    assert.equal(cgo({ ...withoutCompiler, goVersion: '1.20.14' }), false);
    assert.equal(cgo({ ...withoutCompiler, goVersion: '1.19.13' }), true);
  });

  it('stays on where CC is set, even to a compiler that is not there', () => {
    assert.equal(cgo(withoutCompiler, { CC: 'no-such-gcc' }), true);
    assert.equal(cgo(withoutCompiler, { CC: '' }), false);
  });

  it('is off for another platform, whatever CC says', () => {
    assert.equal(cgo(amd64, { GOARCH: 'arm64' }), false);
    assert.equal(cgo(amd64, { GOOS: 'windows' }), false);
    assert.equal(cgo(amd64, { GOARCH: 'arm64', CC: 'aarch64-linux-gnu-gcc' }), false);
    assert.equal(cgo(amd64, { GOARCH: 'amd64', GOOS: 'linux' }), true);
    assert.equal(cgo(amd64, { GOARCH: '', GOOS: '' }), true);
  });

  it('gives a reason for each', () => {
    const reasons = [
      goEnvironment(amd64).cgoReason,
      goEnvironment(withoutCompiler).cgoReason,
      goEnvironment({ ...amd64, environment: { CGO_ENABLED: '0' } }).cgoReason,
      goEnvironment({ ...amd64, environment: { GOARCH: 'arm64' } }).cgoReason,
      goEnvironment({ ...amd64, environment: { CC: 'clang' } }).cgoReason,
      goEnvironment({ ...withoutCompiler, goVersion: '1.19' }).cgoReason,
    ];
    assert.equal(new Set(reasons).size, reasons.length);
    assert.equal(reasons[0], 'CGO_ENABLED is 1 by default: a native build, and gcc is on PATH.');
  });
});
