// Where a file starts and what is read where it does not, each with the twin that differs in one thing.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Linkage } from '../../../server/src/linking/linkage.js';
import { load } from '../../../server/src/linking/loader.js';
import type { LoadInput, Runtime, Verdict } from '../../../server/src/linking/loader-model.js';
import { staticLinkage, unknownLinkage } from '../../../server/src/linking/linkage.js';

const GLIBC: Linkage = {
  type: 'dynamic',
  libc: 'glibc',
  interpreter: '/lib64/ld-linux-x86-64.so.2',
  minimumVersion: '2.34',
  minimumIsExact: true,
  needed: ['libc.so.6'],
  symbols: [],
};
const MUSL: Linkage = {
  ...GLIBC,
  libc: 'musl',
  interpreter: '/lib/ld-musl-x86_64.so.1',
  minimumVersion: null,
  needed: ['libc.musl-x86_64.so.1'],
};
const PIE: Linkage = { ...GLIBC, minimumVersion: null, needed: [] };

const DEBIAN: Runtime = {
  libc: 'glibc',
  version: '2.36',
  distribution: 'debian',
  release: '12',
  architecture: 'amd64',
  loaders: [],
  shims: [],
  libraries: ['libstdc++.so.6', 'libgcc_s.so.1'],
  hasShell: true,
  shell: 'dash',
};
const ALPINE: Runtime = {
  ...DEBIAN,
  libc: 'musl',
  version: '1.2.5',
  distribution: 'alpine',
  release: '3.20',
  libraries: [],
  shell: 'ash',
};
const SCRATCH: Runtime = {
  ...DEBIAN,
  libc: 'none',
  version: null,
  distribution: null,
  release: null,
  hasShell: false,
  shell: null,
};

const start = (linkage: Linkage, runtime: Runtime, more: Partial<LoadInput> = {}): Verdict =>
  load({ linkage, architecture: 'amd64', path: '/app', runtime, starter: 'exec', ...more });
const short = ({ kind, cause, missing }: Verdict): string =>
  [kind, cause ?? '', missing ?? ''].join(' ').trim();

describe('a static file', () => {
  it('runs everywhere', () => {
    for (const runtime of [DEBIAN, ALPINE, SCRATCH, { ...DEBIAN, libc: 'unknown' } as const])
      assert.equal(short(start(staticLinkage(), runtime)), 'runs');
  });

  it('but for one that dies at start', () => {
    const dying = { ...staticLinkage('glibc'), crashesAtStart: true };
    const verdict = start(dying, DEBIAN, { starter: 'shell' });
    assert.deepEqual(
      [short(verdict), verdict.exitCode, verdict.predictedError],
      ['fails crashes', 133, 'Trace/breakpoint trap'],
    );
    assert.equal(start(dying, SCRATCH).predictedError, null);
  });

  it('of glibc that looks users up is degraded; host names Go looks up itself', () => {
    const users = { ...staticLinkage('glibc'), symbols: ['getpwnam_r'] };
    assert.equal(start(users, ALPINE).kind, 'degraded');
    assert.equal(start({ ...users, libc: 'musl' }, ALPINE).kind, 'runs');
    assert.equal(start({ ...users, symbols: ['getaddrinfo'] }, ALPINE).kind, 'runs');
  });
});

