// The language server as a process: `--stdio`, `--node-ipc` or `--socket=PORT` say how it is spoken to.
import manifest from '../../package.json' with { type: 'json' };
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createLog } from './log.js';
import { nodeHost } from './node-host.js';
import { serve } from './server.js';

const connection = createConnection(ProposedFeatures.all);

const log = createLog(connection.console);

// Every promise of ours is looked after; this is for those of libraries, so that none ends a server that could go on.
process.on('unhandledRejection', (reason) => {
  log.failed('unhandled rejection', reason);
});

serve(connection, nodeHost(manifest.version), log);
