// Places of an analysis as ranges of the Language Server Protocol.
import { indexLines, rangeOf, type LineIndex } from '../text/lines.js';
import type { Place, Range, Span } from '../text/span.js';
import type { Analysis } from '../build/model.js';

/** Line indexes are made once a text; analyses share texts. */
const indexes = new WeakMap<Analysis, Map<string, LineIndex>>();

const nowhere: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The line index of one of the analysis's texts; null for a path that it does not hold. */
export function linesOf(analysis: Analysis, path: string): LineIndex | null {
  const text = analysis.texts.get(path);
  if (text === undefined) return null;
  let known = indexes.get(analysis);
  if (known === undefined) indexes.set(analysis, (known = new Map<string, LineIndex>()));
  let index = known.get(path);
  if (index === undefined) known.set(path, (index = indexLines(text)));
  return index;
}

/** The range of a place; the start of the file where its text is not part of the analysis. */
export function rangeAt(analysis: Analysis, place: Place): Range {
  const index = linesOf(analysis, place.path);
  return index === null ? nowhere : rangeOf(index, place.span);
}

/** The text that stands at a place; empty where the analysis does not hold the file. */
export const textAt = (analysis: Analysis, place: Place): string =>
  analysis.texts.get(place.path)?.slice(place.span.start, place.span.end) ?? '';

/** Whether two places cover the same code units of the same file. */
export const samePlace = (a: Place, b: Place): boolean =>
  a.path === b.path && a.span.start === b.span.start && a.span.end === b.span.end;

/** A span of the analysed document as a place. */
export const placeIn = (analysis: Analysis, span: Span): Place => ({ path: analysis.path, span });
