// Whether words can be put before or behind the words of a command without changing what the shell reads.
import type { Analysis } from '../../build/model.js';
import type { Place } from '../../text/span.js';
import { instructionAt } from '../facts.js';

const commandStart = /(?:^|[;&|({`\n]|[ \t](?:then|do|else|!)|^[ \t]*[@+-]+|\bRUN(?:[ \t]+--[^\s]+)*)$/i;
const joinedLine = /(?:[\\`][ \t]*\r?\n|(?:^|\n)[ \t]*#[^\n]*\n)[ \t]*$/;

/** Whether a simple command starts at the place, so that an assignment can be put before it. */
export function startsCommand(analysis: Analysis, place: Place): boolean {
  const text = analysis.texts.get(place.path);
  if (text === undefined || isExecForm(analysis, place)) return false;
  let before = text.slice(Math.max(0, place.span.start - 400), place.span.start);
  for (;;) {
    const shorter = before
      .replace(/[ \t]+$/, '')
      .replace(joinedLine, (match) => (match.startsWith('\n') ? '\n' : ''));
    if (shorter === before) break;
    before = shorter;
  }
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return before === '' || line.trim() === '' || commandStart.test(line);
}

/** Whether the place lies in a JSON array of words, where a new word needs quotes and a comma. */
export function isExecForm(analysis: Analysis, place: Place): boolean {
  if (place.path !== analysis.path) return false;
  const body = instructionAt(analysis, place)?.body.text.trimStart();
  return body?.startsWith('[') === true && /^\[\s*"/.test(body);
}
