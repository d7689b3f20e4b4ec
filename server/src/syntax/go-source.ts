// The head of a Go file, read by our own scanner: package, imports, build constraints, cgo directives. Nothing behind the imports is looked at.
import { span, type Span } from '../text/span.js';

export interface GoImport {
  readonly path: string;
  /** The quoted path. */
  readonly span: Span;
}

export type GoConstraint =
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'not'; readonly operand: GoConstraint }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly GoConstraint[] };

export interface CgoLine {
  /** `LDFLAGS`, `CFLAGS`, `pkg-config`. */
  readonly variable: string;
  readonly words: readonly string[];
}

export interface GoSource {
  readonly packageName: string | null;
  readonly imports: readonly GoImport[];
  readonly constraint: GoConstraint | null;
  readonly importsC: boolean;
  readonly cgoLines: readonly CgoLine[];
}

/** Reads a Go file's head; never throws. */
export function readGoSource(text: string): GoSource {
  const constraint = readConstraint(text);
  let packageName: string | null = null;
  const imports: GoImport[] = [];
  const cgoLines: CgoLine[] = [];
  let comment = '';
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let inBlock = false;
  const token =
    /\s+|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|"(?:[^"\\\n]|\\.)*"|`[^`]*`|[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*|[^]/y;
  let expectImport = false;
  while (at < text.length) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (!match) break;
    const word = match[0];
    const start = at;
    at = token.lastIndex;
    if (/^\s/.test(word)) continue;
    if (word.startsWith('//') || word.startsWith('/*')) {
      comment += `\n${word.replace(/^\/[/*]|\*\/$/g, '')}`;
      continue;
    }
    if (packageName === null) {
      if (word !== 'package') break;
      const name = /\s*([A-Za-z_]\w*)/y;
      name.lastIndex = at;
      packageName = name.exec(text)?.[1] ?? '';
      at = Math.max(at, name.lastIndex);
      comment = '';
      continue;
    }
    if (word === 'import') {
      expectImport = true;
      continue;
    }
    if (word === '(' && expectImport) {
      inBlock = true;
      continue;
    }
    if (word === ')' && inBlock) {
      inBlock = false;
      expectImport = false;
      continue;
    }
    if (word.startsWith('"') || word.startsWith('`')) {
      if (!expectImport) break;
      const path = word.slice(1, -1);
      imports.push({ path, span: span(start, at) });
      if (path === 'C') cgoLines.push(...readCgo(comment));
      comment = '';
      if (!inBlock) expectImport = false;
      continue;
    }
    if (expectImport && (word === '.' || /^[A-Za-z_\u0080-\uffff]/.test(word) || word === ';')) continue;
    if (word === ';') continue;
    break;
  }
  return { packageName, imports, constraint, importsC: imports.some((one) => one.path === 'C'), cgoLines };
}

function readCgo(comment: string): readonly CgoLine[] {
  return [...comment.matchAll(/^[ \t]*#cgo[ \t]+(?:[^:\n]*[ \t])?([A-Za-z_-]+):[ \t]*(.*)$/gm)].map(
    (match) => ({
      variable: match[1] ?? '',
      words: (match[2] ?? '')
        .trim()
        .split(/\s+/)
        .filter((word) => word !== ''),
    }),
  );
}

/** `//go:build` wins over `// +build`; both stand before the package clause. */
function readConstraint(text: string): GoConstraint | null {
  const head = text.slice(0, 16384);
  const end = /^package\b/m.exec(head)?.index ?? head.length;
  const top = head.slice(0, end);
  const build = /^\/\/go:build[ \t]+(.*)$/m.exec(top)?.[1];
  if (build !== undefined) return parseExpression(build);
  const plus = [...top.matchAll(/^\/\/[ \t]*\+build[ \t]+(.*)$/gm)].map((match) => plusBuild(match[1] ?? ''));
  return plus.length === 0 ? null : { kind: 'and', operands: plus };
}

const plusBuild = (line: string): GoConstraint => ({
  kind: 'or',
  operands: line
    .trim()
    .split(/\s+/)
    .map((option) => ({
      kind: 'and',
      operands: option
        .split(',')
        .map((term): GoConstraint =>
          term.startsWith('!')
            ? { kind: 'not', operand: { kind: 'tag', tag: term.slice(1) } }
            : { kind: 'tag', tag: term },
        ),
    })),
});

function parseExpression(text: string): GoConstraint | null {
  const tokens = text.match(/&&|\|\||[!()]|[^\s!()&|]+/g) ?? [];
  let at = 0;
  let depth = 0;
  const or = (): GoConstraint | null => list('or', '||', and);
  const and = (): GoConstraint | null => list('and', '&&', unary);
  const list = (
    kind: 'and' | 'or',
    operator: string,
    next: () => GoConstraint | null,
  ): GoConstraint | null => {
    const operands: GoConstraint[] = [];
    for (;;) {
      const operand = next();
      if (!operand) return null;
      operands.push(operand);
      if (tokens[at] !== operator) break;
      at++;
    }
    return operands.length === 1 ? (operands[0] ?? null) : { kind, operands };
  };
  const unary = (): GoConstraint | null => {
    const token = tokens[at++];
    if (token === undefined || depth > 100) return null;
    if (token === '!') {
      depth++;
      const operand = unary();
      depth--;
      return operand ? { kind: 'not', operand } : null;
    }
    if (token === '(') {
      depth++;
      const inner = or();
      depth--;
      return tokens[at++] === ')' ? inner : null;
    }
    return /^[&|)]/.test(token) ? null : { kind: 'tag', tag: token };
  };
  return or();
}

/** Whether a constraint holds for the tags that `has` answers. */
export function evaluateConstraint(constraint: GoConstraint, has: (tag: string) => boolean): boolean {
  switch (constraint.kind) {
    case 'tag':
      return has(constraint.tag);
    case 'not':
      return !evaluateConstraint(constraint.operand, has);
    case 'and':
      return constraint.operands.every((operand) => evaluateConstraint(operand, has));
    case 'or':
      return constraint.operands.some((operand) => evaluateConstraint(operand, has));
  }
}

/** GOOS and GOARCH values that a file name's last parts constrain to (go/build's knownOS and knownArch, Go 1.26). */
const KNOWN_OS = new Set(
  'aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 windows zos'.split(
    ' ',
  ),
);
const KNOWN_ARCH = new Set(
  '386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm'.split(
    ' ',
  ),
);

/** Whether a file of this name belongs to a build for the platform: no `_test.go`, no other system's suffix. */
export function fileNameConstraint(name: string, goos: string, goarch: string): boolean {
  if (name.endsWith('_test.go')) return false;
  const parts = name.replace(/\.go$/, '').split('_').slice(1);
  const last = parts[parts.length - 1];
  const before = parts[parts.length - 2];
  if (last === undefined) return true;
  if (KNOWN_ARCH.has(last))
    return last === goarch && (before === undefined || !KNOWN_OS.has(before) || before === goos);
  return !KNOWN_OS.has(last) || last === goos;
}
