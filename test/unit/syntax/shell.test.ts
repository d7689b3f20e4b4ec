// Shell scripts: what is read of broken ones, and where every node stands in the file it came from.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { forEachChild } from 'unbash';
import { parseDockerfile } from '../../../server/src/syntax/dockerfile.js';
import type { Script, SyntaxNode } from '../../../server/src/syntax/shell-tree.js';
import { embedRun, parseShell } from '../../../server/src/syntax/shell.js';
import { toFileSpan, verbatim, type Embedded } from '../../../server/src/text/embedded.js';
import { covered, nth, spanOf } from './instructions.js';

/** The words of every command, each joined with blanks, one list for each script. */
function commands(source: Embedded): readonly (readonly string[])[] {
  return parseShell(source).scripts.map((script) => commandsIn(script));
}

function commandsIn(root: SyntaxNode): readonly string[] {
  const found: string[] = [];
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'Command')
      found.push([node.name, ...node.args].flatMap((word) => (word ? [word.text] : [])).join(' '));
    forEachChild(node, visit);
  };
  visit(root);
  return found;
}

function wordsIn(
  script: Script,
): readonly { readonly pos: number; readonly end: number; readonly text: string }[] {
  const found: { readonly pos: number; readonly end: number; readonly text: string }[] = [];
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'Word') found.push(node);
    forEachChild(node, visit);
  };
  visit(script);
  return found;
}

const runOf = (text: string): Embedded => embedRun(nth(parseDockerfile(text).instructions, 0));

describe('shell scripts', () => {
  it('sound ones are one script', () => {
    assert.deepEqual(commands(verbatim('set -e\nif a; then b; fi\ncase x in y) c;; esac\n')), [
      ['set -e', 'a', 'b', 'c'],
    ]);
  });

  it('go on behind a stray token', () => {
    assert.deepEqual(commands(verbatim('a && b | | c && d\ne')), [
      ['a', 'b'],
      ['c', 'd', 'e'],
    ]);
    assert.deepEqual(commands(verbatim('a ) b\nc')), [['a'], ['b', 'c']]);
    assert.deepEqual(commands(verbatim('| a')), [['a']]);
    assert.deepEqual(commands(verbatim('a;;b\nc')), [['a'], ['b', 'c']]);
  });

  it('keep what an unfinished construct holds', () => {
    for (const text of [
      'if a; then b',
      'while a; do b',
      'for i in x; do a; b',
      '{ a; b',
      '( a; b',
      'a && b &&',
      'a | b |',
    ])
      assert.deepEqual(commands(verbatim(text)), [['a', 'b']], text);
  });

  it('a heredoc is no list of commands', () => {
    assert.deepEqual(commands(verbatim('cat <<EOF\nrm -rf /\nEOF\nls')), [['cat', 'ls']]);
    assert.deepEqual(commands(verbatim('cat <<EOF\nrm -rf /\n')), [['cat']]);
  });

  it('a comment ends where its line ends', () => {
    assert.deepEqual(commands(verbatim('a # b \\\nc')), [['a', 'c']]);
  });

  it('carriage returns at line ends are not there, and places stay exact', () => {
    const text = 'if a\r\nthen\r\n  b \\\r\n    c\r\nfi\r\ncat <<EOF\r\nx\r\nEOF\r\nd\r\n';
    const { source, scripts } = parseShell(verbatim(text));
    assert.deepEqual(
      scripts.map((script) => commandsIn(script)),
      [['a', 'b c', 'cat', 'd']],
    );
    for (const word of wordsIn(nth(scripts, 0)))
      assert.equal(covered(text, toFileSpan(source, { start: word.pos, end: word.end })), word.text);
  });

  it('a carriage return inside a line stays', () => {
    assert.equal(parseShell(verbatim('a\rb\r')).source.text, 'a\rb');
  });
});

