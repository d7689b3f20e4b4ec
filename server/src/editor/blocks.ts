// What a hover is made of: raw text in blocks; `render.ts` alone turns it into Markdown, so escaping cannot be forgotten.

/** Plain words, words to stress, code, or a link to a documentation page of ours. */
export type Inline =
  | string
  | { readonly strong: string }
  | { readonly code: string }
  | { readonly text: string; readonly href: string };

export type Line = readonly Inline[];

export type Block =
  | { readonly type: 'heading'; readonly line: Line }
  | { readonly type: 'paragraph'; readonly line: Line }
  | { readonly type: 'list'; readonly items: readonly Line[] }
  | { readonly type: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly Line[])[] }
  | { readonly type: 'code'; readonly text: string; readonly language: string }
  | { readonly type: 'trusted'; readonly markdown: string }
  | { readonly type: 'separator' };

export const heading = (...line: Inline[]): Block => ({ type: 'heading', line });
export const paragraph = (...line: Inline[]): Block => ({ type: 'paragraph', line });
export const list = (items: readonly Line[]): Block => ({ type: 'list', items });
export const table = (head: readonly string[], rows: readonly (readonly Line[])[]): Block => ({
  type: 'table',
  head,
  rows,
});
/** `language` names a highlighter; `text` for what a terminal shows. */
export const code = (text: string, language = 'text'): Block => ({ type: 'code', text, language });
/** Markdown of our own that holds nothing from any file. */
export const trusted = (markdown: string): Block => ({ type: 'trusted', markdown });
export const separator: Block = { type: 'separator' };

/** Whole texts as paragraphs, one for each line that is not blank. */
export const paragraphs = (text: string): Block[] =>
  text
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph(line));

/**
 * The pieces of an already localised sentence in which `{0}`, `{1}`… still stand, with each replaced by an inline.
 * Lets a sentence be translated whole although a part of it is code.
 */
export function fill(sentence: string, ...parts: readonly Inline[]): Line {
  const line: Inline[] = [];
  let at = 0;
  for (const match of sentence.matchAll(/\{(\d+)\}/g)) {
    const part = parts[Number(match[1])];
    if (part === undefined) continue;
    if (match.index > at) line.push(sentence.slice(at, match.index));
    line.push(part);
    at = match.index + match[0].length;
  }
  if (at < sentence.length) line.push(sentence.slice(at));
  return line;
}
