// Text → tree of a Dockerfile: dockerfile-ast gives the instructions' ranges, the rest is read here as BuildKit reads it.
import { DockerfileParser, type Instruction } from 'dockerfile-ast';
import { toFileOffset, toFileSpan, type Embedded, type Piece } from '../text/embedded.js';
import { indexLines, offsetAt, type LineIndex } from '../text/lines.js';
import { span, type Span } from '../text/span.js';
import type {
  DockerComment,
  Dockerfile,
  DockerFlag,
  DockerHeredoc,
  DockerInstruction,
  DockerWord,
} from './dockerfile-tree.js';
import { decodeJsonForm } from './json-form.js';

/** Instructions that take flags (Dockerfile reference). */
const FLAGGED = new Set(['FROM', 'COPY', 'ADD', 'RUN', 'HEALTHCHECK']);
/** Instructions whose arguments may hold heredocs (BuildKit's heredocDirectives). */
const HEREDOCS = new Set(['RUN', 'COPY', 'ADD']);
/** Instructions with a JSON form. */
const JSON_FORMS = new Set(['RUN', 'CMD', 'ENTRYPOINT', 'COPY', 'ADD', 'SHELL', 'VOLUME', 'HEALTHCHECK']);

/** Reads a Dockerfile, half-typed or not; never throws. */
export function parseDockerfile(text: string): Dockerfile {
  const masked = maskForParser(text);
  const escape = escapeOf(masked);
  const index = indexLines(text);
  let instructions: Instruction[] = [];
  try {
    instructions = DockerfileParser.parse(masked).getInstructions();
  } catch {
    // dockerfile-ast gave up on this text; an empty tree is the honest answer.
  }
  const source: Source = { text: masked, index, escape };
  const read = instructions.map((instruction) =>
    readInstruction(source, rangeSpan(index, instruction), instruction.getKeyword()),
  );
  return { escape, instructions: read, comments: commentsOf(source, read) };
}

interface Source {
  readonly text: string;
  readonly index: LineIndex;
  readonly escape: '\\' | '`';
}

