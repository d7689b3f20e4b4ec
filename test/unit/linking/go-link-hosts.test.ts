// What go build makes on other hosts, with other compilers, and where it fails, each with the twin that differs in one input.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ALPINE, build, DYNAMIC, EXTERNAL_STATIC, kind, MUSL, NO_COMPILER, STATIC } from './go-build-case.js';

describe('a musl host', () => {
  it('gives its own loader and libc', () => {
    const { linkage } = build({ host: ALPINE });
    assert.deepEqual(
      [linkage.libc, linkage.interpreter, linkage.needed, linkage.minimumVersion],
      ['musl', '/lib/ld-musl-x86_64.so.1', ['libc.musl-x86_64.so.1'], null],
    );
    assert.deepEqual(build({ host: { ...ALPINE, architecture: 'arm64' } }).linkage.needed, [
      'libc.musl-aarch64.so.1',
    ]);
  });

  it('without gcc: static since Go 1.20, dynamic before, and an error where cgo is asked for', () => {
    assert.equal(kind({ host: ALPINE, compiler: NO_COMPILER }), STATIC);
    assert.equal(kind({ host: ALPINE, compiler: NO_COMPILER, go: '1.19' }), MUSL);
    const outcome = build({ host: ALPINE, compiler: NO_COMPILER, env: { CGO_ENABLED: '1' } });
    assert.equal(outcome.failure, 'no-compiler');
    assert.equal(
      outcome.error,
      '# runtime/cgo\ncgo: C compiler "gcc" not found: exec: "gcc": executable file not found in $PATH',
    );
    assert.equal(
      kind({ host: ALPINE, compiler: NO_COMPILER, env: { CGO_ENABLED: '1' }, imports: [] }),
      STATIC,
    );
  });

  it('with gcc but without musl-dev', () => {
    const outcome = build({ host: ALPINE, compiler: { libcHeaders: false } });
    assert.equal(outcome.failure, 'no-libc-headers');
    assert.match(outcome.error ?? '', /fatal error: stdlib\.h: No such file or directory/);
    assert.equal(kind({ host: ALPINE, compiler: { libcHeaders: false }, imports: [] }), STATIC);
    assert.equal(kind({ host: ALPINE, compiler: { libcHeaders: false }, env: { CGO_ENABLED: '0' } }), STATIC);
  });

  it('cannot link the race detector before Go 1.19', () => {
    assert.equal(kind({ host: ALPINE, args: ['-race'], go: '1.18' }), 'link-error');
    assert.equal(kind({ host: ALPINE, args: ['-race'], go: '1.19' }), MUSL);
  });
});

describe('CC', () => {
  it('as musl-gcc gives musl on a glibc host', () => {
    assert.equal(kind({ env: { CC: 'musl-gcc' } }), MUSL);
    assert.deepEqual(build({ env: { CC: 'musl-gcc' } }).linkage.needed, ['libc.so']);
    assert.equal(build({ env: { CC: 'musl-gcc' }, args: EXTERNAL_STATIC }).linkage.libc, 'musl');
  });

  it('as a compiler that is not there fails, and its name stands in the error', () => {
    const outcome = build({ env: { CC: 'no-such-gcc' }, compiler: { ccFound: false } });
    assert.equal(outcome.failure, 'no-compiler');
    assert.match(outcome.error ?? '', /C compiler "no-such-gcc" not found/);
    assert.equal(kind({ env: { CC: 'no-such-gcc' }, compiler: { ccFound: false }, imports: [] }), STATIC);
  });

  it('as a cross compiler builds for its own architecture', () => {
    const env = { CGO_ENABLED: '1', GOARCH: 'arm64', CC: 'aarch64-linux-gnu-gcc' };
    assert.equal(kind({ env }), 'dynamic /lib/ld-linux-aarch64.so.1 2.34');
    assert.equal(kind({ env: { ...env, CC: '' } }), 'cross-compiler');
    assert.equal(kind({ env: { ...env, CC: 'gcc' } }), 'cross-compiler');
    assert.equal(kind({ env: { ...env, CC: 'arm-linux-gnueabihf-gcc' } }), 'cross-compiler');
    assert.equal(kind({ env: { ...env, CC: '' }, imports: [] }), STATIC);
    assert.equal(
      kind({ env: { ...env, CC: 'aarch64-linux-musl-gcc' } }),
      'dynamic /lib/ld-musl-aarch64.so.1 -',
    );
    assert.equal(kind({ env: { ...env, CC: 'zig cc -target aarch64-linux-musl' }, cgo: [{}] }), STATIC);
  });

  it('may stand behind ccache', () => {
    assert.equal(kind({ env: { CC: 'ccache gcc' } }), DYNAMIC);
    assert.equal(kind({ env: { CC: 'ccache musl-gcc' } }), MUSL);
  });
});

