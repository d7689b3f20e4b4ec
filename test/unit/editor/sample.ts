// Small analyses and findings written by hand, for tests of what editors show.
import { span, type Place } from '../../../server/src/text/span.js';
import { verbatim } from '../../../server/src/text/embedded.js';
import type { AnalysedInstruction, Analysis, DocumentKind } from '../../../server/src/build/model.js';
import type { Finding, Fix } from '../../../server/src/rules/model.js';

export const path = '/w/Dockerfile';
export const uri = 'file:///w/Dockerfile';

/** The place of the `nth` occurrence of `words`. */
export function placeOf(text: string, words: string, nth = 0, file = path): Place {
  let at = text.indexOf(words);
  for (let i = 0; i < nth && at >= 0; i++) at = text.indexOf(words, at + 1);
  if (at < 0) throw new Error(`'${words}' does not occur`);
  return { path: file, span: span(at, at + words.length) };
}

/** An analysis that knows its instructions (each given by its text) and comments, and nothing else unless told. */
export function analysis(
  text: string,
  parts: Partial<Omit<Analysis, 'instructions'>> & { instructions?: readonly string[] } = {},
): Analysis {
  const kind: DocumentKind = parts.kind ?? 'dockerfile';
  const instructions = (parts.instructions ?? []).map((words): AnalysedInstruction => {
    const { span: where } = placeOf(text, words);
    const keyword = /^\S+/.exec(words)?.[0] ?? '';
    return {
      keyword,
      span: where,
      keywordSpan: span(where.start, where.start + keyword.length),
      stage: null,
      image: null,
      imageSpan: null,
      body: verbatim(words.slice(keyword.length + 1), where.start + keyword.length + 1),
    };
  });
  const comments = [...text.matchAll(/^[ \t]*(#[ \t]*(.*?))[ \t]*$/gm)].map((match) => {
    const start = match.index + match[0].indexOf('#');
    return { text: match[2] ?? '', span: span(start, start + (match[1] ?? '').length) };
  });
  return {
    path,
    stages: [],
    artifacts: [],
    placements: [],
    facts: [],
    comments,
    truncated: false,
    callers: new Map(),
    ...parts,
    kind,
    texts: parts.texts ?? new Map([[path, text]]),
    instructions,
  };
}

export function finding(place: Place, parts: Partial<Finding> = {}): Finding {
  return {
    rule: 'glibc-binary-on-musl',
    severity: 'error',
    confidence: 'certain',
    message: 'It will not start.',
    place,
    because: [],
    predictedError: null,
    fixes: [],
    ...parts,
  };
}

export function fix(title: string, edits: Fix['edits'], parts: Partial<Fix> = {}): Fix {
  return { title, safety: 'unsafe', edits, mends: true, caveat: null, ...parts };
}

/** Edits of a workspace edit applied to one text, as a client would. */
export function apply(
  text: string,
  edits: readonly { range: { start: Pos; end: Pos }; newText?: string; snippet?: { value: string } }[],
): string {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  const offset = ({ line, character }: Pos): number => lines.slice(0, line).join('').length + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (out, edit) =>
        out.slice(0, offset(edit.range.start)) +
        (edit.newText ?? edit.snippet?.value ?? '') +
        out.slice(offset(edit.range.end)),
      text,
    );
}

interface Pos {
  line: number;
  character: number;
}
