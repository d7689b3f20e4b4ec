// Views on other files: open documents before the disk, and a record of what an analysis read.
import type { Files } from '../build/model.js';
import { resolve } from './paths.js';

/** The text of an open document where there is one for the name, otherwise what `below` says. */
export function openFilesFirst(root: string, open: (name: string) => string | null, below: Files): Files {
  return {
    read: (path) => open(resolve(root, path)) ?? below.read(path),
    list: (path) => below.list(path),
  };
}

export interface RecordedFiles extends Files {
  /** Names that were read or listed, found or not: the result depends on each. */
  readonly asked: ReadonlySet<string>;
}

export function recordReads(root: string, below: Files): RecordedFiles {
  const asked = new Set<string>();
  return {
    asked,
    read(path) {
      asked.add(resolve(root, path));
      return below.read(path);
    },
    list(path) {
      asked.add(resolve(root, path));
      return below.list(path);
    },
  };
}
