// Hover of a word of the field (a flag, a variable, a package, a tool): what it does.
import type { HoverPart } from './hover-part.js';
import type { LineIndex } from '../../text/lines.js';

export function vocabularyHover(_text: string, _lines: LineIndex, _offset: number): HoverPart | null {
  return null;
}
