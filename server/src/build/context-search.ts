// Which folder a Dockerfile is built from, where nobody says: the nearest in which the files that COPY names exist.
import type { Dockerfile } from '../syntax/dockerfile-tree.js';
import { hasGlob, nameOf, normalise, parentOf } from './file-system.js';
import type { Files } from './model.js';

/** Folders above the Dockerfile's own that are looked at. */
const MAX_PARENTS = 8;
/** Sources that are looked for; more tell nothing new. */
const MAX_SOURCES = 24;

/** The Dockerfile's own folder, or the nearest parent that holds more of what COPY and ADD name. `files` ends the search at its root. */
export function findContext(path: string, tree: Dockerfile, files: Files | null): string {
  const own = parentOf(path);
  const sources = sourcesOf(tree);
  if (files === null || sources.length === 0) return own;
  let best = { folder: own, found: count(files, own, sources) };
  let folder = own;
  for (
    let i = 0;
    i < MAX_PARENTS && best.found < sources.length && folder.includes('/') && folder !== '/';
    i++
  ) {
    folder = parentOf(folder);
    if (files.list(folder) === null) break;
    const found = count(files, folder, sources);
    if (found > best.found) best = { folder, found };
  }
  return best.folder;
}

/** Literal operands of COPY and ADD from the context; `.` and variables say nothing. */
function sourcesOf(tree: Dockerfile): readonly string[] {
  const sources = new Set<string>();
  for (const { keyword, flags, words, json } of tree.instructions) {
    if ((keyword !== 'COPY' && keyword !== 'ADD') || flags.some((flag) => flag.name === 'from')) continue;
    for (const { text } of (json ?? words).slice(0, -1)) {
      if (sources.size >= MAX_SOURCES) return [...sources];
      const source = normalise(text).slice(1);
      if (source !== '' && !hasGlob(text) && !/[$"'\\]|:\/\//.test(text)) sources.add(source);
    }
  }
  return [...sources];
}

function count(files: Files, folder: string, sources: readonly string[]): number {
  let found = 0;
  for (const source of sources) {
    const at = `${folder.replace(/\/$/, '')}/${source}`;
    const names = files.list(parentOf(at));
    const name = nameOf(at);
    if (names?.includes(name) || names?.includes(`${name}/`)) found++;
  }
  return found;
}
