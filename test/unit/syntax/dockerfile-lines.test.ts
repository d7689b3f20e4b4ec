// Which lines make an instruction: continuations, comments, blank lines, line ends, the escape directive.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseDockerfile } from '../../../server/src/syntax/dockerfile.js';
import { covered, nth, only, outline, spanOf, words } from './instructions.js';

const outlineOf = (text: string): readonly string[] => outline(parseDockerfile(text));

describe('Dockerfile lines', () => {
  it('one instruction a line, blanks before and behind it not part of it', () => {
    const text = '\n  from alpine  \n\nRun\tls \t-l\n';
    const tree = parseDockerfile(text);
    assert.deepEqual(outline(tree), ['FROM alpine', 'RUN ls -l']);
    assert.equal(covered(text, nth(tree.instructions, 0).span), 'from alpine');
    assert.equal(covered(text, nth(tree.instructions, 1).span), 'Run\tls \t-l');
    assert.equal(covered(text, nth(tree.instructions, 1).keywordSpan), 'Run');
  });

  it('a continued line is joined, the words keep their places', () => {
    const text = 'RUN apt-get update && \\\n    apt-get install -y gcc\nUSER app\n';
    const run = nth(parseDockerfile(text).instructions, 0);
    assert.equal(run.body.text, 'apt-get update &&     apt-get install -y gcc');
    assert.deepEqual(nth(run.words, 3), { text: 'apt-get', span: spanOf(text, 'apt-get', 2) });
    assert.equal(covered(text, run.span), text.slice(0, text.indexOf('\nUSER')));
  });

  it('a word that goes on over a continuation is one word, and its span covers both parts', () => {
    const text = 'COPY /long/na\\\nme /to\n';
    const [source, target] = only(text).words;
    assert.deepEqual(source, { text: '/long/name', span: spanOf(text, '/long/na\\\nme') });
    assert.deepEqual(target, { text: '/to', span: spanOf(text, '/to') });
  });

  it('blanks may stand behind the escape character', () => {
    assert.deepEqual(words(only('RUN a \\ \t\n b')), ['a', 'b']);
  });

  it('an escaped escape character at the end of a line continues nothing', () => {
    assert.deepEqual(outlineOf('RUN dir c:\\\\\nUSER app'), ['RUN dir c:\\\\', 'USER app']);
  });

  it('an escape character in front of anything else continues nothing', () => {
    assert.deepEqual(outlineOf('RUN a \\b\nUSER app'), ['RUN a \\b', 'USER app']);
  });

  it('comment and blank lines between continued lines are passed over', () => {
    const text = 'RUN one && \\\n# why\n\n   \t\n  # because \\\n  two\nCMD x\n';
    const tree = parseDockerfile(text);
    assert.deepEqual(outline(tree), ['RUN one && two', 'CMD x']);
    assert.deepEqual(tree.comments, [
      { text: 'why', span: spanOf(text, '# why') },
      { text: 'because \\', span: spanOf(text, '# because \\') },
    ]);
    assert.deepEqual(nth(nth(tree.instructions, 0).words, 2), { text: 'two', span: spanOf(text, 'two') });
  });

  it('a # inside a line starts no comment', () => {
    const tree = parseDockerfile('RUN echo a # b\nRUN c \\\n  d # e\n');
    assert.deepEqual(outline(tree), ['RUN echo a # b', 'RUN c d # e']);
    assert.deepEqual(tree.comments, []);
  });

  it('every comment line is told, in file order, without its mark and blanks', () => {
    const text = '#!/bin/x\n# a\nFROM b\n  #c  \n#\nRUN d \\\n#e\n f\n# g';
    assert.deepEqual(
      parseDockerfile(text).comments.map((comment) => [comment.text, covered(text, comment.span)]),
      [
        ['!/bin/x', '#!/bin/x'],
        ['a', '# a'],
        ['c', '#c'],
        ['', '#'],
        ['e', '#e'],
        ['g', '# g'],
      ],
    );
  });

  it('a keyword may be continued too', () => {
    const text = 'RU\\\nN ls';
    const run = only(text);
    assert.equal(run.keyword, 'RUN');
    assert.equal(covered(text, run.keywordSpan), 'RU\\\nN');
  });

  it('an instruction may start behind a lone escape character', () => {
    const text = '\\\n  USER app\n';
    const user = only(text);
    assert.equal(user.keyword, 'USER');
    assert.deepEqual(user.span, spanOf(text, 'USER app'));
  });
});

