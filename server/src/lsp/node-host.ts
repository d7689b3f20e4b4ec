// Node as the place the server runs in.
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
});
