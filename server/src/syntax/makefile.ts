// Text → tree of a Makefile, by a line scanner of our own: published grammars fail on one real Makefile in five.
import { slice, type Embedded, type Piece } from '../text/embedded.js';
import { span, type Span } from '../text/span.js';
import type { MakeAssignment, Makefile, MakeItem, MakeRecipe } from './makefile-tree.js';

interface Line {
  /** Continuations joined by one blank, as make does outside recipes; in recipes they stay. */
  readonly text: Embedded;
  readonly span: Span;
  readonly recipe: boolean;
}

/** Conditionals nested deeper than this are read as if they were not there. */
const MAX_DEPTH = 64;

/** Reads a Makefile of any bytes; never throws. */
export function parseMakefile(text: string): Makefile {
  const comments: { text: string; span: Span }[] = [];
  const lines = splitLines(text);
  const reader = { lines, at: 0, comments };
  const items: MakeItem[] = [];
  while (reader.at < lines.length) {
    items.push(...readItems(reader, 0));
    // A stray `endif` or `else` ends a list early: go on behind it.
    reader.at++;
  }
  return { items, comments };
}

interface Reader {
  readonly lines: readonly Line[];
  at: number;
  readonly comments: { text: string; span: Span }[];
}

/** Physical lines joined where a backslash ends them. */
function splitLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const start = at;
    const recipe = text.charAt(at) === '\t';
    const pieces: Piece[] = [];
    let joined = '';
    for (;;) {
      let end = text.indexOf('\n', at);
      if (end < 0) end = text.length;
      const bare = text.charAt(end - 1) === '\r' && end > at ? end - 1 : end;
      const line = text.slice(at, bare);
      const continued = /(?:^|[^\\])(?:\\\\)*\\$/.test(line) && end < text.length;
      const from = pieces.length > 0 && recipe && line.startsWith('\t') ? 1 : 0;
      const lead = pieces.length > 0 && !recipe ? (/^[ \t]*/.exec(line)?.[0].length ?? 0) : from;
      pieces.push({ at: joined.length, file: at + lead });
      if (recipe) joined += continued ? `${line.slice(lead)}\n` : line.slice(lead);
      else joined += continued ? `${line.slice(lead, -1).replace(/[ \t]+$/, '')} ` : line.slice(lead);
      at = Math.min(end + 1, text.length);
      if (!continued || at >= text.length) {
        lines.push({ text: { text: joined, pieces }, span: span(start, bare), recipe });
        break;
      }
    }
  }
  return lines;
}

const CONDITIONAL = /^[ ]*(ifeq|ifneq|ifdef|ifndef)\b[ \t]*/;
const ELSE = /^[ \t]*else\b[ \t]*/;
const ENDIF = /^[ \t]*endif\b/;

function readItems(reader: Reader, depth: number): readonly MakeItem[] {
  const items: MakeItem[] = [];
  while (reader.at < reader.lines.length) {
    const line = reader.lines[reader.at];
    if (!line) break;
    const stripped = withoutComment(line, reader);
    if (ENDIF.test(stripped.text) || ELSE.test(stripped.text)) {
      if (depth > 0) return items;
      return items;
    }
    reader.at++;
    if (stripped.text.trim() === '') continue;
    const conditional = depth < MAX_DEPTH ? CONDITIONAL.exec(stripped.text) : null;
    if (conditional) {
      const { then, otherwise } = readArms(reader, (inner) => readItems(inner, depth + 1));
      items.push({
        kind: 'conditional',
        directive: directiveOf(conditional[1]),
        operands: rest(stripped, conditional[0].length),
        then,
        otherwise,
      });
      continue;
    }
    const item = readStatement(stripped, line, reader, depth);
    if (item) items.push(item);
  }
  return items;
}

type Directive = 'ifeq' | 'ifneq' | 'ifdef' | 'ifndef';
const directiveOf = (word: string | undefined): Directive =>
  word === 'ifneq' || word === 'ifdef' || word === 'ifndef' ? word : 'ifeq';

