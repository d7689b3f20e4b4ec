// What one kind of hover has to say of one place.
import type { Block } from '../blocks.js';
import type { Span } from '../../text/span.js';

export interface HoverPart {
  readonly blocks: readonly Block[];
  /** What it speaks of, in the document. */
  readonly span: Span;
}
