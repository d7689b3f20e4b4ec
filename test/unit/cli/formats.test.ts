// The small parts of the text formats: excerpts, widths, wrapping, and the kind of a file by its name.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import picocolors from 'picocolors';
import { kindOf } from '../../../server/src/cli/document-kind.js';
import { columns, showExcerpt, visible } from '../../../server/src/cli/formats/excerpt.js';
import { labelled, wrap, type Row } from '../../../server/src/cli/formats/prose.js';

const plain = picocolors.createColors(false);
const excerpt = (lines: string[], from: [number, number], to: [number, number]): string[] =>
  showExcerpt(
    {
      lines,
      range: { start: { line: from[0], character: from[1] }, end: { line: to[0], character: to[1] } },
    },
    plain,
    (text) => text,
  )
    .trimEnd()
    .split('\n');

describe('an excerpt', () => {
  it('marks a range in its line', () => {
    assert.deepEqual(excerpt(['FROM a', 'COPY b c'], [1, 5], [1, 6]), ['  2 │ COPY b c', '    │      ^']);
  });

  it('marks an empty range with one mark, also at the end of a line and behind the text', () => {
    assert.deepEqual(excerpt(['AB'], [0, 2], [0, 2]), ['  1 │ AB', '    │   ^']);
    assert.deepEqual(
      excerpt([], [3, 7], [3, 7]),
      ['  4 │', '    │ ^'].map((line, i) => (i === 0 ? `${line} ` : line)),
    );
  });

  it('marks every line of a range from its first word to its last, and leaves out what is too much', () => {
    const lines = ['RUN a \\', '    b \\  ', '', '  c', 'd', 'e', 'f'];
    assert.deepEqual(excerpt(lines, [0, 4], [3, 3]), [
      '  1 │ RUN a \\',
      '    │     ^^^',
      '  2 │     b \\  ',
      '    │     ^^^',
      '  3 │ ',
      '    │ ^',
      '  4 │   c',
      '    │   ^',
    ]);
    assert.equal(excerpt(lines, [0, 0], [6, 1]).length, 9);
    assert.equal(
      excerpt(lines, [0, 0], [1, 0]).length,
      2,
      'a range that ends at the start of a line ends before it',
    );
  });

  it('places marks below wide characters, emoji, combining marks and tabs', () => {
    const line = '\t界🐋e\u0301 X';
    const at = line.indexOf('X');
    const [, marks = ''] = excerpt([line], [0, at], [0, at + 1]);
    assert.equal(marks.indexOf('^') - '    │ '.length, 2 + 2 + 2 + 1 + 1);
  });

  it('shows a window of a very long line', () => {
    const [source = '', marks = ''] = excerpt(
      [`${'a'.repeat(10_000)}XYZ${'b'.repeat(10_000)}`],
      [0, 10_000],
      [0, 10_003],
    );
    assert.ok(source.length < 170, String(source.length));
    assert.equal(source.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1), 'XYZ');
    const [whole = '', all = ''] = excerpt(['c'.repeat(10_000)], [0, 0], [0, 10_000]);
    assert.ok(whole.length < 170 && all.length < 170);
  });

  it('shows what could steer a terminal as symbols', () => {
    assert.equal(visible('a\u001b[31m\u0000\u009b\u202e\u2028b\t\u007f'), 'a␛[31m␀���b  ␡');
    assert.equal(columns('界a'), 3);
  });
});

describe('prose', () => {
  it('is wrapped at blanks and loses no word', () => {
    const text = 'one two three 界界界界 four';
    const lines = wrap(text, 9);
    assert.equal(lines.join(' '), text);
    for (const line of lines) assert.ok(columns(line) <= 9, line);
    assert.deepEqual(wrap('an-unbreakable-word b', 5), ['an-unbreakable-word', 'b']);
    assert.deepEqual(wrap(text, null), [text]);
  });

  it('stands under its label once, as bullets, with later lines indented', () => {
    const row = (text: string): Row => ({ text, paint: (line) => line });
    assert.equal(
      labelled('fix', 5, [{ ...row('a'), end: ' Dockerfile:1', below: ['b'] }, row('c')], null),
      '  fix    - a\n           b Dockerfile:1\n         - c\n',
    );
    const text = 'word '.repeat(30).trim();
    const [first = '', second = ''] = labelled('fix', 5, [row(text)], 60).split('\n');
    assert.equal(`${first.slice(11)} ${second.slice(11)}`.startsWith(text.slice(0, 80)), true);
    assert.ok(first.length <= 60 && second.startsWith(' '.repeat(11)));
    assert.equal(labelled('fix', 5, [], null), '');
  });
});

describe('the kind of a file', () => {
  const kinds: readonly [string, string, string | null][] = [
    ['Dockerfile', '', 'dockerfile'],
    ['dockerfile', '', 'dockerfile'],
    ['Dockerfile.alpine', '', 'dockerfile'],
    ['Dockerfile-dev', '', 'dockerfile'],
    ['Dockerfile_arm64', '', 'dockerfile'],
    ['app.Dockerfile', '', 'dockerfile'],
    ['app.dockerfile', '', 'dockerfile'],
    ['Containerfile', '', 'dockerfile'],
    ['Containerfile.build', '', 'dockerfile'],
    ['app.containerfile', '', 'dockerfile'],
    ['build.sh', '', 'shellscript'],
    ['build.bash', '', 'shellscript'],
    ['Makefile', '', 'makefile'],
    ['makefile', '', 'makefile'],
    ['GNUmakefile', '', 'makefile'],
    ['rules.mk', '', 'makefile'],
    ['build', '#!/bin/sh\n', 'shellscript'],
    ['build', '#!/usr/bin/env bash\n', 'shellscript'],
    ['build', '#!/usr/bin/env -S bash -e\n', 'shellscript'],
    ['build', '#! /bin/dash -e\n', 'shellscript'],
    ['build', '#!/usr/bin/make -f\n', 'makefile'],
    ['build', '#!/usr/bin/env python3\n', null],
    ['build', '#!/bin/shark\n', null],
    ['README.md', 'FROM here\n', null],
    ['Dockerfiles', '', null],
    ['makefiles', '', null],
    ['docker-compose.yml', '', null],
  ];
  for (const [name, text, kind] of kinds)
    it(`${name}${text === '' ? '' : ` with ${JSON.stringify(text)}`}: ${kind ?? 'none'}`, () => {
      assert.equal(kindOf(name, text), kind);
    });
});
