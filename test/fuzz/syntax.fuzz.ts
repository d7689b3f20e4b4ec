// Mutated Dockerfiles, scripts and Go files through the readers of `syntax/`: a tree for every text, spans inside it and in order, time that grows with its length.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { forEachChild } from 'unbash';
import { expandDockerWord, splitKeyValues } from '../../server/src/syntax/docker-words.js';
import type { DockerInstruction } from '../../server/src/syntax/dockerfile-tree.js';
import { parseDockerfile } from '../../server/src/syntax/dockerfile.js';
import { readGoModule } from '../../server/src/syntax/go-module.js';
import { readGoSource } from '../../server/src/syntax/go-source.js';
import type { SyntaxNode } from '../../server/src/syntax/shell-tree.js';
import { embedRun, parseShell } from '../../server/src/syntax/shell.js';
import { toFileSpan, verbatim, type Embedded } from '../../server/src/text/embedded.js';
import type { Span } from '../../server/src/text/span.js';
import { mutate, random } from './mutations.js';

/** Slower than reading any text of 64 KiB may be, on a busy machine. */
const SLOWEST = 1500;

/** Shapes that the fixtures lack. */
const SHAPES: readonly string[] = [
  '# escape=`\r\nFROM a\r\nRUN a `\r\n  b\r\n',
  'FROM a\nRUN 3<<-"E F" 4<< G cat \\\n # c\n\n | sh\n\tx\n\tE F\ny\nG\nONBUILD COPY <<A <<B /\na\nA\nb\nB\n',
  'FROM --platform=$X a AS b\nCOPY --from=b --chown=1:1 ["a b", "\\u0041"] \\\n # c\nENV A b c\nENV A="x y" B=\\ c\nARG D E=f\n',
  'HEALTHCHECK --interval=5s CMD ["x", "y"]\nSHELL ["/bin/bash", "-c"]\nRUN if a; then b; elif c; then d; fi && for i in x; do y; done\n',
  'RUN a="$(b "${c:-$(d)}")" e=`f \\`g\\`` h <<<i && (j; { k; }) | l 2>&1 || ! m\n',
  '//go:build (linux && cgo) || !x\n// +build a,b c\n\npackage a\n\n// #cgo linux LDFLAGS: -lm "-l x"\nimport "C"\nimport (\n\tx "net"\n)\n',
  'module a\ngo 1.22\nrequire (\n\tb v1 // indirect\n)\nreplace b => ../b\n',
];

/** Texts to start from: those of the project's own examples and fixtures, and the shapes above. */
export const seeds = (): readonly string[] => [
  ...SHAPES,
  ...['examples', 'test/rules/fixtures']
    .filter((folder) => fs.existsSync(folder))
    .flatMap((folder) => fs.readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /Dockerfile|\.sh$|\.go$|^go\.mod$/.test(entry.name))
    .map((entry) => fs.readFileSync(path.join(entry.parentPath, entry.name), 'utf8')),
];

/** Reads mutated texts until `milliseconds` are over, at least `atLeast` of them; returns how many. The seed decides which. */
export function fuzzSyntax(options: {
  readonly seed: number;
  readonly milliseconds: number;
  readonly atLeast: number;
}): number {
  const texts = seeds();
  const next = random(options.seed);
  const end = performance.now() + options.milliseconds;
  let rounds = 0;
  for (; rounds < options.atLeast || performance.now() < end; rounds++) {
    const text = mutate(texts, next);
    const start = performance.now();
    try {
      checkDockerfile(text);
      checkShell(verbatim(text), text);
      checkOthers(text);
    } catch (error) {
      throw new Error(`round ${rounds} of seed ${options.seed}: ${JSON.stringify(text)}`, { cause: error });
    }
    const took = performance.now() - start;
    assert.ok(took < SLOWEST, `round ${rounds}: ${took} ms for ${JSON.stringify(text)}`);
  }
  return rounds;
}

