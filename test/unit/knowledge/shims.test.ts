// Which symbols of glibc Alpine's shims lack; against recorded starts where they lie beside the repository.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { describe, it } from 'mocha';
import {
  doubtfulSymbols,
  isMuslReserved,
  missingSymbols,
  shimProvided,
  type ShimRuntime,
} from '../../../server/src/knowledge/shims.js';
import { isThere, recordings, rowsOf } from '../../truth/shared-folder.js';

const on = (alpineRelease: string | null, shim: ShimRuntime['shim']): ShimRuntime => ({
  alpineRelease,
  shim,
});
const fortify = ['__strcat_chk', '__printf_chk', '__memcpy_chk', '__fdelt_chk'];

describe('shims', () => {
  it('lack Fortify symbols unless they are gcompat', () => {
    assert.deepEqual(missingSymbols(fortify, on('3.20', 'loader-symlink')), fortify);
    assert.deepEqual(missingSymbols(fortify, on('3.18', 'libc6-compat')), fortify);
    assert.deepEqual(missingSymbols(fortify, on('3.19', 'libc6-compat')), []);
    assert.deepEqual(missingSymbols(fortify, on('3.18', 'gcompat')), []);
    assert.deepEqual(missingSymbols(fortify, on('3.20', 'none')), fortify);
  });

  it('leave a doubt where the release decides', () => {
    assert.deepEqual(missingSymbols(fortify, on(null, 'libc6-compat')), []);
    assert.deepEqual(doubtfulSymbols(fortify, on(null, 'libc6-compat')), fortify);
    assert.deepEqual(doubtfulSymbols(fortify, on('3.18', 'libc6-compat')), []);
    assert.deepEqual(missingSymbols(['__isoc23_strtol'], on(null, 'libc6-compat')), ['__isoc23_strtol']);
    assert.deepEqual(doubtfulSymbols(['qsort_r'], on(null, 'loader-symlink')), ['qsort_r']);
  });

  it('follow musl by release', () => {
    assert.deepEqual(missingSymbols(['qsort_r', 'statx'], on('3.13', 'gcompat')), ['qsort_r', 'statx']);
    assert.deepEqual(missingSymbols(['qsort_r', 'statx'], on('3.15', 'none')), ['qsort_r', 'statx']);
    assert.deepEqual(missingSymbols(['qsort_r', 'statx'], on('3.18', 'none')), ['statx']);
    assert.deepEqual(missingSymbols(['qsort_r', 'statx'], on('3.23', 'none')), []);
    assert.deepEqual(missingSymbols(['random_r'], on('3.15', 'gcompat')), ['random_r']);
    assert.deepEqual(missingSymbols(['random_r'], on('3.18', 'gcompat')), []);
  });

  it('lack with gcompat what even it does not have', () => {
    const lacking = [
      'fcntl64',
      '__isoc23_strtol',
      '_dl_find_object',
      'arc4random',
      '__res_init',
      'pthread_cond_clockwait',
    ];
    assert.deepEqual(missingSymbols(lacking, on('3.20', 'gcompat')), lacking);
  });

  it('never lack what is no symbol of glibc, or what any libc has', () => {
    const others = [
      'main',
      'printf',
      'malloc',
      'my_own_function',
      '',
      'constructor',
      '__proto__',
      'SSL_new',
      'open64',
      'readdir64_r',
    ];
    for (const shim of ['none', 'loader-symlink', 'libc6-compat', 'gcompat'] as const)
      for (const release of [null, '3.12', '3.18', '3.20', 'edge', 'nonsense']) {
        assert.deepEqual(missingSymbols(others, on(release, shim)), [], `${shim} ${String(release)}`);
        assert.deepEqual(doubtfulSymbols(['printf', 'main'], on(release, shim)), []);
      }
  });

  it('put their loader where the release had it', () => {
    assert.deepEqual(shimProvided('libc6-compat', '3.18')[0]?.loaders, ['/lib64/ld-linux-x86-64.so.2']);
    assert.deepEqual(shimProvided('libc6-compat', '3.6')[0]?.loaders, [
      '/lib/ld-linux-x86-64.so.2',
      '/lib64/ld-linux-x86-64.so.2',
    ]);
    assert.deepEqual(shimProvided('libc6-compat', '3.6', 'arm64')[0]?.loaders, []);
    assert.equal(shimProvided('libc6-compat', '3.20')[0]?.kind, 'gcompat');
    assert.deepEqual(
      shimProvided('libc6-compat', null).map(({ kind }) => kind),
      ['libc6-compat', 'gcompat'],
    );
    assert.deepEqual(shimProvided('gcompat', '3.20')[0]?.loaders, [
      '/lib/ld-linux-x86-64.so.2',
      '/lib64/ld-linux-x86-64.so.2',
    ]);
    assert.deepEqual(shimProvided('gcompat', '3.20', 'arm64')[0]?.loaders, ['/lib/ld-linux-aarch64.so.1']);
  });

  it('leave to musl the libraries it answers itself', () => {
    for (const name of [
      'libc.so.6',
      'libpthread.so.0',
      'libm.so.6',
      'librt.so.1',
      'libdl.so.2',
      'libutil.so.1',
    ])
      assert.ok(isMuslReserved(name), name);
    for (const name of [
      'libcrypt.so.1',
      'libresolv.so.2',
      'libgcc_s.so.1',
      'ld-linux-x86-64.so.2',
      'libc6',
      '',
      'libmount.so.1',
    ])
      assert.ok(!isMuslReserved(name), name);
  });
});

