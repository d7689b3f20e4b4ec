// Text → tree of a Dockerfile, read line by line as BuildKit's parser does; half-typed text gives a tree like any other.
import { slice, toFileSpan, type Embedded } from '../text/embedded.js';
import { span, type Span } from '../text/span.js';
import { readFlags, type Flags } from './docker-flags.js';
import { delimiterFinder, readHeredocs, type DelimiterFinder, type Heredocs } from './docker-heredocs.js';
import { isBlank, lineAt, readLogicalLine, skipBlanks } from './docker-lines.js';
import { wordSpans } from './docker-words.js';
import type { DockerComment, Dockerfile, DockerInstruction, DockerWord } from './dockerfile-tree.js';
import { decodeJsonForm } from './json-form.js';

const KEYWORDS = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  ),
);
/** Instructions that take flags (Dockerfile reference). */
const FLAGGED = new Set(['FROM', 'COPY', 'ADD', 'RUN', 'HEALTHCHECK']);
/** Instructions whose arguments may hold heredocs (BuildKit's heredocDirectives). */
const HEREDOCS = new Set(['RUN', 'COPY', 'ADD']);
/** Instructions with a JSON form (BuildKit's parseMaybeJSON and parseMaybeJSONToList). */
const JSON_FORMS = new Set(['RUN', 'CMD', 'ENTRYPOINT', 'COPY', 'ADD', 'SHELL', 'VOLUME']);

/** Reads a Dockerfile of any bytes, in time linear in its length; never throws. */
export function parseDockerfile(text: string): Dockerfile {
  const comments: DockerComment[] = [];
  const instructions: DockerInstruction[] = [];
  const first = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const file: File = { text, escape: escapeOf(text, first), find: delimiterFinder(text) };
  const comment = (part: Span): void => {
    const line = text.slice(part.start, part.end).trimEnd();
    comments.push({ text: line.slice(1).trim(), span: span(part.start, part.start + line.length) });
  };
  for (let at = first; at < text.length;) {
    const line = readLogicalLine(text, at, file.escape, comment);
    at = line?.next ?? lineAt(text, at).next;
    if (!line || line.body.text === '') continue;
    const read = readInstruction(file, line.body, at, true);
    instructions.push(read.instruction);
    at = read.next;
  }
  return { escape: file.escape, instructions, comments };
}

interface File {
  readonly text: string;
  readonly escape: '\\' | '`';
  readonly find: DelimiterFinder;
}

/** The `escape` parser directive: one of the `# name=value` lines that stand before everything else (BuildKit's DirectiveParser). */
function escapeOf(text: string, first: number): '\\' | '`' {
  for (let at = first; at < text.length;) {
    const { end, next } = lineAt(text, at);
    const line = text.slice(skipBlanks(text, span(at, end)), end);
    const directive = /^#\s*([A-Za-z][A-Za-z0-9]*)\s*=\s*(\S.*)$/.exec(line);
    const name = directive?.[1]?.toLowerCase();
    if (name === 'escape') return directive?.[2]?.trimEnd() === '`' ? '`' : '\\';
    if (name !== 'syntax' && name !== 'check') return '\\';
    at = next;
  }
  return '\\';
}

interface Read {
  readonly instruction: DockerInstruction;
  /** Offset of the line behind it and its heredocs. */
  readonly next: number;
}

const NO_HEREDOCS: Omit<Heredocs, 'next'> = { heredocs: [], markers: [] };

/** Reads the instruction that `line` holds; `next` is where the file goes on behind the line, with heredoc bodies if any. */
function readInstruction(file: File, line: Embedded, next: number, mayTrigger: boolean): Read {
  const { text } = line;
  const keywordEnd = keywordLength(text);
  const written = text.slice(0, keywordEnd);
  const keyword = KEYWORDS.has(written.toUpperCase()) ? written.toUpperCase() : written;
  const leading = readFlags(line, keywordEnd, file.escape);
  // Docker refuses flags on other instructions; a bare `--` it passes over on all of them.
  const { flags, rest }: Flags =
    FLAGGED.has(keyword) || leading.flags.length === 0 ? leading : { flags: [], rest: keywordEnd };
  const part = trimmed(text, span(rest, text.length));
  const body = bodyOf(line, part);
  const json = JSON_FORMS.has(keyword) ? decodeJsonForm(body) : null;
  const {
    heredocs,
    markers,
    next: behind,
  } = HEREDOCS.has(keyword) && !json
    ? readHeredocs(file.text, line, next, file.find)
    : { ...NO_HEREDOCS, next };
  const trigger =
    keyword === 'ONBUILD' && mayTrigger && body.text !== '' ? readInstruction(file, body, next, false) : null;
  const lineSpan = toFileSpan(line, span(0, text.length));
  const last = heredocs[heredocs.length - 1] ?? trigger?.instruction;
  return {
    instruction: {
      keyword,
      keywordSpan: toFileSpan(line, span(0, keywordEnd)),
      span: span(lineSpan.start, Math.max(lineSpan.end, last?.span.end ?? 0)),
      flags,
      body,
      words: wordsOf(body, file.escape, markers, part.start),
      json,
      heredocs,
      trigger: trigger?.instruction ?? null,
    },
    next: trigger?.next ?? behind,
  };
}

/** Blanks that end the keyword (BuildKit's reWhitespace); others, such as a no-break space, belong to it. */
function keywordLength(text: string): number {
  let end = 0;
  while (end < text.length && !'\t\v\f\r '.includes(text.charAt(end))) end++;
  return end;
}

function trimmed(text: string, part: Span): Span {
  const start = skipBlanks(text, part);
  let { end } = part;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return span(start, end);
}

/** An empty body lies directly behind what comes before it, where an argument would be typed. */
function bodyOf(line: Embedded, part: Span): Embedded {
  if (part.end > part.start) return slice(line, part);
  const before = trimmed(line.text, span(0, part.start));
  return { text: '', pieces: [{ at: 0, file: toFileSpan(line, before).end }] };
}

/** Words of the body without heredoc markers, which are counted in the line, `offset` before the body. */
function wordsOf(
  body: Embedded,
  escape: string,
  markers: readonly Span[],
  offset: number,
): readonly DockerWord[] {
  const words: DockerWord[] = [];
  let marker = 0;
  for (const word of wordSpans(body.text, escape)) {
    while ((markers[marker]?.end ?? Infinity) <= word.start + offset) marker++;
    if ((markers[marker]?.start ?? Infinity) < word.end + offset) continue;
    words.push({ text: body.text.slice(word.start, word.end), span: toFileSpan(body, word) });
  }
  return words;
}
