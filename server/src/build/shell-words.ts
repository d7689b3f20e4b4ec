// Expansion of shell words: parameters, quotes and splitting as POSIX shells do it, with unknown parts marked.
import { cover, type Place, type Span } from '../text/span.js';
import { toFileOffset, toFileSpan, type Embedded, type Piece } from '../text/embedded.js';
import type {
  DoubleQuotedChild,
  ParameterExpansionPart,
  Script,
  Word,
  WordPart,
} from '../syntax/shell-tree.js';
import { isKnown, UNKNOWN } from './value.js';

/** An argument after expansion. */
export interface Argument {
  /** May hold `UNKNOWN`. */
  readonly text: string;
  /** The word in the file that it came from. */
  readonly place: Place;
  /** The text with a map back to the file, where it stands there literally; null where an expansion made it. */
  readonly literal: Embedded | null;
}

export interface WordContext {
  readonly path: string;
  readonly source: Embedded;
  /** undefined: not set. */
  readonly variable: (name: string) => string | undefined;
  /** Output of a command substitution, `UNKNOWN` where it is not known. */
  readonly substitute: (script: Script) => string;
}

interface Fragment {
  readonly text: string;
  /** Unquoted expansions are split at blanks. */
  readonly split: boolean;
  /** Offsets in the source of each code unit, where it stands there literally. */
  readonly at: number | null;
}

