// What go build makes on a glibc host, rule by rule, each with the twin that differs in one input.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { GoLinkOutcome } from '../../../server/src/linking/go-link-model.js';
import {
  ALPINE,
  build,
  DYNAMIC,
  EXTERNAL_STATIC,
  kind,
  MUSL,
  NO_COMPILER,
  STATIC,
  type Change,
} from './go-build-case.js';

describe('what makes a Go program dynamic', () => {
  it('a standard package with C parts, and cgo', () => {
    for (const imports of [['net'], ['net/http'], ['os/user'], ['archive/tar'], ['plugin'], ['runtime/cgo']])
      assert.equal(kind({ imports }), DYNAMIC, imports[0]);
  });

  it('but nothing else of the standard library', () => {
    for (const imports of [
      [],
      ['fmt', 'os', 'os/exec', 'time', 'net/netip', 'net/url', 'crypto/sha256', 'archive/zip'],
    ])
      assert.equal(kind({ imports }), STATIC, imports[0]);
  });

  it('and not with cgo off', () => {
    assert.equal(kind({ env: { CGO_ENABLED: '0' } }), STATIC);
    assert.equal(kind({ env: { GOARCH: 'arm64' } }), STATIC);
    assert.equal(kind({ compiler: NO_COMPILER }), STATIC);
  });

  it('cgo of its own', () => {
    assert.equal(kind({ imports: [], cgo: [{}] }), DYNAMIC);
    assert.equal(kind({ imports: [], cgo: [{ ldflags: ['-static'] }] }), STATIC);
  });

  it('build tags take the C parts out, each of its own package', () => {
    assert.equal(kind({ args: ['-tags', 'netgo'] }), STATIC);
    assert.equal(kind({ args: ['-tags', 'netgo'], imports: ['net', 'os/user'] }), DYNAMIC);
    assert.equal(kind({ args: ['-tags=netgo,osusergo'], imports: ['net', 'os/user'] }), STATIC);
    assert.equal(kind({ args: ['-tags', 'netgo osusergo'], imports: ['net', 'os/user'] }), STATIC);
    assert.equal(kind({ args: ['-tags=osusergo'] }), DYNAMIC);
    assert.equal(kind({ args: ['-tags=netgo,osusergo'], imports: ['plugin'] }), DYNAMIC);
    assert.equal(kind({ args: ['-tags=netgo,osusergo'], cgo: [{}] }), DYNAMIC);
    assert.equal(kind({ args: ['-tags=static_build'] }), DYNAMIC);
  });

  it('a comma in a list parted by blanks is an error, as Go says', () => {
    assert.equal(
      build({ args: ['-tags', 'netgo, osusergo'] }).error,
      'go: -tags space-separated list contains comma',
    );
  });

  it('the command line replaces the tags of GOFLAGS', () => {
    assert.equal(kind({ env: { GOFLAGS: '-tags=netgo' } }), STATIC);
    assert.equal(kind({ env: { GOFLAGS: '-tags=netgo' }, args: ['-tags=other'] }), DYNAMIC);
  });

  it('netgo and netcgo together: an error since a release, dynamic before', () => {
    assert.match(
      build({ args: ['-tags=netgo,netcgo'], go: '1.24' }).error ?? '',
      /Do not use both netgo and netcgo/,
    );
    assert.equal(kind({ args: ['-tags=netgo,netcgo'], go: '1.19' }), DYNAMIC);
    assert.equal(kind({ args: ['-tags=netgo,netcgo'], go: '1.24', imports: [] }), STATIC);
  });

  it('the race detector', () => {
    assert.equal(kind({ args: ['-race'], imports: [] }), DYNAMIC);
    assert.equal(kind({ args: ['-race=false'], imports: [] }), STATIC);
  });

  it('nothing that only looks like it', () => {
    for (const args of [
      ['-ldflags', '-s -w'],
      ['-trimpath'],
      ['-a', '-installsuffix', 'cgo'],
      ['-buildmode=exe'],
      ['-buildmode=default'],
    ])
      assert.equal(kind({ args, imports: [] }), STATIC, args.join(' '));
  });
});

