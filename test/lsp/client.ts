// A small language client over stdio, for driving the built server as an editor would.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-jsonrpc/node';
import type {
  CodeAction,
  Diagnostic,
  Hover,
  InitializeResult,
  Position,
  PublishDiagnosticsParams,
  Range,
} from 'vscode-languageserver-protocol';

const server = path.resolve('server/dist/server.cjs');

export interface Client {
  readonly connection: MessageConnection;
  readonly process: ChildProcess;
  readonly result: InitializeResult;
  /** Everything that was published, in order. */
  readonly published: PublishDiagnosticsParams[];
  /** Texts of `window/showMessage` and `window/logMessage`. */
  readonly messages: string[];
  readonly logs: string[];
  /** How often the server asked for a refresh. */
  refreshes: number;
  open(uri: string, text: string, language?: string, version?: number): void;
  /** The whole text anew, as one change. */
  replace(uri: string, version: number, text: string): void;
  change(uri: string, version: number, range: Range, text: string): void;
  close(uri: string): void;
  /** The diagnostics published last for a version, once they are there and such as wanted. */
  diagnostics(
    uri: string,
    version: number,
    such?: (diagnostics: Diagnostic[]) => boolean,
  ): Promise<Diagnostic[]>;
  pull(
    uri: string,
    previousResultId?: string,
  ): Promise<{ kind: string; resultId?: string; items?: Diagnostic[] }>;
  hover(uri: string, position: Position): Promise<Hover | null>;
  actions(uri: string, range: Range, only?: string[], diagnostics?: Diagnostic[]): Promise<CodeAction[]>;
  /** Shutdown and exit; the exit code. */
  end(): Promise<number | null>;
}

export interface ClientOptions {
  pulls?: boolean;
  capabilities?: object;
  folders?: string[];
  initializationOptions?: unknown;
  /** Answers of the client to requests of the server. */
  answers?: Record<string, (params: never) => unknown>;
}

export async function startClient(options: ClientOptions = {}): Promise<Client> {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
  child.stderr.pipe(process.stderr);
  const exited = once(child, 'exit');
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const published: PublishDiagnosticsParams[] = [];
  const messages: string[] = [];
  const logs: string[] = [];
  const waiting = new Set<() => void>();
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
    for (const look of waiting) look();
  });
  connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
    messages.push(message);
  });
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    logs.push(message);
  });
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => {
    client.refreshes++;
    return null;
  });
  for (const [method, answer] of Object.entries(options.answers ?? {})) {
    connection.onRequest(method, (params: never) => answer(params));
  }
  connection.listen();
  const result = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: (options.folders ?? []).map((uri) => ({ uri, name: 'folder' })),
    capabilities: {
      textDocument: {
        publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true },
        hover: { contentFormat: ['markdown', 'plaintext'] },
        ...(options.pulls && { diagnostic: { dynamicRegistration: false } }),
      },
      workspace: {
        workspaceFolders: true,
        workspaceEdit: { documentChanges: true },
        ...(options.pulls && { diagnostics: { refreshSupport: true } }),
        ...options.capabilities,
      },
    },
    initializationOptions: options.initializationOptions,
  });
  void connection.sendNotification('initialized', {});

  const notify = (method: string, params: unknown): void => void connection.sendNotification(method, params);
  const client: Client = {
    connection,
    process: child,
    result,
    published,
    messages,
    logs,
    refreshes: 0,
    open(uri, text, language = 'dockerfile', version = 1) {
      notify('textDocument/didOpen', { textDocument: { uri, languageId: language, version, text } });
    },
    replace(uri, version, text) {
      notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
    },
    change(uri, version, range, text) {
      notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range, text }] });
    },
    close(uri) {
      notify('textDocument/didClose', { textDocument: { uri } });
    },
    async diagnostics(uri, version, such = () => true) {
      const found = await new Promise<PublishDiagnosticsParams>((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`no diagnostics for version ${version}; log: ${logs.join('\n')}`));
        }, 8000);
        const look = (): void => {
          const params = published.findLast((one) => one.uri === uri && one.version === version);
          if (params === undefined || !such(params.diagnostics)) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve(params);
        };
        waiting.add(look);
        look();
      });
      return found.diagnostics;
    },
    pull: (uri, previousResultId) =>
      connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, previousResultId }),
    hover: (uri, position) =>
      connection.sendRequest('textDocument/hover', { textDocument: { uri }, position }),
    actions: (uri, range, only, diagnostics = []) =>
      connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context: { diagnostics, ...(only && { only }) },
      }),
    async end() {
      await connection.sendRequest('shutdown');
      notify('exit', undefined);
      const [code] = (await exited) as [number | null];
      connection.dispose();
      return code;
    },
  };
  return client;
}

/** Files in a new folder of the disk; `remove` takes them away. */
export function folderOf(files: Record<string, string>): {
  path: string;
  uri: string;
  uriOf(name: string): string;
  remove(): void;
} {
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'libc-lens-lsp-'));
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
  return {
    path: folder,
    uri: pathToFileURL(folder).toString(),
    uriOf: (name) => pathToFileURL(path.join(folder, name)).toString(),
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}

/** Line and column of the first occurrence of some words, and so many columns further. */
export function positionOf(text: string, words: string, further = 0): Position {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`'${words}' does not occur`);
  const before = text.slice(0, at).split(/\r\n|\n/);
  return { line: before.length - 1, character: (before.at(-1) ?? '').length + further };
}

/** A text with the edits of a code action for one document. */
export function applied(text: string, action: CodeAction | undefined, uri: string): string {
  const changes = action?.edit?.documentChanges?.flatMap((change) =>
    'textDocument' in change && change.textDocument.uri === uri ? change.edits : [],
  );
  const lines = text.split(/(?<=\n)/);
  const offset = ({ line, character }: Position): number => lines.slice(0, line).join('').length + character;
  return (changes ?? [])
    .map((edit) => ({
      start: offset(edit.range.start),
      end: offset(edit.range.end),
      text: 'newText' in edit ? edit.newText : edit.snippet.value,
    }))
    .sort((a, b) => b.start - a.start)
    .reduce((out, edit) => out.slice(0, edit.start) + edit.text + out.slice(edit.end), text);
}