/** The words that one word becomes: none (an empty unquoted variable), one, or several. */
export function expandWord(word: Word, context: WordContext): readonly Argument[] {
  const place: Place = {
    path: context.path,
    span: toFileSpan(context.source, { start: word.pos, end: word.end }),
  };
  // Most words are plain: no quote, no expansion, nothing to split.
  if (!word.parts)
    return [argumentOf([literalFragment(word.value, word.text, word.pos)], place, context.source)];
  const fragments = word.parts.flatMap((part) => fragmentsOf(part, context, false));
  const quoted = /['"]/.test(word.text);
  const words: Argument[] = [];
  let current: Fragment[] = [];
  let started = quoted && fragments.every((f) => f.text === '');
  const finish = (): void => {
    if (current.length > 0 || started) words.push(argumentOf(current, place, context.source));
    current = [];
    started = false;
  };
  for (const fragment of fragments) {
    if (!fragment.split) {
      if (fragment.text !== '' || quoted) current.push(fragment);
      continue;
    }
    const pieces = fragment.text.split(/[ \t\n]+/);
    pieces.forEach((piece, i) => {
      if (i > 0) finish();
      if (piece !== '') current.push({ text: piece, split: true, at: null });
    });
  }
  finish();
  return words;
}

/** The one string that a word becomes where no splitting happens (assignments, redirections, quotes). */
export const expandToString = (word: Word, context: WordContext): string =>
  word.parts
    ? word.parts
        .flatMap((part) => fragmentsOf(part, context, true))
        .map((f) => f.text)
        .join('')
    : word.value;

function argumentOf(fragments: readonly Fragment[], place: Place, source: Embedded): Argument {
  const [only] = fragments;
  const text = fragments.length === 1 && only ? only.text : fragments.map((f) => f.text).join('');
  return {
    text,
    place,
    // Only scripts in words (`sh -c`) ask for it.
    get literal() {
      return literalOf(fragments, source);
    },
  };
}

function literalOf(fragments: readonly Fragment[], source: Embedded): Embedded | null {
  const pieces: Piece[] = [];
  let text = '';
  for (const fragment of fragments) {
    if (fragment.at === null) {
      if (fragment.text !== '') {
        const last = pieces[pieces.length - 1];
        if (!last) return null;
      }
    } else {
      for (let i = 0; i < fragment.text.length; i++) {
        const file = toFileOffset(source, fragment.at + i);
        const last = pieces[pieces.length - 1];
        const at = text.length + i;
        if (!last || last.file + (at - last.at) !== file) pieces.push({ at, file });
      }
    }
    text += fragment.text;
  }
  if (pieces.length === 0) return null;
  const first = pieces[0];
  if (first && first.at > 0) pieces[0] = { at: 0, file: first.file };
  return { text, pieces };
}

/** Code units of a value stand one for one in the text, unless escapes were taken out of it. */
const literalFragment = (value: string, text: string, pos: number): Fragment => ({
  text: value,
  split: false,
  at: value === text ? pos : null,
});

function fragmentsOf(
  part: WordPart | DoubleQuotedChild,
  context: WordContext,
  quoted: boolean,
): readonly Fragment[] {
  switch (part.type) {
    case 'Literal':
      return [literalFragment(part.value, part.text, part.pos)];
    case 'SingleQuoted':
      return [{ text: part.value, split: false, at: part.pos + 1 }];
    case 'AnsiCQuoted':
      return [{ text: part.value, split: false, at: null }];
    case 'DoubleQuoted':
    case 'LocaleString':
      return part.parts
        .flatMap((child) => fragmentsOf(child, context, true))
        .map((f) => ({ ...f, split: false }));
    case 'SimpleExpansion': {
      const name = part.text.slice(1);
      return [{ text: parameter(name, context), split: !quoted, at: null }];
    }
    case 'ParameterExpansion':
      return [{ text: expandParameter(part, context), split: !quoted, at: null }];
    case 'CommandExpansion':
      return [{ text: part.script ? context.substitute(part.script) : UNKNOWN, split: !quoted, at: null }];
    case 'ArithmeticExpansion':
    case 'ProcessSubstitution':
      return [{ text: UNKNOWN, split: false, at: null }];
    case 'Glob':
    case 'ExtendedGlob':
    case 'BraceExpansion':
      return [{ text: part.text, split: false, at: part.pos }];
  }
}

const SPECIAL = new Set([
  '@',
  '*',
  '#',
  '?',
  '$',
  '!',
  '-',
  '0',
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  '_',
]);

function parameter(name: string, context: WordContext): string {
  const value = context.variable(name);
  if (value !== undefined) return value;
  return SPECIAL.has(name) ? UNKNOWN : '';
}

function expandParameter(part: ParameterExpansionPart, context: WordContext): string {
  const value = SPECIAL.has(part.parameter)
    ? (context.variable(part.parameter) ?? UNKNOWN)
    : context.variable(part.parameter);
  if (part.prefix !== undefined || part.index !== undefined) return UNKNOWN;
  const operation = part.operation;
  if (!operation) return value ?? '';
  if (operation.type === 'Default') {
    const colon = operation.operator.startsWith(':');
    const missing = value === undefined || (colon && value === '');
    const other = (): string => expandToString(operation.operand, context);
    const unsure =
      colon && value !== undefined && value !== '' && !isKnown(value) && value.replaceAll(UNKNOWN, '') === '';
    switch (operation.operator) {
      case '-':
      case ':-':
      case '=':
      case ':=':
        return missing ? other() : value;
      case '+':
      case ':+':
        return unsure ? UNKNOWN : missing ? '' : other();
      default:
        return missing ? UNKNOWN : value;
    }
  }
  if (value === undefined) return '';
  if (!isKnown(value)) return UNKNOWN;
  if (operation.type === 'Remove') {
    const pattern = expandToString(operation.operand, context);
    return isKnown(pattern) ? removeAffix(value, pattern, operation.operator) : UNKNOWN;
  }
  if (operation.type === 'Replace') {
    const pattern = expandToString(operation.pattern, context);
    const replacement = expandToString(operation.replacement, context);
    if (!isKnown(pattern) || !isKnown(replacement) || /[*?[]/.test(pattern)) return UNKNOWN;
    switch (operation.operator) {
      case '/':
        return value.replace(pattern, () => replacement);
      case '//':
        return value.replaceAll(pattern, () => replacement);
      case '/#':
        return value.startsWith(pattern) ? replacement + value.slice(pattern.length) : value;
      case '/%':
        return value.endsWith(pattern) ? value.slice(0, value.length - pattern.length) + replacement : value;
    }
  }
  return UNKNOWN;
}

function removeAffix(value: string, pattern: string, operator: '#' | '##' | '%' | '%%'): string {
  const matches = (candidate: string): boolean => shellPattern(pattern).test(candidate);
  const lengths = [...Array(value.length + 1).keys()].slice(0, 4096);
  const order = operator.length === 1 ? lengths : lengths.reverse();
  for (const length of order) {
    if (operator.startsWith('#') && matches(value.slice(0, length))) return value.slice(length);
    if (operator.startsWith('%') && matches(value.slice(value.length - length)))
      return value.slice(0, value.length - length);
  }
  return value;
}

/** A `case` or `${V#…}` pattern as a regular expression; runs of `*` count once, so that it cannot run away. */
export function shellPattern(pattern: string): RegExp {
  const source = pattern
    .replace(/\*+/g, '*')
    .replace(/[.+^${}()|\\/\]]/g, '\\$&')
    .replace(/\[/g, '\\[')
    .replace(/\*/g, '[^]*')
    .replace(/\?/g, '[^]');
  return new RegExp(`^${source}$`);
}

/** The file place that covers several spans of one source. */
export function placeOf(path: string, source: Embedded, first: Span, last: Span = first): Place {
  return { path, span: toFileSpan(source, cover(first, last)) };
}
