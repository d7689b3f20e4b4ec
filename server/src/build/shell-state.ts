// What the parts of a script's run share: the frame, the shell's variables, the text with its places.
import type { Embedded } from '../text/embedded.js';
import { copyEnvironment } from './environment.js';
import type { Frame } from './machine.js';
import type { ShellState } from './programs/call.js';

export interface Run {
  readonly frame: Frame;
  readonly state: ShellState;
  readonly source: Embedded;
  readonly path: string;
  /** True where the whole script is one single command. */
  readonly single: boolean;
}

export const subshellOf = (state: ShellState): ShellState => ({
  folder: state.folder,
  environment: copyEnvironment(state.environment),
  functions: new Map(state.functions),
  exited: false,
});
