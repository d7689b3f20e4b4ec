// `libc-lens trace` and `libc-lens image` from end to end, in both formats and against their schemas.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { asOf, broken, folderWith, libcLens, remove, sound } from './command-line.js';
import { valid } from './json-output.js';

describe('libc-lens trace', () => {
  let folder = '';
  before(() => {
    folder = folderWith({
      Dockerfile: broken,
      'sound.Dockerfile': sound,
      'build.sh': '#!/bin/sh\nset -e\ngcc -o hello hello.c\n',
      Makefile: 'hello: hello.c\n\tgcc -o hello hello.c\n',
      'none.Dockerfile': 'FROM alpine:3.20\nCMD ["sh"]\n',
    });
  });
  after(() => {
    remove(folder);
  });
  const trace = (name: string, ...args: string[]): ReturnType<typeof valid<'trace'>> => {
    const { code, out, error } = libcLens(['trace', ...asOf, '--format', 'json', ...args, name], { folder });
    assert.equal(error, '');
    assert.equal(code, 0);
    return valid('trace', out);
  };

  it('lists stages, artifacts with their linkage, and placements with their verdict', () => {
    const { path, stages, artifacts, placements } = trace('Dockerfile');
    assert.equal(path, 'Dockerfile');
    assert.deepEqual(
      stages.map(({ index, name, image, range }) => [index, name, image.ref, image.libc, range.start.line]),
      [
        [0, 'build', 'debian:12', 'glibc', 0],
        [1, null, 'alpine:3.20', 'musl', 4],
      ],
    );
    const hello = artifacts.find((artifact) => artifact.path === '/hello');
    assert.ok(hello);
    assert.equal(hello.linkage.type, 'dynamic');
    assert.equal(hello.linkage.libc, 'glibc');
    assert.equal(hello.linkage.loader, '/lib64/ld-linux-x86-64.so.2');
    assert.ok(hello.linkage.needed.includes('libc.so.6'));
    assert.ok(hello.because.some(({ range }) => range?.start.line === 3));
    const placed = placements.find(({ artifact }) => artifact === hello.id);
    assert.equal(placed?.stage, 1);
    assert.equal(placed?.range.start.line, 5);
    assert.equal(placed?.verdict, 'fails');
    assert.match(placed?.predictedError ?? '', /\/hello/);
  });

  it('lets the static twin run', () => {
    const { artifacts, placements } = trace('sound.Dockerfile');
    const hello = artifacts.find((artifact) => artifact.path === '/hello');
    assert.equal(hello?.linkage.type, 'static');
    assert.equal(placements.find(({ artifact }) => artifact === hello?.id)?.verdict, 'runs');
  });

  it('follows the platform', () => {
    const { stages, artifacts } = trace('Dockerfile', '--platform', 'linux/arm64');
    assert.equal(stages[0]?.platform, 'linux/arm64');
    assert.equal(artifacts.find(({ path }) => path === '/hello')?.arch, 'arm64');
  });

  it('gives scripts and Makefiles one stage named host', () => {
    for (const name of ['build.sh', 'Makefile'])
      assert.deepEqual(
        trace(name).stages.map((stage) => stage.name),
        ['host'],
        name,
      );
  });

  it('prints a text with the same facts', () => {
    const { out } = libcLens(['trace', ...asOf, 'Dockerfile'], { folder });
    assert.match(out, /^Dockerfile\n/);
    assert.match(out, /^ {2}stage build {2}debian:12 {2}linux\/amd64 {2}glibc 2\.36 \(debian 12\)$/m);
    assert.match(
      out,
      /^\/hello {2}executable, dynamic \(glibc .*ld-linux-x86-64\.so\.2.*libc\.so\.6.*\), amd64, made in stage build \(certain\)$/m,
    );
    assert.match(out, /^ {2}because .*Dockerfile:\d+$/m);
    assert.match(out, /^ {2}placed .*\/hello in stage 1: fails {2}Dockerfile:6$/m);
  });

  it('says so where nothing is built', () => {
    assert.match(libcLens(['trace', 'none.Dockerfile'], { folder }).out, /No step is known to make a binary/);
  });
});

describe('libc-lens image', () => {
  it('tells what is known, and leaves unknown what is not', () => {
    const { code, out } = libcLens([
      'image',
      ...asOf,
      '--format',
      'json',
      'alpine:3.20',
      'golang:1.22-bookworm',
      'scratch',
      'registry.example.com/team/thing:7',
    ]);
    assert.equal(code, 0);
    const { images } = valid('image', out);
    const [alpine, golang, scratch, other] = images;
    assert.equal(alpine?.libc, 'musl');
    assert.equal(alpine?.packageManager, 'apk');
    assert.equal(golang?.libc, 'glibc');
    assert.equal(golang?.version, '2.36');
    assert.equal(golang?.cCompiler, true);
    assert.equal(golang?.go?.startsWith('1.22'), true);
    assert.equal(scratch?.libc, 'none');
    assert.equal(scratch?.shell, false);
    assert.equal(other?.libc, 'unknown');
    assert.equal(other?.version, null);
    assert.ok(alpine && alpine.because.length > 0);
  });

  it('prints a table, one row for each', () => {
    const { out } = libcLens(['image', ...asOf, 'alpine:3.20', 'scratch']);
    const rows = out.trimEnd().split('\n');
    assert.equal(rows.length, 3);
    assert.match(rows[1] ?? '', /^alpine:3\.20 +musl 1\.2\.5 +alpine 3\.20 +apk +no +- +yes$/);
    assert.match(rows[2] ?? '', /^scratch +none /);
  });

  it('takes thousands of references in one call, from standard input too', () => {
    const references = Array.from({ length: 5000 }, (_, i) => `registry.example.com/team/image${i}:1.${i}`);
    const { code, out } = libcLens(['image', '--format', 'json', 'scratch', '-'], {
      input: `${references.join('\n')}\r\n\n`,
    });
    assert.equal(code, 0);
    const { images } = valid('image', out);
    assert.deepEqual(
      images.map(({ ref }) => ref),
      ['scratch', ...references],
    );
  });

  it('takes any text for a reference without an error', () => {
    const odd = ['', ' ', ':::', '@sha256:', '${BASE}', 'a'.repeat(5000), '🐋', 'UPPER/Case:Tag', '../x'];
    const { code, out } = libcLens(['image', '--format', 'json', ...odd]);
    assert.equal(code, 0);
    assert.equal(valid('image', out).images.length, odd.length);
  });
});
