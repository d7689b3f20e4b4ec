// The tree of a shell script: unbash's nodes, whose positions index `source.text`, and the map back to the file.
import type { Script } from 'unbash';
import type { Embedded } from '../text/embedded.js';

export type * from 'unbash';

export interface ShellTree {
  /** The text that was parsed: of the same length as what came in, so that every offset holds (comments and CR may be blanked). */
  readonly source: Embedded;
  /** One or more: parsing starts anew behind a stray token, so all that can be read is read. */
  readonly scripts: readonly Script[];
}
