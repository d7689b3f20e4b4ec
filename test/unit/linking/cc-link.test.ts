// What C compilers make, by name, flags and host, each with the twin that differs in one thing.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { glibcFloor } from '../../../server/src/linking/c-functions.js';
import { cTarget } from '../../../server/src/linking/c-target.js';
import { ccLink } from '../../../server/src/linking/cc-link.js';
import type { CcLinkInput, CcLinkOutcome } from '../../../server/src/linking/cc-link-model.js';

const DEBIAN = { libc: 'glibc', libcVersion: '2.36', distribution: 'debian', architecture: 'amd64' } as const;
const ALPINE = { ...DEBIAN, libc: 'musl', libcVersion: '1.2.5', distribution: 'alpine' } as const;

const cc = (command: string, more: Partial<CcLinkInput> = {}): CcLinkOutcome => {
  const [compiler = '', ...words] = command.split(' ');
  return ccLink({
    compiler,
    host: DEBIAN,
    staticLibc: true,
    arguments: words,
    language: compiler.includes('++') ? 'c++' : 'c',
    ...more,
  });
};
const short = ({ linkage, error }: CcLinkOutcome): string =>
  error === null ? `${linkage.type} ${linkage.interpreter ?? '-'} ${linkage.minimumVersion ?? '-'}` : 'fails';

describe('a C compiler', () => {
  it('links dynamically unless told otherwise', () => {
    assert.equal(short(cc('gcc -O2 -o hello hello.c')), 'dynamic /lib64/ld-linux-x86-64.so.2 2.34');
    assert.equal(short(cc('gcc -static -o hello hello.c')), 'static - -');
    assert.equal(short(cc('gcc --static hello.c')), 'static - -');
    assert.equal(short(cc('gcc -static-pie hello.c')), 'static-pie - -');
    assert.equal(short(cc('gcc -static-libgcc hello.c')), 'dynamic /lib64/ld-linux-x86-64.so.2 2.34');
  });

  it('does not take a file name for a flag', () => {
    assert.equal(cc('gcc -o -static hello.c').linkage.type, 'dynamic');
    assert.equal(cc('gcc -I -static -D -shared hello.c').linkage.type, 'dynamic');
  });

  it('asks for less of an older glibc', () => {
    const on = (libcVersion: string | null): string | null =>
      cc('gcc hello.c', { host: { ...DEBIAN, libcVersion } }).linkage.minimumVersion;
    assert.deepEqual([on('2.33'), on('2.34'), on('2.43'), on(null)], ['2.2.5', '2.34', '2.34', null]);
  });

  it('makes objects and libraries without a loader', () => {
    for (const flag of ['-c', '-S', '-E', '-r']) assert.equal(cc(`gcc ${flag} a.c`).produces, 'object', flag);
    const library = cc('gcc -shared -fPIC -o liba.so a.c');
    assert.deepEqual(
      [library.produces, library.linkage.interpreter, library.linkage.minimumVersion],
      ['shared-library', null, '2.2.5'],
    );
  });

  it('cannot link a static library of glibc into a shared one', () => {
    assert.match(
      cc('gcc -shared -static a.c').error ?? '',
      /when making a shared object\ncollect2: error: ld returned 1 exit status$/,
    );
    assert.equal(cc('gcc -shared -static a.c', { host: ALPINE }).error, null);
  });

  it('needs libc.a for a static link, and says so in the words of its release', () => {
    const outcome = cc('gcc -static a.c -lm -lpthread', {
      staticLibc: false,
      host: { ...DEBIAN, libcVersion: '2.17' },
    });
    assert.equal(outcome.failure, 'no-static-libc');
    assert.equal(
      outcome.error,
      '/usr/bin/ld: cannot find -lm\n/usr/bin/ld: cannot find -lpthread\n/usr/bin/ld: cannot find -lc\ncollect2: error: ld returned 1 exit status',
    );
    assert.match(
      cc('gcc -static a.c', { staticLibc: false }).error ?? '',
      /cannot find -lc: No such file or directory/,
    );
    assert.equal(cc('gcc a.c', { staticLibc: false }).error, null);
    assert.equal(cc('musl-gcc -static a.c', { staticLibc: false }).error, null);
  });

  it('takes the loader that is asked for', () => {
    for (const word of ['-Wl,-dynamic-linker,/x/ld.so', '-Wl,--dynamic-linker=/x/ld.so'])
      assert.equal(cc(`gcc ${word} a.c`).linkage.interpreter, '/x/ld.so', word);
  });

  it('is not judged where it leaves the libc out', () => {
    assert.equal(cc('gcc -nostdlib a.c').linkage.type, 'unknown');
    assert.equal(cc('x86_64-w64-mingw32-gcc a.c').linkage.type, 'unknown');
  });
});

