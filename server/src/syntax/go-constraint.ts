// Go's build constraints: `//go:build` and `// +build` lines, and those that a file's name makes (cmd/go's go/build and go/build/constraint).

export type GoConstraint =
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'not'; readonly operand: GoConstraint }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly GoConstraint[] };

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

/**
 * The constraint in a file's head. `//go:build` wins over `// +build`; the latter counts only in the leading `//` comments, in front of a
 * blank line (go/build's parseFileHeader). Null where there is none, or none that Go can read.
 */
export function readConstraint(text: string): GoConstraint | null {
  let goBuild: string | null = null;
  let plus: string[] = [];
  let pending: string[] = [];
  // Behind the first line that is no `//` comment, `// +build` is a comment like any other.
  let ended = false;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length && goBuild === null) {
    const newline = text.indexOf('\n', at);
    const next = newline < 0 ? text.length : newline + 1;
    const line = text.slice(at, next).trim();
    if (line === '') {
      if (!ended) plus = plus.concat(pending);
      if (!ended) pending = [];
      at = next;
    } else if (line.startsWith('//')) {
      goBuild = /^\/\/go:build(?:[ \t]+(.*))?$/.exec(line)?.[1] ?? null;
      const option = /^\/\/[ \t]*\+build(?:[ \t]+(.*))?$/.exec(line);
      if (option && !ended) pending.push(option[1] ?? '');
      at = next;
    } else if (line.startsWith('/*')) {
      ended = true;
      const close = text.indexOf('*/', text.indexOf('/*', at) + 2);
      if (close < 0) break;
      at = close + 2;
      // A `//` comment behind it ends its line, and is no constraint.
      const end = text.indexOf('\n', at) + 1 || text.length;
      if (text.slice(at, end).trimStart().startsWith('//')) at = end;
    } else break;
  }
  if (goBuild !== null) return parseExpression(goBuild);
  return plus.length === 0 ? null : { kind: 'and', operands: plus.map(plusBuild) };
}

/** One `+build` line: blanks are "or", commas "and". Also the condition of a `#cgo` line. */
export const plusBuild = (line: string): GoConstraint => ({
  kind: 'or',
  operands: line
    .split(/\s+/)
    .filter((option) => option !== '')
    .map((option) => ({ kind: 'and', operands: option.split(',').map(term) })),
});

/** A term with two `!` is never true (go/build/constraint). */
function term(written: string): GoConstraint {
  if (written.startsWith('!!') || written === '!') return { kind: 'or', operands: [] };
  if (!written.startsWith('!')) return { kind: 'tag', tag: written };
  return { kind: 'not', operand: { kind: 'tag', tag: written.slice(1) } };
}

/** Deeper brackets are refused; no file nests so deep. */
const MAX_DEPTH = 100;

/** Reads the expression of a `//go:build` line; null where Go would refuse it. */
export function parseExpression(text: string): GoConstraint | null {
  const tokens = text.match(/&&|\|\||[!()]|[^\s!()&|]+|[&|]/g) ?? [];
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
    do {
      const operand = next();
      if (!operand) return null;
      operands.push(operand);
    } while (tokens[at] === operator && ++at > 0);
    return operands.length === 1 ? (operands[0] ?? null) : { kind, operands };
  };
  const unary = (): GoConstraint | null => {
    const token = tokens[at++];
    if (token === undefined || ++depth > MAX_DEPTH) return null;
    let result: GoConstraint | null;
    if (token === '!') {
      const operand = unary();
      result = operand && { kind: 'not', operand };
    } else if (token === '(') {
      const inner = or();
      result = tokens[at++] === ')' ? inner : null;
    } else result = /^[\p{L}\p{Nd}_.]+$/u.test(token) ? { kind: 'tag', tag: token } : null;
    depth--;
    return result;
  };
  const result = or();
  return at === tokens.length ? result : null;
}

/** GOOS and GOARCH values that a file name's last parts constrain to (internal/syslist, Go 1.26). */
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
/** Systems for which the tag `unix` holds (internal/syslist, Go 1.26). */
const UNIX = new Set(
  'aix android darwin dragonfly freebsd hurd illumos ios linux netbsd openbsd solaris'.split(' '),
);
/** A system whose files another one builds too. */
const ALSO: Readonly<Record<string, string>> = { android: 'linux', illumos: 'solaris', ios: 'darwin' };

/** Whether a tag holds for the platform alone: GOOS, GOARCH, what a system counts as, and `unix`. */
export const isPlatformTag = (tag: string, goos: string, goarch: string): boolean =>
  tag === goos || tag === goarch || ALSO[goos] === tag || (tag === 'unix' && UNIX.has(goos));

/**
 * Whether a file of this name belongs to a build for the platform: no test, no other system's or processor's suffix (go/build's
 * goodOSArchFile). Only what stands before the first dot counts, and only behind its first underscore.
 */
export function fileNameConstraint(name: string, goos: string, goarch: string): boolean {
  if (name.endsWith('_test.go') || name.startsWith('_') || name.startsWith('.')) return false;
  const stem = name.slice(0, (name.indexOf('.') + 1 || name.length + 1) - 1);
  const parts = stem.split('_').slice(1);
  if (parts[parts.length - 1] === 'test') parts.pop();
  const last = parts[parts.length - 1] ?? '';
  const before = parts[parts.length - 2] ?? '';
  if (KNOWN_OS.has(before) && KNOWN_ARCH.has(last))
    return isPlatformTag(before, goos, goarch) && last === goarch;
  return !(KNOWN_OS.has(last) || KNOWN_ARCH.has(last)) || isPlatformTag(last, goos, goarch);
}
