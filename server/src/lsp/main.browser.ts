// The language server as a Web Worker, for VS Code in the browser.
import manifest from '../../package.json' with { type: 'json' };
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { Host } from './host.js';
import { createLog } from './log.js';
import { serve } from './server.js';

/** The worker's own scope, as far as messages need it. */
const scope = globalThis as unknown as never;

const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
const host: Host = {
  version: manifest.version,
  today: () => new Date().toISOString().slice(0, 10),
  now: () => performance.now(),
  later: (run) => {
    setTimeout(run, 0);
  },
  disk: null,
  bundlePath: null,
  documentation: null,
};

serve(connection, host, createLog(connection.console));
