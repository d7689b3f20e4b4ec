// Node as the place the server runs in.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Host } from './host.js';
import { nodeDisk } from '../workspace/disk.js';

export const nodeHost = (version: string): Host => ({
  version,
  today: () => new Date().toISOString().slice(0, 10),
  now: () => performance.now(),
  later: (run) => {
    setImmediate(run);
  },
  disk: nodeDisk(),
  bundlePath: process.env['EXTENSION_BUNDLE_PATH'] ?? null,
  documentation: documentationBeside(),
});

/** The build puts the rules' pages beside the bundles. */
function documentationBeside(): string | null {
  if (typeof __dirname !== 'string') return null;
  const folder = path.join(__dirname, 'rules');
  return fs.existsSync(folder) ? pathToFileURL(folder).href : null;
}
