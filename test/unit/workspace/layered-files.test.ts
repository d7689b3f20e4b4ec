// Open documents as layers over the files of the disk.
import { after, before, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { nodeDisk } from '../../../server/src/workspace/disk.js';
import { openFilesFirst, recordReads } from '../../../server/src/workspace/layered-files.js';
import type { Files } from '../../../server/src/build/model.js';

describe('layers over files', () => {
  const below: Files = {
    read: (name) => (name.endsWith('/a') ? 'on disk' : null),
    list: () => ['a'],
  };

  it('an open document stands before the disk, by whatever spelling it is asked for', () => {
    const files = openFilesFirst('/w', (name) => (name === '/w/a' ? 'in the editor' : null), below);
    assert.equal(files.read('/w/./a'), 'in the editor');
    assert.equal(files.read('x/../a'), 'in the editor');
    assert.equal(files.read('/v/a'), 'on disk');
    assert.deepEqual(files.list('/w'), ['a']);
  });

  it('what was read is on record, found or not', () => {
    const files = recordReads('/w', below);
    files.read('a');
    files.read('/w/missing');
    files.list('sub/..');
    assert.deepEqual([...files.asked], ['/w/a', '/w/missing', '/w']);
  });
});

describe('nodeDisk', () => {
  let root = '';
  const put = (name: string, text: string): void => fs.writeFileSync(path.join(root, name), text);
  before(() => {
    root = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'libc-lens-disk-'));
  });
  after(() => fs.rmSync(root, { recursive: true, force: true }));

  it('remembers until it hears of a change', () => {
    const disk = nodeDisk();
    put('a.go', 'one');
    assert.equal(disk.files(root).read('a.go'), 'one');
    assert.deepEqual(disk.files(root).list('.'), ['a.go']);
    put('a.go', 'two');
    put('b.go', 'new');
    assert.equal(disk.files(root).read('a.go'), 'one');
    assert.deepEqual(disk.files(root).list('.'), ['a.go']);
    disk.changed(`${root}/a.go`);
    assert.equal(disk.files(root).read('a.go'), 'two');
    disk.changed(`${root}/b.go`);
    assert.deepEqual(disk.files(root).list('.'), ['a.go', 'b.go']);
  });

  it('forgets what nobody watches', () => {
    const disk = nodeDisk();
    put('a.go', 'one');
    put('script', 'one');
    const read = (): (string | null)[] => ['a.go', 'script'].map((name) => disk.files(root).read(name));
    read();
    put('a.go', 'two');
    put('script', 'two');
    disk.forget((name) => name.endsWith('.go'));
    assert.deepEqual(read(), ['one', 'two']);
    disk.forget(() => false);
    assert.deepEqual(read(), ['two', 'two']);
  });
});
