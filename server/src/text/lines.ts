// Offsets to lines and columns and back, for one text, in logarithmic time.
import type { Position, Range, Span } from './span.js';

export interface LineIndex {
  /** Offsets at which lines start; the first is 0. `\n`, `\r\n` and a lone `\r` end a line, as in the Language Server Protocol. */
  readonly starts: readonly number[];
  readonly length: number;
}

export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return { starts, length: text.length };
}

export function positionAt(index: LineIndex, offset: number): Position {
  const at = Math.max(0, Math.min(offset, index.length));
  let low = 0;
  let high = index.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((index.starts[middle] ?? Infinity) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: at - (index.starts[low] ?? 0) };
}

/** Clamps lines and columns that lie outside the text. */
export function offsetAt(index: LineIndex, position: Position): number {
  if (position.line < 0) return 0;
  const start = index.starts[position.line];
  if (start === undefined) return index.length;
  const next = index.starts[position.line + 1] ?? index.length + 1;
  return Math.min(start + Math.max(0, position.character), next - 1, index.length);
}

export const rangeOf = (index: LineIndex, inner: Span): Range => ({
  start: positionAt(index, inner.start),
  end: positionAt(index, inner.end),
});