describe('position independent executables', () => {
  it('ask for a loader even without cgo, and for no library', () => {
    const { linkage } = build({ args: ['-buildmode=pie'], env: { CGO_ENABLED: '0' } });
    assert.deepEqual(
      [linkage.type, linkage.interpreter, linkage.needed, linkage.minimumVersion],
      ['dynamic', '/lib64/ld-linux-x86-64.so.2', [], null],
    );
  });

  it("take the host's loader where they are built for the host", () => {
    assert.equal(kind({ args: ['-buildmode=pie'], imports: [], host: ALPINE }), MUSL);
    assert.equal(
      kind({ args: ['-buildmode=pie'], env: { GOARCH: 'arm64' }, host: ALPINE }),
      'dynamic /lib/ld-linux-aarch64.so.1 -',
    );
  });

  it('are static by -static-pie, where the link is external', () => {
    const args = ['-buildmode=pie', '-ldflags', '-linkmode external -extldflags "-static-pie"'];
    assert.equal(kind({ args }), 'static-pie - -');
    assert.equal(kind({ args: ['-buildmode=pie', '-ldflags', '-extldflags "-static-pie"'] }), DYNAMIC);
    assert.equal(
      kind({ args: ['-buildmode=pie', '-ldflags', '-extldflags "-static-pie"'], cgo: [{}] }),
      'static-pie - -',
    );
    assert.equal(kind({ args: args.slice(1) }), 'link-error');
  });

  it('need cgo on architectures where only the C compiler links them', () => {
    const { failure, error } = build({ args: ['-buildmode=pie'], env: { GOARCH: 'arm' } });
    assert.equal(failure, 'build-mode-needs-cgo');
    assert.equal(error, '-buildmode=pie requires external (cgo) linking, but cgo is not enabled');
  });
});

describe('-extldflags -static', () => {
  it('has no effect in an internal link', () => {
    const outcome = build({ args: ['-ldflags', '-extldflags "-static"'] });
    assert.equal(outcome.linkage.type, 'dynamic');
    assert.equal(outcome.staticFlagIgnored, true);
    assert.ok(
      outcome.because.some(({ text }) => text === '-extldflags -static has no effect in an internal link.'),
    );
  });

  it('is not said to be ignored where there is nothing to ignore it', () => {
    assert.equal(
      build({ args: ['-ldflags', '-extldflags "-static"'], imports: [] }).staticFlagIgnored,
      false,
    );
    assert.equal(build({ args: EXTERNAL_STATIC }).staticFlagIgnored, false);
    assert.equal(build().staticFlagIgnored, false);
  });

  it('is honoured in an external one, whatever makes it so', () => {
    assert.equal(kind({ args: EXTERNAL_STATIC }), STATIC);
    assert.equal(kind({ args: ['-ldflags', '-extldflags "-static"'], cgo: [{}] }), STATIC);
    assert.equal(kind({ args: ['-ldflags', '-extldflags "-static"'], imports: ['plugin'] }), STATIC);
    assert.equal(
      kind({ args: ['-ldflags', '-extldflags "-static"'], env: { GO_EXTLINK_ENABLED: '1' } }),
      STATIC,
    );
    assert.equal(
      kind({ args: ['-ldflags', '-extldflags "-static"'], cgo: [{}], env: { GO_EXTLINK_ENABLED: '0' } }),
      DYNAMIC,
    );
    assert.equal(kind({ args: ['-ldflags', '-linkmode=internal -extldflags=-static'] }), DYNAMIC);
  });

  it('warns of what a static glibc cannot look up', () => {
    const { warnings } = build({ args: EXTERNAL_STATIC, imports: ['net', 'os/user'] });
    assert.equal(warnings.length, 6);
    assert.match(warnings[0] ?? '', /^Using 'getaddrinfo' in statically linked applications/);
    assert.deepEqual(build({ args: EXTERNAL_STATIC, host: ALPINE }).warnings, []);
    assert.deepEqual(build({ args: ['-tags=netgo', ...EXTERNAL_STATIC] }).warnings, []);
  });

  it('needs libc.a', () => {
    const outcome = build({
      args: EXTERNAL_STATIC,
      compiler: { staticLibc: false },
      host: { libcVersion: '2.17' },
    });
    assert.equal(outcome.failure, 'no-static-libc');
    assert.match(
      outcome.error ?? '',
      /\n\/usr\/bin\/ld: cannot find -lpthread\n\/usr\/bin\/ld: cannot find -lc\ncollect2: error: ld returned 1 exit status$/,
    );
    assert.match(
      build({ args: EXTERNAL_STATIC, compiler: { staticLibc: false } }).error ?? '',
      /cannot find -lc: No such file or directory/,
    );
    assert.equal(
      kind({ args: ['-ldflags', '-extldflags "-static"'], compiler: { staticLibc: false } }),
      DYNAMIC,
    );
    assert.equal(
      kind({ args: EXTERNAL_STATIC, compiler: { staticLibc: false }, env: { CGO_ENABLED: '0' }, go: '1.24' }),
      'build-mode-needs-cgo',
    );
  });

  it('crashes at start where runtime/cgo is not linked in', () => {
    const tags = ['-tags=netgo,osusergo', ...EXTERNAL_STATIC];
    assert.equal(build({ args: tags, go: '1.19' }).crashesAtStart, true);
    assert.equal(build({ args: tags, go: '1.19' }).linkage.crashesAtStart, true);
    assert.equal(build({ args: tags, go: '1.21' }).crashesAtStart, false);
    assert.equal(build({ args: EXTERNAL_STATIC, go: '1.19' }).crashesAtStart, false);
    assert.equal(
      build({ args: EXTERNAL_STATIC, go: '1.21', env: { CGO_ENABLED: '0' } }).crashesAtStart,
      true,
    );
    assert.equal(build({ args: tags, go: '1.19', host: ALPINE }).crashesAtStart, false);
  });

  it('cannot make a shared library', () => {
    assert.equal(kind({ args: ['-buildmode=c-shared', '-ldflags', '-extldflags "-static"'] }), 'link-error');
    assert.equal(build({ args: ['-buildmode=c-shared'] }).linkage.interpreter, null);
  });

  it('through CGO_LDFLAGS or CC reaches cgo packages of its own, and breaks an internal link', () => {
    for (const env of [{ CGO_LDFLAGS: '-static' }, { CC: 'gcc -static' }] as Record<string, string>[]) {
      assert.equal(kind({ env, cgo: [{}] }), STATIC);
      assert.equal(kind({ env, go: '1.26' }), 'link-error');
      assert.equal(kind({ env, go: '1.27' }), STATIC);
      assert.equal(kind({ env, imports: [] }), STATIC);
      assert.equal(kind({ env, args: ['-ldflags=-linkmode=external'] }), STATIC);
    }
  });
});