describe('shell scripts of RUN', () => {
  it('are the joined lines, comments between them left out', () => {
    assert.equal(runOf('RUN a && \\\n# c\n\n  b').text, 'a &&   b');
  });

  it('every word keeps its place through continuations and comments', () => {
    const text =
      '# escape=\\\nFROM x\nRUN --mount=type=cache,target=/c \\\n # one\n\n  go build \\\r\n # two\n -o /o\\\nut "./c md" && \\\n echo $(date \\\n  +%s)\n';
    const run = nth(parseDockerfile(text).instructions, 1);
    const { source, scripts } = parseShell(embedRun(run));
    const found = wordsIn(nth(scripts, 0));
    assert.deepEqual(
      found.map((word) => word.text),
      ['go', 'build', '-o', '/out', '"./c md"', 'echo', '$(date   +%s)', 'date', '+%s'],
    );
    for (const word of found) {
      const slice = covered(text, toFileSpan(source, { start: word.pos, end: word.end }));
      assert.equal(slice.replace(/\\\r?\n/g, ''), word.text);
    }
  });

  it('a heredoc that is the whole command is the script', () => {
    const text = 'RUN <<-EOF\n\tset -e\n\tgo build \\\n\t  -o /app\n\tEOF\n';
    const { source, scripts } = parseShell(runOf(text));
    assert.equal(source.text, 'set -e\ngo build \\\n  -o /app\n');
    assert.deepEqual(
      scripts.map((script) => commandsIn(script)),
      [['set -e', 'go build -o /app']],
    );
    const app = wordsIn(nth(scripts, 0)).find((word) => word.text === '/app');
    assert.deepEqual(app && toFileSpan(source, { start: app.pos, end: app.end }), spanOf(text, '/app'));
  });

  it('a heredoc beside a command is read by the shell', () => {
    const text = 'RUN cat <<EOF | sh && \\\n  ls\ngo build\nEOF\n';
    const script = runOf(text);
    assert.equal(script.text, 'cat <<EOF | sh &&   ls\ngo build\nEOF');
    assert.deepEqual(commands(script), [['cat', 'sh', 'ls']]);
    const body = script.text.indexOf('go build');
    assert.deepEqual(toFileSpan(script, { start: body, end: body + 8 }), spanOf(text, 'go build'));
    const delimiter = script.text.lastIndexOf('EOF');
    assert.deepEqual(toFileSpan(script, { start: delimiter, end: delimiter + 3 }), spanOf(text, 'EOF', 2));
  });

  it('several heredocs follow each other', () => {
    assert.equal(runOf('RUN a <<A b <<"B"\n1\nA\n2\nB\n').text, 'a <<A b <<"B"\n1\nA\n2\nB');
    assert.deepEqual(commands(runOf('RUN <<A <<B\n1\nA\n2\nB\nRUN x')), [['']]);
  });

  it('an unclosed heredoc still gives its lines', () => {
    assert.equal(runOf('RUN <<EOF\ngo build\n').text, 'go build\n');
    assert.equal(runOf('RUN sh <<EOF\ngo build').text, 'sh <<EOF\ngo build');
    assert.equal(runOf('RUN sh <<EOF').text, 'sh <<EOF');
    assert.equal(runOf('RUN sh <<A <<B\nA').text, 'sh <<A <<B\nA');
  });
});

describe('hostile shell scripts', () => {
  const inTime = (text: string): number => {
    const start = performance.now();
    const { scripts } = parseShell(verbatim(text));
    for (const script of scripts) wordsIn(script);
    assert.ok(performance.now() - start < 5000, `${JSON.stringify(text.slice(0, 20))}… in time`);
    return scripts.length;
  };

  for (const part of [
    '"$(',
    '$(',
    '`',
    '${a:-',
    '"${a:-"',
    '<(',
    '$((',
    'a <<E\n$(',
    '<<a ',
    'a() ',
    'if ',
    '( ',
    '| ',
    ';; ',
    "'",
  ])
    it(`${JSON.stringify(part)} over and over`, () => {
      inTime(part.repeat(Math.floor(250_000 / part.length)));
    });

  it('nesting and its closing', () => {
    inTime(`${'"$('.repeat(8000)}a${')"'.repeat(8000)}`);
  });

  it('what stands in front of nesting too deep is still read', () => {
    const text = `go build\n${'echo $('.repeat(20_000)}`;
    assert.deepEqual(commands(verbatim(text)), [['go build']]);
  });

  it('ordinary nesting is read whole, quotes, comments and brackets in it', () => {
    const line = 'a="$(b "$(c \'(\' "${d:-$(e)}")" \\( )" # it\'s ( $(\n';
    assert.deepEqual(parseShell(verbatim(line.repeat(4000))).scripts.length, 1);
    assert.equal(parseShell(verbatim(`${line.repeat(1000)}last`)).scripts[0]?.commands.length, 1001);
  });

  it('a script above 256 KiB is not read', () => {
    assert.equal(inTime('a\n'.repeat(140_000)), 0);
  });
});
