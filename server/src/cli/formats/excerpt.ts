// Lines of a file as a terminal shows them, with a range underlined and everything that could steer the terminal made visible.
import type { Range } from '../../text/span.js';
import type { Colours } from '../terminal.js';

/** Lines of a range that are shown before the rest is left out. */
const lineLimit = 4;
/** Columns of a line that are shown. */
const columnLimit = 140;

export interface Excerpt {
  readonly lines: readonly string[];
  readonly range: Range;
}

export const splitLines = (text: string): string[] => text.split(/\r\n|\r|\n/);

/**
 * The excerpt, each line ended by a newline; columns are counted as a terminal counts them (wide characters take two).
 * @param paint How the marks are coloured.
 */
export function showExcerpt(excerpt: Excerpt, colours: Colours, paint: (text: string) => string): string {
  const { start, end } = excerpt.range;
  const last = end.line > start.line && end.character === 0 ? end.line - 1 : end.line;
  const shown = Math.min(last, start.line + lineLimit - 1);
  const width = String(shown + 1).length + 2;
  const bar = colours.dim('│');
  let out = '';
  for (let line = start.line; line <= shown; line++) {
    const text = excerpt.lines[line] ?? '';
    const from = line === start.line ? start.character : text.length - text.trimStart().length;
    const to = line === end.line ? end.character : text.trimEnd().length;
    const clipped = clip(text, from, Math.max(from, to));
    out += `${colours.dim(String(line + 1).padStart(width))} ${bar} ${clipped.text}\n`;
    const marks = '^'.repeat(Math.max(1, clipped.markWidth));
    out += `${' '.repeat(width)} ${bar} ${' '.repeat(clipped.markStart)}${paint(marks)}\n`;
  }
  if (shown < last) out += `${' '.repeat(width)} ${bar} ${colours.dim('…')}\n`;
  return out;
}

/** Shows a window of the line around the mark, so that a line of any length stays one line. */
function clip(
  text: string,
  from: number,
  to: number,
): { text: string; markStart: number; markWidth: number } {
  const begin = from > columnLimit - 40 ? from - 20 : 0;
  const head = begin > 0 ? '…' : '';
  const before = head + visible(text.slice(begin, from));
  const room = Math.max(1, columnLimit - columns(before));
  const marked = take(visible(text.slice(from, to)), room);
  const rest = visible(text.slice(to));
  const after = marked.whole ? take(rest, room - columns(marked.text)) : { text: '', whole: false };
  const tail = marked.whole && after.whole ? '' : '…';
  return {
    text: before + marked.text + after.text + tail,
    markStart: columns(before),
    markWidth: columns(marked.text),
  };
}

function take(text: string, room: number): { text: string; whole: boolean } {
  let used = 0;
  let out = '';
  for (const character of text) {
    used += columns(character);
    if (used > room) return { text: out, whole: false };
    out += character;
  }
  return { text: out, whole: true };
}

/** Control characters, escape sequences and marks that reorder text stand for themselves as symbols; a tab is two blanks. */
export function visible(text: string): string {
  return text.replace(steering, (character) => {
    if (character === '\t') return '  ';
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '␡' : '\ufffd';
  });
}

const steering = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** Columns that a terminal gives a text: none for marks that join on, two for East Asian wide characters and emoji. */
export function columns(text: string): number {
  let width = 0;
  for (const character of text) width += joins.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}

const joins = /^[\p{Mn}\p{Me}\u200b-\u200d\ufe00-\ufe0f]$/u;
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]$|^\p{Emoji_Presentation}$/u;
