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

/** Rows under one label: the label stands before the first row only. */
export function labelled(label: string, width: number, rows: readonly string[]): string {
  return rows
    .map((row, i) => {
      const lead = i === 0 ? label : ' '.repeat(columns(label));
      const [first = '', ...rest] = row.trimEnd().split('\n');
      const gap = ' '.repeat(Math.max(2, width - columns(label)));
      const below = rest.map((line) => `  ${' '.repeat(columns(label))}${gap}${line}\n`).join('');
      return `  ${lead}${gap}${first}\n${below}`;
    })
    .join('');
}