describe('Dockerfile line ends', () => {
  it('carriage returns belong to line ends', () => {
    const text = '# c\r\nRUN a \\\r\n# d\r\n\r\n  b\r\nCMD x\r\n';
    const tree = parseDockerfile(text);
    assert.deepEqual(outline(tree), ['RUN a b', 'CMD x']);
    assert.deepEqual(
      tree.comments.map((comment) => covered(text, comment.span)),
      ['# c', '# d'],
    );
    assert.equal(covered(text, nth(tree.instructions, 0).span), 'RUN a \\\r\n# d\r\n\r\n  b');
  });

  it('a byte order mark is no part of the first line', () => {
    const text = '\uFEFF# escape=`\nRUN a `\n b';
    const tree = parseDockerfile(text);
    assert.equal(tree.escape, '`');
    assert.deepEqual(outline(tree), ['RUN a b']);
    assert.deepEqual(nth(tree.comments, 0).span, spanOf(text, '# escape=`'));
  });

  it('a lone carriage return is a blank, as for Docker', () => {
    assert.deepEqual(outlineOf('RUN a\rb'), ['RUN a b']);
  });
});

describe('the escape directive', () => {
  const escapeOf = (text: string): string => parseDockerfile(text).escape;

  it('changes the character that continues lines', () => {
    assert.deepEqual(outlineOf('# escape=`\nRUN a `\n b\nRUN c:\\\nCMD x'), ['RUN a b', 'RUN c:\\', 'CMD x']);
  });

  it('may follow other directives, in any case and with blanks', () => {
    assert.equal(escapeOf('# syntax=docker/dockerfile:1\n#check=skip=all\n  #  EsCaPe = `  \nFROM a'), '`');
  });

  it('counts only above everything else', () => {
    assert.equal(escapeOf('\n# escape=`\nFROM a'), '\\', 'behind a blank line');
    assert.equal(escapeOf('# a comment\n# escape=`\nFROM a'), '\\', 'behind a comment');
    assert.equal(escapeOf('# unknown=1\n# escape=`\nFROM a'), '\\', 'behind a directive that is none');
    assert.equal(escapeOf('FROM a\n# escape=`\n'), '\\', 'behind an instruction');
  });

  it('takes no other character', () => {
    assert.equal(escapeOf('# escape=x\nFROM a'), '\\');
    assert.equal(escapeOf('# escape=``\nFROM a'), '\\');
    assert.equal(escapeOf('# escape=\nFROM a'), '\\');
  });
});

describe('half-typed Dockerfiles', () => {
  it('nothing is a tree without instructions', () => {
    for (const text of ['', '\n', '  \t', '\\', '\\\n', '\uFEFF', '#', '\r\n'])
      assert.deepEqual(parseDockerfile(text).instructions, [], JSON.stringify(text));
  });

  it('a keyword alone has an empty body right behind it', () => {
    for (const text of ['FROM', 'FROM ', 'FROM \\', 'FROM \\\n', 'FROM  \n\n']) {
      const from = only(text);
      assert.equal(from.keyword, 'FROM');
      assert.deepEqual(from.span, { start: 0, end: 4 });
      assert.deepEqual(from.body, { text: '', pieces: [{ at: 0, file: 4 }] });
      assert.deepEqual(from.words, []);
    }
  });

  it('an unknown keyword stays as it is typed', () => {
    assert.equal(only('Fro alpine').keyword, 'Fro');
    assert.equal(only('from alpine').keyword, 'FROM');
  });

  it('an unclosed quote runs to the end of the instruction, not of the file', () => {
    const tree = parseDockerfile('RUN echo "a b\nENV A="x y\nCMD z');
    assert.deepEqual(outline(tree), ['RUN echo "a b', 'ENV A="x y', 'CMD z']);
    assert.equal(nth(tree.instructions, 1).words.length, 1);
  });

  it('a continuation into the next instruction swallows it, as for Docker', () => {
    assert.deepEqual(outlineOf('RUN a && \\\nCMD x'), ['RUN a && CMD x']);
  });
});
