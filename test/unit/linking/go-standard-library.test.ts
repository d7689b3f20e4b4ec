// The standard library: what is in it, and what of it reaches C.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isStandardPackage, reachesCgo } from '../../../server/src/knowledge/go-standard-library.js';

describe('the standard library', () => {
  it('reaches C through net, os/user and plugin', () => {
    assert.deepEqual(reachesCgo('net/http'), ['net']);
    assert.deepEqual(reachesCgo('archive/tar'), ['os/user']);
    assert.deepEqual(reachesCgo('plugin'), ['plugin']);
    assert.deepEqual(reachesCgo('runtime/cgo'), ['runtime/cgo']);
  });

  it('and through nothing else', () => {
    for (const path of [
      'fmt',
      'net/url',
      'net/netip',
      'os/exec',
      'archive/zip',
      'crypto/sha256',
      'example.com/net',
      'netx',
      '',
    ])
      assert.deepEqual(reachesCgo(path), [], path);
  });

  it('is told from modules, whose names need no dot either', () => {
    for (const path of ['fmt', 'net/http', 'unsafe', 'log/slog', 'encoding/json/v2', 'internal/abi'])
      assert.equal(isStandardPackage(path), true, path);
    for (const path of [
      'shop',
      'shop/store',
      'log/mine',
      'net/http/mine',
      'github.com/lib/pq',
      'C',
      '',
      'main',
    ])
      assert.equal(isStandardPackage(path), false, path);
  });
});
