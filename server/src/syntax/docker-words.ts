// Docker's own words: how instructions are split into words, and the pairs of ENV, ARG and LABEL.
import { slice, toFileSpan, type Embedded } from '../text/embedded.js';
import { span, type Span } from '../text/span.js';
import { isBlank, skipBlanks } from './docker-lines.js';
import type { DockerInstruction } from './dockerfile-tree.js';

export { expandDockerWord, type Expansion, type Lookup } from './docker-expansion.js';

/**
 * Spans of the words in a joined line, split at blanks outside quotes as BuildKit's parseWords does; quotes and escapes stay in them.
 * An unclosed quote runs to the end of the text.
 */
export function wordSpans(text: string, escape: string): readonly Span[] {
  const words: Span[] = [];
  let at = skipBlanks(text, span(0, text.length));
  while (at < text.length) {
    const start = at;
    let quote = '';
    while (at < text.length && (quote !== '' || !isBlank(text.charCodeAt(at)))) {
      const c = text.charAt(at);
      // In single quotes nothing can be escaped.
      if (c === escape && quote !== "'") at++;
      else if (quote !== '') quote = c === quote ? '' : quote;
      else if (c === '"' || c === "'") quote = c;
      at++;
    }
    at = Math.min(at, text.length);
    words.push(span(start, at));
    at = skipBlanks(text, span(at, text.length));
  }
  return words;
}

export interface KeyValue {
  readonly name: string;
  /** As written, quotes and variables in it; null for `ARG NAME`. */
  readonly value: string | null;
  /** The pair. */
  readonly span: Span;
  readonly valueSpan: Span | null;
}

/** The pairs of ENV, ARG and LABEL, the old `ENV NAME value …` form included. A half-typed `ENV NAME` has an empty value. */
export function splitKeyValues(instruction: DockerInstruction): readonly KeyValue[] {
  const { words, body, keyword } = instruction;
  const [first] = words;
  if (!first) return [];
  if (keyword !== 'ARG' && !first.text.includes('=')) return [oldForm(body)];
  const pairs: KeyValue[] = [];
  let from = 0;
  for (const word of words) {
    const at = body.text.indexOf(word.text, from);
    from = at + word.text.length;
    const equals = word.text.indexOf('=');
    const known = at >= 0 && equals >= 0;
    pairs.push({
      name: equals < 0 ? word.text : word.text.slice(0, equals),
      value: equals < 0 ? null : word.text.slice(equals + 1),
      span: word.span,
      valueSpan: known ? spanInFile(body, span(at + equals + 1, from)) : null,
    });
  }
  return pairs;
}

/** `ENV NAME value with blanks`: what follows the first blank is the value, whatever quotes the name holds. */
function oldForm(body: Embedded): KeyValue {
  const { text } = body;
  const nameEnd = /[\t\v\f\r ]/.exec(text)?.index ?? text.length;
  const valueStart = skipBlanks(text, span(nameEnd, text.length));
  const value = slice(body, span(valueStart, text.length));
  return {
    name: text.slice(0, nameEnd),
    value: value.text,
    span: toFileSpan(body, span(0, text.length)),
    valueSpan: value.text === '' ? null : toFileSpan(value, span(0, value.text.length)),
  };
}

/** An empty part lies behind the character before it, not where a continued line goes on. */
const spanInFile = (body: Embedded, part: Span): Span => {
  if (part.end > part.start) return toFileSpan(body, part);
  const { end } = toFileSpan(body, span(Math.max(0, part.start - 1), part.start));
  return span(end, end);
};
