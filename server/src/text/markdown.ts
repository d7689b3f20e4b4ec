// Text that comes from a file or from a person, made safe to stand in Markdown.

/** C0 and C1 controls, line separators, and the marks that reorder text, so that what is read is what stands there. */
const invisible = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** One line of visible text: line ends and tabs become spaces, other controls and reordering marks a replacement character. */
export const visible = (text: string): string =>
  text.replace(/\s*[\r\n\u2028\u2029]\s*|\t/g, ' ').replace(invisible, '\ufffd');

/** Any text as plain words in Markdown: no markup, link, HTML, entity or line start in it takes effect. */
export const escapeMarkdown = (text: string): string =>
  visible(text)
    .replace(/[!-/:-@[-`{-~]/g, String.raw`\$&`)
    .trim();

/** Any text as a code span; its fence is longer than every run of backticks in it. */
export function codeSpan(text: string): string {
  const shown = visible(text);
  if (shown === '') return '';
  const runs = shown.match(/`+/g) ?? [];
  const fence = '`'.repeat(1 + Math.max(0, ...runs.map((run) => run.length)));
  const padded = /^`|`$/.test(shown) || /^ .* $/.test(shown) ? ` ${shown} ` : shown;
  return `${fence}${padded}${fence}`;
}

/** Any text as a fenced block; lines stay lines, and the fence is longer than every run of backticks in it. */
export function codeBlock(text: string, language = ''): string {
  const shown = text
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => line.replace(/\t/g, '    ').replace(invisible, '\ufffd'))
    .join('\n');
  const runs = shown.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, 1 + Math.max(0, ...runs.map((run) => run.length))));
  return `${fence}${language}\n${shown}\n${fence}`;
}
