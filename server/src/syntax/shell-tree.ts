// The tree of a shell script: unbash's nodes, whose positions index `source.text`, and the map back to the file.
import type { Script } from 'unbash';
import type { Embedded } from '../text/embedded.js';

export type * from 'unbash';

export interface ShellTree {
  /** The text that was parsed, carriage returns at line ends taken out: every node's place in the file is `toFileSpan(source, …)` of this one. */
  readonly source: Embedded;
  /** Parsing starts anew behind a stray token, so all that can be read is read; none where there is no command or the text is not read at all. */
  readonly scripts: readonly Script[];
}
