// Text of any origin as Markdown that shows it, and does nothing else: no markup, no link, no picture, no HTML.

/** Characters that hide or reorder others, control characters among them (line breaks and tabs are not). */
const invisible = /[^\P{Cc}\t\n\r]|\p{Cf}/gu;

const shown = (text: string): string => text.replace(invisible, '\ufffd');

/**
 * `text` as one line of Markdown prose (CommonMark and GitHub's tables and links): line breaks become blanks, and
 * whatever would be markup is escaped, so that the rendered line reads as `text` did.
 */
export function escapeMarkdown(text: string): string {
  return shown(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|~&@]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\b(www)\./gi, '$1\\.')
    .replace(/^(\s*)([#+=-])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
}

/** `text` as a code span on one line; empty text gives nothing. In a table cell, text with a `|` becomes escaped prose, for renderers disagree on `\|` in code. */
export function inlineCode(text: string, inTable = false): string {
  const line = shown(text).replace(/\s+/g, ' ');
  if (line.trim() === '') return '';
  if (inTable && line.includes('|')) return escapeMarkdown(line);
  const fence = '`'.repeat(longestRun(line, /`+/g) + 1);
  const padding = line.startsWith('`') || line.endsWith('`') || /^ .* $/.test(line) ? ' ' : '';
  return fence + padding + line + padding + fence;
}

/** `text` as a fenced block, lines kept. */
export function codeBlock(text: string, language = ''): string {
  const body = shown(text.replace(/\r\n?/g, '\n')).replace(/\n$/, '');
  const fence = '`'.repeat(Math.max(3, longestRun(body, /`+/g) + 1));
  return `${fence}${language}\n${body}\n${fence}`;
}

const longestRun = (text: string, run: RegExp): number =>
  (text.match(run) ?? []).reduce((longest, found) => Math.max(longest, found.length), 0);
