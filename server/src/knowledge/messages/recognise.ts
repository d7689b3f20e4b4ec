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
  const present = literals.filter(([literal]) => text.includes(literal));
  if (present.length === 0) return [];
  const lines = linesOf(text);
  const found: RecognisedMessage[] = [];
  for (const [index, candidates] of candidatesByLine(text, lines, present)) {
    const line = lines[index];
    if (line) found.push(...messagesIn(text, line, candidates, () => linesBefore(text, lines, index)));
  }
  return found;
}

type Candidate = readonly [MessageFamily, Wording];

const everyWording: readonly Candidate[] = families.flatMap((family) =>
  family.wordings.map((wording): Candidate => [family, wording]),
);

/** Each literal with the wordings, by their place in `everyWording`, that hold it. */
const literals: readonly (readonly [string, readonly number[]])[] = (() => {
  const holders = new Map<string, number[]>();
  for (const [index, [, wording]] of everyWording.entries())
    for (const literal of wording.literals) {
      const own = holders.get(literal);
      if (own) own.push(index);
      else holders.set(literal, [index]);
    }
  return [...holders];
})();

/** Lines without their ends, empty ones left out. */
function linesOf(text: string): readonly Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const c = i < text.length ? text.charCodeAt(i) : 10;
    if (c !== 10 && (c !== 13 || insideName(text, i))) continue;
    if (i > start) lines.push(span(start, i));
    start = i + 1;
  }
  return lines;
}

/** A carriage return that ends a quoted name (`env: 'sh\r': No such file`) ends no line. */
const insideName = (text: string, i: number): boolean => /['"’:]/.test(text.charAt(i + 1));

/** The lines in which a literal stands, first line first, each with the wordings to try there, first family first. */
function candidatesByLine(
  text: string,
  lines: readonly Span[],
  present: typeof literals,
): readonly (readonly [number, readonly number[]])[] {
  const byLine = new Map<number, Set<number>>();
  for (const [literal, wordings] of present) {
    let at = text.indexOf(literal);
    while (at !== -1) {
      const index = lineAt(lines, at);
      const own = byLine.get(index) ?? new Set();
      for (const wording of wordings) own.add(wording);
      byLine.set(index, own);
      at = text.indexOf(literal, Math.max(lines[index]?.end ?? text.length, at + 1));
    }
  }
  return [...byLine]
    .sort(([a], [b]) => a - b)
    .map(([index, wordings]) => [index, [...wordings].sort((a, b) => a - b)] as const);
}

function lineAt(lines: readonly Span[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

const linesBefore = (text: string, lines: readonly Span[], index: number): readonly string[] =>
  lines
    .slice(Math.max(0, index - linesOfContext), index)
    .map((line) => text.slice(line.start, Math.min(line.end, line.start + overlap)));

function messagesIn(
  text: string,
  line: Span,
  candidates: readonly number[],
  before: LineContext['before'],
): readonly RecognisedMessage[] {
  const found: RecognisedMessage[] = [];
  let near: RecognisedMessage[] = [];
  for (const piece of pieces(line)) {
    near = near.filter((other) => other.span.end > piece.start);
    const content = text.slice(piece.start, piece.end);
    for (const index of candidates) {
      const candidate = everyWording[index];
      if (!candidate?.[1].literals.some((literal) => content.includes(literal))) continue;
      for (const message of matches(candidate, content, piece.start, before))
        if (!near.some((other) => overlaps(other.span, message.span))) {
          near.push(message);
          found.push(message);
        }
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

function* pieces(line: Span): Generator<Span> {
  for (let start = line.start; ; start += longestPiece - overlap) {
    const end = Math.min(line.end, start + longestPiece);
    yield span(start, end);
    if (end === line.end) return;
  }
}

function* matches(
  [family, wording]: Candidate,
  content: string,
  offset: number,
  before: LineContext['before'],
): Generator<RecognisedMessage> {
  for (const match of content.matchAll(wording.pattern)) {
    const captures = capturesOf(match);
    const start = match.index;
    const end = start + match[0].length;
    if (wording.accepts && !wording.accepts(captures, { line: content, start, end, before })) continue;
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