/** The two arms of a conditional; `else ifeq …` opens another one in the second arm. */
function readArms<Item>(
  reader: Reader,
  read: (reader: Reader) => readonly Item[],
): { then: readonly Item[]; otherwise: readonly Item[] } {
  const then = read(reader);
  const line = reader.lines[reader.at];
  if (!line) return { then, otherwise: [] };
  const text = line.text.text;
  const branch = ELSE.exec(text);
  reader.at++;
  if (!branch) return { then, otherwise: [] };
  const chained = CONDITIONAL.exec(text.slice(branch[0].length));
  if (chained) {
    const operands = rest(line.text, branch[0].length + chained[0].length);
    const arms = readArms(reader, read);
    const nested = { kind: 'conditional' as const, directive: directiveOf(chained[1]), operands, ...arms };
    // Both kinds of items have the conditional as a member, so the chain is an item of the second arm.
    return { then, otherwise: [nested as Item] };
  }
  const otherwise = read(reader);
  if (ENDIF.test(reader.lines[reader.at]?.text.text ?? '')) reader.at++;
  return { then, otherwise };
}

const rest = (text: Embedded, from: number): Embedded => trim(slice(text, span(from, text.text.length)));

function trim(text: Embedded): Embedded {
  const lead = /^\s*/.exec(text.text)?.[0].length ?? 0;
  const end = text.text.trimEnd().length;
  return slice(text, span(Math.min(lead, end), end));
}

/** Outside recipes `#` starts a comment unless a backslash stands before it. */
function withoutComment(line: Line, reader: Reader): Embedded {
  if (line.recipe) return line.text;
  const { text } = line.text;
  const hash = /(?:^|[^\\])#/.exec(text);
  if (!hash) return line.text;
  const at = hash.index + hash[0].length - 1;
  const comment = slice(line.text, span(at, text.length));
  const start = comment.pieces[0]?.file ?? line.span.start;
  reader.comments.push({ text: text.slice(at + 1).trim(), span: span(start, line.span.end) });
  return slice(line.text, span(0, at));
}

const ASSIGNMENT =
  /^[ ]*((?:(?:export|override|private|unexport)[ \t]+)*)([^\s:=?+!#][^\s:=?+!#]*)[ \t]*(\?=|\+=|!=|:{1,3}=|=)[ \t]*/;
const DEFINE = /^[ ]*((?:(?:export|override)[ \t]+)*)define[ \t]+(\S+)[ \t]*(\?=|\+=|:{1,3}=|=)?/;

function readStatement(text: Embedded, line: Line, reader: Reader, depth: number): MakeItem | null {
  if (line.recipe) return null;
  const define = DEFINE.exec(text.text);
  if (define) return readDefine(text, line, reader, define);
  const assignment = assignmentIn(text, line.span, null);
  if (assignment) return assignment;
  const include = /^[ ]*[-s]?include[ \t]+/.exec(text.text);
  if (include) return { kind: 'include', paths: rest(text, include[0].length) };
  const exported = /^[ ]*(export|unexport)(?:[ \t]+|$)/.exec(text.text);
  if (exported)
    return { kind: 'export', names: rest(text, exported[0].length), exports: exported[1] === 'export' };
  return readRule(text, line, reader, depth);
}

function assignmentIn(text: Embedded, place: Span, targets: Embedded | null): MakeAssignment | null {
  const match = ASSIGNMENT.exec(text.text);
  if (!match) return null;
  const [whole, modifiers = '', name = '', operator = '='] = match;
  const nameStart = whole.indexOf(name, modifiers.length);
  return {
    kind: 'assignment',
    name: slice(text, span(nameStart, nameStart + name.length)),
    operator: operatorOf(operator),
    value: trimStart(slice(text, span(whole.length, text.text.length))),
    exported: modifiers.includes('export'),
    overrides: modifiers.includes('override'),
    targets,
    span: place,
  };
}

const trimStart = (text: Embedded): Embedded => {
  const lead = /^[ \t]*/.exec(text.text)?.[0].length ?? 0;
  return slice(text, span(lead, text.text.length));
};

const operatorOf = (operator: string): MakeAssignment['operator'] =>
  operator === '?=' || operator === '+=' || operator === '!=' || operator === '=' ? operator : ':=';

function readDefine(text: Embedded, line: Line, reader: Reader, match: RegExpExecArray): MakeItem {
  const [, modifiers = '', name = '', operator = '='] = match;
  const nameStart = text.text.indexOf(name, match.index + modifiers.length + 'define'.length);
  const pieces: Piece[] = [];
  let body = '';
  let end = line.span.end;
  while (reader.at < reader.lines.length) {
    const next = reader.lines[reader.at++];
    if (!next) break;
    end = next.span.end;
    if (/^[ ]*endef\b/.test(next.text.text)) break;
    if (body !== '') body += '\n';
    for (const piece of next.text.pieces) pieces.push({ ...piece, at: piece.at + body.length });
    body += next.text.text;
  }
  return {
    kind: 'assignment',
    name: slice(text, span(nameStart, nameStart + name.length)),
    operator: operatorOf(operator),
    value: { text: body, pieces: pieces.length > 0 ? pieces : [{ at: 0, file: end }] },
    exported: modifiers.includes('export'),
    overrides: modifiers.includes('override'),
    targets: null,
    span: span(line.span.start, end),
  };
}

/** The colon that ends the targets: not one inside `$(…)`. */
function ruleColon(text: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === '(' || c === '{') depth++;
    else if (c === ')' || c === '}') depth = Math.max(0, depth - 1);
    else if (c === ':' && depth === 0) return i;
  }
  return -1;
}

