// The JSON (exec) form of an instruction, decoded from its raw text with the place of every string.
import { toFileSpan, type Embedded } from '../text/embedded.js';
import { span } from '../text/span.js';
import type { DockerWord } from './dockerfile-tree.js';

/** The strings of a JSON array, each with the span of its text between the quotes; null for anything that is not an array of strings. */
export function decodeJsonForm(body: Embedded): readonly DockerWord[] | null {
  const { text } = body;
  if (!text.startsWith('[') || !text.endsWith(']')) return null;
  const words: DockerWord[] = [];
  const token = /\s*"((?:[^"\\\u0000-\u001f]|\\.)*)"\s*([,\]])/y;
  if (/^\[\s*\]$/.test(text)) return words;
  let at = 1;
  while (at < text.length) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (!match) return null;
    const raw = match[1] ?? '';
    const decoded = decode(raw);
    if (decoded === null) return null;
    const start = match.index + match[0].indexOf('"') + 1;
    words.push({ text: decoded, span: toFileSpan(body, span(start, start + raw.length)) });
    at = token.lastIndex;
    if (match[2] === ']') return at === text.length ? words : null;
  }
  return null;
}

function decode(raw: string): string | null {
  try {
    const value: unknown = JSON.parse(`"${raw}"`);
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}
