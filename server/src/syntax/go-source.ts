// The head of a Go file, read by our own scanner: package, imports, build constraint, cgo directives. Nothing behind the imports is looked at.
import { span, type Span } from '../text/span.js';
import { readCgoLines, type CgoLine } from './go-cgo.js';
import { readConstraint, type GoConstraint } from './go-constraint.js';

export { evaluateConstraint, fileNameConstraint, isPlatformTag, type GoConstraint } from './go-constraint.js';
export type { CgoLine } from './go-cgo.js';

export interface GoImport {
  readonly path: string;
  /** The name in front of the path: `_`, `.`, or the package's name in this file. */
  readonly name: string | null;
  /** The quoted path. */
  readonly span: Span;
}

export interface GoSource {
  /** Null where the file does not start with a package clause. */
  readonly packageName: string | null;
  readonly imports: readonly GoImport[];
  /** Of `//go:build` or `// +build` lines; the file's name is not looked at. */
  readonly constraint: GoConstraint | null;
  readonly importsC: boolean;
  readonly cgoLines: readonly CgoLine[];
}

/** Reads a Go file's head, half-typed or not; never throws. */
export function readGoSource(text: string): GoSource {
  const scanner: Scanner = { text, at: text.charCodeAt(0) === 0xfeff ? 1 : 0, comment: '' };
  const imports: GoImport[] = [];
  const cgoLines: CgoLine[] = [];
  let packageName: string | null = null;
  if (next(scanner) === 'package') {
    packageName = /^[\p{L}_]/u.exec(next(scanner))?.input ?? '';
    while (readImports(scanner, imports, cgoLines));
  }
  return {
    packageName,
    imports,
    constraint: readConstraint(text),
    importsC: imports.some((one) => one.path === 'C'),
    cgoLines,
  };
}

interface Scanner {
  readonly text: string;
  at: number;
  /** The comments that stand directly above the next token, without comment marks. */
  comment: string;
}

/** Reads one import declaration; false where none follows. */
function readImports(scanner: Scanner, imports: GoImport[], cgoLines: CgoLine[]): boolean {
  const keyword = nextButSemicolons(scanner);
  if (keyword !== 'import') return false;
  const above = scanner.comment;
  const first = next(scanner);
  if (first !== '(') return readSpec(scanner, first, imports, cgoLines, above);
  const before = imports.length;
  let lastComment = '';
  for (;;) {
    const token = nextButSemicolons(scanner);
    if (token === ')') break;
    lastComment = scanner.comment;
    if (!readSpec(scanner, token, imports, cgoLines, lastComment)) return false;
  }
  // A comment above a block of one import is that import's (go/build's readGoInfo).
  if (imports.length === before + 1 && imports[before]?.path === 'C' && lastComment === '')
    cgoLines.push(...readCgoLines(above));
  return true;
}

/** Reads `name "path"` from its first token on. */
function readSpec(
  scanner: Scanner,
  first: string,
  imports: GoImport[],
  cgoLines: CgoLine[],
  comment: string,
): boolean {
  const isPath = first.startsWith('"') || first.startsWith('`');
  const token = isPath ? first : next(scanner);
  if (token.length < 2 || !(token.startsWith('"') || token.startsWith('`'))) return false;
  const path = token.slice(1, -1);
  imports.push({ path, name: isPath ? null : first, span: span(scanner.at - token.length, scanner.at) });
  if (path === 'C') cgoLines.push(...readCgoLines(comment));
  return true;
}

function nextButSemicolons(scanner: Scanner): string {
  let token = next(scanner);
  while (token === ';') token = next(scanner);
  return token;
}

const NAME = /[\p{L}_][\p{L}\p{Nd}_]*/uy;

/** The next token behind blanks and comments: a name, a string with its quotes, or one character; empty at the end. */
function next(scanner: Scanner): string {
  const { text } = scanner;
  scanner.comment = '';
  for (;;) {
    skipSpace(scanner);
    if (text.startsWith('//', scanner.at)) {
      const newline = text.indexOf('\n', scanner.at);
      const end = newline < 0 ? text.length : newline;
      scanner.comment += `${text.slice(scanner.at + 2, end)}\n`;
      scanner.at = end;
    } else if (text.startsWith('/*', scanner.at)) {
      const close = text.indexOf('*/', scanner.at + 2);
      const end = close < 0 ? text.length : close;
      scanner.comment += `${text.slice(scanner.at + 2, end)}\n`;
      scanner.at = Math.min(text.length, end + 2);
    } else break;
  }
  const start = scanner.at;
  if (start >= text.length) return '';
  const c = text.charAt(start);
  if (c === '"' || c === '`') scanner.at = stringEnd(text, start);
  else {
    NAME.lastIndex = start;
    scanner.at = start + (NAME.exec(text)?.[0].length ?? 1);
  }
  return text.slice(start, scanner.at);
}

/** Behind the closing quote; behind the opening one where none follows. */
function stringEnd(text: string, start: number): number {
  if (text[start] === '`') return text.indexOf('`', start + 1) + 1 || start + 1;
  for (let at = start + 1; at < text.length && text[at] !== '\n'; at++) {
    if (text[at] === '"') return at + 1;
    if (text[at] === '\\') at++;
  }
  return start + 1;
}

/** A blank line ends a group of comments: only the last group belongs to what follows. */
function skipSpace(scanner: Scanner): void {
  const { text } = scanner;
  let lines = 0;
  for (; scanner.at < text.length; scanner.at++) {
    const c = text.charCodeAt(scanner.at);
    if (c === 10) lines++;
    else if (c !== 32 && c !== 9 && c !== 13) break;
  }
  if (lines > 1) scanner.comment = '';
}