describe('a glibc file', () => {
  it('runs on a glibc that is new enough', () => {
    assert.equal(short(start(GLIBC, DEBIAN)), 'runs');
    assert.equal(short(start(GLIBC, { ...DEBIAN, version: '2.34' })), 'runs');
  });

  it('does not on an older one, and the loader names each version that lacks', () => {
    const old = { ...DEBIAN, version: '2.31', release: '11' };
    const verdict = start(GLIBC, old);
    assert.deepEqual(
      [short(verdict), verdict.exitCode, verdict.certain],
      ['fails version-too-old GLIBC_2.34', 1, true],
    );
    assert.equal(
      verdict.predictedError,
      "/app: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.34' not found (required by /app)",
    );
    const several = {
      ...GLIBC,
      versions: [{ library: 'libc.so.6', versions: ['GLIBC_2.32', 'GLIBC_2.34'] }],
    };
    assert.deepEqual(
      start(several, old)
        .predictedError?.split('\n')
        .map((line) => /`(.*)'/.exec(line)?.[1]),
      ['GLIBC_2.32', 'GLIBC_2.34'],
    );
    assert.deepEqual(
      start(several, { ...old, version: '2.33' })
        .predictedError?.split('\n')
        .map((line) => /`(.*)'/.exec(line)?.[1]),
      ['GLIBC_2.34'],
    );
  });

  it('finds libc where the distribution keeps it', () => {
    const path = (more: Partial<Runtime>): string =>
      start(GLIBC, { ...DEBIAN, version: '2.28', ...more }).predictedError?.split(': ')[1] ?? '';
    assert.equal(path({ distribution: 'rhel' }), '/lib64/libc.so.6');
    assert.equal(path({ distribution: 'ubuntu' }), '/lib/x86_64-linux-gnu/libc.so.6');
    assert.equal(path({ distribution: 'distroless' }), '/lib/x86_64-linux-gnu/libc.so.6');
  });

  it('is not judged where a version is not known', () => {
    assert.equal(start(GLIBC, { ...DEBIAN, version: null }).kind, 'unknown');
    assert.equal(start({ ...GLIBC, minimumVersion: null }, { ...DEBIAN, version: null }).kind, 'runs');
    assert.equal(start(GLIBC, { ...DEBIAN, libc: 'unknown' }).kind, 'unknown');
  });

  it('is judged with less certainty where its demand is only bounded', () => {
    assert.equal(start({ ...GLIBC, minimumIsExact: false }, { ...DEBIAN, version: '2.31' }).certain, false);
  });

  it('needs its libraries, before versions are looked at', () => {
    const cxx = { ...GLIBC, needed: ['libstdc++.so.6', 'libm.so.6', 'libc.so.6'] };
    assert.equal(short(start(cxx, DEBIAN)), 'runs');
    const verdict = start(cxx, { ...DEBIAN, libraries: [], version: '2.31' });
    assert.deepEqual([short(verdict), verdict.exitCode], ['fails library-missing libstdc++.so.6', 127]);
    assert.equal(
      verdict.predictedError,
      '/app: error while loading shared libraries: libstdc++.so.6: cannot open shared object file: No such file or directory',
    );
    assert.equal(start(cxx, { ...DEBIAN, libraries: null }).kind, 'runs');
  });

  it('needs a libstdc++ that is new enough', () => {
    const cxx = { ...GLIBC, versions: [{ library: 'libstdc++.so.6', versions: ['GLIBCXX_3.4.32'] }] };
    assert.equal(short(start(cxx, DEBIAN)), 'fails version-too-old GLIBCXX_3.4.32');
    assert.equal(short(start(cxx, { ...DEBIAN, release: '13', version: '2.41' })), 'runs');
    assert.equal(short(start(cxx, { ...DEBIAN, release: null })), 'runs');
  });

  it('finds no loader on musl or in an empty image', () => {
    for (const runtime of [ALPINE, SCRATCH]) {
      const verdict = start(GLIBC, runtime);
      assert.equal(verdict.kind, 'fails');
      assert.equal(verdict.predictedError, 'exec /app: no such file or directory');
      assert.equal(verdict.missing, '/lib64/ld-linux-x86-64.so.2');
    }
    assert.deepEqual([start(GLIBC, ALPINE).cause, start(GLIBC, SCRATCH).cause], ['other-libc', 'no-loader']);
  });

  it('runs where its loader was brought along', () => {
    const loaders = [{ path: '/lib64/ld-linux-x86-64.so.2', libc: 'glibc' }] as const;
    assert.equal(start(GLIBC, { ...SCRATCH, loaders }).kind, 'runs');
    assert.equal(start(GLIBC, { ...SCRATCH, loaders }).certain, false);
    assert.equal(
      start(GLIBC, { ...SCRATCH, loaders: [{ path: '/lib64/ld-linux-x86-64.so.2', libc: 'unknown' }] }).kind,
      'unknown',
    );
    assert.equal(
      start(GLIBC, { ...SCRATCH, loaders: [{ path: '/opt/ld.so', libc: 'glibc' }] }).kind,
      'fails',
    );
  });

  it('as a position independent executable without cgo needs the loader and nothing else', () => {
    for (const version of ['2.17', '2.43', null])
      assert.equal(start(PIE, { ...DEBIAN, version }).kind, 'runs');
    for (const runtime of [ALPINE, SCRATCH]) assert.equal(start(PIE, runtime).kind, 'fails');
    assert.equal(start(PIE, { ...ALPINE, shims: ['libc6-compat'] }).kind, 'runs');
  });

  it('with a loader of its own choice is not judged', () => {
    assert.equal(start({ ...GLIBC, interpreter: '/opt/glibc/ld-linux-x86-64.so.2' }, DEBIAN).kind, 'unknown');
  });
});

describe('a glibc file behind a shim', () => {
  const behind = (
    shim: Runtime['shims'][number],
    linkage: Linkage,
    release: string | null = '3.20',
  ): Verdict => start(linkage, { ...ALPINE, release, shims: [shim] });

  it('runs as a Go program behind each of them', () => {
    for (const shim of ['gcompat', 'libc6-compat', 'loader-symlink', 'glibc'] as const)
      for (const release of ['3.13', '3.18', '3.20'])
        assert.equal(behind(shim, GLIBC, release).kind, 'runs', `${shim} ${release}`);
  });

  it('does not where a symbol lacks', () => {
    const fortified = { ...GLIBC, symbols: ['__strcat_chk', 'strlen'] };
    assert.equal(
      behind('libc6-compat', fortified, '3.18').predictedError,
      'Error relocating /app: __strcat_chk: symbol not found',
    );
    assert.equal(behind('libc6-compat', fortified, '3.19').kind, 'runs');
    assert.equal(behind('gcompat', fortified).kind, 'runs');
    assert.equal(behind('loader-symlink', fortified).kind, 'fails');
    const both = behind('libc6-compat', fortified, null);
    assert.deepEqual([both.kind, both.certain], ['fails', false]);
  });

  it('is not judged where its symbols are not known', () => {
    assert.equal(behind('gcompat', { ...GLIBC, symbols: null }).kind, 'unknown');
  });

  it('does not where a library lacks', () => {
    const resolv = { ...GLIBC, needed: ['libresolv.so.2', 'libpthread.so.0', 'libc.so.6'] };
    assert.equal(
      behind('loader-symlink', resolv).predictedError,
      'Error loading shared library libresolv.so.2: No such file or directory (needed by /app)',
    );
    assert.equal(behind('gcompat', resolv).kind, 'runs');
    assert.equal(
      behind('loader-symlink', {
        ...GLIBC,
        needed: ['libpthread.so.0', 'libdl.so.2', 'libm.so.6', 'libc.so.6'],
      }).kind,
      'runs',
    );
  });

  it('finds no shim for the loader of another architecture', () => {
    const arm = { ...GLIBC, interpreter: '/lib/ld-linux-aarch64.so.1' };
    assert.equal(start(arm, { ...ALPINE, shims: ['gcompat'] }).kind, 'fails');
    assert.equal(
      start(arm, { ...ALPINE, architecture: 'arm64', shims: ['gcompat'] }, { architecture: 'arm64' }).kind,
      'runs',
    );
  });

  it('finds a whole glibc beside musl on x86-64 only', () => {
    assert.equal(behind('glibc', { ...GLIBC, symbols: null }).kind, 'runs');
    const arm = start(
      { ...GLIBC, interpreter: '/lib/ld-linux-aarch64.so.1' },
      { ...ALPINE, architecture: 'arm64', shims: ['glibc'] },
      { architecture: 'arm64' },
    );
    assert.equal(arm.kind, 'unknown');
  });
});

describe('a musl file', () => {
  it('runs on musl', () => assert.equal(start(MUSL, ALPINE).kind, 'runs'));

  it('finds no loader on glibc', () => {
    const verdict = start(MUSL, DEBIAN);
    assert.deepEqual(
      [short(verdict), verdict.predictedError],
      ['fails other-libc /lib/ld-musl-x86_64.so.1', 'exec /app: no such file or directory'],
    );
    const loaders = [{ path: '/lib/ld-musl-x86_64.so.1', libc: 'musl' }] as const;
    assert.equal(start(MUSL, { ...DEBIAN, loaders }).kind, 'runs');
  });

  it('needs its other libraries', () => {
    const cxx = { ...MUSL, needed: ['libstdc++.so.6', 'libc.musl-x86_64.so.1'] };
    assert.equal(
      start(cxx, ALPINE).predictedError,
      'Error loading shared library libstdc++.so.6: No such file or directory (needed by /app)',
    );
    assert.equal(start(cxx, { ...ALPINE, libraries: ['libstdc++.so.6'] }).kind, 'runs');
    assert.equal(start(cxx, { ...ALPINE, libraries: null }).kind, 'runs');
    assert.equal(start({ ...MUSL, needed: ['libc.so'] }, ALPINE).kind, 'runs');
  });
});

describe('a file for another processor', () => {
  it('does not start', () => {
    const verdict = start(staticLinkage(), { ...DEBIAN, architecture: 'arm64' });
    assert.deepEqual(
      [short(verdict), verdict.predictedError],
      ['fails wrong-architecture amd64', 'exec /app: exec format error'],
    );
    assert.equal(start(staticLinkage(), { ...DEBIAN, architecture: null }).kind, 'runs');
    assert.equal(
      start(staticLinkage(), { ...DEBIAN, architecture: 'arm64' }, { architecture: null }).kind,
      'runs',
    );
  });

  it('but for the 32 bits of the same', () => {
    assert.equal(start(staticLinkage(), DEBIAN, { architecture: '386' }).kind, 'runs');
    assert.equal(
      start({ ...GLIBC, interpreter: '/lib/ld-linux.so.2' }, DEBIAN, { architecture: '386' }).kind,
      'fails',
    );
    assert.equal(
      start(staticLinkage(), { ...DEBIAN, architecture: 'arm64' }, { architecture: 'arm' }).kind,
      'unknown',
    );
  });
});

describe('the words of the failure', () => {
  const words = (
    runtime: Partial<Runtime>,
    more: Partial<LoadInput> = {},
  ): [string | null, number | null] => {
    const { predictedError, exitCode } = start(
      GLIBC,
      { ...ALPINE, ...runtime },
      { starter: 'shell', ...more },
    );
    return [predictedError, exitCode];
  };

  it('are those of the shell', () => {
    assert.deepEqual(words({ shell: 'ash' }), ['/bin/sh: /app: not found', 127]);
    assert.deepEqual(words({ shell: 'dash' }), ['/bin/sh: 1: /app: not found', 127]);
    assert.deepEqual(words({ shell: 'bash-5.1' }), ['/bin/sh: line 1: /app: No such file or directory', 127]);
    assert.deepEqual(words({ shell: 'bash-5.2' }), [
      '/bin/sh: line 1: /app: cannot execute: required file not found',
      127,
    ]);
  });

  it('name script and line where they are known', () => {
    const script = { path: '/entry.sh', line: 3 };
    assert.deepEqual(words({}, { starter: 'script', script }), ['/entry.sh: line 3: /app: not found', 127]);
    assert.deepEqual(words({ shell: 'dash' }, { starter: 'script', script }), [
      '/entry.sh: 3: /app: not found',
      127,
    ]);
    assert.deepEqual(words({}, { starter: 'script' }), ['/bin/sh: /app: not found', 127]);
  });

  it("are the runtime's where there is no shell", () => {
    assert.equal(words({ hasShell: false })[0], 'exec /app: no such file or directory');
    assert.equal(words({}, { starter: 'exec' })[0], 'exec /app: no such file or directory');
  });

  it('keep the path as it was written, whatever stands in it', () => {
    assert.equal(words({}, { path: './a {shell} $& b' })[0], '/bin/sh: ./a {shell} $& b: not found');
  });
});

describe('what is not known', () => {
  it('stays unknown', () => {
    assert.equal(start(unknownLinkage, ALPINE).kind, 'unknown');
    assert.equal(start({ ...GLIBC, type: 'not-built' }, ALPINE).kind, 'unknown');
  });
});
