// Short ways to say what a Dockerfile's tree must hold: instructions by their texts, spans by the text they cover.
import assert from 'node:assert/strict';
import type { Dockerfile, DockerInstruction } from '../../../server/src/syntax/dockerfile-tree.js';
import { parseDockerfile } from '../../../server/src/syntax/dockerfile.js';
import type { Span } from '../../../server/src/text/span.js';

export const covered = (text: string, place: Span): string => text.slice(place.start, place.end);

/** The span of the `nth` place (from 1) at which `part` stands in the text. */
export function spanOf(text: string, part: string, nth = 1): Span {
  let start = -1;
  for (let i = 0; i < nth; i++) start = text.indexOf(part, start + 1);
  assert.ok(start >= 0, `${JSON.stringify(part)} stands in the text ${nth} times`);
  return { start, end: start + part.length };
}

/** The only instruction of a text, with its tree. */
export function only(text: string): DockerInstruction {
  const { instructions } = parseDockerfile(text);
  assert.equal(instructions.length, 1, `one instruction in ${JSON.stringify(text)}`);
  return nth(instructions, 0);
}

export function nth<T>(list: readonly T[], index: number): T {
  const item = list[index];
  assert.ok(item !== undefined, `there is an element ${index}`);
  return item;
}

export const words = (instruction: DockerInstruction): readonly string[] =>
  instruction.words.map((word) => word.text);

/** `KEYWORD word word`, one a line. */
export const outline = (tree: Dockerfile): readonly string[] =>
  tree.instructions.map((instruction) => [instruction.keyword, ...words(instruction)].join(' '));
