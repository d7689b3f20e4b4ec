// Files read from the disk: confined to their root, bounded, text only.
import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileCache, nodeFiles } from '../../../server/src/workspace/node-files.js';

describe('nodeFiles', () => {
  let top = '';
  let root = '';
  const put = (name: string, data: string | Uint8Array): void => {
    const file = path.join(top, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, data);
  };

  before(() => {
    top = fs.mkdtempSync(path.join(os.tmpdir(), 'libc-lens-files-'));
    root = path.join(top, 'project');
    put('secret', 'outside');
    put('project/Makefile', 'all:\n\tgo build\n');
    put('project/cmd/main.go', 'package main\n');
    put('project/mark.txt', new Uint8Array([0xef, 0xbb, 0xbf, 0x61]));
    put('project/binary', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1]));
    put('project/latin', new Uint8Array([0x61, 0xe9, 0x62]));
    put('project/full', 'x'.repeat(1 << 20));
    put('project/huge', 'x'.repeat((1 << 20) + 1));
    put('project/sub/inner', 'below');
    fs.symlinkSync(path.join(top, 'secret'), path.join(root, 'link-out'));
    fs.symlinkSync('..', path.join(root, 'folder-out'));
    fs.symlinkSync('sub/inner', path.join(root, 'link-in'));
    fs.symlinkSync('loop', path.join(root, 'loop'));
    fs.symlinkSync('/dev/zero', path.join(root, 'device'));
  });
  after(() => fs.rmSync(top, { recursive: true, force: true }));

  it('reads text below its root, by absolute and by relative name', () => {
    const files = nodeFiles(root);
    assert.equal(files.read(path.join(root, 'Makefile')), 'all:\n\tgo build\n');
    assert.equal(files.read('cmd/main.go'), 'package main\n');
    assert.equal(files.read('cmd/../link-in'), 'below');
    assert.equal(files.read('mark.txt'), 'a');
    assert.equal(files.read('latin'), 'a\ufffdb');
    assert.equal(files.read('full')?.length, 1 << 20);
  });

  it('lists folders, marking those inside', () => {
    const files = nodeFiles(root);
    assert.deepEqual(files.list('cmd'), ['main.go']);
    assert.ok(files.list('.')?.includes('sub/'));
    assert.equal(files.list('Makefile'), null);
    assert.equal(files.list('nowhere'), null);
  });

  it('reads nothing outside, by `..`, by another root or by a symbolic link', () => {
    const files = nodeFiles(root);
    assert.equal(files.read('../secret'), null);
    assert.equal(files.read(path.join(top, 'secret')), null);
    assert.equal(files.read('/etc/passwd'), null);
    assert.equal(files.read('link-out'), null);
    assert.equal(files.read('folder-out/secret'), null);
    assert.equal(files.read('loop'), null);
    assert.equal(files.list('..'), null);
    assert.equal(files.list('folder-out'), null);
  });

  it('reads through a root that is itself a symbolic link', () => {
    const link = path.join(top, 'link-to-project');
    fs.symlinkSync(root, link);
    assert.equal(nodeFiles(link).read(path.join(link, 'cmd/main.go')), 'package main\n');
  });

  it('declines what is no text, too large or no regular file', () => {
    const files = nodeFiles(root);
    for (const name of [
      'binary',
      'huge',
      'device',
      'cmd',
      'missing',
      'Makefile/x',
      'a\0b',
      'x'.repeat(5000),
    ]) {
      assert.equal(files.read(name), null, name.slice(0, 20));
    }
  });

  it('does not block on a FIFO', function () {
    // Node makes no FIFO by itself: where the system's own command is not there either, nothing can be tried.
    const { error } = spawnSync('mkfifo', [path.join(root, 'pipe')]);
    if (error) this.skip();
    assert.equal(nodeFiles(root).read('pipe'), null);
  });

  it('keeps to its number of reads, counting a name once', () => {
    const files = nodeFiles(root, { reads: 2 });
    assert.notEqual(files.read('Makefile'), null);
    assert.notEqual(files.read('Makefile'), null);
    assert.notEqual(files.read('cmd/main.go'), null);
    assert.equal(files.read('link-in'), null);
    assert.notEqual(files.read('Makefile'), null);
  });

  it('keeps to its total of bytes, whether from disk or from the cache', () => {
    const cache = fileCache();
    for (let turn = 0; turn < 2; turn++) {
      const files = nodeFiles(root, { totalBytes: 20 }, cache);
      assert.equal(files.read('Makefile')?.length, 15);
      assert.equal(files.read('cmd/main.go'), null);
      assert.equal(files.read('link-in')?.length, 5);
    }
  });

  it('keeps to its number of names in a folder', () => {
    assert.equal(nodeFiles(root, { entries: 2 }).list('.')?.length, 2);
  });

  it('reads once, until the cache forgets the name', () => {
    const cache = fileCache();
    put('project/changing', 'one');
    assert.equal(nodeFiles(root, {}, cache).read('changing'), 'one');
    put('project/changing', 'two');
    assert.equal(nodeFiles(root, {}, cache).read('changing'), 'one');
    cache.texts.delete(path.posix.join(root, 'changing'));
    assert.equal(nodeFiles(root, {}, cache).read('changing'), 'two');
  });

  it('gives nothing for a root that is not there', () => {
    const files = nodeFiles(path.join(top, 'gone'));
    assert.equal(files.read('x'), null);
    assert.equal(files.list('.'), null);
  });
});
