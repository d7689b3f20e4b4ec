// The JSON (exec) form of an instruction, decoded from its joined text with the place of every string.
import { toFileSpan, type Embedded } from '../text/embedded.js';
import { span } from '../text/span.js';
import type { DockerWord } from './dockerfile-tree.js';

/**
 * The strings of a JSON array, each with the span of its text between the quotes.
 * Null for everything that Docker does not take for the exec form: other JSON, an array with anything but strings, text around it.
 */
export function decodeJsonForm(body: Embedded): readonly DockerWord[] | null {
  const { text } = body;
  if (!text.startsWith('[') || !text.endsWith(']')) return null;
  const strings = decode(text);
  if (!strings) return null;
  const words: DockerWord[] = [];
  let at = 0;
  for (const value of strings) {
    const start = text.indexOf('"', at) + 1;
    at = closingQuote(text, start);
    words.push({ text: value, span: toFileSpan(body, span(start, at)) });
    at++;
  }
  return words;
}

function decode(text: string): readonly string[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : null;
  } catch {
    return null;
  }
}

function closingQuote(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return Math.min(at, text.length);
}
