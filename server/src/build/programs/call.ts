// One command as a program sees it: its words after expansion, its variables, and the stage that it changes.
import type { Place } from '../../text/span.js';
import type { Embedded } from '../../text/embedded.js';
import type { Environment } from '../environment.js';
import type { Frame } from '../machine.js';
import type { Argument } from '../shell-words.js';

/** How a command ends, as far as the run can tell. */
export type Status = 'success' | 'failure' | 'unknown';

/** What a script's run carries from command to command. */
export interface ShellState {
  /** Null where a `cd` went somewhere unknown. */
  folder: string | null;
  environment: Environment;
  readonly functions: Map<string, () => Status>;
  exited: boolean;
}

export interface ScriptOptions {
  /** In the shell that runs the command, or in a child that sees what is exported. */
  readonly sameShell: boolean;
  /** File that the script stands in; the caller's own where it is not given. */
  readonly path?: string;
  /** Where a child starts, and with which variables; the caller's where not given. */
  readonly folder?: string;
  readonly environment?: Environment;
}

export interface Call {
  /** Last part of the command's path: `go` for `/usr/local/go/bin/go`. */
  readonly name: string;
  /** The command word as it came out of expansion. */
  readonly path: string;
  readonly arguments: readonly Argument[];
  /** From the first inline assignment or the name to the last word. */
  readonly place: Place;
  readonly namePlace: Place;
  /** Where the command alone starts: the place of its inline assignments is not in it. */
  readonly commandPlace: Place;
  /** The shell's variables with inline assignments over them. */
  readonly environment: Environment;
  readonly shell: ShellState;
  readonly frame: Frame;
  /** What the command reads on standard input, where a heredoc gives it. */
  readonly input: Embedded | null;
  /** A list separator that can be deleted together with the command; null where it stands in another construct. */
  readonly removal: Place | null;
  /** Whether it is the only command of its instruction. */
  readonly alone: boolean;
  /** Runs another command in this one's place (`env X=1 go build`, `sh -c '…'`). */
  readonly runWords: (words: readonly Argument[], environment?: Environment) => Status;
  readonly runScript: (script: Embedded, options: ScriptOptions) => Status;
}

export type Program = (call: Call) => Status;