describe('builds that fail', () => {
  it('without cgo, where a package is nothing without it', () => {
    const off = { env: { CGO_ENABLED: '0' } };
    assert.equal(kind({ ...off, cgo: [{}] }), 'cgo-required');
    assert.match(
      build({ ...off, cgo: [{}] }).error ?? '',
      /example\.com\/db: build constraints exclude all Go files/,
    );
    assert.equal(kind({ ...off, cgo: [{ withoutCgo: 'broken' }] }), 'cgo-required');
    assert.equal(kind({ ...off, cgo: [{ withoutCgo: 'pure' }] }), STATIC);
  });

  it('for a platform that Go does not know', () => {
    assert.equal(build({ env: { GOARCH: 'x86_64' } }).error, 'go: unsupported GOOS/GOARCH pair linux/x86_64');
    assert.equal(build({ env: { GOARCH: 'x86_64' } }).failure, 'unsupported-platform');
    assert.equal(
      build({ env: { GOARCH: 'x86_64' }, go: '1.15' }).error,
      'cmd/go: unsupported GOOS/GOARCH pair linux/x86_64',
    );
    assert.equal(build({ env: { GOOS: 'linux', GOARCH: 'amd64' } }).error, null);
  });

  it('in modes that need cgo, since a release', () => {
    const off = { env: { CGO_ENABLED: '0' }, imports: [] };
    assert.equal(
      build({ ...off, args: ['-race'] }).error,
      'go: -race requires cgo; enable cgo by setting CGO_ENABLED=1',
    );
    assert.equal(build({ args: ['-race'], env: { GOARCH: 'arm64' } }).error, 'go: -race requires cgo');
    assert.equal(
      build({ ...off, args: ['-ldflags', '-linkmode external'] }).error,
      '-linkmode requires external (cgo) linking, but cgo is not enabled',
    );
    assert.equal(
      build({ ...off, args: ['-ldflags=-linkmode=external'] }).error,
      '-linkmode=external requires external (cgo) linking, but cgo is not enabled',
    );
    for (const mode of ['c-shared', 'plugin']) {
      assert.equal(kind({ ...off, args: [`-buildmode=${mode}`], go: '1.24' }), 'build-mode-needs-cgo', mode);
      assert.equal(build({ ...off, args: [`-buildmode=${mode}`], go: '1.21' }).error, null, mode);
    }
    assert.equal(build({ ...off, args: ['-buildmode=c-archive'] }).error, null);
  });

  it('where an internal link is asked for and cannot be', () => {
    assert.match(
      build({ args: ['-buildmode=c-shared', '-ldflags=-linkmode=internal'] }).error ?? '',
      /internal linking requested but external linking required: buildmode=c-shared/,
    );
  });

  it('with -d and cgo', () => {
    assert.equal(kind({ args: ['-ldflags=-d'] }), 'link-error');
    assert.equal(kind({ args: ['-ldflags=-d'], imports: [] }), STATIC);
  });
});

describe('every outcome', () => {
  it('says why, from CGO_ENABLED to the link', () => {
    assert.deepEqual(
      build().because.map(({ text }) => text),
      [
        'CGO_ENABLED is 1 by default: a native build, and gcc is on PATH.',
        'The program reaches net, which uses cgo.',
        'The link is internal: only the standard library uses cgo.',
        'A program with cgo is linked dynamically: it asks for a loader and the libc.',
      ],
    );
  });

  it('names its mode, platform and link', () => {
    const { cgo, linkMode, buildMode, goos, goarch } = build({ args: EXTERNAL_STATIC });
    assert.deepEqual([cgo, linkMode, buildMode, goos, goarch], [true, 'external', 'exe', 'linux', 'amd64']);
  });

  it('comes for any words and values', () => {
    const words = [
      '-ldflags',
      '-tags',
      "'",
      '"',
      '-buildmode=',
      '-o',
      '--',
      '=',
      '-extldflags=\0',
      '…',
      '-ldflags==',
      '-ldflags=-linkmode',
    ];
    for (const one of words)
      for (const other of words)
        for (const env of [
          {},
          { GOFLAGS: one },
          { CC: other },
          { CGO_LDFLAGS: one },
          { GOARCH: other },
          { GOOS: one },
        ] as Record<string, string>[])
          assert.ok(build({ args: [one, other], env }).because.length > 0);
  });
});
