// Where something stands in a file: spans count UTF-16 code units, positions count lines and UTF-16 columns from 0.

/** Half-open interval of UTF-16 code units, counted from the start of a file or of an embedded text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Line and UTF-16 column, both from 0, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A span in a named file. `path` is the id that `workspace/` reads files by: separated by `/`, absolute or a URI. */
export interface Place {
  readonly path: string;
  readonly span: Span;
}

/** Replace `span` of `path` by `newText`; an empty span inserts. */
export interface TextEdit extends Place {
  readonly newText: string;
}

export const span = (start: number, end: number): Span => ({ start, end });

/** The smallest span that holds both. */
export const cover = (a: Span, b: Span): Span => span(Math.min(a.start, b.start), Math.max(a.end, b.end));

/** Whether an offset lies in the span; the end counts as inside, so that a caret behind a word finds it. */
export const contains = (outer: Span, offset: number): boolean =>
  offset >= outer.start && offset <= outer.end;

/** Whether two spans share a code unit, or touch when one of them is empty. */
export const overlaps = (a: Span, b: Span): boolean =>
  a.start === a.end || b.start === b.end
    ? a.start <= b.end && b.start <= a.end
    : a.start < b.end && b.start < a.end;
