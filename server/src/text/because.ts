// A reason: one sentence of evidence and, where it stands in a file, its place.
import type { Place } from './span.js';

export interface Because {
  /** A whole sentence for users, already localised. */
  readonly text: string;
  readonly place: Place | null;
}

/** Builds a reason; without a place the fact comes from dated knowledge, not from a file. */
export const because = (text: string, place: Place | null = null): Because => ({ text, place });
