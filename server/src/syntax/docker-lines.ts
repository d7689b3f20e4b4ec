// Logical lines of a Dockerfile, as BuildKit's parser puts them together: continuations joined, comment and blank lines between them left out.
import type { Embedded, Piece } from '../text/embedded.js';
import { span, type Span } from '../text/span.js';

export interface LogicalLine {
  /** The joined text, mapped to the file, without blanks at its ends. */
  readonly body: Embedded;
  /** Offset at which the line behind it starts; the file's length at its end. */
  readonly next: number;
}

/** Go's `unicode.IsSpace`, by which BuildKit trims. */
const BLANK = /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

export function isBlank(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13);
  return BLANK.test(String.fromCharCode(code));
}

/** Where the text of the line at `start` ends (carriage returns at its end not counted), and where the next line starts. */
export function lineAt(text: string, start: number): { readonly end: number; readonly next: number } {
  const newline = text.indexOf('\n', start);
  let end = newline < 0 ? text.length : newline;
  const next = newline < 0 ? text.length : newline + 1;
  while (end > start && text.charCodeAt(end - 1) === 13) end--;
  return { end, next };
}

/** The first offset in `part` that holds no blank; its end where there is none. */
export function skipBlanks(text: string, part: Span): number {
  let at = part.start;
  while (at < part.end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/**
 * Reads the logical line at `start`, which must be the start of a line. Comment lines are handed to `comment` by the span from `#` to the line's end.
 * Returns null for a blank or comment line (the next line then starts at `lineAt(text, start).next`).
 */
export function readLogicalLine(
  text: string,
  start: number,
  escape: string,
  comment: (span: Span) => void,
): LogicalLine | null {
  const first = lineAt(text, start);
  const from = skipBlanks(text, span(start, first.end));
  if (from === first.end) return null;
  if (text[from] === '#') {
    comment(span(from, first.end));
    return null;
  }
  let joined = '';
  const pieces: Piece[] = [];
  const add = (begin: number, end: number): void => {
    if (end <= begin) return;
    pieces.push({ at: joined.length, file: begin });
    joined += text.slice(begin, end);
  };
  let { end, next } = first;
  let continued = continuationAt(text, span(from, end), escape);
  add(from, continued ?? end);
  while (continued !== null && next < text.length) {
    const begin = next;
    ({ end, next } = lineAt(text, begin));
    const content = skipBlanks(text, span(begin, end));
    if (content === end) continue;
    if (text[content] === '#') {
      comment(span(content, end));
      continue;
    }
    continued = continuationAt(text, span(begin, end), escape);
    // Blanks in front of the first word would hide where the instruction starts.
    add(joined === '' ? content : begin, continued ?? end);
  }
  let length = joined.length;
  while (length > 0 && isBlank(joined.charCodeAt(length - 1))) length--;
  while (pieces.length > 0 && (pieces[pieces.length - 1]?.at ?? 0) >= length) pieces.pop();
  if (pieces.length === 0) pieces.push({ at: 0, file: from });
  return { body: { text: joined.slice(0, length), pieces }, next };
}

/** Offset of the character that continues the line: the last one that is no space or tab, and not itself escaped. Null where the line ends here. */
function continuationAt(text: string, line: Span, escape: string): number | null {
  let last = line.end - 1;
  while (last >= line.start && (text[last] === ' ' || text[last] === '\t')) last--;
  if (last < line.start || text[last] !== escape) return null;
  return last > line.start && text[last - 1] === escape ? null : last;
}
