// Finds the messages we know in one line or a whole log, in time linear in its length.
import { overlaps, span, type Span } from '../../text/span.js';
import { families } from './families.js';
import type { Captures, LineContext, MessageFamily, RecognisedMessage, Wording } from './model.js';

/** A longer line is looked at in overlapping pieces; a message is never longer than the overlap. */
const longestPiece = 8192;
const overlap = 1024;
const linesOfContext = 12;

/**
 * The messages in a text, in the order in which they stand, none overlapping another; an earlier family wins.
 * Takes any text; spans are UTF-16 offsets in it. Empty where nothing is known.
 */
export function recognise(text: string): readonly RecognisedMessage[] {
  const candidates = wordingsIn(text);
  if (candidates.length === 0) return [];
  const found: RecognisedMessage[] = [];
  const before: string[] = [];
  for (const line of lines(text)) {
    const taken: Span[] = [];
    for (const piece of pieces(line)) {
      const content = text.slice(piece.start, piece.end);
      for (const [family, wording] of candidates) {
        if (!wording.literals.some((literal) => content.includes(literal))) continue;
        for (const message of matches(family, wording, content, piece.start, before)) {
          if (taken.some((other) => overlaps(other, message.span))) continue;
          taken.push(message.span);
          found.push(message);
        }
      }
    }
    before.push(text.slice(line.start, Math.min(line.end, line.start + overlap)));
    if (before.length > linesOfContext) before.shift();
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

type Candidate = readonly [MessageFamily, Wording];

const everyWording: readonly Candidate[] = families.flatMap((family) =>
  family.wordings.map((wording): Candidate => [family, wording]),
);

/** Those of which a literal stands somewhere in the text: for most texts none, so that most texts cost next to nothing. */
const wordingsIn = (text: string): readonly Candidate[] => {
  const seen = new Map<string, boolean>();
  const stands = (literal: string): boolean => {
    const known = seen.get(literal);
    if (known !== undefined) return known;
    const answer = text.includes(literal);
    seen.set(literal, answer);
    return answer;
  };
  return everyWording.filter(([, wording]) => wording.literals.some(stands));
};

function* lines(text: string): Generator<Span> {
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const c = i < text.length ? text.charCodeAt(i) : 10;
    if (c !== 10 && (c !== 13 || insideName(text, i))) continue;
    if (i > start) yield span(start, i);
    start = i + 1;
  }
}

/** A carriage return that ends a quoted name (`env: 'sh\r': No such file`) ends no line. */
const insideName = (text: string, i: number): boolean => /['"’:]/.test(text.charAt(i + 1));

function* pieces(line: Span): Generator<Span> {
  for (let start = line.start; ; start += longestPiece - overlap) {
    const end = Math.min(line.end, start + longestPiece);
    yield span(start, end);
    if (end === line.end) return;
  }
}

function* matches(
  family: MessageFamily,
  wording: Wording,
  content: string,
  offset: number,
  before: readonly string[],
): Generator<RecognisedMessage> {
  for (const match of content.matchAll(wording.pattern)) {
    const captures = capturesOf(match);
    const start = match.index;
    const end = start + match[0].length;
    const context: LineContext = { line: content, start, end, before: () => before };
    if (wording.accepts && !wording.accepts(captures, context)) continue;
    yield {
      id: family.id,
      span: span(offset + start, offset + end),
      layer: wording.layer,
      captures,
      ambiguous: wording.ambiguous ?? family.ambiguous,
    };
  }
}

function capturesOf(match: RegExpExecArray): Captures {
  const captures: Record<string, string> = {};
  for (const [name, value] of Object.entries(match.groups ?? {})) {
    const text: string | undefined = value;
    if (text !== undefined && text !== '') captures[name] = text;
  }
  return captures;
}
