// Files that a client hands over in rounds, for hosts without a disk.
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import {
  analyseInRounds,
  emptySnapshot,
  snapshotFiles,
  type Missing,
  type Snapshot,
} from '../../../server/src/workspace/snapshot-files.js';

const root = 'vscode-vfs://github/me/app';

describe('snapshotFiles', () => {
  it('answers from what is known and records what is not', () => {
    const snapshot = emptySnapshot();
    snapshot.texts.set(`${root}/go.mod`, 'module x\n');
    snapshot.texts.set(`${root}/gone`, null);
    snapshot.lists.set(root, ['go.mod', 'cmd/']);
    const files = snapshotFiles(root, snapshot);
    assert.equal(files.read(`${root}/./go.mod`), 'module x\n');
    assert.equal(files.read('gone'), null);
    assert.equal(files.read('cmd/main.go'), null);
    assert.equal(files.read('cmd/main.go'), null);
    assert.deepEqual(files.list('.'), ['go.mod', 'cmd/']);
    assert.equal(files.list('cmd'), null);
    assert.deepEqual(files.missing(), { texts: [`${root}/cmd/main.go`], lists: [`${root}/cmd`] });
  });

  it('neither answers nor asks for what lies outside its root', () => {
    const snapshot = emptySnapshot();
    snapshot.texts.set('vscode-vfs://github/me/other', 'secret');
    const files = snapshotFiles(root, snapshot);
    assert.equal(files.read('../other'), null);
    assert.equal(files.read('/etc/passwd'), null);
    assert.deepEqual(files.missing(), { texts: [], lists: [] });
  });
});

describe('analyseInRounds', () => {
  /** Follows `next: NAME` lines from file to file. */
  const follow = (files: { read(path: string): string | null }): string[] => {
    const seen: string[] = [];
    for (let name: string | undefined = 'a'; name !== undefined;) {
      const text: string | null = files.read(name);
      if (text === null) break;
      seen.push(name);
      name = /next: (\S+)/.exec(text)?.[1];
    }
    return seen;
  };
  const serve =
    (disk: Record<string, string>, log: string[]) =>
    async (missing: Missing, into: Snapshot): Promise<void> => {
      await Promise.resolve();
      log.push(missing.texts.join(' '));
      for (const name of missing.texts) {
        const text = disk[name];
        if (text !== undefined) into.texts.set(name, text);
      }
    };

  it('goes on until nothing new is asked for', async () => {
    const log: string[] = [];
    const disk = { '/w/a': 'next: b', '/w/b': 'next: c', '/w/c': 'next: d' };
    const seen = await analyseInRounds('/w', emptySnapshot(), follow, serve(disk, log));
    assert.deepEqual(seen, ['a', 'b', 'c']);
    assert.deepEqual(log, ['/w/a', '/w/b', '/w/c', '/w/d']);
  });

  it('asks nothing where the snapshot holds it all', async () => {
    const log: string[] = [];
    const snapshot = emptySnapshot();
    const disk = { '/w/a': 'next: b', '/w/b': '' };
    await analyseInRounds('/w', snapshot, follow, serve(disk, log));
    log.length = 0;
    assert.deepEqual(await analyseInRounds('/w', snapshot, follow, serve(disk, log)), ['a', 'b']);
    assert.deepEqual(log, []);
  });

  it('ends at its limits and when it is cancelled', async () => {
    const endless = async (missing: Missing, into: Snapshot): Promise<void> => {
      await Promise.resolve();
      for (const name of missing.texts) into.texts.set(name, `next: ${name.slice(3)}x`);
    };
    const bounded = { rounds: 3, fetches: 100 };
    assert.equal(
      (await analyseInRounds('/w', emptySnapshot(), follow, endless, undefined, bounded)).length,
      3,
    );
    const few = { rounds: 50, fetches: 5 };
    assert.equal((await analyseInRounds('/w', emptySnapshot(), follow, endless, undefined, few)).length, 5);
    assert.equal((await analyseInRounds('/w', emptySnapshot(), follow, endless, () => true)).length, 0);
  });
});
