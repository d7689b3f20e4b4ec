// What holds for every Dockerfile: written down in any layout it reads back the same, and every place leads to the text it names.
import assert from 'node:assert/strict';
import { DockerfileParser } from 'dockerfile-ast';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { forEachChild } from 'unbash';
import { parseDockerfile } from '../../../server/src/syntax/dockerfile.js';
import type { SyntaxNode } from '../../../server/src/syntax/shell-tree.js';
import { embedRun, parseShell } from '../../../server/src/syntax/shell.js';
import { toFileSpan } from '../../../server/src/text/embedded.js';
import { indexLines, positionAt } from '../../../server/src/text/lines.js';
import { seeds } from '../../fuzz/syntax.fuzz.js';
import { covered } from './instructions.js';

interface Written {
  readonly keyword: string;
  readonly flags: readonly string[];
  readonly words: readonly string[];
}

const letters = fc.stringMatching(/^[a-z0-9./_é][a-z0-9./_é-]{0,5}$/);
const word = fc.oneof(
  letters,
  letters.map((text) => `"${text} ${text}"`),
  letters.map((text) => `'${text} \\'`),
  letters.map((text) => `${text}\\ ${text}`),
  letters.map((text) => `$\{${text}:-x}`),
  letters.map((text) => `A=${text}`),
);

const instruction: fc.Arbitrary<Written> = fc.record(
  {
    keyword: fc.constantFrom('FROM', 'RUN', 'COPY', 'ADD', 'HEALTHCHECK'),
    flags: fc.array(
      letters.map((text) => `--from=${text}`),
      { maxLength: 2 },
    ),
    words: fc.array(word, { minLength: 1, maxLength: 5 }),
  },
  { noNullPrototype: true },
);

/** What may stand between two words. */
const gap = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(' ', '\t', '  ') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(' \\\n ', ' \\ \n\t', ' \\\n# "comment\n ', ' \\\n\n  # b \\\n\n ', '\\\n '),
  },
);

const layout = fc
  .tuple(
    fc.array(fc.tuple(instruction, fc.array(gap, { minLength: 8, maxLength: 8 })), { maxLength: 6 }),
    fc.boolean(),
  )
  .map(([instructions, windows]) => {
    const lines = instructions.map(([{ keyword, flags, words }, gaps]) =>
      [keyword, ...flags, ...words].map((part, i) => (i === 0 ? part : `${gaps[i] ?? ' '}${part}`)).join(''),
    );
    const text = lines.map((line) => `${line}\n`).join('# between\n\n');
    return {
      text: windows ? text.replaceAll('\n', '\r\n') : text,
      instructions: instructions.map(([written]) => written),
    };
  });

describe('properties of Dockerfiles', () => {
  it('any layout reads back as what was written, every word in its place', () => {
    fc.assert(
      fc.property(layout, ({ text, instructions }) => {
        const tree = parseDockerfile(text);
        assert.deepEqual(
          tree.instructions.map((read) => ({
            keyword: read.keyword,
            flags: read.flags.map((flag) => `--${flag.name}=${flag.value ?? ''}`),
            words: read.words.map((one) => one.text),
          })),
          instructions,
        );
        for (const read of tree.instructions) {
          for (const flag of read.flags) assert.equal(covered(text, flag.valueSpan ?? flag.span), flag.value);
          for (const one of read.words) assert.equal(covered(text, one.span), one.text);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('any words cut by continuations are the same words', () => {
    fc.assert(
      fc.property(
        fc.array(letters, { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat(30), { maxLength: 4 }),
        (list, cuts) => {
          const line = list.join(' ');
          let cut = line;
          for (const at of [...new Set(cuts.filter((n) => n > 0 && n < line.length))].sort((a, b) => b - a))
            cut = `${cut.slice(0, at)}\\\n# c\n${cut.slice(at)}`;
          const text = `RUN ${cut}`;
          // A part that starts with a `#` would be a comment; letters have none.
          const read = parseDockerfile(text).instructions[0];
          assert.deepEqual(
            read?.words.map((one) => one.text),
            list,
          );
          for (const one of read?.words ?? [])
            assert.equal(covered(text, one.span).replace(/\\\n# c\n/g, ''), one.text);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('every word of a RUN script stands in the file, continuations taken out', () => {
    let words = 0;
    for (const text of seeds())
      for (const read of parseDockerfile(text).instructions) {
        if (read.keyword !== 'RUN' || read.json || read.heredocs.some((heredoc) => heredoc.chomps)) continue;
        const { source, scripts } = parseShell(embedRun(read));
        const visit = (node: SyntaxNode): void => {
          if (node.type === 'Script' && node.source !== undefined) return;
          if (node.type === 'Word') {
            words++;
            const stands = covered(text, toFileSpan(source, { start: node.pos, end: node.end }));
            assert.equal(withoutContinuations(stands), withoutContinuations(node.text));
          }
          forEachChild(node, visit);
        };
        scripts.forEach(visit);
      }
    assert.ok(words > 500, `${words} words were looked at`);
  });
});

const withoutContinuations = (text: string): string =>
  text.replace(/[\\`][ \t]*\r?\n(?:[ \t]*(?:#.*)?\r?\n)*/g, '').replaceAll('\r', '');

describe('another reader of Dockerfiles', () => {
  it('dockerfile-ast sees instructions start at the same places', () => {
    let instructions = 0;
    for (const text of seeds()) {
      if (!/^\s*FROM\s/im.test(text) || /\d<<|<< |^# escape/m.test(text)) continue;
      const index = indexLines(text);
      const ours = parseDockerfile(text).instructions.map((one) => positionAt(index, one.span.start));
      const theirs = DockerfileParser.parse(text)
        .getInstructions()
        .map((one) => one.getRange().start);
      assert.deepEqual(ours, theirs);
      instructions += ours.length;
    }
    assert.ok(instructions > 200, `${instructions} instructions were compared`);
  });
});