function inside(part: Span, outer: Span, what: string): void {
  assert.ok(
    part.start <= part.end && part.start >= outer.start && part.end <= outer.end,
    `${what} ${part.start}–${part.end} in ${outer.start}–${outer.end}`,
  );
}

function checkDockerfile(text: string): void {
  const tree = parseDockerfile(text);
  const whole = { start: 0, end: text.length };
  let last = 0;
  for (const instruction of tree.instructions) {
    inside(instruction.span, whole, 'instruction');
    assert.ok(instruction.span.start >= last, 'instructions are in order and do not overlap');
    last = instruction.span.end;
    checkInstruction(instruction, text);
    if (instruction.trigger) checkInstruction(instruction.trigger, text);
  }
  last = 0;
  for (const comment of tree.comments) {
    inside(comment.span, whole, 'comment');
    assert.equal(text[comment.span.start], '#');
    assert.ok(comment.span.start >= last, 'comments are in order');
    last = comment.span.end;
  }
}

function checkInstruction(instruction: DockerInstruction, text: string): void {
  const { span, keywordSpan, flags, words, json, heredocs, body } = instruction;
  inside(keywordSpan, span, 'keyword');
  assert.ok(keywordSpan.end > keywordSpan.start, 'a keyword has letters');
  for (const flag of flags) inside(flag.span, span, 'flag');
  for (const flag of flags) if (flag.valueSpan) inside(flag.valueSpan, flag.span, 'value');
  for (const word of [...words, ...(json ?? [])]) inside(word.span, span, 'word');
  for (const heredoc of heredocs) {
    inside(heredoc.span, span, 'heredoc');
    inside(heredoc.marker, span, 'marker');
    checkEmbedded(heredoc.body, text);
  }
  checkEmbedded(body, text);
  const script = embedRun(instruction);
  checkEmbedded(script, text);
  checkShell(script, text);
  for (const pair of splitKeyValues(instruction)) {
    inside(pair.span, span, 'pair');
    if (pair.valueSpan) inside(pair.valueSpan, pair.span, 'value of a pair');
  }
  expandDockerWord(body.text, (name) => (name.length > 1 ? name : null), '\\');
}

/** Every character of what is embedded stands in the file where its map says. */
function checkEmbedded(embedded: Embedded, text: string): void {
  assert.equal(embedded.pieces[0]?.at, 0);
  embedded.pieces.forEach((piece, i) => {
    const end = embedded.pieces[i + 1]?.at ?? embedded.text.length;
    const part = embedded.text.slice(piece.at, end);
    const stands = text.slice(piece.file, piece.file + part.length);
    // The newline and the name at a heredoc's ends are put in with `\n`, whatever the line end is.
    if (part.endsWith('\n')) assert.equal(stands.replace(/\r$/, '').trimEnd(), part.trimEnd());
    else assert.equal(stands, part);
  });
}

function checkShell(script: Embedded, text: string): void {
  const { source, scripts } = parseShell(script);
  const whole = { start: 0, end: source.text.length };
  let budget = 5000;
  const visit = (node: SyntaxNode): void => {
    if (budget-- <= 0) return;
    // Scripts in escaped backquotes have a text, and places, of their own.
    if (node.type === 'Script' && node.source !== undefined) return;
    inside({ start: node.pos, end: node.end }, whole, node.type);
    inside(toFileSpan(source, { start: node.pos, end: node.end }), { start: 0, end: text.length }, node.type);
    forEachChild(node, visit);
  };
  scripts.forEach(visit);
}

function checkOthers(text: string): void {
  const source = readGoSource(text);
  for (const one of source.imports) inside(one.span, { start: 0, end: text.length }, 'import');
  const module = readGoModule(text);
  for (const one of [...module.requires, ...module.replaces])
    inside(one.span, { start: 0, end: text.length }, 'line of go.mod');
}
