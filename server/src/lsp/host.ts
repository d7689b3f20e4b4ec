// What the server takes from the place it runs in; Node and the browser each give their own.
import type { Disk } from '../workspace/disk.js';

export interface Host {
  /** Version of the product, told to the client. */
  readonly version: string;
  /** Today as an ISO date: the one clock of the product's core. */
  today(): string;
  /** Milliseconds that only ever grow. */
  now(): number;
  /** Calls once, in the next turn of the event loop. */
  later(run: () => void): void;
  /** Null where there is none (the browser). */
  readonly disk: Disk | null;
  /** Path of a bundle of translations given from outside; null: none. */
  readonly bundlePath: string | null;
  /** Folder of the rules' pages as a URI; null where the product came without them. */
  readonly documentation: string | null;
}
