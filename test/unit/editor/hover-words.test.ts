// Hovers on single words: flags, variables and programs, and error messages wherever they stand.
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { hoverAt, hoverInText } from '../../../server/src/editor/hover.js';
import { analysis } from './sample.js';

describe('hover on a word', () => {
  const on = (source: string, words: string, further = 0): string =>
    hoverInText(source, source.indexOf(words) + further)?.markdown ?? '';

  it('explains flags, variables, packages and tools', () => {
    for (const word of [
      'CGO_ENABLED',
      '-extldflags',
      '-linkmode',
      '-installsuffix',
      'gcompat',
      'libc6-compat',
      'ldd',
      'ldconfig',
    ]) {
      const source = `RUN go build ${word} x`;
      assert.match(on(source, word, 1), new RegExp(`^\\*\\*\`${word}\``), word);
    }
  });

  it('explains the word under the caret, not its neighbour', () => {
    const source = `RUN go build -ldflags='-linkmode external -extldflags "-static"' -tags=netgo,osusergo .`;
    const title = (words: string): string => /^\*\*`([^`]+)`/.exec(on(source, words, 2))?.[1] ?? '';
    assert.deepEqual(
      ['-ldflags', '-linkmode', '-extldflags', '-static', '-tags', 'netgo', 'osusergo'].map(title),
      ['-ldflags', '-linkmode', '-extldflags', '-static', '-tags', 'netgo', 'osusergo'],
    );
    assert.equal(on(source, 'RUN'), '');
  });

  it('explains a variable by its value too', () => {
    assert.match(on('ENV CGO_ENABLED=0', '=0', 1), /CGO_ENABLED/);
    assert.match(on('RUN echo ${CGO_ENABLED}', 'CGO', 1), /CGO_ENABLED/);
  });

  it('takes flags of go for what they are behind go alone', () => {
    assert.notEqual(on('RUN go build -a .', '-a', 1), '');
    assert.notEqual(on('RUN go build \\\n  -a .', '-a', 1), '');
    assert.equal(on('RUN ls -a .', '-a', 1), '');
    assert.equal(on('RUN go build . && ls -a', '-a', 1), '');
    assert.equal(on('RUN cargo build -a', '-a', 1), '');
  });
});

describe('hover on an error message', () => {
  const log = 'Step 7/9\n/bin/sh: ./app: not found\nexit status 127\n';

  it('explains it in a log', () => {
    const found = hoverInText(log, log.indexOf('./app'));
    assert.ok(found);
    assert.match(found.markdown, /What to do/);
    assert.equal(found.range.start.line, 1);
    assert.equal(hoverInText(log, 2), null);
  });

  it('explains it in a comment of a Dockerfile', () => {
    const source = 'FROM alpine\n# /bin/sh: ./app: not found\nRUN true\n';
    const found = hoverAt(
      analysis(source, { instructions: ['FROM alpine', 'RUN true'] }),
      [],
      source.indexOf('./app'),
    );
    assert.match(found?.markdown ?? '', /What to do/);
  });

  it('looks at its line only, however long the log is', () => {
    const long = 'x\n'.repeat(200_000) + log + 'y\n'.repeat(200_000);
    const begin = performance.now();
    assert.ok(hoverInText(long, long.indexOf('./app')));
    assert.ok(performance.now() - begin < 500);
  });
});
