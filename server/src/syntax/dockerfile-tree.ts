// The tree of a Dockerfile: instructions, flags, words, JSON form and heredocs, each with its exact place in the file.
import type { Embedded } from '../text/embedded.js';
import type { Span } from '../text/span.js';

/** A word as Docker's parser splits it: quotes and variables still in it, continuations and comments taken out. */
export interface DockerWord {
  readonly text: string;
  /** In the file. */
  readonly span: Span;
}

export interface DockerFlag {
  /** Without the dashes, lower case: `from`, `platform`, `mount`. */
  readonly name: string;
  /** `null` where no `=` follows. */
  readonly value: string | null;
  readonly span: Span;
  readonly valueSpan: Span | null;
}

export interface DockerHeredoc {
  readonly name: string;
  /** False where the delimiter is quoted: then variables in the body stay as they are. */
  readonly expands: boolean;
  /** True under `<<-`. */
  readonly chomps: boolean;
  /** False where the file ends before the delimiter. */
  readonly closed: boolean;
  /** The word that opens it, in the file: `<<EOF`, `3<<-"EOF"`. */
  readonly marker: Span;
  /** The text between the delimiters, with leading tabs taken out under `<<-`. */
  readonly body: Embedded;
  /** From the start of the body to the end of the delimiter that closes it. */
  readonly span: Span;
}

export interface DockerInstruction {
  /** Upper case; an unknown or half-typed keyword stays as it is. */
  readonly keyword: string;
  readonly keywordSpan: Span;
  /** From the keyword to the end of the last argument or heredoc. */
  readonly span: Span;
  readonly flags: readonly DockerFlag[];
  /** What follows the flags, without continuations, comment lines and heredoc bodies. */
  readonly body: Embedded;
  /** `body` split into words (at blanks outside quotes). Heredoc markers (`<<EOF`) are not among them. */
  readonly words: readonly DockerWord[];
  /** Decoded strings of the JSON (exec) form, or null where the body is not a JSON array of strings. */
  readonly json: readonly DockerWord[] | null;
  readonly heredocs: readonly DockerHeredoc[];
  /** The instruction behind ONBUILD. */
  readonly trigger: DockerInstruction | null;
}

export interface DockerComment {
  /** Without the `#` and surrounding blanks. */
  readonly text: string;
  /** From the `#` to the end of the line's text. */
  readonly span: Span;
}

export interface Dockerfile {
  /** The character that continues a line. */
  readonly escape: '\\' | '`';
  readonly instructions: readonly DockerInstruction[];
  /** Every comment line, those between continued lines included, in file order. */
  readonly comments: readonly DockerComment[];
}
