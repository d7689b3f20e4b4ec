// Text → tree of a shell script by unbash; parsing starts anew behind a stray token, and every offset stays exact.
import { parse, type ParsedScript } from 'unbash';
import { toFileOffset, type Embedded, type Piece } from '../text/embedded.js';
import type { DockerInstruction } from './dockerfile-tree.js';
import type { ShellTree } from './shell-tree.js';

/** Longer scripts are not read (a build script of 256 KiB is none). */
const MAX_LENGTH = 256 * 1024;
/** Deeper nesting of substitutions costs unbash quadratic time: 8,000 levels took 2.7 s (measured 2026-11). */
const MAX_NESTING = 200;
/** Fresh starts behind stray tokens. */
const MAX_RESTARTS = 64;

/** Reads a script; what cannot be read is left out. Never throws. */
export function parseShell(source: Embedded): ShellTree {
  const text = source.text.replace(/\r(?=\n|$)/g, ' ');
  const clean: Embedded = { text, pieces: source.pieces };
  if (text.length > MAX_LENGTH || nesting(text) > MAX_NESTING) return { source: clean, scripts: [] };
  const scripts: ParsedScript[] = [];
  let masked = text;
  for (let i = 0; i < MAX_RESTARTS; i++) {
    const script = tryParse(masked);
    if (!script) break;
    scripts.push(script);
    const end = script.commands[script.commands.length - 1]?.end ?? 0;
    const stop = stoppedAt(masked, Math.max(end, firstUnread(script)));
    if (stop === null) break;
    const newline = masked.indexOf('\n', stop);
    if (newline < 0) break;
    masked = ' '.repeat(newline) + masked.slice(newline);
  }
  return { source: clean, scripts };
}

const firstUnread = (script: ParsedScript): number => script.errors?.[0]?.pos ?? 0;

function tryParse(text: string): ParsedScript | null {
  try {
    return parse(text);
  } catch {
    return null;
  }
}

/** Where unread text begins behind the last command; null where only blanks, comments and separators follow. */
function stoppedAt(text: string, end: number): number | null {
  const rest = text.slice(end).replace(/#[^\n]*/g, (comment) => ' '.repeat(comment.length));
  const unread = rest.search(/[^\s;&]/);
  return unread < 0 ? null : end + unread;
}

function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 40 || c === 123) deepest = Math.max(deepest, ++depth);
    else if (c === 41 || c === 125) depth = Math.max(0, depth - 1);
  }
  return deepest;
}

/** The script that RUN hands to the shell: its joined lines, or the heredoc where that is the whole command. */
export function embedRun(instruction: DockerInstruction): Embedded {
  const { body, heredocs } = instruction;
  const [first] = heredocs;
  if (!first) return body;
  if (instruction.words.length === 0) return first.body;
  // `RUN cat <<EOF | sh`: the marker's line, then the bodies with their delimiters, as the shell reads them.
  let text = `${body.text}\n`;
  const pieces: Piece[] = [...body.pieces];
  for (const heredoc of heredocs) {
    for (const piece of heredoc.body.pieces) pieces.push({ at: text.length + piece.at, file: piece.file });
    text += heredoc.body.text;
    pieces.push({
      at: text.length,
      file: toFileOffset(heredoc.body, Math.max(0, heredoc.body.text.length - 1)) + 1,
    });
    text += `${heredoc.name}\n`;
  }
  return { text, pieces };
}
