// Comments that ask for silence: `# libc-lens ignore=RULE[,RULE] -- reason` and `ignore-file=`, what they cover, and what they did.
import type { Analysis, AnalysedInstruction } from '../build/model.js';
import { contains, type Place, type Span } from '../text/span.js';
import { instructionAt } from './facts.js';
import type { Finding } from './model.js';

/** One rule name in one comment. */
export interface Ignore {
  readonly rule: string;
  readonly scope: 'file' | 'stage' | 'instruction' | 'nothing';
  /** The rule's name in the comment. */
  readonly span: Span;
  readonly comment: Span;
  /** All names of the comment, in the order written. */
  readonly names: readonly string[];
  /** Index of the stage, for `stage`. */
  readonly stage: number | null;
  /** What the comment covers, for `instruction`. */
  readonly covers: Span | null;
}

const ignoreComment = /^libc-lens\s+(ignore|ignore-file)\s*=\s*([^\s,]+(?:\s*,\s*[^\s,]+)*)/;

/** Every ignore of the document. An `ignore-file=` behind the first instruction covers nothing. */
export function ignoresOf(analysis: Analysis): readonly Ignore[] {
  const text = analysis.texts.get(analysis.path);
  if (text === undefined) return [];
  const lines = lineTable(text);
  return analysis.comments.flatMap((comment) => {
    const found = ignoreComment.exec(comment.text);
    if (!found) return [];
    const [whole, kind = '', list = ''] = found;
    const scope =
      kind === 'ignore-file' ? fileScope(analysis, comment.span) : nextScope(analysis, lines, comment.span);
    const listStart = text.indexOf(list, comment.span.start + whole.length - list.length);
    return namesIn(list).map(({ name, at }, _, all) => ({
      ...scope,
      rule: name,
      span: { start: listStart + at, end: listStart + at + name.length },
      comment: comment.span,
      names: all.map((one) => one.name),
    }));
  });
}

function namesIn(list: string): readonly { name: string; at: number }[] {
  return [...list.matchAll(/[^\s,]+/g)].map((match) => ({ name: match[0], at: match.index }));
}

type Scope = Pick<Ignore, 'scope' | 'stage' | 'covers'>;

const nothing: Scope = { scope: 'nothing', stage: null, covers: null };

function fileScope(analysis: Analysis, comment: Span): Scope {
  const first = analysis.instructions[0];
  if (first && first.span.start < comment.start) return nothing;
  return { ...nothing, scope: 'file' };
}

/** The instruction that a comment stands in or right before; before FROM it covers the whole stage. */
function nextScope(analysis: Analysis, lines: LineTable, comment: Span): Scope {
  const instruction =
    analysis.instructions.find(({ span }) => contains(span, comment.start)) ??
    instructionBelow(analysis, lines, comment);
  if (instruction) {
    return instruction.keyword === 'FROM'
      ? { ...nothing, scope: 'stage', stage: instruction.stage }
      : { ...nothing, scope: 'instruction', covers: instruction.span };
  }
  return analysis.kind === 'dockerfile' ? nothing : { ...nothing, ...lineBelow(analysis, lines, comment) };
}

function instructionBelow(analysis: Analysis, lines: LineTable, comment: Span): AnalysedInstruction | null {
  const line = firstLineBelow(analysis, lines, comment);
  return analysis.instructions.find(({ span }) => lines.lineOf(span.start) === line) ?? null;
}

/** In a script: the next line, with the lines that it continues on. */
function lineBelow(analysis: Analysis, lines: LineTable, comment: Span): Partial<Scope> {
  const first = firstLineBelow(analysis, lines, comment);
  let last = first;
  while (/\\\r?$/.test(lines.textOf(last)) && last + 1 < lines.count) last++;
  if (lines.textOf(first).trim() === '') return {};
  return { scope: 'instruction', covers: { start: lines.startOf(first), end: lines.startOf(last + 1) } };
}

/** The first line below the block of comment lines that the comment stands in. */
function firstLineBelow(analysis: Analysis, lines: LineTable, comment: Span): number {
  const comments = new Set(analysis.comments.map(({ span }) => lines.lineOf(span.start)));
  let line = lines.lineOf(comment.start) + 1;
  while (comments.has(line)) line++;
  return line;
}

interface LineTable {
  readonly count: number;
  readonly lineOf: (offset: number) => number;
  readonly startOf: (line: number) => number;
  readonly textOf: (line: number) => string;
}

function lineTable(text: string): LineTable {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const startOf = (line: number): number => starts[line] ?? text.length;
  return {
    count: starts.length,
    startOf,
    textOf: (line) => text.slice(startOf(line), startOf(line + 1)).replace(/\n$/, ''),
    lineOf(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (startOf(middle) <= offset) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
}

/** Findings that no ignore covers, and the ignores that covered none. */
export function suppress(
  analysis: Analysis,
  findings: readonly Finding[],
): { readonly kept: readonly Finding[]; readonly unused: readonly Ignore[] } {
  const ignores = ignoresOf(analysis);
  const used = new Set<Ignore>();
  const kept = findings.filter((finding) => {
    const covering = ignores.filter(
      (ignore) => ignore.rule === finding.rule && covers(analysis, ignore, finding.place),
    );
    covering.forEach((ignore) => used.add(ignore));
    return covering.length === 0;
  });
  return { kept, unused: ignores.filter((ignore) => !used.has(ignore)) };
}

function covers(analysis: Analysis, ignore: Ignore, place: Place): boolean {
  switch (ignore.scope) {
    case 'file':
      return true;
    case 'stage':
      return ignore.stage !== null && instructionAt(analysis, place)?.stage === ignore.stage;
    case 'instruction':
      return ignore.covers !== null && coversPlace(analysis, ignore.covers, place);
    case 'nothing':
      return false;
  }
}

function coversPlace(analysis: Analysis, covered: Span, place: Place): boolean {
  const own = place.path === analysis.path ? place : analysis.callers.get(place.path);
  return own?.path === analysis.path && contains(covered, own.span.start);
}
