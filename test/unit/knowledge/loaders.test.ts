// Paths of dynamic loaders, and what only looks like one.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Architecture } from '../../../server/src/knowledge/image-facts.js';
import {
  isLoaderPath,
  isMuslLibc,
  loaderFolder,
  loaderLibc,
  loaderPath,
} from '../../../server/src/knowledge/loaders.js';

const architectures: readonly Architecture[] = [
  'amd64',
  'arm64',
  'arm',
  '386',
  'ppc64le',
  's390x',
  'riscv64',
  'loong64',
  'mips64le',
];

describe('loaders', () => {
  it('have their path by libc and architecture', () => {
    assert.equal(loaderPath('glibc', 'amd64'), '/lib64/ld-linux-x86-64.so.2');
    assert.equal(loaderPath('glibc', 'arm64'), '/lib/ld-linux-aarch64.so.1');
    assert.equal(loaderPath('glibc', '386'), '/lib/ld-linux.so.2');
    assert.equal(loaderPath('musl', 'amd64'), '/lib/ld-musl-x86_64.so.1');
    assert.equal(loaderPath('musl', 'arm'), '/lib/ld-musl-armhf.so.1');
    for (const none of ['none', 'unknown'] as const) assert.equal(loaderPath(none, 'amd64'), null);
  });

  it('are recognised wherever they lie', () => {
    for (const libc of ['glibc', 'musl', 'uclibc'] as const)
      for (const architecture of architectures) {
        const path = loaderPath(libc, architecture) ?? '';
        assert.equal(loaderLibc(path), libc, path);
        assert.ok(isLoaderPath(`/rootfs${path}`), path);
      }
    for (const path of [
      'ld-linux-x86-64.so.2',
      '/usr/lib/ld-linux-armhf.so.3',
      '/lib/ld-2.31.so',
      '/lib/x86_64-linux-gnu/ld-2.24.so',
    ])
      assert.ok(isLoaderPath(path), path);
  });

  it('are not seen in other files', () => {
    for (const path of [
      '',
      '/',
      '/lib64/',
      '/lib/libc.so.6',
      '/lib/libc.musl-x86_64.so.1',
      '/usr/bin/ld',
      '/usr/bin/ld.gold',
      '/etc/ld.so.conf',
      '/etc/ld.so.cache',
      '/lib/ld-linux-x86-64.so.2.bak',
      'x'.repeat(100_000),
    ])
      assert.equal(isLoaderPath(path), false, path.slice(0, 40));
  });

  it('are musl itself on musl', () => {
    assert.ok(isMuslLibc('/lib/libc.musl-x86_64.so.1'));
    assert.ok(isMuslLibc('/lib/ld-musl-aarch64.so.1'));
    assert.ok(!isMuslLibc('/lib64/ld-linux-x86-64.so.2'));
    assert.equal(loaderFolder('/lib64/ld-linux-x86-64.so.2'), '/lib64');
  });
});
