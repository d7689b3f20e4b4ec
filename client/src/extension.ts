// Entry point where Node is: the server is a process of its own, spoken to over IPC.
import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith, type Session } from './session.js';

let session: Session | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const module = Uri.joinPath(context.extensionUri, 'server', 'dist', 'server.cjs').fsPath;
  const server = { module, transport: TransportKind.ipc };
  session = await activateWith(
    context,
    (options) => new LanguageClient('libcLens', 'Libc Lens', { run: server, debug: server }, options),
  );
}

export const deactivate = (): Promise<void> | undefined => session?.end();
