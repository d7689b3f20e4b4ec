// Heredocs of RUN, COPY and ADD, found as BuildKit finds them.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseDockerfile } from '../../../server/src/syntax/dockerfile.js';
import { toFileSpan } from '../../../server/src/text/embedded.js';
import { covered, nth, only, outline, spanOf, words } from './instructions.js';

/** `[name, body]` of each heredoc of the first instruction. */
const heredocs = (text: string): readonly (readonly [string, string])[] =>
  nth(parseDockerfile(text).instructions, 0).heredocs.map((heredoc) => [heredoc.name, heredoc.body.text]);

describe('heredocs', () => {
  it('hold the lines up to the delimiter, comments and continuations included', () => {
    const text = 'RUN <<EOF\n# c\na \\\n\nb\nEOF\nCMD x\n';
    const tree = parseDockerfile(text);
    const run = nth(tree.instructions, 0);
    const [heredoc] = run.heredocs;
    assert.equal(heredoc?.body.text, '# c\na \\\n\nb\n');
    assert.equal(covered(text, heredoc.span), '# c\na \\\n\nb\nEOF');
    assert.equal(covered(text, heredoc.marker), '<<EOF');
    assert.equal(covered(text, run.span), text.slice(0, text.indexOf('\nCMD')));
    assert.deepEqual(run.words, []);
    assert.deepEqual(tree.comments, [], 'a # in a heredoc is no comment of the file');
    assert.deepEqual(outline(tree), ['RUN', 'CMD x']);
  });

  it('may come several on one line, in order', () => {
    assert.deepEqual(heredocs('COPY <<A <<B /to/\nB\nA\nb\nB\n'), [
      ['A', 'B\n'],
      ['B', 'b\n'],
    ]);
  });

  it('are no words', () => {
    assert.deepEqual(words(only('RUN cat <<EOF | sh\nx\nEOF\n')), ['cat', '|', 'sh']);
    assert.deepEqual(words(only('COPY --chmod=755 <<EOF /x\ny\nEOF\n')), ['/x']);
  });

  it('may have a number and blanks at their mark', () => {
    assert.deepEqual(heredocs('RUN 3<<EOF cat\nx\nEOF\n'), [['EOF', 'x\n']]);
    const spaced = only('RUN cat << EOF\nx\nEOF\n');
    assert.deepEqual(words(spaced), ['cat']);
    assert.equal(spaced.heredocs.length, 1);
  });

  it('expand variables unless a part of the name is quoted', () => {
    for (const [mark, expands] of [
      ['EOF', true],
      ["'EOF'", false],
      ['"EOF"', false],
      ['E"O"F', false],
    ] as const) {
      const [heredoc] = only(`RUN <<${mark}\nx\nEOF\n`).heredocs;
      assert.deepEqual([heredoc?.name, heredoc?.expands], ['EOF', expands], mark);
    }
    assert.deepEqual(heredocs("RUN <<'a b'\nx\na b\n"), [['a b', 'x\n']]);
  });

  it('lose leading tabs under <<-, and every line keeps its place', () => {
    const text = 'RUN <<-EOF\n\tif a\n\t\tthen b\n  c\n\tEOF\n';
    const [heredoc] = only(text).heredocs;
    assert.equal(heredoc?.body.text, 'if a\nthen b\n  c\n');
    for (const part of ['if a', 'then b', '  c']) {
      const at: number = heredoc.body.text.indexOf(part);
      assert.deepEqual(toFileSpan(heredoc.body, { start: at, end: at + part.length }), spanOf(text, part));
    }
    assert.equal(covered(text, heredoc.span).endsWith('\tEOF'), true);
    assert.deepEqual(
      heredocs('RUN <<EOF\n\tEOF\nEOF\n'),
      [['EOF', '\tEOF\n']],
      'without the dash a tab counts',
    );
  });

  it('end at the delimiter whatever the line end', () => {
    const text = 'RUN <<EOF\r\na\r\nEOF\r\nCMD x';
    assert.deepEqual(outline(parseDockerfile(text)), ['RUN', 'CMD x']);
    assert.deepEqual(heredocs(text), [['EOF', 'a\r\n']]);
  });

  it('start behind the whole continued line', () => {
    assert.deepEqual(heredocs('RUN cat <<EOF \\\n  | sh\na\nEOF\n'), [['EOF', 'a\n']]);
  });

  it('may be empty', () => {
    const text = 'RUN <<EOF\nEOF\nCMD x';
    const [heredoc] = nth(parseDockerfile(text).instructions, 0).heredocs;
    assert.equal(heredoc?.body.text, '');
    assert.deepEqual(heredoc.span, spanOf(text, 'EOF', 2));
  });

  it('without a delimiter run to the end of the file', () => {
    const text = 'RUN <<EOF\na\nCMD x\n';
    const [heredoc] = only(text).heredocs;
    assert.equal(heredoc?.closed, false);
    assert.equal(heredoc.body.text, 'a\nCMD x\n');
    assert.deepEqual(heredoc.span, { start: 10, end: text.length });
    assert.equal(nth(only('RUN <<EOF').heredocs, 0).body.text, '', 'with nothing behind the mark either');
  });
});

describe('what is no heredoc', () => {
  for (const [why, line] of [
    ['a mark inside a word', 'RUN cat<<EOF'],
    ['a mark in quotes', 'RUN echo "<<EOF"'],
    ['a mark in single quotes', "RUN echo 'a <<EOF'"],
    ['a here-string', 'RUN cat <<<EOF'],
    ['a shift', 'RUN echo $((1<<2))'],
    ['a shift with blanks', 'RUN echo $((1 << 2))'],
    ['a mark without a name', 'RUN cat <<'],
    ['a mark with an empty name', "RUN cat <<''"],
    ['a mark behind an open quote', "RUN echo it's <<EOF"],
    ['a mark in another instruction', 'CMD cat <<EOF'],
    ['a mark in the JSON form', 'RUN ["cat", "<<EOF"]'],
  ] as const)
    it(why, () => {
      const tree = parseDockerfile(`${line}\nUSER app\n`);
      assert.deepEqual(nth(tree.instructions, 0).heredocs, []);
      assert.equal(tree.instructions.length, 2);
    });

  it('open marks in thousands cost no more than their length', () => {
    const text = `RUN ${'a << b '.repeat(3000)}\n${'RUN c << d\n'.repeat(3000)}`;
    const start = performance.now();
    assert.equal(parseDockerfile(text).instructions.length, 3001);
    assert.ok(performance.now() - start < 2000);
  });
});
