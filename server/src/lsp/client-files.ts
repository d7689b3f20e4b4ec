// Fetches files through the client, for folders that only it can reach.
import { nameOf, uriOf } from './uris.js';
import type { ReadFilesParams, ReadFilesResult } from './protocol.js';
import type { Missing, Snapshot } from '../workspace/snapshot-files.js';

/** Adds to the snapshot what the client answers for our URIs; anything else it says is not looked at. */
export async function fetchFiles(
  ask: (params: ReadFilesParams) => Promise<ReadFilesResult>,
  missing: Missing,
  into: Snapshot,
): Promise<void> {
  const params = { files: missing.texts.map(uriOf), folders: missing.lists.map(uriOf) };
  const answer = await ask(params);
  for (const uri of params.files) {
    const text: unknown = answer.files[uri];
    into.texts.set(nameOf(uri), typeof text === 'string' && text.length <= 1 << 20 ? text : null);
  }
  for (const uri of params.folders) {
    const names: unknown = answer.folders[uri];
    into.lists.set(
      nameOf(uri),
      Array.isArray(names) ? names.filter((name) => typeof name === 'string') : null,
    );
  }
}
