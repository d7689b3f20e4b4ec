// One language server at a time: starts it, starts it anew on request, and lets it go with the extension.
import {
  l10n,
  Uri,
  window,
  workspace,
  type Disposable,
  type ExtensionContext,
  type LogOutputChannel,
} from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { readFilesMethod, type InitializationOptions } from '../../server/src/lsp/protocol.js';
import { registerCommands } from './commands.js';
import { readFiles } from './folder-files.js';
import { documentSelector } from './languages.js';
import { createStatus, type Status } from './status.js';

/** Makes a client that is not started yet; in Node and in the browser a server is reached in different ways. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

export interface Session extends Disposable {
  /** Ends the running server and starts another; resolves when it is ready or known to be off, never rejects. */
  restart(): Promise<void>;
  /** Ends the server; nothing starts it again. */
  end(): Promise<void>;
}

/** What both entry points do: output, status item, commands and a running server. */
export async function activateWith(context: ExtensionContext, create: CreateClient): Promise<Session> {
  const output = window.createOutputChannel('Libc Lens', { log: true });
  const status = createStatus();
  const session = createSession(create, output, status, context.extensionUri);
  context.subscriptions.push(
    output,
    status,
    session,
    ...registerCommands(session, output, context.extensionUri),
  );
  await session.restart();
  return session;
}

function createSession(
  create: CreateClient,
  output: LogOutputChannel,
  status: Status,
  extension: Uri,
): Session {
  let client: BaseLanguageClient | null = null;
  /** Requests to restart wait for each other: two servers at once would say everything twice. */
  let queue: Promise<void> = Promise.resolve();

  const stop = async (): Promise<void> => {
    const old = client;
    client = null;
    try {
      await old?.dispose();
    } catch (error) {
      // A server that never came up or hangs cannot be asked to stop; its process is ended by the client all the same.
      output.warn(`Stopping the language server: ${messageOf(error)}`);
    }
  };

  const start = async (): Promise<void> => {
    try {
      client = create(clientOptions(output, extension));
      const own = client;
      own.onDidChangeState(({ newState }) => {
        if (client === own) status.show(newState);
      });
      own.onRequest(readFilesMethod, readFiles);
      await own.start();
      output.info('The language server is ready.');
    } catch (error) {
      output.error(messageOf(error));
      status.off(l10n.t('The language server did not start: {0}', messageOf(error)));
    }
  };

  const inTurn = (step: () => Promise<void>): Promise<void> => (queue = queue.then(step));

  return {
    restart: () =>
      inTurn(async () => {
        await stop();
        await start();
      }),
    end: () => inTurn(stop),
    dispose: () => void inTurn(stop),
  };
}

function clientOptions(output: LogOutputChannel, extension: Uri): LanguageClientOptions {
  const { bundle, uri } = l10n;
  const initializationOptions: InitializationOptions = {
    readsFiles: true,
    documentation: Uri.joinPath(extension, 'server/dist/rules').toString(),
    ...(bundle && { l10n: { contents: { ...bundle }, ...(uri && { uri: uri.toString() }) } }),
  };
  return {
    documentSelector: documentSelector(workspace.workspaceFolders ?? []),
    diagnosticCollectionName: 'libc-lens',
    outputChannel: output,
    initializationOptions,
  };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
