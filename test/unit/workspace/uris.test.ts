// From document URIs to names of files and back.
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { nameOf, uriOf } from '../../../server/src/lsp/uris.js';

describe('names of documents', () => {
  const pairs: readonly (readonly [uri: string, name: string])[] = [
    ['file:///w/Dockerfile', '/w/Dockerfile'],
    ['file:///w/a%20b%23c/Dockerfile', '/w/a b#c/Dockerfile'],
    ['file:///c%3A/w/Dockerfile', 'c:/w/Dockerfile'],
    ['file://server/share/Dockerfile', '//server/share/Dockerfile'],
    ['vscode-vfs://github/me/a%20b/Dockerfile', 'vscode-vfs://github/me/a b/Dockerfile'],
    ['memfs:/w/Dockerfile', 'memfs:/w/Dockerfile'],
    ['untitled:Untitled-1', 'untitled:Untitled-1'],
  ];
  for (const [uri, name] of pairs) {
    it(`${uri} and back`, () => {
      assert.equal(nameOf(uri), name);
      assert.equal(uriOf(name), uri);
    });
  }

  it('takes the spelling of other clients', () => {
    assert.equal(nameOf('file:///C:/w/Dockerfile'), 'c:/w/Dockerfile');
    assert.equal(nameOf('file:///w/./x/../Dockerfile'), '/w/Dockerfile');
  });
});
