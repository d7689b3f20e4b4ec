// A language server as a process that is spoken to over its standard input and output.
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly uri?: string };
}

type Listener = (message: Message) => boolean;

export class ServerProcess {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #listeners = new Set<Listener>();
  #buffer = Buffer.alloc(0);
  #id = 0;

  constructor(script: string, args: readonly string[]) {
    this.#child = spawn(process.execPath, [script, ...args], { stdio: 'pipe' });
    this.#child.stdout.on('data', (chunk: Buffer) => {
      this.#receive(chunk);
    });
    this.#child.stderr.on('data', (chunk: Buffer) => process.stderr.write(chunk));
  }

  async initialize(): Promise<void> {
    await this.request('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: null,
      capabilities: {
        textDocument: { publishDiagnostics: { relatedInformation: true, versionSupport: true } },
      },
    });
    this.notify('initialized', {});
  }

  async request(method: string, params: unknown): Promise<void> {
    const id = ++this.#id;
    const answer = this.#wait((message) => message.id === id && message.method === undefined);
    this.#send({ id, method, params });
    await answer;
  }

  notify(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  /** Resolves with the next diagnostics of a document. */
  async diagnostics(uri: string): Promise<void> {
    await this.#wait(
      (message) => message.method === 'textDocument/publishDiagnostics' && message.params?.uri === uri,
    );
  }

  /** Opens a document and waits for its diagnostics. */
  async open(uri: string, text: string): Promise<void> {
    const published = this.diagnostics(uri);
    this.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'dockerfile', version: 1, text },
    });
    await published;
  }

  /** Replaces a document's text and waits for its diagnostics. */
  async change(uri: string, version: number, text: string): Promise<void> {
    const published = this.diagnostics(uri);
    this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
    await published;
  }

  /** Resident memory in MiB; null where the system does not tell it in /proc. */
  memory(): number | null {
    try {
      const status = fs.readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
      const kilobytes = /^VmRSS:\s+(\d+)/m.exec(status)?.[1];
      return kilobytes === undefined ? null : Number(kilobytes) / 1024;
    } catch {
      return null;
    }
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'exit');
    await this.request('shutdown', null);
    this.notify('exit', null);
    const timer = setTimeout(() => this.#child.kill(), 2000);
    await ended;
    clearTimeout(timer);
  }

  #wait(matches: Listener): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`${this.#child.spawnargs[1] ?? ''}: no answer within 30 s`));
      }, 30_000);
      const listener: Listener = (message) => {
        if (!matches(message)) return false;
        clearTimeout(timer);
        this.#listeners.delete(listener);
        resolve();
        return true;
      };
      this.#listeners.add(listener);
    });
  }

  #send(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #receive(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const head = this.#buffer.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(
        /Content-Length: (\d+)/i.exec(this.#buffer.toString('latin1', 0, head))?.[1] ?? 0,
      );
      if (this.#buffer.length < head + 4 + length) return;
      const message = JSON.parse(this.#buffer.toString('utf8', head + 4, head + 4 + length)) as Message;
      this.#buffer = this.#buffer.subarray(head + 4 + length);
      // Requests of the server (configuration, registration) want an answer, or it waits for ever.
      if (message.id !== undefined && message.method !== undefined)
        this.#send({ id: message.id, result: null });
      for (const listener of this.#listeners) listener(message);
    }
  }
}
