// Text → tree of a shell script by unbash; parsing starts anew behind a stray token, and every offset stays exact.
import { parse, type ParsedScript } from 'unbash';
import { concatenate, verbatim, type Embedded, type Piece } from '../text/embedded.js';
import { recall } from '../text/recall.js';
import type { DockerInstruction } from './dockerfile-tree.js';
import { costlyFrom } from './shell-nesting.js';
import type { ShellTree } from './shell-tree.js';

/** Longer scripts are not read (a build script of 256 KiB is none). */
const MAX_LENGTH = 256 * 1024;
/** Every heredoc looks for its delimiter up to the script's end: 16,384 open ones in 64 KiB took unbash 0.9 s. */
const MAX_HEREDOC_STEPS = 100_000_000;
/** Fresh starts behind stray tokens. */
const MAX_RESTARTS = 64;

/**
 * Reads a script; what cannot be read is left out: text behind a stray token on to the next command, substitutions nested so deep that
 * reading them would take seconds, a script above 256 KiB. Never throws.
 */
export function parseShell(script: Embedded): ShellTree {
  const source = withoutCarriageReturns(script);
  const { text } = source;
  if (text.length > MAX_LENGTH || heredocSteps(text) > MAX_HEREDOC_STEPS) return { source, scripts: [] };
  const scripts = text.length > REMEMBERED_LENGTH ? read(text) : known(text, () => read(text));
  return { source, scripts };
}

/** Between two keystrokes all RUN bodies but one stay as they are, and their trees hold offsets of the body alone. */
const known = recall<readonly ParsedScript[]>(1000);
const REMEMBERED_LENGTH = 16 * 1024;

function read(text: string): readonly ParsedScript[] {
  const readable = text.slice(0, costlyFrom(text));
  const scripts: ParsedScript[] = [];
  let from = 0;
  for (let i = 0; i < MAX_RESTARTS; i++) {
    const parsed = tryParse(' '.repeat(from) + readable.slice(from));
    if (!parsed) break;
    if (parsed.commands.length > 0) scripts.push(parsed);
    const stray = strayToken(readable, parsed);
    if (stray === null) break;
    from = stray;
  }
  return scripts;
}

function tryParse(text: string): ParsedScript | null {
  try {
    return parse(text);
  } catch {
    // Functions of functions of functions: unbash recurses until the stack is full.
    return null;
  }
}

/** The offset behind the token at which parsing stopped; null where it went on to the end. */
function strayToken(text: string, script: ParsedScript): number | null {
  const lastCommand = script.commands[script.commands.length - 1];
  let at = -1;
  for (const error of script.errors ?? [])
    if (error.message.startsWith('unexpected token')) at = Math.max(at, error.pos);
  if (at < 0 || (lastCommand && lastCommand.pos > at)) return null;
  const token = /^(?:\|\||\|&|&&|;;&|;;|;&|[^])/.exec(text.slice(at, at + 3))?.[0] ?? '';
  return token === '' ? null : at + token.length;
}

function heredocSteps(text: string): number {
  let markers = 0;
  for (let at = text.indexOf('<<'); at >= 0; at = text.indexOf('<<', at + 2)) markers++;
  return markers * text.length;
}

/** Windows line ends would hide continuations, keywords and heredoc delimiters. */
function withoutCarriageReturns(source: Embedded): Embedded {
  if (!source.text.includes('\r')) return source;
  const pieces: Piece[] = [];
  let text = '';
  source.pieces.forEach((piece, i) => {
    const end = source.pieces[i + 1]?.at ?? source.text.length;
    const part = source.text.slice(piece.at, end);
    let from = 0;
    for (const match of part.matchAll(/\r+|$/g)) {
      const behind = part.charAt(match.index + match[0].length);
      const next = behind === '' ? source.text.charAt(end) : behind;
      // A carriage return inside a line is a character like any other.
      if (match[0] !== '' && next !== '' && next !== '\n') continue;
      if (match.index > from || pieces.length === 0) {
        const file = piece.madeFrom === undefined ? piece.file + from : piece.file;
        pieces.push({ ...piece, at: text.length, file });
        text += part.slice(from, match.index);
      }
      from = match.index + match[0].length;
    }
  });
  return { text, pieces };
}

/**
 * The script that a shell-form RUN hands to the shell, as BuildKit puts it together: its joined lines; the heredoc's body where a heredoc
 * is the whole command; else the line with the heredocs behind it, which the shell then reads itself.
 */
export function embedRun(instruction: DockerInstruction): Embedded {
  const { body, heredocs, words } = instruction;
  const [first, second] = heredocs;
  if (!first) return body;
  if (!second && words.length === 0) return first.body;
  const parts: Embedded[] = [body];
  for (const heredoc of heredocs) {
    // The file ends in front of it: no line break stands there.
    if (!heredoc.closed && heredoc.body.text === '') break;
    parts.push(verbatim('\n', heredoc.span.start - 1), heredoc.body);
    if (heredoc.closed) parts.push(verbatim(heredoc.name, heredoc.span.end - heredoc.name.length));
  }
  return concatenate(parts);
}
