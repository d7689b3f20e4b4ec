// `#cgo` lines in the comment above `import "C"`: the compiler and linker flags a Go file asks for (go/build's saveCgo).
import { parseExpression, plusBuild, type GoConstraint } from './go-constraint.js';

export interface CgoLine {
  /** `LDFLAGS`, `CFLAGS`, `CPPFLAGS`, `CXXFLAGS`, `FFLAGS` or `pkg-config`. */
  readonly variable: string;
  /** Split at blanks outside quotes; quotes and backslashes taken out. */
  readonly words: readonly string[];
  /** When the line counts (`#cgo linux,amd64 LDFLAGS: …`); null: always. */
  readonly condition: GoConstraint | null;
}

/** Reads the comment's text without its comment marks. */
export function readCgoLines(preamble: string): readonly CgoLine[] {
  if (!preamble.includes('#cgo')) return [];
  const lines: CgoLine[] = [];
  for (const raw of preamble.split('\n')) {
    const line = raw.trim();
    const colon = line.indexOf(':');
    if (!/^#cgo[ \t]/.test(line) || colon < 0) continue;
    const fields = line
      .slice(4, colon)
      .split(/\s+/)
      .filter((field) => field !== '');
    const variable = fields.pop();
    if (variable === undefined) continue;
    lines.push({ variable, words: splitQuoted(line.slice(colon + 1)), condition: conditionOf(fields) });
  }
  return lines;
}

/** Any one of the words may hold; each is in the old syntax, or in that of `//go:build` where it has its operators. */
function conditionOf(words: readonly string[]): GoConstraint | null {
  if (words.length === 0) return null;
  const never: GoConstraint = { kind: 'or', operands: [] };
  return {
    kind: 'or',
    operands: words.map((word) => (/[&|()]/.test(word) ? (parseExpression(word) ?? never) : plusBuild(word))),
  };
}

function splitQuoted(text: string): readonly string[] {
  const words: string[] = [];
  let word: string | null = null;
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === '\\') word = (word ?? '') + text.charAt(++i);
    else if (quote !== '') {
      if (c === quote) quote = '';
      else word = (word ?? '') + c;
    } else if (c === '"' || c === "'") {
      quote = c;
      word ??= '';
    } else if (/\s/.test(c)) {
      if (word !== null) words.push(word);
      word = null;
    } else word = (word ?? '') + c;
  }
  if (word !== null) words.push(word);
  return words;
}
