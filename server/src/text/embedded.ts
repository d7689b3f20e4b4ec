// A text taken out of a file (a RUN body, a heredoc, a recipe) with a map from its offsets back to the file.
import { span, type Span } from './span.js';

/** From `at` (offset in the embedded text) on, code units stand in the file from `file` on, one for one, until the next piece. */
export interface Piece {
  readonly at: number;
  readonly file: number;
}

export interface Embedded {
  readonly text: string;
  /** Sorted by `at`; the first piece starts at 0. Text that stands nowhere in the file (a joined line) belongs to the piece before it. */
  readonly pieces: readonly Piece[];
}

/** The whole of a text that starts at `file` in its file, unchanged. */
export const verbatim = (text: string, file = 0): Embedded => ({ text, pieces: [{ at: 0, file }] });

/** The file offset of the code unit at `offset` of the embedded text. */
export function toFileOffset(embedded: Embedded, offset: number): number {
  const { pieces } = embedded;
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.at ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low] ?? { at: 0, file: 0 };
  return piece.file + (offset - piece.at);
}

/** The file span that covers an embedded span; its end follows the last code unit, so a join behind it is not covered. */
export function toFileSpan(embedded: Embedded, inner: Span): Span {
  const start = toFileOffset(embedded, inner.start);
  if (inner.end <= inner.start) return span(start, start);
  return span(start, Math.max(start, toFileOffset(embedded, inner.end - 1) + 1));
}
