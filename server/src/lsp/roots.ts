// The folder in which a document may read files: its workspace folder, or its own.
import { dirname, isWithin } from '../workspace/paths.js';

/** @param folders Names of the workspace folders. */
export function rootOf(name: string, folders: readonly string[]): string {
  let best: string | null = null;
  for (const folder of folders) {
    if (isWithin(folder, name) && (best === null || folder.length > best.length)) best = folder;
  }
  return best ?? dirname(name);
}