describe('a C++ compiler', () => {
  it('adds its own libraries', () => {
    assert.deepEqual(cc('g++ a.cc').linkage.needed, ['libstdc++.so.6', 'libgcc_s.so.1', 'libc.so.6']);
    assert.deepEqual(cc('g++ -static-libstdc++ -static-libgcc a.cc').linkage.needed, ['libc.so.6']);
    assert.deepEqual(cc('g++ -static-libstdc++ a.cc').linkage.needed, ['libgcc_s.so.1', 'libc.so.6']);
    assert.deepEqual(cc('gcc a.o -lstdc++').linkage.needed, ['libstdc++.so.6', 'libgcc_s.so.1', 'libc.so.6']);
    assert.deepEqual(cc('g++ a.cc', { host: ALPINE }).linkage.needed, [
      'libstdc++.so.6',
      'libgcc_s.so.1',
      'libc.musl-x86_64.so.1',
    ]);
  });

  it('raises the least glibc by linking libstdc++ statically', () => {
    const on = (libcVersion: string): string | null =>
      cc('g++ -static-libstdc++ a.cc', { host: { ...DEBIAN, libcVersion } }).linkage.minimumVersion;
    assert.deepEqual([on('2.31'), on('2.35'), on('2.36'), on('2.41')], ['2.2.5', '2.34', '2.36', '2.38']);
    assert.equal(cc('g++ a.cc').linkage.minimumVersion, '2.34');
  });
});

describe('the target of a compiler', () => {
  const target = (command: string, host: typeof DEBIAN | typeof ALPINE = DEBIAN): string => {
    const { libc, architecture, muslSoname, cross } = cTarget(command.split(' '), host);
    return [libc ?? '-', architecture ?? '-', muslSoname ?? '', cross ? 'cross' : ''].join(' ').trim();
  };

  it("is the host's where the name says nothing", () => {
    for (const name of [
      'gcc',
      'cc',
      'clang',
      'g++',
      '/usr/bin/gcc',
      'gcc-12',
      'clang++-17',
      'ccache gcc',
      'gcc -m64',
    ])
      assert.equal(target(name), 'glibc amd64', name);
    assert.equal(target('gcc', ALPINE), 'musl amd64 libc.musl-x86_64.so.1');
  });

  it('stands in the name', () => {
    assert.equal(target('aarch64-linux-gnu-gcc'), 'glibc arm64  cross');
    assert.equal(target('arm-linux-gnueabihf-gcc-12'), 'glibc arm  cross');
    assert.equal(target('x86_64-linux-gnu-gcc'), 'glibc amd64');
    assert.equal(target('x86_64-linux-musl-gcc'), 'musl amd64 libc.so cross');
    assert.equal(target('aarch64-alpine-linux-musl-gcc', ALPINE), 'musl arm64 libc.musl-aarch64.so.1 cross');
    assert.equal(target('x86_64-w64-mingw32-gcc'), '- amd64  cross');
    assert.equal(target('musl-gcc'), 'musl amd64 libc.so');
    assert.equal(target('musl-gcc', ALPINE), 'musl amd64 libc.musl-x86_64.so.1');
  });

  it('or in a flag', () => {
    assert.equal(target('zig cc -target aarch64-linux-musl'), 'musl arm64 libc.so cross');
    assert.equal(target('clang --target=aarch64-linux-gnu'), 'glibc arm64  cross');
    assert.equal(target('gcc -m32'), 'glibc 386  cross');
  });

  it('comes for any command', () => {
    for (const command of ['', ' ', '-', 'ccache', '--target=', 'zig cc -target', '-gcc', 'a-b-c-d-e-gcc'])
      assert.ok(target(command));
  });
});

describe('functions of C sources', () => {
  it('raise the least glibc where the host has their version', () => {
    assert.equal(glibcFloor('double f(void) { return pow(2, x); }', '2.36'), '2.29');
    assert.equal(glibcFloor('double f(void) { return pow(2, x); }', '2.28'), null);
    assert.equal(glibcFloor('strlcpy(a, b, n); getrandom(a, n, 0);', '2.41'), '2.38');
    assert.equal(glibcFloor('C.pow(C.double(2), 3)', '2.36'), '2.29');
  });

  it('but not names that only look like them', () => {
    assert.equal(glibcFloor('int my_pow(int); power(2); pow = 1; struct stat s;', '2.43'), null);
    assert.equal(glibcFloor('', '2.43'), null);
  });

  it('take time that grows with the text', () => {
    const start = performance.now();
    glibcFloor('a'.repeat(1_000_000) + ' '.repeat(1_000_000) + '('.repeat(100_000), '2.43');
    assert.ok(performance.now() - start < 2000);
  });
});
