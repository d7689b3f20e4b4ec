// The server as it runs in a browser: the built worker script in a context that has what a Web Worker has, and no Node.
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import vm from 'node:vm';
import { dockerfile, rule } from './session.js';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
  readonly params?: { readonly diagnostics?: readonly { readonly code: string }[]; readonly uri?: string };
}

function startWorker(): {
  send(message: object): void;
  next(is: (message: Message) => boolean): Promise<Message>;
} {
  const received: Message[] = [];
  const waiting = new Set<() => void>();
  const scope: Record<string, unknown> = {
    postMessage: (message: Message) => {
      received.push(structuredClone(message));
      for (const look of waiting) look();
    },
    addEventListener: () => undefined,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    queueMicrotask,
    performance,
    TextEncoder,
    TextDecoder,
    URL,
    console,
  };
  scope['self'] = scope;
  vm.runInContext(fs.readFileSync('server/dist/server-web.js', 'utf8'), vm.createContext(scope));
  return {
    send(message) {
      (scope['onmessage'] as (event: { data: object }) => void)({ data: { jsonrpc: '2.0', ...message } });
    },
    next: (is) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          reject(new Error(`not received; received: ${JSON.stringify(received)}`));
        }, 8000);
        const look = (): void => {
          const at = received.findIndex(is);
          const [found] = at < 0 ? [] : received.splice(at, 1);
          if (found === undefined) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
  };
}

describe('language server in a worker', () => {
  it('reads files through the client, and accuses as it does in Node', async () => {
    const worker = startWorker();
    worker.send({
      id: 1,
      method: 'initialize',
      params: {
        processId: null,
        rootUri: 'memfs:/w',
        capabilities: {},
        initializationOptions: { readsFiles: true },
      },
    });
    await worker.next(({ id }) => id === 1);
    worker.send({ method: 'initialized', params: {} });
    const textDocument = {
      uri: 'memfs:/w/Dockerfile',
      languageId: 'dockerfile',
      version: 1,
      text: dockerfile,
    };
    worker.send({ method: 'textDocument/didOpen', params: { textDocument } });
    const contents: Record<string, string> = {
      'memfs:/w/go.mod': 'module example.com/app\n\ngo 1.22\n',
      'memfs:/w/main.go':
        'package main\n\nimport "net/http"\n\nfunc main() { http.ListenAndServe("", nil) }\n',
    };
    let published: Message | null = null;
    while (published === null) {
      const message = await worker.next(({ method }) => /readFiles|publishDiagnostics/.test(method ?? ''));
      if (message.id === undefined) {
        published = message;
        continue;
      }
      const { files, folders } = message.params as unknown as { files: string[]; folders: string[] };
      worker.send({
        id: message.id,
        result: {
          files: Object.fromEntries(files.map((uri) => [uri, contents[uri] ?? null])),
          folders: Object.fromEntries(
            folders.map((uri) => [uri, /^memfs:\/w\/?$/.test(uri) ? ['go.mod', 'main.go'] : null]),
          ),
        },
      });
    }
    assert.deepEqual(
      published.params?.diagnostics?.map(({ code }) => code),
      [rule],
    );
  });
});