function readRule(text: Embedded, line: Line, reader: Reader, depth: number): MakeItem | null {
  const colon = ruleColon(text.text);
  if (colon < 0) return null;
  const targets = trim(slice(text, span(0, colon)));
  const after = text.text.charAt(colon + 1) === ':' ? colon + 2 : colon + 1;
  const tail = slice(text, span(after, text.text.length));
  const specific = assignmentIn(trimStart(tail), line.span, targets);
  if (specific) return specific;
  const semicolon = tail.text.indexOf(';');
  const prerequisites = trim(semicolon < 0 ? tail : slice(tail, span(0, semicolon)));
  const recipe: MakeRecipe[] = [];
  if (semicolon >= 0) recipe.push({ kind: 'line', text: rest(tail, semicolon + 1), span: line.span });
  recipe.push(...readRecipe(reader, depth));
  const last = recipe[recipe.length - 1];
  return {
    kind: 'rule',
    targets,
    prerequisites,
    recipe,
    span: span(line.span.start, last?.kind === 'line' ? last.span.end : line.span.end),
  };
}

function readRecipe(reader: Reader, depth: number): readonly MakeRecipe[] {
  const recipe: MakeRecipe[] = [];
  while (reader.at < reader.lines.length) {
    const line = reader.lines[reader.at];
    if (!line) break;
    const { text } = line.text;
    if (line.recipe) {
      recipe.push({ kind: 'line', text: slice(line.text, span(1, text.length)), span: line.span });
      reader.at++;
      continue;
    }
    if (text.trim() === '' || /^[ ]*#/.test(text)) {
      withoutComment(line, reader);
      reader.at++;
      continue;
    }
    const conditional = depth < MAX_DEPTH ? CONDITIONAL.exec(text) : null;
    if (!conditional || !guardsRecipe(reader)) break;
    reader.at++;
    const { then, otherwise } = readArms(reader, (inner) => readRecipe(inner, depth + 1));
    recipe.push({
      kind: 'conditional',
      directive: directiveOf(conditional[1]),
      operands: rest(line.text, conditional[0].length),
      then,
      otherwise,
    });
  }
  return recipe;
}

/** Whether the conditional at the reader holds recipe lines: then it belongs to the rule above it. */
function guardsRecipe(reader: Reader): boolean {
  for (let i = reader.at + 1; i < reader.lines.length; i++) {
    const line = reader.lines[i];
    if (!line) return false;
    if (line.text.text.trim() === '' || /^[ ]*#/.test(line.text.text)) continue;
    return line.recipe;
  }
  return false;
}
