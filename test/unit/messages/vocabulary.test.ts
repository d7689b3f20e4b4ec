// The vocabulary: words are found as they stand in files, and what is said of them agrees with what was measured.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { vocabulary, vocabularyEntry } from '../../../server/src/knowledge/vocabulary.js';

describe('vocabulary', () => {
  it('has the words that decide about linking', () => {
    for (const word of [
      'CGO_ENABLED',
      '-extldflags',
      '-linkmode',
      '-installsuffix',
      '-a',
      '-buildmode',
      '-tags',
      'netgo',
      'osusergo',
      'GOOS',
      'GOARCH',
      'GOFLAGS',
      'CC',
      'CGO_LDFLAGS',
      '-static',
      '-static-pie',
      'gcompat',
      'libc6-compat',
      'musl-dev',
      'glibc-static',
      'ldd',
      'ldconfig',
      'patchelf',
    ])
      assert.equal(vocabularyEntry(word)?.word, word);
    assert.equal(new Set(vocabulary).size, vocabulary.length);
  });

  it('finds a word with what stands around it in a file', () => {
    for (const [written, word] of [
      ['CGO_ENABLED=0', 'CGO_ENABLED'],
      ['"CGO_ENABLED=1"', 'CGO_ENABLED'],
      ['$CGO_ENABLED', 'CGO_ENABLED'],
      ['${CGO_ENABLED:-0}', 'CGO_ENABLED'],
      ['${GOARCH}', 'GOARCH'],
      ['-buildmode=pie', '-buildmode'],
      ['--buildmode=pie', '-buildmode'],
      ['--ldflags', '-ldflags'],
      ['"-static"', '-static'],
      ['--static', '--static'],
      ['gcompat=1.1.0-r4', 'gcompat'],
      ['libc6-compat@edge', 'libc6-compat'],
      ['/usr/bin/ldd', 'ldd'],
      ['/lib64/ld-linux-x86-64.so.2', 'ld-linux-x86-64.so.2'],
      ['libstdc++', 'libstdc++'],
    ] as const)
      assert.equal(vocabularyEntry(written)?.word, word, written);
  });

  it('tells words that mean this only behind go', () => {
    for (const word of ['-a', '-tags', '-ldflags', '-race'])
      assert.equal(vocabularyEntry(word)?.command, 'go', word);
    for (const word of ['CGO_ENABLED', '-extldflags', '-static', 'gcompat', 'ldd'])
      assert.equal(vocabularyEntry(word)?.command, null, word);
  });

  it('knows no other word', () => {
    for (const word of [
      '',
      'go',
      'build',
      'FOO',
      '-o',
      '-A',
      'cgo_enabled',
      'netgone',
      'glibc-',
      '$',
      '${',
      '=',
      '__proto__',
      'constructor',
    ])
      assert.equal(vocabularyEntry(word), null, word);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (word) => vocabularyEntry(word) === null || vocabulary.includes(vocabularyEntry(word)?.word ?? ''),
      ),
    );
    assert.equal(vocabularyEntry('='.repeat(1_000_000)), null);
  });

  it('is written in whole, plain, short sentences', () => {
    for (const word of vocabulary) {
      const entry = vocabularyEntry(word);
      assert.ok(entry);
      assert.ok(!/[.!]$/.test(entry.title), entry.title);
      const [head, ...paragraphs] = entry.markdown.split('\n\n');
      assert.equal(head, `**\`${word}\`** · ${entry.title}`);
      assert.ok(paragraphs.length > 0);
      for (const paragraph of paragraphs) {
        assert.match(paragraph, /\.$/, paragraph);
        assert.doesNotMatch(paragraph.replace(/`[^`]*`/g, ''), /\{\d\}|undefined|!/, paragraph);
        assert.ok(paragraph.length < 420, `${word}: ${paragraph.length}`);
      }
    }
  });

  it('states the facts that folklore gets wrong', () => {
    const says = (word: string): string => vocabularyEntry(word)?.markdown ?? '';
    assert.match(says('-extldflags'), /ignored/);
    assert.match(says('CGO_ENABLED'), /-buildmode=pie/);
    assert.match(says('CGO_ENABLED'), /since Go 1\.20/);
    assert.match(says('-buildmode'), /even with `CGO_ENABLED=0`/);
    assert.match(says('libc6-compat'), /Up to Alpine 3\.18.*3\.19/s);
    assert.match(says('CC'), /does not turn cgo on/);
    assert.match(says('ldd'), /does not start/);
    assert.match(says('ldconfig'), /musl has none/);
    assert.match(says('-static-libstdc++'), /raise/);
  });
});