describe('the least glibc', () => {
  it('is 2.34 where the host has it, 2.3.2 before', () => {
    const on = (libcVersion: string): GoLinkOutcome['linkage'] => build({ host: { libcVersion } }).linkage;
    assert.deepEqual([on('2.34').minimumVersion, on('2.43').minimumVersion], ['2.34', '2.34']);
    assert.deepEqual([on('2.33').minimumVersion, on('2.17').minimumVersion], ['2.3.2', '2.3.2']);
    assert.deepEqual([...on('2.31').needed].sort(), ['libc.so.6', 'libpthread.so.0', 'libresolv.so.2']);
    assert.deepEqual(on('2.36').needed, ['libc.so.6']);
  });

  it('is not known where the host is not', () => {
    const { minimumVersion, minimumIsExact } = build({ host: { libcVersion: null } }).linkage;
    assert.deepEqual([minimumVersion, minimumIsExact], [null, false]);
  });

  it("comes with the standard library's own compilation up to Go 1.19, unless it is compiled anew", () => {
    const shipped = { libcVersion: '2.31', standardLibraryLibcVersion: '2.36' };
    const minimum = (change: Change): string | null =>
      build({ host: shipped, ...change }).linkage.minimumVersion;
    assert.equal(minimum({ go: '1.19' }), '2.34');
    assert.equal(minimum({ go: '1.20' }), '2.3.2');
    assert.equal(minimum({ go: '1.19', args: ['-a'] }), '2.3.2');
    assert.equal(minimum({ go: '1.19', args: ['-ldflags=-linkmode=external'] }), '2.3.2');
    assert.equal(minimum({ go: '1.19', cgo: [{}] }), '2.3.2');
    assert.equal(minimum({ go: '1.19', env: { CC: 'gcc' } }), '2.3.2');
  });

  it('rises with what its own C code asks for', () => {
    assert.equal(
      build({ cgo: [{ minimumGlibc: '2.38' }], host: { libcVersion: '2.43' } }).linkage.minimumVersion,
      '2.38',
    );
    assert.equal(build({ cgo: [{ minimumGlibc: '2.29' }] }).linkage.minimumVersion, '2.34');
    assert.equal(
      build({ cgo: [{ minimumGlibc: '2.29' }], host: { libcVersion: '2.31' } }).linkage.minimumVersion,
      '2.29',
    );
  });

  it('starts from the oldest version of the architecture', () => {
    const host = { libcVersion: '2.31', architecture: 'arm64' } as const;
    assert.deepEqual(
      [build({ host }).linkage.interpreter, build({ host }).linkage.minimumVersion],
      ['/lib/ld-linux-aarch64.so.1', '2.17'],
    );
  });
});
