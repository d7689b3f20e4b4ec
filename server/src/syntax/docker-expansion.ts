// Variables, quotes and escapes of one Docker word, expanded as BuildKit's shell lexer does (frontend/dockerfile/shell/lex.go).
import { replaceMatches, trimPrefix, trimSuffix } from './docker-patterns.js';

export interface Expansion {
  /** Null where a part that is needed is not known, and where Docker refuses the word (an unclosed quote, a bad substitution). */
  readonly value: string | null;
  /** Names that were looked up, each once, in the order of their first use. */
  readonly names: readonly string[];
}

/** undefined: not set; null: set to something not known. */
export type Lookup = (name: string) => string | null | undefined;

/** Nested `${A:-${B:-…}}` deeper than this is no Dockerfile. */
const MAX_DEPTH = 64;

/** What a piece expands to; null: not known. */
type Piece = string | null;

const join = (a: Piece, b: Piece): Piece => (a === null || b === null ? null : a + b);

/** The word, read once from left to right. `refused` is set where Docker would stop with an error. */
interface Reader {
  readonly word: string;
  readonly escape: string;
  readonly lookup: Lookup;
  readonly names: Set<string>;
  at: number;
  depth: number;
  refused: boolean;
}

/**
 * Expands one word, or a whole value, as Docker does for FROM, COPY, ENV, WORKDIR and the like: an unset variable is empty,
 * single quotes keep variables as they are, quotes and escapes are taken out.
 * `escape` is the file's escape character.
 */
export function expandDockerWord(word: string, lookup: Lookup, escape: string): Expansion {
  const reader: Reader = { word, escape, lookup, names: new Set(), at: 0, depth: 0, refused: false };
  const value = readUntil(reader, null, 'out');
  return { value: reader.refused ? null : value, names: [...reader.names] };
}

function refuse(reader: Reader): null {
  reader.refused = true;
  reader.at = reader.word.length;
  return null;
}

/** Whether escapes are taken out, or kept for a pattern or a replacement, where those in quotes are doubled. */
type Escapes = 'out' | 'pattern' | 'replacement';

/** Reads up to `stop` and over it; to the word's end where `stop` is null. */
function readUntil(reader: Reader, stop: string | null, escapes: Escapes): Piece {
  const { word } = reader;
  let result: Piece = '';
  while (reader.at < word.length) {
    const c = word.charAt(reader.at);
    if (c === stop) {
      reader.at++;
      return result;
    }
    if (c === '$') result = join(result, readDollar(reader));
    else if (c === "'") result = join(result, readSingleQuotes(reader, escapes));
    else if (c === '"') result = join(result, readDoubleQuotes(reader, escapes));
    else if (c === reader.escape) {
      const kept = word.slice(escapes === 'out' ? reader.at + 1 : reader.at, reader.at + 2);
      reader.at += 2;
      result = join(result, kept);
    } else {
      reader.at++;
      result = join(result, c);
    }
  }
  return stop === null ? result : refuse(reader);
}

function readSingleQuotes(reader: Reader, escapes: Escapes): Piece {
  const end = reader.word.indexOf("'", reader.at + 1);
  if (end < 0) return refuse(reader);
  const text = reader.word.slice(reader.at + 1, end);
  reader.at = end + 1;
  return escapes === 'pattern' ? text.replaceAll(reader.escape, reader.escape + reader.escape) : text;
}

function readDoubleQuotes(reader: Reader, escapes: Escapes): Piece {
  const { word, escape } = reader;
  let result: Piece = '';
  reader.at++;
  while (reader.at < word.length) {
    const c = word.charAt(reader.at);
    if (c === '"') {
      reader.at++;
      return result;
    }
    if (c === '$') result = join(result, readDollar(reader));
    else if (c === escape) {
      const next = word.charAt(reader.at + 1);
      // Only these three can be escaped; before anything else the escape character stands for itself.
      const escaped = next === '"' || next === '$' || next === escape;
      result = join(result, (escapes === 'out' ? '' : c) + (escaped ? next : c));
      reader.at += escaped ? 2 : 1;
    } else {
      reader.at++;
      result = join(result, c);
    }
  }
  return refuse(reader);
}

function lookUp(reader: Reader, name: string): Piece | undefined {
  reader.names.add(name);
  return reader.lookup(name);
}

/** A number, one special character, or letters, digits and underscores. */
const NAME = /\p{Nd}+|[@*#?\-$!]|[\p{L}_][\p{L}\p{Nd}_]*/uy;

function readName(reader: Reader): string {
  NAME.lastIndex = reader.at;
  const name = NAME.exec(reader.word)?.[0] ?? '';
  reader.at += name.length;
  return name;
}

function readDollar(reader: Reader): Piece {
  const { word } = reader;
  reader.at++;
  if (word.charAt(reader.at) !== '{') {
    const name = readName(reader);
    if (name === '') return '$';
    const value = lookUp(reader, name);
    return value === undefined ? '' : value;
  }
  reader.at++;
  if (['', '{', '}', ':'].includes(word.charAt(reader.at)) || reader.depth >= MAX_DEPTH)
    return refuse(reader);
  const name = readName(reader);
  reader.depth++;
  const result = readSubstitution(reader, name);
  reader.depth--;
  return result;
}

/** What follows the name in `${name…}`. */
function readSubstitution(reader: Reader, name: string): Piece {
  const { word } = reader;
  const operator = word.charAt(reader.at++);
  switch (operator) {
    case '}': {
      const value = lookUp(reader, name);
      return value === undefined ? '' : value;
    }
    case ':':
      return readAlternative(reader, name, word.charAt(reader.at++), true);
    case '+':
    case '-':
    case '?':
      return readAlternative(reader, name, operator, false);
    case '#':
    case '%': {
      const written = readUntil(reader, '}', 'pattern');
      const value = valueOrEmpty(lookUp(reader, name));
      if (written === null || value === null) return null;
      const greedy = written.startsWith(operator);
      const pattern = greedy ? written.slice(1) : written;
      const trimmed = (operator === '#' ? trimPrefix : trimSuffix)(value, pattern, greedy);
      return trimmed ?? refuse(reader);
    }
    case '/': {
      const all = word.charAt(reader.at) === '/';
      if (all) reader.at++;
      const pattern = readUntil(reader, '/', 'pattern');
      const replacement = readUntil(reader, '}', 'replacement');
      const value = valueOrEmpty(lookUp(reader, name));
      if (pattern === null || replacement === null || value === null) return null;
      return replaceMatches(value, pattern, replacement, all) ?? refuse(reader);
    }
    default:
      return refuse(reader);
  }
}

const valueOrEmpty = (value: Piece | undefined): Piece => (value === undefined ? '' : value);

/** `${V-word}`, `${V+word}`, `${V?word}`, and with a colon, which counts an empty value as not set. */
function readAlternative(reader: Reader, name: string, operator: string, colon: boolean): Piece {
  if (operator !== '-' && operator !== '+' && operator !== '?') return refuse(reader);
  const alternative = readUntil(reader, '}', 'out');
  if (reader.refused) return null;
  const value = lookUp(reader, name);
  // Whether an unknown value is empty is not known either.
  if (value === null && (colon || operator !== '+'))
    return colon && operator === '+' && alternative === '' ? '' : null;
  const missing = value === undefined || (colon && value === '');
  if (operator === '+') return missing ? '' : alternative;
  if (!missing) return value;
  return operator === '-' ? alternative : refuse(reader);
}
