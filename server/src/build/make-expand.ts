// Expansion of Makefile text: variables and the common functions, with parts that are not known marked and literal parts mapped to the file.
import { concatenate, slice, toFileSpan, type Embedded } from '../text/embedded.js';
import { span } from '../text/span.js';
import { normalise } from './file-system.js';
import { UNKNOWN, isKnown } from './value.js';

export interface MakeVariables {
  /** The expanded value; undefined where the variable is not set. */
  readonly value: (name: string) => string | undefined;
  /** Output of `$(shell …)`, `UNKNOWN` where it is not known. */
  readonly shell: (command: string) => string;
  /** Where make runs. */
  readonly folder: string;
}

/** References nested deeper than this are not known. */
const MAX_DEPTH = 40;
/** Longer results are cut: a value of this size builds nothing. */
const MAX_LENGTH = 64 * 1024;

/** Expands a text; never fails. */
export function expandMake(text: Embedded, variables: MakeVariables, depth = 0): Embedded {
  const parts: Embedded[] = [];
  const source = text.text;
  let literal = 0;
  for (let i = 0; i < source.length; i++) {
    if (source.charAt(i) !== '$') continue;
    if (literal < i) parts.push(slice(text, span(literal, i)));
    const { value, end } = reference(source, i, variables, depth);
    parts.push(made(text, i, end, value));
    literal = end;
    i = end - 1;
  }
  if (literal < source.length || parts.length === 0) parts.push(slice(text, span(literal, source.length)));
  const whole = concatenate(parts);
  return whole.text.length > MAX_LENGTH ? slice(whole, span(0, MAX_LENGTH)) : whole;
}

export const expandMakeText = (text: string, variables: MakeVariables, depth = 0): string =>
  expandMake({ text, pieces: [{ at: 0, file: 0 }] }, variables, depth).text;

function made(text: Embedded, start: number, end: number, value: string): Embedded {
  const place = toFileSpan(text, span(start, end));
  return { text: value, pieces: [{ at: 0, file: place.start, madeFrom: place.end - place.start }] };
}

function reference(
  source: string,
  at: number,
  variables: MakeVariables,
  depth: number,
): { value: string; end: number } {
  const open = source.charAt(at + 1);
  if (open === '$') return { value: '$', end: at + 2 };
  if (open !== '(' && open !== '{')
    return { value: open === '' ? '' : (variables.value(open) ?? ''), end: Math.min(source.length, at + 2) };
  const close = closing(source, at + 1);
  const end = Math.min(source.length, close + 1);
  const inner = source.slice(at + 2, close);
  if (depth >= MAX_DEPTH) return { value: UNKNOWN, end };
  return { value: evaluate(inner, variables, depth + 1), end };
}

function closing(source: string, open: number): number {
  const opener = source.charAt(open);
  const closer = opener === '(' ? ')' : '}';
  let depth = 0;
  for (let i = open; i < source.length; i++) {
    const c = source.charAt(i);
    if (c === opener) depth++;
    else if (c === closer && --depth === 0) return i;
  }
  return source.length;
}

function evaluate(inner: string, variables: MakeVariables, depth: number): string {
  const call = /^([a-z-]+)[ \t]+/.exec(inner);
  const name = call?.[1] ?? '';
  if (call && FUNCTIONS.has(name)) return callFunction(name, inner.slice(call[0].length), variables, depth);
  const substitution = /^([^:\s$(){}]+):([^=]*)=(.*)$/.exec(inner);
  if (substitution) {
    const [, variable = '', from = '', to = ''] = substitution;
    return wordwise(variables.value(variable) ?? '', (word) =>
      patternReplace(word, from.includes('%') ? from : `%${from}`, from.includes('%') ? to : `%${to}`),
    );
  }
  const variable = expandMakeText(inner, variables, depth).trim();
  return isKnown(variable) ? (variables.value(variable) ?? '') : UNKNOWN;
}

const wordwise = (text: string, change: (word: string) => string | null): string =>
  words(text)
    .map(change)
    .filter((word): word is string => word !== null)
    .join(' ');

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

function patternReplace(word: string, from: string, to: string): string {
  const stem = stemOf(word, from);
  return stem === null ? word : to.replace('%', () => stem);
}

/** What `%` of a pattern stands for in a word; null where it does not match. */
export function stemOf(word: string, pattern: string): string | null {
  const percent = pattern.indexOf('%');
  if (percent < 0) return word === pattern ? '' : null;
  const head = pattern.slice(0, percent);
  const tail = pattern.slice(percent + 1);
  const fits = word.length >= head.length + tail.length && word.startsWith(head) && word.endsWith(tail);
  return fits ? word.slice(head.length, word.length - tail.length) : null;
}

