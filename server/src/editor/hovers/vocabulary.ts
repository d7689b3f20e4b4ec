// Hover of a word of the field (a flag, a variable, a package, a tool): what it does.
import { trusted } from '../blocks.js';
import type { HoverPart } from './hover-part.js';
import { vocabularyEntry, type VocabularyEntry } from '../../knowledge/vocabulary.js';
import { positionAt, type LineIndex } from '../../text/lines.js';
import { span, type Span } from '../../text/span.js';

export function vocabularyHover(text: string, lines: LineIndex, offset: number): HoverPart | null {
  const { line } = positionAt(lines, offset);
  const start = Math.max(lines.starts[line] ?? 0, offset - longest);
  const end = Math.min(lines.starts[line + 1] ?? text.length, offset + longest);
  const here = text.slice(start, end);
  // The part between quotes, commas and `=` first: in `-ldflags='-linkmode external'` the caret decides.
  for (const separators of [/[\s'"`;|&()<>=,]/, /[\s;|&()<>]/]) {
    const word = wordAt(here, offset - start, separators);
    const entry = vocabularyEntry(here.slice(word.start, word.end));
    if (entry === null || !belongs(entry, text, lines, line, start + word.start)) continue;
    return { blocks: [trusted(entry.markdown)], span: span(start + word.start, start + word.end) };
  }
  return null;
}

/** Code units to either side of the caret that a word can reach. */
const longest = 200;
/** Lines that a command can be continued over before its flag. */
const mostLines = 20;

function wordAt(text: string, offset: number, separators: RegExp): Span {
  let start = offset;
  while (start > 0 && !separators.test(text.charAt(start - 1))) start--;
  let end = offset;
  while (end < text.length && !separators.test(text.charAt(end))) end++;
  return span(start, end);
}

/** A flag such as `-a` means what the entry says only behind `go build` and its kin. */
function belongs(entry: VocabularyEntry, text: string, lines: LineIndex, line: number, at: number): boolean {
  if (entry.command === null) return true;
  let first = line;
  const from = (n: number): number => lines.starts[n] ?? 0;
  while (
    first > 0 &&
    line - first < mostLines &&
    /[\\`][ \t]*\r?\n?$/.test(text.slice(from(first - 1), from(first)))
  ) {
    first--;
  }
  const command = text.slice(Math.max(from(first), at - 4000), at);
  return /(?:^|[^\w./-])go\s+(?:build|install|test|run|get|vet|list|env)(?:\s[^;&|]*)?$/.test(command);
}
