// How the go command and its linker split a flag's value into words: blanks part words, a word that starts with a quote ends at the next one.

export interface QuotedWords {
  readonly words: readonly string[];
  /** The quote that never closes; null where all is well. */
  readonly unterminated: "'" | '"' | null;
}

const isBlank = (c: string | undefined): boolean => c === ' ' || c === '\t' || c === '\n' || c === '\r';

/** Go's cmd/internal/quoted.Split: no escapes, and a quote inside a word is an ordinary character. */
export function splitQuoted(text: string): QuotedWords {
  const words: string[] = [];
  let i = 0;
  while (i < text.length) {
    while (i < text.length && isBlank(text[i])) i++;
    if (i >= text.length) break;
    const first = text[i];
    if (first === "'" || first === '"') {
      const end = text.indexOf(first, i + 1);
      if (end < 0) return { words, unterminated: first };
      words.push(text.slice(i + 1, end));
      i = end + 1;
      continue;
    }
    const start = i;
    while (i < text.length && !isBlank(text[i])) i++;
    words.push(text.slice(start, i));
  }
  return { words, unterminated: null };
}

/** Words parted by blanks, quotes being ordinary characters (Go's strings.Fields). */
export const splitBlanks = (text: string): readonly string[] =>
  text.split(/[ \t\n\r]+/).filter((word) => word !== '');
