// From offsets in a file to the lines and columns that are printed; every file is indexed once.
import type { Because } from '../text/because.js';
import { indexLines, rangeOf, type LineIndex } from '../text/lines.js';
import { span, type Place, type Range, type Span } from '../text/span.js';

/** Evidence as JSON shows it; without a place it is a dated fact that stands in no file. */
export interface Evidence {
  readonly text: string;
  readonly path: string | null;
  readonly range: Range | null;
}

export interface Locator {
  readonly range: (path: string, inner: Span) => Range;
  readonly evidence: (reasons: readonly Because[]) => Evidence[];
  readonly name: (path: string) => string;
}

/** @param name How a path is shown. */
export function locator(texts: ReadonlyMap<string, string>, name: (path: string) => string): Locator {
  const indexes = new Map<string, LineIndex>();
  const range = (path: string, inner: Span): Range => {
    const index = indexes.get(path) ?? indexLines(texts.get(path) ?? '');
    indexes.set(path, index);
    return rangeOf(index, inner);
  };
  const evidence = (text: string, place: Place | null): Evidence => ({
    text,
    path: place === null ? null : name(place.path),
    range: place === null ? null : range(place.path, span(place.span.start, place.span.end)),
  });
  return {
    range,
    name,
    evidence: (reasons) => reasons.map((reason) => evidence(reason.text, reason.place)),
  };
}
