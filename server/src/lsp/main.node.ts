// The language server as a process: `--stdio`, `--node-ipc` or `--socket=PORT` say how it is spoken to.
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeHost } from './node-host.js';
import { serve } from './server.js';

serve(createConnection(ProposedFeatures.all), nodeHost());