/** Same length, but without what dockerfile-ast trips over: a byte order mark, and the number in `3<<EOF`. */
const maskForParser = (text: string): string =>
  text
    .replace(/^\uFEFF/, ' ')
    .replace(
      /(^|[ \t])(\d+)(?=<<-?["']?\w)/gm,
      (_, before: string, digits: string) => before + ' '.repeat(digits.length),
    );

/** The `escape` parser directive: only in the comments before everything else, each of the form `# name=value`. */
function escapeOf(text: string): '\\' | '`' {
  for (const line of text.split(/\r\n|\r|\n/, 32)) {
    const directive = /^[ \t]*#[ \t]*([A-Za-z]+)[ \t]*=[ \t]*(\S*)[ \t]*$/.exec(line);
    if (!directive) return '\\';
    if (directive[1]?.toLowerCase() === 'escape') return directive[2] === '`' ? '`' : '\\';
  }
  return '\\';
}

function rangeSpan(index: LineIndex, instruction: Instruction): Span {
  const range = instruction.getRange();
  return span(offsetAt(index, range.start), offsetAt(index, range.end));
}

function readInstruction(source: Source, whole: Span, keyword: string): DockerInstruction {
  const keywordSpan = span(whole.start, Math.min(whole.end, whole.start + keyword.length));
  const name = keyword.toUpperCase();
  const { body: all, end } = joinLines(source, span(keywordSpan.end, whole.end));
  const heredocs = HEREDOCS.has(name) ? readHeredocs(source, all, end, whole.end) : [];
  const lastHeredoc = heredocs[heredocs.length - 1];
  const { flags, rest } = FLAGGED.has(name) ? readFlags(all) : { flags: [], rest: 0 };
  const body = trimmed(all, rest);
  const words = splitWords(body, source.escape).filter(
    (word) => heredocs.length === 0 || !/^\d*<<-?["']?\w/.test(word.text),
  );
  const trigger = name === 'ONBUILD' ? readTrigger(source, body, whole.end) : null;
  const spanEnd = lastHeredoc
    ? lastHeredoc.span.end
    : Math.max(keywordSpan.end, lastOffset(body, keywordSpan.end));
  return {
    keyword: name,
    keywordSpan,
    span: span(whole.start, Math.max(spanEnd, trigger?.span.end ?? 0)),
    flags,
    body,
    words,
    json: JSON_FORMS.has(name) ? decodeJsonForm(body) : null,
    heredocs,
    trigger,
  };
}

function readTrigger(source: Source, body: Embedded, end: number): DockerInstruction | null {
  const word = /^\S+/.exec(body.text)?.[0];
  if (word === undefined) return null;
  return readInstruction(source, span(toFileOffset(body, 0), end), word);
}

const lastOffset = (body: Embedded, fallback: number): number => {
  const length = body.text.trimEnd().length;
  return length === 0 ? fallback : toFileOffset(body, length - 1) + 1;
};

/** The instruction's text with continued lines joined, and comment and blank lines between them left out; `end` is where its last line ends. */
function joinLines(source: Source, part: Span): { body: Embedded; end: number } {
  const { text } = source;
  const pieces: Piece[] = [];
  let joined = '';
  let at = part.start;
  let first = true;
  while (at <= part.end) {
    let lineEnd = at;
    while (lineEnd < text.length && text[lineEnd] !== '\n' && text[lineEnd] !== '\r') lineEnd++;
    const next = text[lineEnd] === '\r' && text[lineEnd + 1] === '\n' ? lineEnd + 2 : lineEnd + 1;
    const line = text.slice(at, lineEnd);
    const blank = line.trim() === '';
    if (!first && (blank || /^[ \t]*#/.test(line))) {
      if (next > part.end) return { body: finish(joined, pieces, part.start), end: lineEnd };
      at = next;
      continue;
    }
    const content = line.replace(/[ \t]+$/, '');
    const continued = content.endsWith(source.escape) && !(first && blank);
    const kept = continued ? content.slice(0, -1) : line;
    if (kept !== '' || pieces.length === 0) {
      pieces.push({ at: joined.length, file: at });
      joined += kept;
    }
    first = false;
    if (!continued || next > text.length)
      return { body: finish(joined, pieces, part.start), end: Math.min(lineEnd, text.length) };
    at = next;
  }
  return { body: finish(joined, pieces, part.start), end: Math.min(part.end, text.length) };
}

const finish = (text: string, pieces: Piece[], start: number): Embedded => ({
  text,
  pieces: pieces.length > 0 ? pieces : [{ at: 0, file: start }],
});

/** The embedded text from `from` on, blanks at both ends taken off. */
function trimmed(body: Embedded, from: number): Embedded {
  let start = from;
  while (start < body.text.length && /\s/.test(body.text.charAt(start))) start++;
  const text = body.text.slice(start).trimEnd();
  const pieces = body.pieces
    .filter((_, i) => (body.pieces[i + 1]?.at ?? Infinity) > start)
    .map((piece) => ({
      at: Math.max(0, piece.at - start),
      file: piece.file + Math.max(0, start - piece.at),
    }));
  return { text, pieces: pieces.length > 0 ? pieces : [{ at: 0, file: toFileOffset(body, start) }] };
}

/** At most so many flags are read; thousands on one instruction are no Dockerfile. */
const MAX_FLAGS = 256;

function readFlags(body: Embedded): { flags: readonly DockerFlag[]; rest: number } {
  const flags: DockerFlag[] = [];
  const pattern = /\s*--([A-Za-z][\w-]*)(=(?:"[^"]*"|'[^']*'|[^\s"'])*)?(?=\s|$)/y;
  let rest = 0;
  while (flags.length < MAX_FLAGS) {
    pattern.lastIndex = rest;
    const match = pattern.exec(body.text);
    if (!match) break;
    const start = match.index + match[0].search(/--/);
    rest = pattern.lastIndex;
    const raw = match[2];
    const valueStart = raw === undefined ? 0 : rest - raw.length + 1;
    flags.push({
      name: (match[1] ?? '').toLowerCase(),
      value: raw === undefined ? null : raw.slice(1).replace(/^(["'])(.*)\1$/, '$2'),
      span: toFileSpan(body, span(start, rest)),
      valueSpan: raw === undefined ? null : toFileSpan(body, span(valueStart, rest)),
    });
  }
  return { flags, rest };
}

/** Words at blanks outside quotes, as BuildKit's parseWords; an unclosed quote runs to the end. */
export function splitWords(body: Embedded, escape: string): readonly DockerWord[] {
  const { text } = body;
  const words: DockerWord[] = [];
  let start = -1;
  let quote = '';
  for (let i = 0; i <= text.length; i++) {
    const c = text.charAt(i);
    if (i === text.length || (quote === '' && /\s/.test(c))) {
      if (start >= 0) words.push({ text: text.slice(start, i), span: toFileSpan(body, span(start, i)) });
      start = -1;
      continue;
    }
    if (start < 0) start = i;
    if (quote === '') {
      if (c === '"' || c === "'") quote = c;
      else if (c === escape) i = Math.min(i + 1, text.length - 1);
    } else if (c === quote) quote = '';
    else if (c === escape && quote === '"') i = Math.min(i + 1, text.length - 1);
  }
  return words;
}

const HEREDOC = /(?:^|[ \t])\d*<<(-?)(?:"([^"\s]+)"|'([^'\s]+)'|([A-Za-z_][\w.]*))/g;

function readHeredocs(
  source: Source,
  body: Embedded,
  lineEnd: number,
  limit: number,
): readonly DockerHeredoc[] {
  const heredocs: DockerHeredoc[] = [];
  let at = nextLine(source.text, lineEnd);
  for (const match of body.text.matchAll(HEREDOC)) {
    if (heredocs.length >= 64 || inQuotes(body.text, match.index)) continue;
    const name = match[2] ?? match[3] ?? match[4] ?? '';
    const { heredoc, next } = readHeredoc(source, at, name, match[1] === '-', match[4] !== undefined);
    if (at >= source.text.length && limit <= lineEnd) break;
    heredocs.push(heredoc);
    at = next;
  }
  return heredocs;
}

const inQuotes = (text: string, offset: number): boolean => {
  let quote = '';
  for (let i = 0; i < offset; i++) {
    const c = text.charAt(i);
    if (quote === '' && (c === '"' || c === "'")) quote = c;
    else if (c === quote) quote = '';
  }
  return quote !== '';
};

function nextLine(text: string, lineEnd: number): number {
  if (text[lineEnd] === '\r') return text[lineEnd + 1] === '\n' ? lineEnd + 2 : lineEnd + 1;
  return Math.min(text.length, lineEnd + 1);
}

function readHeredoc(
  source: Source,
  start: number,
  name: string,
  tabs: boolean,
  expands: boolean,
): { heredoc: DockerHeredoc; next: number } {
  const { text } = source;
  const pieces: Piece[] = [];
  let body = '';
  let at = start;
  while (at < text.length) {
    let lineEnd = at;
    while (lineEnd < text.length && text[lineEnd] !== '\n' && text[lineEnd] !== '\r') lineEnd++;
    const lineStart = tabs ? at + (/^\t*/.exec(text.slice(at, lineEnd))?.[0].length ?? 0) : at;
    const line = text.slice(lineStart, lineEnd);
    const next = nextLine(text, lineEnd);
    if (line === name) {
      const embedded = { text: body, pieces: pieces.length > 0 ? pieces : [{ at: 0, file: start }] };
      return { heredoc: { name, expands, body: embedded, span: span(start, lineEnd) }, next };
    }
    pieces.push({ at: body.length, file: lineStart });
    body += `${line}\n`;
    at = next;
  }
  const embedded = { text: body, pieces: pieces.length > 0 ? pieces : [{ at: 0, file: start }] };
  return {
    heredoc: { name, expands, body: embedded, span: span(Math.min(start, text.length), text.length) },
    next: text.length,
  };
}

/** Lines whose first character is `#`, outside heredocs. */
function commentsOf(source: Source, instructions: readonly DockerInstruction[]): readonly DockerComment[] {
  const { text, index } = source;
  const bodies = instructions.flatMap((instruction) => instruction.heredocs.map((heredoc) => heredoc.span));
  const comments: DockerComment[] = [];
  let body = 0;
  for (const start of index.starts) {
    while ((bodies[body]?.end ?? Infinity) <= start) body++;
    const heredoc = bodies[body];
    if (heredoc && start >= heredoc.start && start < heredoc.end) continue;
    const match = /^[ \t]*#([^\r\n]*)/.exec(text.slice(start, text.indexOf('\n', start) + 1 || undefined));
    if (!match) continue;
    const from = start + match[0].indexOf('#');
    comments.push({ text: (match[1] ?? '').trim(), span: span(from, start + match[0].trimEnd().length) });
  }
  return comments;
}
