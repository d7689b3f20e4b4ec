// Which package brings a library or a cross compiler: by manager and release, and nothing where that is not known.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { crossCompilerFor, packageWithLibrary } from '../../../server/src/knowledge/packages.js';

describe('the package that brings a library', () => {
  for (const [manager, distribution, release, soname, expected] of [
    ['apk', 'alpine', '3.20', 'libstdc++.so.6', 'libstdc++'],
    ['apk', 'alpine', '3.20', 'libsqlite3.so.0', 'sqlite-libs'],
    ['apk', 'alpine', '3.20', 'libssl.so.3', null],
    ['apk', 'alpine', '3.20', 'libssl.so.1.1', null],
    ['apk', 'wolfi', null, 'libstdc++.so.6', 'libstdc++'],
    ['apt', 'debian', '12', 'libssl.so.3', 'libssl3'],
    ['apt', 'debian', '13', 'libssl.so.3', 'libssl3t64'],
    ['apt', 'debian', '12', 'libssl.so.1.1', null],
    ['apt', 'debian', '11', 'libssl.so.1.1', 'libssl1.1'],
    ['apt', 'debian', '13', 'libpcap.so.0.8', 'libpcap0.8t64'],
    ['apt', 'ubuntu', '24.04', 'libpcap.so.0.8', null],
    ['apt', 'debian', '14', 'libpcap.so.0.8', null],
    ['apt', 'debian', null, 'libssl.so.3', null],
    ['apt', 'debian', '12', 'libnothing.so.7', null],
    ['dnf', 'fedora', '40', 'libsqlite3.so.0', 'sqlite-libs'],
  ] as const)
    it(`${soname} on ${distribution} ${release ?? '?'}`, () => {
      assert.equal(packageWithLibrary(manager, soname, { distribution, release }), expected);
    });
});

describe('the cross compiler', () => {
  it('comes with the libc that it links', () => {
    assert.deepEqual(crossCompilerFor('apt', 'arm64'), {
      command: 'aarch64-linux-gnu-gcc',
      packages: ['gcc-aarch64-linux-gnu', 'libc6-dev-arm64-cross'],
    });
  });

  it('is not known of Alpine', () => {
    assert.equal(crossCompilerFor('apk', 'arm64'), null);
  });
});
