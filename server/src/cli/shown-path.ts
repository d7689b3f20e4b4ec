// How a file is named in output: as the user wrote it, otherwise relative to the working folder.
import path from 'node:path';
import type { Document } from './documents.js';

/** A function from the paths of an analysis to the names that are printed. */
export function shownPaths(documents: readonly Document[], folder: string): (path: string) => string {
  const given = new Map(documents.map((document) => [document.path, document.shown]));
  return (file) => {
    const named = given.get(file);
    if (named !== undefined) return named;
    const relative = path.relative(folder, file);
    const outside = relative === '' || relative.startsWith('..') || path.isAbsolute(relative);
    return outside ? file : relative.split(path.sep).join('/');
  };
}
