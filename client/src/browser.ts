// Entry point where only a browser is (vscode.dev, github.dev): the server is a Web Worker.
import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith, type Session } from './session.js';

/** Just what is used here: the types of the whole browser would make its globals visible in every room. */
declare const Worker: new (script: string) => object;

let session: Session | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'server', 'dist', 'server-web.js').toString(true);
  session = await activateWith(
    context,
    (options) => new LanguageClient('libcLens', 'Libc Lens', async () => new Worker(script), options),
  );
}

export const deactivate = (): Promise<void> | undefined => session?.end();
