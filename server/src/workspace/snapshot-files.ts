// Files out of what was fetched before, and a record of what else was asked for, for places that are read asynchronously.
import type { Files } from '../build/model.js';
import { isWithin, resolve } from './paths.js';

/** What is known of the files so far, by name; null: asked for, and not there (or not text, or too large). */
export interface Snapshot {
  readonly texts: Map<string, string | null>;
  readonly lists: Map<string, readonly string[] | null>;
}

export interface Missing {
  readonly texts: readonly string[];
  readonly lists: readonly string[];
}

export interface SnapshotFiles extends Files {
  /** What was asked for and is not in the snapshot, in the order of asking. */
  missing(): Missing;
}

export const emptySnapshot = (): Snapshot => ({ texts: new Map(), lists: new Map() });

/** Files of `snapshot` below `root`; what it does not hold reads as null and is recorded, as long as it lies below `root`. */
export function snapshotFiles(root: string, snapshot: Snapshot): SnapshotFiles {
  const texts = new Set<string>();
  const lists = new Set<string>();
  const look = <T>(path: string, known: Map<string, T | null>, missing: Set<string>): T | null => {
    const name = resolve(root, path);
    if (!isWithin(root, name)) return null;
    const value = known.get(name);
    if (value === undefined) missing.add(name);
    return value ?? null;
  };
  return {
    read: (path) => look(path, snapshot.texts, texts),
    list: (path) => look(path, snapshot.lists, lists),
    missing: () => ({ texts: [...texts], lists: [...lists] }),
  };
}

export interface RoundLimits {
  /** How often an analysis is run again. */
  readonly rounds: number;
  /** Names fetched, over all rounds. */
  readonly fetches: number;
}

/** Each round follows one more step from file to file (Dockerfile → script → Makefile → module → package), so few suffice. */
export const defaultRounds: RoundLimits = { rounds: 8, fetches: 4000 };

/**
 * Runs `analyse` on what is known, fetches what it missed, and runs it again, until it misses nothing or a limit is met.
 *
 * @param fetch Adds what it finds to the snapshot; a name it leaves out counts as not there.
 * @param cancelled Asked before every round; once true the last result is given back.
 */
export async function analyseInRounds<T>(
  root: string,
  snapshot: Snapshot,
  analyse: (files: Files) => T,
  fetch: (missing: Missing, into: Snapshot) => Promise<void>,
  cancelled: () => boolean = () => false,
  limits: RoundLimits = defaultRounds,
): Promise<T> {
  let left = limits.fetches;
  for (let round = 0; ; round++) {
    const files = snapshotFiles(root, snapshot);
    const result = analyse(files);
    const missing = files.missing();
    const count = missing.texts.length + missing.lists.length;
    if (count === 0 || count > left || round >= limits.rounds || cancelled()) return result;
    left -= count;
    await fetch(missing, snapshot);
    for (const name of missing.texts) if (!snapshot.texts.has(name)) snapshot.texts.set(name, null);
    for (const name of missing.lists) if (!snapshot.lists.has(name)) snapshot.lists.set(name, null);
  }
}
