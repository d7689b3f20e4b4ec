// Docker's own words: quotes, escapes and variables as BuildKit's shell lexer expands them, and the pairs of ENV, ARG and LABEL.
import { toFileSpan } from '../text/embedded.js';
import { span, type Span } from '../text/span.js';
import type { DockerInstruction } from './dockerfile-tree.js';

export interface Expansion {
  /** Null where a part that is needed is not known. */
  readonly value: string | null;
  /** Names that were looked up. */
  readonly names: readonly string[];
}

/** undefined: not set; null: set to something not known. */
export type Lookup = (name: string) => string | null | undefined;

/** Expands one word (or a whole value) as Docker does: single quotes keep variables as they are, an unset variable is empty. */
export function expandDockerWord(word: string, lookup: Lookup, escape: string): Expansion {
  const names: string[] = [];
  const reader = { at: 0, depth: 0 };
  let unknown = false;
  const use = (name: string): string | undefined => {
    names.push(name);
    const value = lookup(name);
    if (value === null) {
      unknown = true;
      return '\0';
    }
    return value;
  };
  const read = (stop: string): string => {
    let result = '';
    while (reader.at < word.length) {
      const c = word.charAt(reader.at);
      if (stop !== '' && c === stop) break;
      if (c === "'") {
        const end = word.indexOf("'", reader.at + 1);
        result += word.slice(reader.at + 1, end < 0 ? word.length : end);
        reader.at = end < 0 ? word.length : end + 1;
      } else if (c === '"') {
        reader.at++;
        while (reader.at < word.length && word.charAt(reader.at) !== '"') result += inner(true);
        reader.at++;
      } else result += inner(false);
    }
    return result;
  };
  const inner = (quoted: boolean): string => {
    const c = word.charAt(reader.at);
    if (c === escape) {
      const next = word.charAt(reader.at + 1);
      reader.at += 2;
      return quoted && next !== '"' && next !== '$' && next !== escape ? c + next : next;
    }
    if (c !== '$') {
      reader.at++;
      return c;
    }
    return variable();
  };
  const variable = (): string => {
    reader.at++;
    if (word.charAt(reader.at) !== '{') {
      const name = /^(?:[A-Za-z_]\w*|[0-9@*#?$!-])/.exec(word.slice(reader.at, reader.at + 256))?.[0];
      if (name === undefined) return '$';
      reader.at += name.length;
      return use(name) ?? '';
    }
    const name = /^\{([A-Za-z_]\w*)/.exec(word.slice(reader.at, reader.at + 256))?.[1];
    if (name === undefined || reader.depth > 32) {
      unknown = true;
      reader.at = word.length;
      return '';
    }
    reader.at += name.length + 1;
    const rest = word.slice(reader.at, reader.at + 2);
    if (rest.startsWith('}')) {
      reader.at++;
      return use(name) ?? '';
    }
    const operator = /^(?::[-+?]|##|%%|\/\/|[-+?#%/])/.exec(rest)?.[0];
    if (operator === undefined) {
      unknown = true;
      reader.at = word.length;
      return '';
    }
    reader.at += operator.length;
    reader.depth++;
    const before = unknown;
    const first = read(operator.startsWith('/') ? '/' : '}');
    let second = '';
    if (operator.startsWith('/') && word.charAt(reader.at) === '/') {
      reader.at++;
      second = read('}');
    }
    const operandUnknown = unknown && !before;
    unknown = before;
    reader.depth--;
    if (word.charAt(reader.at) === '}') reader.at++;
    const valueBefore = unknown;
    const value = use(name);
    const valueUnknown = unknown && !valueBefore;
    unknown = valueBefore;
    const settle = (text: string, doubt: boolean): string => {
      if (doubt) unknown = true;
      return text;
    };
    const missing = value === undefined || (operator.startsWith(':') && value === '');
    switch (operator) {
      case '-':
      case ':-':
        return missing ? settle(first, operandUnknown) : settle(value, valueUnknown);
      case '+':
      case ':+':
        return missing ? '' : settle(first, operandUnknown || (valueUnknown && operator === ':+'));
      case '?':
      case ':?':
        return missing ? settle('', true) : settle(value, valueUnknown);
      default:
        return settle(substituted(value ?? '', operator, first, second), valueUnknown || operandUnknown);
    }
  };
  const value = read('');
  return { value: unknown ? null : value, names };
}

function substituted(value: string, operator: string, pattern: string, replacement: string): string {
  if (value.length > 4096 || pattern.length > 256) return value;
  const body = pattern
    .replace(/\*+/g, '*')
    .replace(/[.+^${}()|[\]\\/]/g, '\\$&')
    .replace(/\?/g, '[^]');
  const greedy = body.replace(/\*/g, '[^]*');
  const lazy = body.replace(/\*/g, '[^]*?');
  switch (operator) {
    case '#':
      return value.replace(new RegExp(`^(?:${lazy})`), '');
    case '##':
      return value.replace(new RegExp(`^(?:${greedy})`), '');
    case '%': {
      for (let at = value.length; at >= 0; at--)
        if (new RegExp(`^(?:${greedy})$`).test(value.slice(at))) return value.slice(0, at);
      return value;
    }
    case '%%': {
      for (let at = 0; at <= value.length; at++)
        if (new RegExp(`^(?:${greedy})$`).test(value.slice(at))) return value.slice(0, at);
      return value;
    }
    case '/':
      return value.replace(new RegExp(greedy), () => replacement);
    default:
      return value.replace(new RegExp(greedy, 'g'), () => replacement);
  }
}

export interface KeyValue {
  readonly name: string;
  /** As written, quotes and variables in it; null for `ARG NAME`. */
  readonly value: string | null;
  /** The pair. */
  readonly span: Span;
  readonly valueSpan: Span | null;
}

/** The pairs of ENV, ARG and LABEL, the old `ENV NAME value …` form included. */
export function splitKeyValues(instruction: DockerInstruction): readonly KeyValue[] {
  const { words, body, keyword } = instruction;
  const [first] = words;
  if (!first) return [];
  if (keyword !== 'ARG' && !first.text.includes('=')) {
    const nameEnd = /\s/.exec(body.text)?.index ?? body.text.length;
    const valueStart = nameEnd + (/^\s*/.exec(body.text.slice(nameEnd))?.[0].length ?? 0);
    const value = body.text.slice(valueStart);
    return [
      {
        name: first.text,
        value,
        span: toFileSpan(body, span(0, body.text.length)),
        valueSpan: value === '' ? null : toFileSpan(body, span(valueStart, body.text.length)),
      },
    ];
  }
  return words.map((word) => {
    const equals = word.text.indexOf('=');
    if (equals < 0) return { name: word.text, value: null, span: word.span, valueSpan: null };
    return {
      name: word.text.slice(0, equals),
      value: word.text.slice(equals + 1),
      span: word.span,
      valueSpan: span(Math.min(word.span.end, word.span.start + equals + 1), word.span.end),
    };
  });
}
