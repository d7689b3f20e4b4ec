// Entry point where only a browser is (vscode.dev, github.dev): the server is a Web Worker.
import { Uri, type ExtensionContext } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateWith, type Session } from './session.js';

/** Just what is used here: the types of the whole browser would make its globals visible in every room. */
interface Worker {
  terminate(): void;
}
declare const Worker: new (script: string) => Worker;

let session: Session | undefined;
let worker: Worker | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'server', 'dist', 'server-web.js').toString(true);
  // Reader and writer are made here: the client knows a worker by its class, and VS Code hands out a class of its own.
  const connect = async () => {
    worker?.terminate();
    worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  session = await activateWith(
    context,
    (options) => new LanguageClient('libcLens', 'Libc Lens', connect, options),
  );
}

export async function deactivate(): Promise<void> {
  await session?.end();
  worker?.terminate();
}
