// Narrow edits at the places rules need them: a line behind FROM, a line before an instruction, a word out of a command.
import type { AnalysedInstruction, Analysis, Stage } from '../../build/model.js';
import { span, type Place, type TextEdit } from '../../text/span.js';

export const replaceAt = (place: Place, newText: string): TextEdit => ({ ...place, newText });

export const insertAt = (path: string, offset: number, newText: string): TextEdit => ({
  path,
  span: span(offset, offset),
  newText,
});

/** The line ending a file uses: that of its first line. */
export function lineEndOf(text: string): '\n' | '\r\n' {
  const at = text.indexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}

/** A new instruction on the line behind the FROM of a stage; null where the document is no Dockerfile. */
export function lineAfterFrom(analysis: Analysis, stage: Stage, line: string): TextEdit | null {
  const text = analysis.texts.get(analysis.path);
  if (text === undefined || analysis.kind !== 'dockerfile') return null;
  return insertAt(analysis.path, stage.span.end, lineEndOf(text) + line);
}

/** A new instruction before another one and before the comments that belong to it. */
export function lineBefore(
  analysis: Analysis,
  instruction: AnalysedInstruction,
  line: string,
): TextEdit | null {
  const text = analysis.texts.get(analysis.path);
  if (text === undefined || analysis.kind !== 'dockerfile') return null;
  let offset = lineStart(text, instruction.span.start);
  while (offset > 0 && isCommentLine(analysis, text, offset - 1)) offset = lineStart(text, offset - 1);
  return insertAt(analysis.path, offset, line + lineEndOf(text));
}

/** Offset of the first character of the line that holds `offset`. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Offset behind the line end of the line that holds `offset`, or the end of the text. */
export function nextLine(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at === -1 ? text.length : at + 1;
}

/** Whether the line that ends at `offset` (its line feed) holds a comment and nothing else. */
function isCommentLine(analysis: Analysis, text: string, offset: number): boolean {
  const start = lineStart(text, offset);
  return analysis.comments.some(
    ({ span: { start: at } }) => at >= start && at < offset && text.slice(start, at).trim() === '',
  );
}

/** Deletes the lines that a place stands on, from the first one's start to the last one's end. */
export function withoutLines(text: string, place: Place): TextEdit {
  const start = lineStart(text, place.span.start);
  const end = nextLine(text, Math.max(place.span.start, place.span.end - 1));
  const last = end === text.length && start > 0 && text[end - 1] !== '\n';
  return { path: place.path, span: span(last ? beforeLineEnd(text, start) : start, end), newText: '' };
}

function beforeLineEnd(text: string, start: number): number {
  return text[start - 2] === '\r' ? start - 2 : start - 1;
}

/** Deletes a word of a command with the blanks before it; where it stands alone on a continued line, the line goes too. */
export function withoutWord(text: string, place: Place): TextEdit {
  const first = lineStart(text, place.span.start);
  const end = nextLine(text, Math.max(place.span.start, place.span.end - 1));
  const before = text.slice(first, place.span.start);
  const after = text.slice(place.span.end, end);
  if (before.trim() === '' && /^[ \t]*[\\`][ \t]*\r?\n$/.test(after)) {
    return { path: place.path, span: span(first, end), newText: '' };
  }
  const blanks = /[ \t]*$/.exec(before)?.[0].length ?? 0;
  if (before.trim() === '') {
    const behind = /^[ \t]*/.exec(after)?.[0].length ?? 0;
    return { path: place.path, span: span(place.span.start, place.span.end + behind), newText: '' };
  }
  return { path: place.path, span: span(place.span.start - blanks, place.span.end), newText: '' };
}

/** Joins deletions that touch or overlap, so that a set of edits stays free of overlaps. */
export function joined(edits: readonly TextEdit[]): readonly TextEdit[] {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const kept: TextEdit[] = [];
  for (const edit of sorted) {
    const last = kept.at(-1);
    if (last && last.path === edit.path && edit.span.start <= last.span.end && bothDelete(last, edit)) {
      const end = Math.max(last.span.end, edit.span.end);
      kept[kept.length - 1] = { ...last, span: span(last.span.start, end) };
    } else kept.push(edit);
  }
  return kept;
}

const bothDelete = (a: TextEdit, b: TextEdit): boolean =>
  a.newText === '' && b.newText === '' && a.span.end > a.span.start && b.span.end > b.span.start;

/** The same edit asked for twice (two builds in one stage) is made once. */
export function eachOnce(edits: readonly TextEdit[]): readonly TextEdit[] {
  const seen = new Set<string>();
  return edits.filter((edit) => {
    const key = `${edit.path}\n${edit.span.start}\n${edit.span.end}\n${edit.newText}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
