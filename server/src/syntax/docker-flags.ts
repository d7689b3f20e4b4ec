// The leading `--name=value` words of an instruction, as BuildKit's extractBuilderFlags reads them: quotes and escapes taken out of the value.
import { toFileSpan, type Embedded } from '../text/embedded.js';
import { span } from '../text/span.js';
import { isBlank, skipBlanks } from './docker-lines.js';
import type { DockerFlag } from './dockerfile-tree.js';

export interface Flags {
  readonly flags: readonly DockerFlag[];
  /** Offset in the text behind the last flag. */
  readonly rest: number;
}

/** Reads flags at the start of `line`, from offset `from` on; a bare `--` ends them and is no flag. */
export function readFlags(line: Embedded, from: number, escape: string): Flags {
  const { text } = line;
  const flags: DockerFlag[] = [];
  let rest = from;
  for (;;) {
    const start = skipBlanks(text, span(rest, text.length));
    if (!text.startsWith('--', start)) return { flags, rest };
    const word = readWord(text, start, escape);
    rest = word.end;
    if (word.decoded === '--') return { flags, rest };
    const equals = word.decoded.indexOf('=');
    flags.push({
      name: (equals < 0 ? word.decoded : word.decoded.slice(0, equals)).slice(2).toLowerCase(),
      value: equals < 0 ? null : word.decoded.slice(equals + 1),
      span: toFileSpan(line, span(start, rest)),
      valueSpan: word.valueStart === null ? null : valueSpan(line, word.valueStart, rest),
    });
  }
}

/** An empty value lies behind its `=`, on the same line. */
function valueSpan(line: Embedded, start: number, end: number): DockerFlag['valueSpan'] {
  if (end > start) return toFileSpan(line, span(start, end));
  const behind = toFileSpan(line, span(start - 1, start)).end;
  return span(behind, behind);
}

interface FlagWord {
  readonly decoded: string;
  /** Offset behind the `=`. */
  readonly valueStart: number | null;
  readonly end: number;
}

function readWord(text: string, start: number, escape: string): FlagWord {
  let decoded = '';
  let quote = '';
  let valueStart: number | null = null;
  let at = start;
  for (; at < text.length; at++) {
    const c = text.charAt(at);
    if (quote === '' && isBlank(text.charCodeAt(at))) break;
    if (c === quote) quote = '';
    else if (quote === '' && (c === '"' || c === "'")) quote = c;
    else {
      const kept = c === escape ? text.charAt(++at) : c;
      decoded += kept;
      if (kept === '=' && valueStart === null) valueStart = at + 1;
    }
  }
  return { decoded, valueStart, end: Math.min(at, text.length) };
}
