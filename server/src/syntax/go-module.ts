// go.mod, read line by line: module path, go and toolchain lines, requirements, replacements.
import { span, type Span } from '../text/span.js';

export interface GoRequire {
  readonly path: string;
  readonly version: string;
  /** True where its comment says that only other modules need it. */
  readonly indirect: boolean;
  /** From the path to the version. */
  readonly span: Span;
}

export interface GoReplace {
  readonly path: string;
  /** Null: every version is replaced. */
  readonly version: string | null;
  /** Another module's path, or a folder (`./…`, `../…`, `/…`). */
  readonly target: string;
  /** Null for a folder. */
  readonly targetVersion: string | null;
  /** From the path to the end of the target. */
  readonly span: Span;
}

export interface GoModule {
  readonly module: string | null;
  /** Of the `go` line: `1.22`, `1.22.3`. */
  readonly go: string | null;
  /** Of the `toolchain` line: `go1.23.1`, `default`. */
  readonly toolchain: string | null;
  readonly requires: readonly GoRequire[];
  readonly replaces: readonly GoReplace[];
}

/** Reads a go.mod of any bytes, lines that cannot be read left out; never throws. The last `module`, `go` and `toolchain` line counts. */
export function readGoModule(text: string): GoModule {
  const result = { module: null, go: null, toolchain: null } as Record<string, string | null>;
  const requires: GoRequire[] = [];
  const replaces: GoReplace[] = [];
  let block: string | null = null;
  for (let start = text.charCodeAt(0) === 0xfeff ? 1 : 0; start < text.length;) {
    const end = text.indexOf('\n', start) + 1 || text.length;
    const { words, comment } = readLine(text, span(start, end));
    start = end;
    const [first, second] = words;
    if (!first) continue;
    if (block !== null && first.text === ')') {
      block = null;
      continue;
    }
    if (block === null && second?.text === '(') {
      block = first.text;
      continue;
    }
    const verb: string = block ?? first.text;
    const operands: readonly ModWord[] = block === null ? words.slice(1) : words;
    const [path, version] = operands;
    if (!path) continue;
    if (verb === 'module' || verb === 'go' || verb === 'toolchain') result[verb] = path.text;
    else if (verb === 'require' && version) {
      const indirect = /^\/\/\s*indirect\s*(?:;|$)/.test(comment);
      requires.push({
        path: path.text,
        version: version.text,
        indirect,
        span: span(path.span.start, version.span.end),
      });
    } else if (verb === 'replace') {
      const replacement = readReplace(operands);
      if (replacement) replaces.push(replacement);
    }
  }
  const { module = null, go = null, toolchain = null } = result;
  return { module, go, toolchain, requires, replaces };
}

function readReplace(operands: readonly ModWord[]): GoReplace | null {
  const arrow = operands.findIndex((word) => word.text === '=>');
  const path = operands[0];
  const target = operands[arrow + 1];
  const last = operands[operands.length - 1];
  if (!path || !target || !last || arrow < 1) return null;
  return {
    path: path.text,
    version: arrow > 1 ? (operands[1]?.text ?? null) : null,
    target: target.text,
    targetVersion: operands[arrow + 2]?.text ?? null,
    span: span(path.span.start, last.span.end),
  };
}

interface ModWord {
  /** Without quotes. */
  readonly text: string;
  readonly span: Span;
}

const BLANK = ' \t\r\n';
/** What ends a word, besides a comment. */
const ENDS = `${BLANK}()`;

/** Words at blanks outside quotes, brackets on their own, up to a `//` comment. */
function readLine(
  text: string,
  line: Span,
): { readonly words: readonly ModWord[]; readonly comment: string } {
  const words: ModWord[] = [];
  let at = line.start;
  for (;;) {
    while (at < line.end && BLANK.includes(text.charAt(at))) at++;
    if (at >= line.end || text.startsWith('//', at))
      return { words, comment: text.slice(at, line.end).trim() };
    const start = at;
    const quote = text.charAt(at);
    const close = quote === '"' || quote === '`' ? text.indexOf(quote, at + 1) : -1;
    const quoted = close > 0 && close < line.end;
    at = quoted ? close + 1 : at + 1;
    if (!quoted && quote !== '(' && quote !== ')')
      while (at < line.end && !ENDS.includes(text.charAt(at)) && !text.startsWith('//', at)) at++;
    words.push({
      text: quoted ? text.slice(start + 1, close) : text.slice(start, at),
      span: span(start, at),
    });
  }
}
