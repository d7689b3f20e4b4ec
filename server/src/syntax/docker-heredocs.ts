// Heredocs of RUN, COPY and ADD: which words of a line open one, and the bodies that follow the line, as BuildKit finds them.
import { toFileSpan, verbatim, type Embedded, type Piece } from '../text/embedded.js';
import { span, type Span } from '../text/span.js';
import { isBlank, lineAt } from './docker-lines.js';
import type { DockerHeredoc } from './dockerfile-tree.js';

interface Marker {
  /** Of the word, in the joined line. */
  readonly span: Span;
  readonly name: string;
  readonly expands: boolean;
  readonly chomps: boolean;
  /** A blank stands between `<<` and the name, or the name is none that people write (`$((1<<2))`). */
  readonly doubtful: boolean;
}

export interface Heredocs {
  readonly heredocs: readonly DockerHeredoc[];
  /** Spans of the markers in the joined line. */
  readonly markers: readonly Span[];
  /** Offset in the file of the line behind the last body. */
  readonly next: number;
}

/** Finds the first line from an offset on that is nothing but the delimiter. */
export type DelimiterFinder = (name: string, chomps: boolean, from: number) => DelimiterLine | null;

interface DelimiterLine {
  /** Of the line, the tabs that `<<-` allows in front included. */
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** Indexes the lines of a file when the first heredoc asks for them, so that any number of open heredocs costs one walk. */
export function delimiterFinder(text: string): DelimiterFinder {
  const indexes = new Map<boolean, ReadonlyMap<string, readonly DelimiterLine[]>>();
  return (name, chomps, from) => {
    const index = indexes.get(chomps) ?? indexDelimiters(text, chomps);
    indexes.set(chomps, index);
    const lines = index.get(name) ?? [];
    let low = 0;
    let high = lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((lines[middle]?.start ?? Infinity) < from) low = middle + 1;
      else high = middle;
    }
    return lines[low] ?? null;
  };
}

function indexDelimiters(text: string, chomps: boolean): ReadonlyMap<string, readonly DelimiterLine[]> {
  const index = new Map<string, DelimiterLine[]>();
  for (let start = 0; start < text.length;) {
    const { end, next } = lineAt(text, start);
    const name = text.slice(chomps ? behindTabs(text, span(start, end)) : start, end);
    const lines = index.get(name);
    if (lines) lines.push({ start, end, next });
    else index.set(name, [{ start, end, next }]);
    start = next;
  }
  return index;
}

/** Reads the bodies that the markers in `line` open; the first one starts at `next`. A body without its delimiter runs to the file's end. */
export function readHeredocs(text: string, line: Embedded, next: number, find: DelimiterFinder): Heredocs {
  const heredocs: DockerHeredoc[] = [];
  const markers: Span[] = [];
  let at = next;
  for (const marker of markersIn(line.text)) {
    const closing = find(marker.name, marker.chomps, at);
    if (!closing && marker.doubtful) continue;
    const end = closing?.start ?? text.length;
    markers.push(marker.span);
    heredocs.push({
      name: marker.name,
      expands: marker.expands,
      chomps: marker.chomps,
      closed: closing !== null,
      marker: toFileSpan(line, marker.span),
      body: marker.chomps ? withoutTabs(text, span(at, end)) : verbatim(text.slice(at, end), at),
      span: span(at, closing?.end ?? end),
    });
    at = closing?.next ?? text.length;
  }
  return { heredocs, markers, next: at };
}

/** Words that open a heredoc: `<<EOF`, `3<<-"EOF"`, `<< EOF`. None where a quote or `${` is left open, as in BuildKit. */
function markersIn(line: string): readonly Marker[] {
  if (!line.includes('<<')) return [];
  const markers: Marker[] = [];
  let start = -1;
  let at = 0;
  while (at <= line.length) {
    const c = line.charAt(at);
    if (c === '' || isBlank(c.charCodeAt(0))) {
      const marker = start < 0 ? null : markerOf(line, span(start, at));
      if (marker) markers.push(marker);
      start = -1;
      at++;
      continue;
    }
    if (start < 0) start = at;
    const end = unitEnd(line, at);
    if (end === null) return [];
    at = end;
    // Blanks behind `<<` belong to the word (BuildKit's processPossibleHeredoc).
    if (c === '<' && line.charAt(at) === '<') {
      at++;
      while (line[at] === ' ' || line[at] === '\t' || line[at] === '\r') at++;
    }
  }
  return markers;
}

/** Where the quote, escape, substitution or character at `at` ends; null where it is left open. */
function unitEnd(line: string, at: number): number | null {
  switch (line.charAt(at)) {
    case "'": {
      const end = line.indexOf("'", at + 1);
      return end < 0 ? null : end + 1;
    }
    case '"':
      return closeOf(line, at + 1, '"');
    case '\\':
      return Math.min(line.length, at + 2);
    case '$':
      return line.charAt(at + 1) === '{' ? closeOf(line, at + 2, '}') : at + 1;
    default:
      return at + 1;
  }
}

/** The offset behind the `close` that ends what was opened, quotes and nested `${` passed over; null where none does. */
function closeOf(line: string, from: number, close: string): number | null {
  const open = [close];
  for (let at = from; at < line.length; at++) {
    const c = line.charAt(at);
    const inner = open[open.length - 1];
    if (c === '\\') at++;
    else if (c === inner) {
      open.pop();
      if (open.length === 0) return at + 1;
    } else if (c === '$' && line.charAt(at + 1) === '{') {
      open.push('}');
      at++;
    } else if (c === '"') open.push('"');
    else if (c === "'" && inner === '}') {
      const end = line.indexOf("'", at + 1);
      if (end < 0) return null;
      at = end;
    }
  }
  return null;
}

const MARKER = /^\d*<<(-?)(\s*)([^<\s][^<]*)$/;

function markerOf(line: string, word: Span): Marker | null {
  const match = MARKER.exec(line.slice(word.start, word.end));
  if (!match) return null;
  const [, dash, blanks, written = ''] = match;
  const { name, quoted } = unquote(written);
  if (name === '') return null;
  return {
    span: word,
    name,
    expands: !quoted,
    chomps: dash === '-',
    doubtful: blanks !== '' || !/^[A-Za-z_][\w.-]*$/.test(name),
  };
}

function unquote(word: string): { readonly name: string; readonly quoted: boolean } {
  let name = '';
  let quote = '';
  let quoted = false;
  for (let i = 0; i < word.length; i++) {
    const c = word.charAt(i);
    if (c === quote) quote = '';
    else if (quote === '' && (c === '"' || c === "'")) {
      quote = c;
      quoted = true;
    } else if (c === '\\' && (quote === '' || (quote === '"' && /["$\\]/.test(word.charAt(i + 1)))))
      name += word.charAt(++i);
    else name += c;
  }
  return { name, quoted };
}

/** The lines of `part` without the tabs in front of them. */
function withoutTabs(text: string, part: Span): Embedded {
  const pieces: Piece[] = [{ at: 0, file: part.start }];
  let content = '';
  for (let start = part.start; start < part.end;) {
    const { end, next } = lineAt(text, start);
    const from = behindTabs(text, span(start, end));
    const piece = { at: content.length, file: from };
    if (piece.at === 0) pieces[0] = piece;
    else if (from > start) pieces.push(piece);
    content += text.slice(from, next);
    start = next;
  }
  return { text: content, pieces };
}

function behindTabs(text: string, part: Span): number {
  let at = part.start;
  while (at < part.end && text.charCodeAt(at) === 9) at++;
  return at;
}
