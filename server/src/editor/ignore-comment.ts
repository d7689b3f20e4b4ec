// The comment that silences a rule at one place: where it goes, and how it reads.
import * as l10n from '@vscode/l10n';
import { positionAt } from '../text/lines.js';
import { span, type TextEdit } from '../text/span.js';
import { linesOf } from './places.js';
import type { Analysis } from '../build/model.js';
import type { Finding } from '../rules/model.js';

export interface IgnoreEdit {
  readonly edit: TextEdit;
  /** The new text as a snippet that selects the reason for the user to type over. */
  readonly snippet: string;
}

/** Of the text behind `#`: the rules of an ignore comment, as one group. */
const ignorePattern = /^(libc-lens\s+ignore=)([\w-]+(?:\s*,\s*[\w-]+)*)/;

/**
 * A line above the whole instruction (above its continuation and heredoc lines, with its indentation), or one more
 * name in the ignore comment that stands there already. Null where the finding stands in another file: a comment in
 * this one would not silence it.
 */
export function ignoreEdit(finding: Finding, analysis: Analysis): IgnoreEdit | null {
  const { place } = finding;
  const text = analysis.texts.get(analysis.path);
  const index = linesOf(analysis, analysis.path);
  if (place.path !== analysis.path || text === undefined || index === null) return null;
  const lineStart = (line: number): number => index.starts[line] ?? text.length;
  const line = firstLine(analysis, text, place.span.start, index.starts);

  const existing = ignoreAbove(analysis, text, line, index.starts);
  if (existing !== null) {
    const edit = { path: analysis.path, span: span(existing, existing), newText: `,${finding.rule}` };
    return { edit, snippet: literal(edit.newText) };
  }
  const at = lineStart(line);
  // Under a Makefile's tab a comment would be a command that make prints; at the margin it is make's own comment.
  const indentation =
    analysis.kind === 'makefile' ? '' : (/^[ \t]*/.exec(text.slice(at, at + 200))?.[0] ?? '');
  const lineEnd = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  const start = `${indentation}# libc-lens ignore=${finding.rule} -- `;
  const reason = l10n.t('say why');
  return {
    edit: { path: analysis.path, span: span(at, at), newText: start + reason + lineEnd },
    snippet: `${literal(start)}\${1:${literal(reason)}}${lineEnd}`,
  };
}

/** The line on which the instruction (in scripts: the logical line) begins that holds `offset`. */
function firstLine(analysis: Analysis, text: string, offset: number, starts: readonly number[]): number {
  const index = { starts, length: text.length };
  const instruction = analysis.instructions.find(
    ({ span: { start, end } }) => offset >= start && offset < end,
  );
  if (instruction && analysis.kind === 'dockerfile') return positionAt(index, instruction.span.start).line;
  let line = positionAt(index, offset).line;
  while (line > 0 && /(?:^|[^\\])(?:\\\\)*\\\r?[\n\r]$/.test(text.slice(starts[line - 1], starts[line])))
    line--;
  return line;
}

/** Offset behind the last rule name of an ignore comment in the comment lines right above `line`; null without one. */
function ignoreAbove(
  analysis: Analysis,
  text: string,
  line: number,
  starts: readonly number[],
): number | null {
  for (let above = line - 1; above >= 0; above--) {
    const start = starts[above] ?? 0;
    const hash = /^[ \t]*#[ \t]*/.exec(text.slice(start, starts[above + 1]));
    if (hash === null) return null;
    const begin = start + hash[0].length;
    if (!analysis.comments.some((comment) => comment.span.start >= start && comment.span.start <= begin))
      return null;
    const found = ignorePattern.exec(text.slice(begin, starts[above + 1]));
    if (found !== null) return begin + found[0].length;
  }
  return null;
}

const literal = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
