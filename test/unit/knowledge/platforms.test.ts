// Go's platforms and the names that others use for them.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  didYouMean,
  goPlatform,
  goPlatforms,
  isGoArchitecture,
  isGoOs,
  isGoPlatform,
  suggestGoArchitecture,
  suggestGoOs,
} from '../../../server/src/knowledge/platforms.js';

// `go tool dist list` of Go 1.26.
const list =
  'aix/ppc64 android/386 android/amd64 android/arm android/arm64 darwin/amd64 darwin/arm64 dragonfly/amd64 freebsd/386 freebsd/amd64 freebsd/arm freebsd/arm64 illumos/amd64 ios/amd64 ios/arm64 js/wasm linux/386 linux/amd64 linux/arm linux/arm64 linux/loong64 linux/mips linux/mips64 linux/mips64le linux/mipsle linux/ppc64 linux/ppc64le linux/riscv64 linux/s390x netbsd/386 netbsd/amd64 netbsd/arm netbsd/arm64 openbsd/386 openbsd/amd64 openbsd/arm openbsd/arm64 openbsd/ppc64 openbsd/riscv64 plan9/386 plan9/amd64 plan9/arm solaris/amd64 wasip1/wasm windows/386 windows/amd64 windows/arm64'.split(
    ' ',
  );

describe('platforms of Go', () => {
  it('are those of go tool dist list, and ports that still build though broken', () => {
    const current = goPlatforms
      .map(({ os, architecture }) => `${os}/${architecture}`)
      .filter((pair) => {
        const [os = '', architecture = ''] = pair.split('/');
        return isGoPlatform(os, architecture, '1.26.8');
      });
    const broken = ['freebsd/riscv64', 'linux/sparc64', 'openbsd/mips64'];
    assert.deepEqual([...current].sort(), [...list, ...broken].sort());
  });

  it('come and go with releases', () => {
    assert.equal(isGoPlatform('linux', 'loong64', '1.18'), false);
    assert.equal(isGoPlatform('linux', 'loong64', '1.19'), true);
    assert.equal(isGoPlatform('windows', 'arm', '1.25.4'), true);
    assert.equal(isGoPlatform('windows', 'arm', '1.26'), false);
    assert.equal(isGoPlatform('darwin', '386', '1.14.15'), true);
    assert.equal(isGoPlatform('darwin', '386', '1.15'), false);
    assert.equal(isGoPlatform('wasip1', 'wasm', '1.20'), false);
    assert.equal(isGoPlatform('linux', 'wasm'), false);
    assert.equal(goPlatform('linux', 'ppc64')?.cgo, false);
    assert.equal(goPlatform('linux', 'amd64')?.cgo, true);
  });

  it('know their names', () => {
    for (const name of ['linux', 'darwin', 'windows', 'plan9']) assert.ok(isGoOs(name), name);
    for (const name of ['Linux', 'macos', '', 'amd64', 'constructor']) assert.ok(!isGoOs(name), name);
    for (const name of ['amd64', '386', 'arm', 'wasm', 'loong64']) assert.ok(isGoArchitecture(name), name);
    for (const name of ['x86_64', 'AMD64', 'aarch64', '', '__proto__'])
      assert.ok(!isGoArchitecture(name), name);
  });

  it('are guessed from what others call them', () => {
    const architectures = {
      x86_64: 'amd64',
      x64: 'amd64',
      AMD64: 'amd64',
      aarch64: 'arm64',
      armv8: 'arm64',
      i386: '386',
      i686: '386',
      x86: '386',
      armv7: 'arm',
      armhf: 'arm',
      'arm/v7': 'arm',
      ppc64el: 'ppc64le',
      loongarch64: 'loong64',
    };
    for (const [word, name] of Object.entries(architectures))
      assert.deepEqual(didYouMean('architecture', word), { name, alias: true }, word);
    const systems = { macos: 'darwin', osx: 'darwin', win: 'windows', Linux: 'linux', wasi: 'wasip1' };
    for (const [word, name] of Object.entries(systems))
      assert.deepEqual(didYouMean('os', word), { name, alias: true }, word);
    assert.equal(suggestGoArchitecture('x86_64'), 'amd64');
    assert.equal(suggestGoOs('macos'), 'darwin');
  });

  it('are guessed from slips of the finger, with less trust', () => {
    assert.deepEqual(didYouMean('os', 'linus'), { name: 'linux', alias: false });
    assert.deepEqual(didYouMean('os', 'liunx'), { name: 'linux', alias: false });
    assert.deepEqual(didYouMean('architecture', 'adm64'), { name: 'amd64', alias: false });
    for (const word of ['', 'toaster', 'z80', 'constructor', '__proto__', 'x'.repeat(10_000)])
      assert.equal(didYouMean('architecture', word), null, word.slice(0, 12));
    assert.equal(didYouMean('os', 'linux'), null);
  });
});
