// Hover of an error message, wherever it stands: what it means, why it is printed, and what helps.
import * as l10n from '@vscode/l10n';
import { code, heading, list, paragraph, separator, type Block, type Inline, type Line } from '../blocks.js';
import type { HoverPart } from './hover-part.js';
import { explainMessage } from '../../knowledge/messages/explanation.js';
import { recognise } from '../../knowledge/messages/recognise.js';
import { positionAt, type LineIndex } from '../../text/lines.js';
import { contains, span } from '../../text/span.js';

/** Lines before a message that can tell what it is; what stands further up is not looked at. */
const linesBefore = 12;
/** Code units to either side of the offset that are looked at, for lines without end. */
const widest = 16_384;

/** Looks at the line of the offset and those right before it, however long the text is. */
export function messageHover(text: string, index: LineIndex, offset: number): HoverPart | null {
  const { line } = positionAt(index, offset);
  const start = Math.max(index.starts[Math.max(0, line - linesBefore)] ?? 0, offset - widest);
  const end = Math.min(index.starts[line + 1] ?? text.length, offset + widest);
  const window = text.slice(start, end);
  const message = recognise(window).find((found) => contains(found.span, offset - start));
  if (message === undefined) return null;
  const said = explainMessage(message, marked);
  if (said === null) return null;
  const blocks: Block[] = [
    separator,
    heading(...lineOf(said.title)),
    code(window.slice(message.span.start, message.span.end)),
    paragraph(...lineOf(said.meaning)),
    paragraph(...lineOf(said.why)),
    heading(l10n.t('What to do')),
    list(said.remedies.map(lineOf)),
    ...(said.ambiguity === null
      ? []
      : [heading(l10n.t('It may be something else')), paragraph(...lineOf(said.ambiguity))]),
  ];
  return { blocks, span: span(start + message.span.start, start + message.span.end) };
}

/** Private-use characters around a literal, so that prose from the knowledge room becomes inlines and is escaped here. */
const [open, close] = ['\ue000', '\ue001'];
export const marked = (literal: string): string => open + literal.replace(/[\ue000\ue001]/g, '') + close;

/** Prose whose literals are `marked`, as inlines. */
export function lineOf(prose: string): Line {
  return prose.split(/(\ue000[^\ue001]*\ue001)/).flatMap((part): Inline[] => {
    if (part.startsWith(open)) return [{ code: part.slice(1, -1) }];
    return part === '' ? [] : [part];
  });
}
