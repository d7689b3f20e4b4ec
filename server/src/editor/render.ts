// Blocks as Markdown, or as plain text for clients that show none; whatever text they hold shows as nothing but text.
import { codeBlock, codeSpan, escapeMarkdown } from '../text/markdown.js';
import type { Block, Inline, Line } from './blocks.js';

export function renderMarkdown(blocks: readonly Block[]): string {
  return tidy(blocks).map(markdown).join('\n\n');
}

export function renderPlain(blocks: readonly Block[]): string {
  return tidy(blocks).map(plain).join('\n\n');
}

/** Without separators at the ends or next to each other, and without blocks that hold nothing. */
function tidy(blocks: readonly Block[]): Block[] {
  const kept: Block[] = [];
  for (const block of blocks) {
    if (block.type === 'separator' && (kept.length === 0 || kept.at(-1)?.type === 'separator')) continue;
    if (block.type === 'list' && block.items.length === 0) continue;
    if (block.type === 'table' && block.rows.length === 0) continue;
    kept.push(block);
  }
  if (kept.at(-1)?.type === 'separator') kept.pop();
  return kept;
}

function markdown(block: Block): string {
  switch (block.type) {
    case 'heading':
      return block.line
        .map((part) => (typeof part === 'string' ? strong(part) : inline(part, false)))
        .join('');
    case 'paragraph':
      return sentence(block.line);
    case 'list':
      return block.items.map((item) => `- ${sentence(item)}`).join('\n');
    case 'table':
      return [
        row(block.head.map((cell) => escaped(cell))),
        row(block.head.map(() => '---')),
        ...block.rows.map((cells) => row(cells.map((cell) => sentence(cell, true)))),
      ].join('\n');
    case 'code':
      return codeBlock(block.text, block.language);
    case 'trusted':
      return block.markdown;
    case 'separator':
      return '---';
  }
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const sentence = (line: Line, inTable = false): string =>
  line
    .reduce<string>((before, part) => before + inline(part, inTable, before.trim() === '' && !inTable), '')
    .trim();

function inline(part: Inline, inTable: boolean, first = false): string {
  if (typeof part === 'string') return escaped(part, first);
  if ('strong' in part) return strong(part.strong);
  if ('href' in part)
    return /^https:\/\/[^\s<>()]+$/.test(part.href)
      ? `[${escaped(part.text)}](${part.href})`
      : escaped(part.text);
  // Renderers disagree on a `|` in code in a table cell; escaped words are read alike by all.
  return inTable && part.code.includes('|') ? escaped(part.code) : codeSpan(part.code);
}

const strong = (text: string): string => {
  const inner = escaped(text);
  return inner.trim() === '' ? inner : inner.replace(/^(\s*)(.*?)(\s*)$/s, '$1**$2**$3');
};

/** Escaped, with a blank kept at either end where the sentence goes on behind it. */
const escaped = (text: string, first = false): string => {
  const inner = readable(escapeMarkdown(text), first);
  if (inner === '') return text === '' ? '' : ' ';
  return (/^\s/.test(text) ? ' ' : '') + inner + (/\s$/.test(text) ? ' ' : '');
};

/**
 * Takes back backslashes in front of punctuation that is no markup where it stands, for clients that show Markdown as
 * it is. `://` and `www.` (links) keep theirs, and with `first` what would start a list, heading or rule.
 */
const readable = (markdown: string, first: boolean): string =>
  markdown
    .replace(/\\([,;'"?%^{}(/])/g, '$1')
    .replace(/(?<!www)\\([.)])/gi, '$1')
    .replace(/^\d+(?=[.)])/, first ? '$&\\' : '$&')
    .replace(/\\:(?!\/\/)/g, ':')
    .replace(first ? /(?<!^)\\([-+=#])/g : /\\([-+=#])/g, '$1')
    .replace(/(?<=\w)\\_(?=\w)/g, '_');

function plain(block: Block): string {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return words(block.line);
    case 'list':
      return block.items.map((item) => `- ${words(item)}`).join('\n');
    case 'table':
      return block.rows.map((cells) => cells.map(words).filter(Boolean).join(': ')).join('\n');
    case 'code':
      return block.text.replace(/^/gm, '    ');
    case 'trusted':
      return block.markdown.replace(/\*\*|`/g, '');
    case 'separator':
      return '---';
  }
}

const words = (line: Line): string =>
  line
    .map((part) =>
      typeof part === 'string'
        ? part
        : 'strong' in part
          ? part.strong
          : 'code' in part
            ? part.code
            : part.text,
    )
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
