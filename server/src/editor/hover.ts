// The hover at an offset of a document: what each kind of hover has to say there, the most urgent first.
import { separator, type Block } from './blocks.js';
import { linesOf } from './places.js';
import { renderMarkdown, renderPlain } from './render.js';
import { buildHover } from './hovers/build-command.js';
import type { Documentation } from './documentation-url.js';
import { findingHover } from './hovers/finding.js';
import type { HoverPart } from './hovers/hover-part.js';
import { imageHover } from './hovers/image.js';
import { messageHover } from './hovers/message.js';
import { placementHover } from './hovers/placement.js';
import { vocabularyHover } from './hovers/vocabulary.js';
import { shownAt } from './related.js';
import { indexLines, rangeOf, type LineIndex } from '../text/lines.js';
import { contains, type Range } from '../text/span.js';
import type { Analysis } from '../build/model.js';
import type { Finding } from '../rules/model.js';

export interface HoverResult {
  readonly markdown: string;
  readonly plain: string;
  /** What the first part speaks of. */
  readonly range: Range;
}

/** Hover over an analysed document; null where there is nothing to say. */
export function hoverAt(
  analysis: Analysis,
  findings: readonly Finding[],
  offset: number,
  documentation: Documentation = null,
): HoverResult | null {
  const text = analysis.texts.get(analysis.path);
  const lines = linesOf(analysis, analysis.path);
  if (text === undefined || lines === null) return null;
  const told = findings.filter((finding) => {
    const place = shownAt(finding, analysis);
    return place !== null && contains(place.span, offset);
  });
  const message = messageHover(text, lines, offset);
  return joined(
    [
      findingHover(analysis, findings, offset, documentation),
      message,
      ...(message === null ? [vocabularyHover(text, lines, offset)] : []),
      buildHover(analysis, told, offset) ??
        imageHover(analysis, offset) ??
        placementHover(analysis, findings, told, offset),
    ],
    lines,
  );
}

/** Hover over a text that is not analysed, such as a log: error messages and words of the field. */
export function hoverInText(text: string, offset: number): HoverResult | null {
  const lines = indexLines(text);
  return joined([messageHover(text, lines, offset) ?? vocabularyHover(text, lines, offset)], lines);
}

function joined(parts: readonly (HoverPart | null)[], lines: LineIndex): HoverResult | null {
  const told = parts.filter((part) => part !== null);
  const [first] = told;
  if (first === undefined) return null;
  const blocks: Block[] = told.flatMap((part) => [separator, ...part.blocks]);
  return { markdown: renderMarkdown(blocks), plain: renderPlain(blocks), range: rangeOf(lines, first.span) };
}
