// The folder of recordings beside the repository, where there is one.
import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

const folder = path.resolve('..', 'shared', 'truth');

export const recordings = (name: string): string => path.join(folder, name);

/** Whether a recording lies there; tests that need it are skipped by name otherwise. */
export const isThere = (name: string): boolean => fs.existsSync(recordings(name));

/** Rows of a recording, one JSON object a line, compressed or not. */
export function rowsOf<Row>(name: string): readonly Row[] {
  const bytes = fs.readFileSync(recordings(name));
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
}
