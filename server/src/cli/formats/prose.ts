// Sentences on a terminal: wrapped to its width, under a label, with what follows indented.
import { columns, visible } from './excerpt.js';

/** Breaks at blanks so that no line is wider than `width`; null leaves the text as it is. Words are never broken. */
export function wrap(text: string, width: number | null): string[] {
  if (width === null) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && columns(line) + 1 + columns(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** Widest line that is still easy to read. */
const readable = 100;

/** A text of any number of lines, each wrapped and behind `indent` blanks; ends with a newline. */
export function paragraph(text: string, indent: number, width: number | null): string {
  const room = width === null ? null : Math.max(20, Math.min(width, readable) - indent);
  return text
    .split('\n')
    .flatMap((line) => wrap(visible(line), room))
    .map((line) => (line === '' ? '\n' : `${' '.repeat(indent)}${line}\n`))
    .join('');
}

/**
 * Rows under one label, which stands before the first; each row is a bullet, wrapped, its later lines indented.
 * @param labelWidth Columns up to which labels are filled up, so that rows of all labels start below each other.
 */
export function labelled(
  label: string,
  labelWidth: number,
  rows: readonly Row[],
  width: number | null,
): string {
  const indent = 2 + Math.max(labelWidth, columns(label)) + 2;
  const room = width === null ? null : Math.max(20, Math.min(width, readable) - indent - 2);
  return rows
    .map((row, i) => {
      const lead = i === 0 ? `  ${label}` : '';
      const lines = [...wrap(visible(row.text), room).map(row.paint), ...(row.below ?? [])];
      const text = lines.join(`\n${' '.repeat(indent + 2)}`);
      return `${lead}${' '.repeat(indent - columns(lead))}- ${text}${row.end ?? ''}\n`;
    })
    .join('');
}

export interface Row {
  readonly text: string;
  readonly paint: (line: string) => string;
  /** Behind the last line: a place, as it is. */
  readonly end?: string;
  /** Lines below the text, as they are. */
  readonly below?: readonly string[];
}
