// Scripts of the build context are followed: what they set, build and move counts as if it stood in the RUN.
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { analysed, goBuilds, NET_PROGRAM, textAt, verdicts } from './analysed.js';

const dockerfile = (run: string) =>
  `FROM golang:1.22 AS build\nWORKDIR /src\nCOPY . .\n${run}\nFROM alpine:3.20\nCOPY --from=build /out/app /app\n`;
const followed = (run: string, script: string) =>
  analysed(dockerfile(run), { sources: { ...NET_PROGRAM, 'build.sh': script, 'scripts/x.sh': script } });

describe('scripts of the build context', () => {
  const ways = [
    'RUN ./build.sh',
    'RUN sh build.sh',
    'RUN bash -eux ./scripts/x.sh',
    'RUN /src/build.sh',
    'RUN chmod +x build.sh && ./build.sh',
    'RUN . ./build.sh',
    'RUN ["./build.sh"]',
  ];
  for (const run of ways) {
    it(`are run by ${run}`, () => {
      const broken = followed(run, '#!/bin/sh\nset -e\ngo build -o /out/app .\n');
      assert.deepEqual(verdicts(broken), ['fails /app']);
      assert.equal(textAt(broken, goBuilds(broken)[0]?.place ?? null), 'go build -o /out/app .');
      assert.deepEqual(verdicts(followed(run, '#!/bin/sh\nexport CGO_ENABLED=0\ngo build -o /out/app .\n')), [
        'runs /app',
      ]);
    });
  }
  it('get their arguments', () => {
    assert.deepEqual(verdicts(followed('RUN ./build.sh /out/app 0', 'CGO_ENABLED=$2 go build -o "$1" .\n')), [
      'runs /app',
    ]);
    assert.deepEqual(verdicts(followed('RUN ./build.sh x /out/app', 'shift\ngo build -o "$1" .\n')), [
      'fails /app',
    ]);
  });
  it('see what is exported to them, and a child exports nothing back', () => {
    assert.deepEqual(verdicts(followed('RUN export CGO_ENABLED=0; ./build.sh', 'go build -o /out/app .\n')), [
      'runs /app',
    ]);
    assert.deepEqual(
      verdicts(followed('RUN ./build.sh && go build -o /out/app .', 'export CGO_ENABLED=0\n')),
      ['fails /app'],
    );
    assert.deepEqual(
      verdicts(followed('RUN . ./build.sh && go build -o /out/app .', 'export CGO_ENABLED=0\n')),
      ['runs /app'],
    );
  });
  it('end, even where one runs itself', () => {
    assert.deepEqual(verdicts(followed('RUN ./build.sh', './build.sh; ./build.sh\n')), []);
  });
  it('are named with the instruction that ran them', () => {
    const analysis = followed('RUN ./build.sh', 'go build -o /out/app .\n');
    assert.deepEqual(
      [...analysis.callers].map(([id, place]) => [id, textAt(analysis, place)]),
      [['/ws/build.sh', 'RUN ./build.sh']],
    );
  });
  it('of another language are left alone', () => {
    assert.deepEqual(
      verdicts(followed('RUN ./build.sh', '#!/usr/bin/env python3\ngo build -o /out/app .\n')),
      [],
    );
  });
});
