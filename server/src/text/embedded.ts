// A text taken out of a file (a RUN body, a heredoc, a recipe) with a map from its offsets back to the file.
import { span, type Span } from './span.js';

/** From `at` (offset in the embedded text) on, code units stand in the file from `file` on, one for one, until the next piece. */
export interface Piece {
  readonly at: number;
  readonly file: number;
  /** Where the text does not stand in the file but was made from a part of it (an expanded variable): that part's length. */
  readonly madeFrom?: number;
}

export interface Embedded {
  readonly text: string;
  /** Sorted by `at`; the first piece starts at 0. Text that stands nowhere in the file (a joined line) belongs to the piece before it. */
  readonly pieces: readonly Piece[];
}

/** The whole of a text that starts at `file` in its file, unchanged. */
export const verbatim = (text: string, file = 0): Embedded => ({ text, pieces: [{ at: 0, file }] });

function pieceIndexAt({ pieces }: Embedded, offset: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.at ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

const pieceAt = (embedded: Embedded, offset: number): Piece =>
  embedded.pieces[pieceIndexAt(embedded, offset)] ?? { at: 0, file: 0 };

/** The file offset of the code unit at `offset` of the embedded text; of made text, where the part it was made from starts. */
export function toFileOffset(embedded: Embedded, offset: number): number {
  const piece = pieceAt(embedded, offset);
  return piece.madeFrom === undefined ? piece.file + (offset - piece.at) : piece.file;
}

/** The file span that covers an embedded span; its end follows the last code unit, so a join behind it is not covered. */
export function toFileSpan(embedded: Embedded, inner: Span): Span {
  const start = toFileOffset(embedded, inner.start);
  if (inner.end <= inner.start) return span(start, start);
  const last = pieceAt(embedded, inner.end - 1);
  const end = last.madeFrom === undefined ? last.file + (inner.end - last.at) : last.file + last.madeFrom;
  return span(start, Math.max(start, end));
}

/** A part of an embedded text, still mapped to the file. */
export function slice(source: Embedded, part: Span): Embedded {
  const text = source.text.slice(part.start, part.end);
  const pieces: Piece[] = [];
  for (let i = pieceIndexAt(source, part.start); i < source.pieces.length; i++) {
    const piece = source.pieces[i];
    if (!piece || (piece.at >= part.end && pieces.length > 0)) break;
    const into = Math.max(0, part.start - piece.at);
    pieces.push({
      ...piece,
      at: Math.max(0, piece.at - part.start),
      file: piece.madeFrom === undefined ? piece.file + into : piece.file,
    });
  }
  return { text, pieces: pieces.length > 0 ? pieces : [{ at: 0, file: toFileOffset(source, part.start) }] };
}

/** Several embedded texts as one. */
export function concatenate(parts: readonly Embedded[]): Embedded {
  const pieces: Piece[] = [];
  let text = '';
  for (const part of parts) {
    if (part.text === '') continue;
    for (const piece of part.pieces) pieces.push({ ...piece, at: piece.at + text.length });
    text += part.text;
  }
  return { text, pieces: pieces.length > 0 ? pieces : [...(parts[0]?.pieces ?? [{ at: 0, file: 0 }])] };
}
