// The disk as a long-running process sees it: what was read is kept per root until somebody says that it changed.
import type { Files } from '../build/model.js';
import { fileCache, nodeFiles, type FileCache } from './node-files.js';
import { dirname } from './paths.js';

export interface Disk {
  /** Files below `root`, with a budget for one analysis. */
  files(root: string): Files;
  /** Forgets a file or folder that was changed, made or removed. */
  changed(name: string): void;
  /** Forgets everything for which nobody will call `changed`. */
  forget(isWatched: (name: string) => boolean): void;
}

/** Texts kept before the cache is emptied, over all roots. */
const mostTexts = 8000;

export function nodeDisk(): Disk {
  const caches = new Map<string, FileCache>();
  return {
    files(root) {
      let cache = caches.get(root);
      if (cache === undefined || cache.texts.size > mostTexts) caches.set(root, (cache = fileCache()));
      return nodeFiles(root, {}, cache);
    },
    changed(name) {
      for (const { texts, lists } of caches.values()) {
        texts.delete(name);
        lists.delete(name);
        lists.delete(dirname(name));
      }
    },
    forget(isWatched) {
      for (const { texts, lists } of caches.values()) {
        for (const known of [texts, lists])
          for (const name of known.keys()) if (!isWatched(name)) known.delete(name);
      }
    },
  };
}