interface ShimRow {
  readonly target: string;
  readonly shim: string;
  readonly stderr: string;
  readonly how: string;
}

const shimOf = (text: string): ShimRuntime['shim'] | null =>
  /^symlink-hack$/.test(text)
    ? 'loader-symlink'
    : /^libc6-compat layout$/.test(text)
      ? 'libc6-compat'
      : /^gcompat 1\.\d[^+]*$/.test(text)
        ? 'gcompat'
        : null;

describe('shims as recorded', () => {
  it('lack every symbol that a recorded start missed', function () {
    if (!isThere('shim.jsonl.gz')) return this.skip();
    const seen = new Set<string>();
    for (const row of rowsOf<ShimRow>('shim.jsonl.gz')) {
      const shim = shimOf(row.shim);
      const release = row.target.replace('alpine-', '');
      // gcompat 1.1.0 never shipped with 3.13, which has 1.0.0.
      if (shim === null || (release === '3.13' && row.shim.startsWith('gcompat 1.1'))) continue;
      // Symbols of a library that was not found are not glibc's.
      if (row.stderr.includes('Error loading shared library')) continue;
      // That layout never shipped either.
      if (row.shim.startsWith('libc6-compat') && release === '3.20') continue;
      for (const [, symbol = ''] of row.stderr.matchAll(/Error relocating \S+ (\S+): symbol not found/g))
        seen.add(`${release} ${shim} ${symbol}`);
    }
    assert.ok(seen.size > 50, `only ${String(seen.size)} rows`);
    const missed = [...seen].filter((key) => {
      const [release = '', shim = '', symbol = ''] = key.split(' ');
      return missingSymbols([symbol], on(release, shim as ShimRuntime['shim'])).length === 0;
    });
    assert.deepEqual(missed, []);
  });

  it('are in the committed table as the generator makes it', function () {
    if (!isThere('symbols.jsonl.gz')) return this.skip();
    const made = execFileSync(
      process.execPath,
      ['scripts/knowledge-symbols.mjs', recordings('symbols.jsonl.gz'), '--print'],
      { encoding: 'utf8' },
    );
    assert.equal(fs.readFileSync('server/src/knowledge/glibc-symbols.ts', 'utf8'), made);
  });
});
