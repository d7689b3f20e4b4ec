// What installed packages bring, by manager and release.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { PackageManager } from '../../../server/src/knowledge/image-facts.js';
import { packageEffects, packagesFor, type PackageNeed } from '../../../server/src/knowledge/packages.js';

const debian = { distribution: 'debian', release: '12' };
const alpine = (release: string | null): { distribution: string; release: string | null } => ({
  distribution: 'alpine',
  release,
});

/** `c` compiler, `h` headers, `s` static libc, `x` C++. */
function brings(manager: PackageManager, name: string, withoutRecommends = false): string {
  const context = manager === 'apk' ? alpine('3.20') : debian;
  const { cCompiler, libcHeaders, staticLibc, cxx } = packageEffects(manager, name, {
    ...context,
    withoutRecommends,
  });
  return `${cCompiler ? 'c' : ''}${libcHeaders ? 'h' : ''}${staticLibc ? 's' : ''}${cxx ? 'x' : ''}`;
}

describe('packages', () => {
  it('bring a compiler, headers and libc.a on Debian', () => {
    assert.equal(brings('apt', 'gcc'), 'chs');
    assert.equal(brings('apt', 'gcc', true), 'c');
    assert.equal(brings('apt', 'build-essential', true), 'chsx');
    assert.equal(brings('apt', 'g++', true), 'chsx');
    assert.equal(brings('apt', 'libc6-dev', true), 'hs');
    assert.equal(brings('apt', 'libtool', true), 'chs');
    assert.equal(brings('apt', 'golang', true), '');
    assert.equal(brings('apt', 'golang'), 'chsx');
    assert.equal(brings('apt', 'zlib1g-dev', true), 'hs');
    assert.equal(brings('apt', 'make'), '');
    assert.equal(brings('apt', 'musl-dev'), '');
  });

  it('bring a compiler of another name than gcc', () => {
    const clang = packageEffects('apt', 'clang', { ...debian, withoutRecommends: true });
    assert.equal(clang.cCompiler, false);
    assert.ok(clang.compilerNames.includes('clang'));
    assert.equal(clang.libcHeaders, true);
    const gcc12 = packageEffects('apt', 'gcc-12', { ...debian, withoutRecommends: true });
    assert.equal(gcc12.cCompiler, false);
    assert.deepEqual(gcc12.compilerNames, ['gcc-12']);
    assert.equal(gcc12.libcHeaders, false);
    const musl = packageEffects('apt', 'musl-tools', debian);
    assert.equal(musl.muslTools, true);
    assert.ok(musl.compilerNames.includes('musl-gcc'));
    assert.equal(packageEffects('apt', 'musl', debian).muslLoader, true);
  });

  it('bring cross compilers, with the libc only where it is installed too', () => {
    const bare = packageEffects('apt', 'gcc-aarch64-linux-gnu', { ...debian, withoutRecommends: true });
    assert.deepEqual(bare.crossCompilers, [
      { architecture: 'arm64', command: 'aarch64-linux-gnu-gcc', withLibc: false },
    ]);
    const full = packageEffects('apt', 'gcc-aarch64-linux-gnu', debian);
    assert.deepEqual(full.crossCompilers, [
      { architecture: 'arm64', command: 'aarch64-linux-gnu-gcc', withLibc: true },
    ]);
    assert.equal(
      packageEffects('apt', 'crossbuild-essential-armhf', { ...debian, withoutRecommends: true })
        .crossCompilers[0]?.architecture,
      'arm',
    );
    assert.equal(full.cCompiler, false);
  });

  it('bring a compiler without headers on Alpine, save by g++ and the bundles', () => {
    assert.equal(brings('apk', 'gcc'), 'c');
    assert.equal(brings('apk', 'musl-dev'), 'hs');
    assert.equal(brings('apk', 'libc-dev'), 'hs');
    assert.equal(brings('apk', 'g++'), 'chsx');
    assert.equal(brings('apk', 'build-base'), 'chsx');
    assert.equal(brings('apk', 'alpine-sdk'), 'chsx');
    assert.equal(brings('apk', 'go'), 'chs');
    assert.equal(brings('apk', 'clang'), '');
    assert.equal(brings('apk', 'git'), '');
  });

  it('bring headers but no libc.a with gcc of the RHEL family', () => {
    for (const manager of ['dnf', 'yum', 'microdnf'] as const) {
      assert.equal(brings(manager, 'gcc'), 'ch');
      assert.equal(brings(manager, '@development-tools'), 'chx');
      assert.equal(brings(manager, 'Development Tools'), 'chx');
      assert.equal(brings(manager, 'glibc-static'), 'hs');
    }
    assert.equal(brings('zypper', 'gcc'), 'ch');
    assert.equal(brings('zypper', 'glibc-devel-static'), 'hs');
    assert.equal(brings('tdnf', 'gcc'), 'cx');
    assert.equal(brings('pacman', 'base-devel'), 'chsx');
  });

  it('read libc6-compat by the release of Alpine', () => {
    const shim = (name: string, release: string | null): unknown => {
      const { shim: one, shimReadings } = packageEffects('apk', name, alpine(release));
      return [one, shimReadings];
    };
    assert.deepEqual(shim('libc6-compat', '3.18'), ['libc6-compat', ['libc6-compat']]);
    assert.deepEqual(shim('libc6-compat', '3.9'), ['libc6-compat', ['libc6-compat']]);
    assert.deepEqual(shim('libc6-compat', '3.19'), ['gcompat', ['gcompat']]);
    assert.deepEqual(shim('libc6-compat', 'edge'), ['gcompat', ['gcompat']]);
    assert.deepEqual(shim('libc6-compat', null), ['libc6-compat', ['libc6-compat', 'gcompat']]);
    assert.deepEqual(shim('gcompat', '3.16'), ['gcompat', ['gcompat']]);
    assert.deepEqual(shim('/tmp/glibc-2.35-r1.apk', '3.20'), ['glibc', ['glibc']]);
    assert.deepEqual(shim('glibc-bin-2.35-r1.apk', '3.20'), [null, []]);
    assert.deepEqual(shim('musl', '3.20'), [null, []]);
  });

  it('bring libraries, their dependencies among them', () => {
    assert.deepEqual(packageEffects('apk', 'libstdc++', alpine('3.20')).libraries, [
      'libstdc++.so.6',
      'libgcc_s.so.1',
    ]);
    assert.deepEqual(packageEffects('apt', 'libssl3', debian).libraries, ['libssl.so.3', 'libcrypto.so.3']);
    assert.ok(packageEffects('apk', 'gcc', alpine('3.20')).libraries.includes('libgcc_s.so.1'));
  });

  it('say which packages are not in the table', () => {
    assert.equal(packageEffects('apt', 'gdal-bin', debian).known, false);
    assert.equal(packageEffects('apk', 'ca-certificates', alpine('3.20')).known, true);
    assert.equal(packageEffects('none', 'gcc', debian).known, false);
    for (const name of ['', '.', '__proto__', 'constructor', '-'.repeat(5000), 'gcc\n', '${X}', '中文'])
      assert.equal(packageEffects('apt', name, debian).known, false, name.slice(0, 20));
  });

  it('know the version of Go that a distribution packages', () => {
    assert.equal(packageEffects('apt', 'golang', debian).goVersion, '1.19');
    assert.equal(packageEffects('apk', 'go', alpine('3.20')).goVersion, null);
    assert.equal(packageEffects('apk', 'go', alpine(null)).goVersion, null);
    assert.equal(packageEffects('apt', 'golang-1.19', debian).goVersion, '1.19');
    assert.equal(packageEffects('apt', 'gcc', debian).goVersion, null);
  });

  it('give on Wolfi what glibc needs, though the manager is apk', () => {
    const wolfi = { distribution: 'wolfi', release: 'rolling' };
    assert.equal(packageEffects('apk', 'build-base', wolfi).libcHeaders, true);
    assert.equal(packageEffects('apk', 'musl-dev', wolfi).libcHeaders, false);
    assert.deepEqual(packagesFor('apk', 'c-compiler', 'wolfi'), ['build-base']);
  });

  it('satisfy each need that they are named for', () => {
    const satisfied: Partial<Record<PackageNeed, string>> = {
      'c-compiler': 'ch',
      'c++-compiler': 'cx',
      'libc-headers': 'h',
      'static-libc': 's',
    };
    for (const manager of ['apk', 'apt', 'dnf', 'yum', 'microdnf', 'tdnf', 'zypper', 'pacman'] as const)
      for (const [need, letters] of Object.entries(satisfied)) {
        const names = packagesFor(manager, need as PackageNeed);
        if (names === null) continue;
        const together = names.map((name) => brings(manager, name, true)).join('');
        for (const letter of letters)
          assert.ok(together.includes(letter), `${manager} ${need}: ${names.join(' ')} lacks ${letter}`);
      }
    assert.deepEqual(packagesFor('apk', 'c-compiler'), ['gcc', 'musl-dev']);
    assert.deepEqual(packagesFor('apt', 'c-compiler'), ['gcc', 'libc6-dev']);
    assert.deepEqual(packagesFor('yum', 'static-libc'), ['glibc-static']);
    assert.equal(packagesFor('none', 'c-compiler'), null);
    assert.equal(packagesFor('apt', 'glibc-shim'), null);
  });
});
