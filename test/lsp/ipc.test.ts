// The server as VS Code starts it: a forked process, spoken to over Node's own channel.
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createMessageConnection, IPCMessageReader, IPCMessageWriter } from 'vscode-jsonrpc/node';
import type { Hover, InitializeResult } from 'vscode-languageserver-protocol';

describe('language server over the channel of Node', () => {
  it('answers, and ends when told to', async () => {
    const child = fork('server/dist/server.cjs', ['--node-ipc'], { silent: true });
    const exited = once(child, 'exit');
    const connection = createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    connection.listen();
    const { capabilities } = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
    });
    assert.equal(capabilities.hoverProvider, true);
    const uri = 'file:///nowhere/Dockerfile';
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'dockerfile', version: 1, text: 'FROM alpine:3.20\n' },
    });
    const hover = await connection.sendRequest<Hover | null>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 0, character: 6 },
    });
    assert.match(JSON.stringify(hover), /musl/);
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    assert.deepEqual(await exited, [0, null]);
    connection.dispose();
  });
});
