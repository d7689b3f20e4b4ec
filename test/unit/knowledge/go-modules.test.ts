// Modules with C code: only the packages that were looked at are known, never their neighbours.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { goModuleFacts } from '../../../server/src/knowledge/go-modules.js';

describe('Go packages with C code', () => {
  it('are known by their own path', () => {
    assert.equal(goModuleFacts('github.com/mattn/go-sqlite3')?.withoutCgo, 'stub');
    assert.equal(goModuleFacts('github.com/confluentinc/confluent-kafka-go/v2/kafka')?.muslTag, 'musl');
    assert.equal(goModuleFacts('fyne.io/fyne/v2/app')?.withoutCgo, 'excluded');
  });
  for (const path of [
    'github.com/confluentinc/confluent-kafka-go/v2/schemaregistry',
    'fyne.io/fyne/v2/data/binding',
    'fyne.io/fyne/v2/theme',
  ]) {
    it(`say nothing of ${path}, which builds with cgo off`, () => assert.equal(goModuleFacts(path), null));
  }
});