const FUNCTIONS = new Set(
  'shell wildcard subst patsubst strip findstring filter filter-out sort word words firstword lastword dir notdir suffix basename addsuffix addprefix join if or and foreach call eval value origin error warning info abspath realpath file'.split(
    ' ',
  ),
);

/** Arguments at commas outside parentheses. */
function split(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === '(' || c === '{') depth++;
    else if (c === ')' || c === '}') depth--;
    else if (c === ',' && depth === 0) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

function callFunction(name: string, text: string, variables: MakeVariables, depth: number): string {
  const raw = split(text);
  const argument = (i: number): string => expandMakeText(raw[i] ?? '', variables, depth);
  const last = (from: number): string => expandMakeText(raw.slice(from).join(','), variables, depth);
  switch (name) {
    case 'shell':
      return variables.shell(expandMakeText(text, variables, depth));
    case 'if':
      return conditional(
        argument(0),
        () => argument(1),
        () => (raw.length > 2 ? last(2) : ''),
      );
    case 'or':
      for (let i = 0; i < raw.length; i++) {
        const value = argument(i);
        if (value.trim() !== '') return value;
      }
      return '';
    case 'and': {
      let value = '';
      for (let i = 0; i < raw.length; i++) {
        value = argument(i);
        if (value.trim() === '') return '';
      }
      return value;
    }
    case 'foreach': {
      const variable = argument(0).trim();
      const list = words(argument(1));
      return list
        .slice(0, 256)
        .map((word) =>
          expandMakeText(
            raw.slice(2).join(','),
            { ...variables, value: (other) => (other === variable ? word : variables.value(other)) },
            depth,
          ),
        )
        .join(' ');
    }
    case 'strip':
      return words(argument(0)).join(' ');
    case 'subst':
      return argument(0) === '' ? last(2) : last(2).replaceAll(argument(0), () => argument(1));
    case 'patsubst':
      return wordwise(last(2), (word) => patternReplace(word, argument(0).trim(), argument(1).trim()));
    case 'filter':
    case 'filter-out': {
      const patterns = words(argument(0));
      const list = last(1);
      if (!isKnown(list)) return UNKNOWN;
      return wordwise(list, (word) =>
        patterns.some((pattern) => stemOf(word, pattern) !== null) === (name === 'filter') ? word : null,
      );
    }
    case 'findstring': {
      const list = last(1);
      return isKnown(list) ? (list.includes(argument(0)) ? argument(0) : '') : UNKNOWN;
    }
    case 'firstword':
      return words(argument(0))[0] ?? '';
    case 'lastword':
      return words(argument(0)).at(-1) ?? '';
    case 'word':
      return words(last(1))[Number(argument(0)) - 1] ?? '';
    case 'notdir':
      return wordwise(argument(0), (word) => word.slice(word.lastIndexOf('/') + 1));
    case 'dir':
      return wordwise(argument(0), (word) =>
        word.includes('/') ? word.slice(0, word.lastIndexOf('/') + 1) : './',
      );
    case 'basename':
      return wordwise(argument(0), (word) => word.replace(/\.[^./]*$/, ''));
    case 'suffix':
      return wordwise(argument(0), (word) => /\.[^./]*$/.exec(word)?.[0] ?? null);
    case 'addprefix':
      return wordwise(last(1), (word) => argument(0) + word);
    case 'addsuffix':
      return wordwise(last(1), (word) => word + argument(0));
    case 'call':
      return expandMakeText(
        `$(${argument(0).trim()})`,
        {
          ...variables,
          value: (other) => (/^\d$/.test(other) ? argument(Number(other)) : variables.value(other)),
        },
        depth,
      );
    case 'abspath':
    case 'realpath':
      return wordwise(argument(0), (word) => (isKnown(word) ? normalise(word, variables.folder) : UNKNOWN));
    case 'info':
    case 'warning':
    case 'error':
    case 'eval':
    case 'file':
      return '';
    default:
      return UNKNOWN;
  }
}

function conditional(test: string, then: () => string, otherwise: () => string): string {
  const known = test.trim();
  if (known === '') return otherwise();
  if (isKnown(known) || known.replaceAll(UNKNOWN, '') !== '') return then();
  const yes = then();
  const no = otherwise();
  return yes === no ? yes : UNKNOWN;
}
