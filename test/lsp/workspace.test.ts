// The language server and its surroundings: settings, and the files beside a document.
import { afterEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { cleanUp, connect, dockerfile, everywhere, files, folder, printer, rule } from './session.js';

afterEach(cleanUp);

describe('settings', () => {
  it('are asked of the client, per document, and asked again when they change', async () => {
    let severity: Record<string, string> = { [rule]: 'hint' };
    const { uri, uriOf } = folder();
    const client = await connect({
      folders: [uri],
      capabilities: { configuration: true },
      answers: { 'workspace/configuration': () => [{ severity }] },
    });
    const document = uriOf('Dockerfile');
    client.open(document, dockerfile);
    assert.deepEqual(
      (await client.diagnostics(document, 1)).map((one) => one.severity),
      [4],
    );
    severity = { [rule]: 'off' };
    client.published.length = 0;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await client.diagnostics(document, 1), []);
  });

  it('come with the notification or the start-up options where the client answers no questions', async () => {
    const { uri, uriOf } = folder();
    const client = await connect({
      folders: [uri],
      initializationOptions: { settings: { severity: { [rule]: 'off' } } },
    });
    const document = uriOf('Dockerfile');
    client.open(document, dockerfile);
    assert.deepEqual(await client.diagnostics(document, 1), []);
    client.published.length = 0;
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { libcLens: {} },
    });
    assert.equal((await client.diagnostics(document, 1))[0]?.code, rule);
  });

  it('may be any nonsense', async () => {
    const { uri, uriOf } = folder();
    const client = await connect({
      folders: [uri],
      capabilities: { configuration: true },
      answers: { 'workspace/configuration': () => ['nonsense'] },
      initializationOptions: 7,
    });
    client.open(uriOf('Dockerfile'), dockerfile);
    assert.equal((await client.diagnostics(uriOf('Dockerfile'), 1))[0]?.code, rule);
  });

  it('resolve floating tags as of the date they name', async () => {
    const said = async (asOf: string): Promise<string> => {
      const client = await connect({ initializationOptions: { settings: { asOf } } });
      client.open('file:///nowhere/Dockerfile', 'FROM debian:latest\n');
      return JSON.stringify(await client.hover('file:///nowhere/Dockerfile', { line: 0, character: 7 }));
    };
    assert.match(await said('2022-06-01'), /2\.31/);
    assert.match(await said('2024-06-01'), /2\.36/);
  });
});

describe('files beside the document', () => {
  it('count, and their changes renew the diagnostics', async () => {
    const { uri, uriOf, path: root } = folder();
    const client = await connect({
      folders: [uri],
      capabilities: { didChangeWatchedFiles: { dynamicRegistration: true } },
    });
    const document = uriOf('Dockerfile');
    client.open(document, dockerfile);
    assert.equal((await client.diagnostics(document, 1))[0]?.code, rule);
    fs.writeFileSync(path.join(root, 'main.go'), printer);
    client.published.length = 0;
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('main.go'), type: 2 }],
    });
    assert.deepEqual(await client.diagnostics(document, 1), []);
  });

  it('are looked at anew with each change where the client does not watch them', async () => {
    const { uri, uriOf, path: root } = folder();
    const client = await connect({ folders: [uri], pulls: true });
    const document = uriOf('Dockerfile');
    client.open(document, dockerfile);
    assert.equal((await client.pull(document)).items?.length, 1);
    fs.writeFileSync(path.join(root, 'main.go'), printer);
    client.replace(document, 2, dockerfile);
    assert.deepEqual((await client.pull(document)).items, []);
  });

  it('ask a client that pulls to pull again', async () => {
    const { uri, uriOf, path: root } = folder();
    const client = await connect({ folders: [uri], pulls: true });
    const document = uriOf('Dockerfile');
    client.open(document, dockerfile);
    const { resultId } = await client.pull(document);
    fs.writeFileSync(path.join(root, 'main.go'), printer);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('main.go'), type: 2 }],
    });
    const after = await client.pull(document, resultId);
    assert.deepEqual([after.kind, after.items], ['full', []]);
    assert.equal(client.refreshes, 1);
  });

  it('are read through the client where only it can reach them', async () => {
    const root = 'memfs:/w';
    const asked: string[] = [];
    const virtual: Record<string, string> = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [`${root}/${name}`, text]),
    );
    const client = await connect({
      folders: [root],
      initializationOptions: { readsFiles: true },
      answers: {
        'libcLens/readFiles': (params: { files: string[]; folders: string[] }) => {
          asked.push(...params.files, ...params.folders);
          return {
            files: Object.fromEntries(params.files.map((uri) => [uri, virtual[uri] ?? null])),
            folders: Object.fromEntries(
              params.folders.map((uri) => [
                uri,
                uri === root || uri === `${root}/` ? Object.keys(files) : null,
              ]),
            ),
          };
        },
      },
    });
    const document = `${root}/Dockerfile`;
    client.open(document, dockerfile);
    assert.equal((await client.diagnostics(document, 1))[0]?.code, rule);
    assert.ok(asked.includes(`${root}/main.go`));
    assert.ok(asked.every((uri) => uri.startsWith(root)));
    virtual[`${root}/main.go`] = printer;
    client.published.length = 0;
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `${root}/main.go`, type: 2 }],
    });
    assert.deepEqual(await client.diagnostics(document, 1), []);
  });

  it('may fail to be read', async () => {
    const client = await connect({
      folders: ['memfs:/w'],
      initializationOptions: { readsFiles: true },
      answers: {
        'libcLens/readFiles': () => {
          throw new Error('no disk today');
        },
      },
    });
    client.open('memfs:/w/Dockerfile', dockerfile);
    assert.ok(Array.isArray(await client.diagnostics('memfs:/w/Dockerfile', 1)));
    assert.match(client.logs.join('\n'), /reading files through the client/);
  });

  it('are taken from open editors before the disk, and renewed with each change there', async () => {
    const { uri, uriOf } = folder({
      ...files,
      Makefile: 'build:\n\tgo build -o /app .\n',
      Dockerfile: dockerfile.replace('go build -o /app .', 'make build'),
    });
    const client = await connect({ folders: [uri] });
    const document = uriOf('Dockerfile');
    client.open(document, dockerfile.replace('go build -o /app .', 'make build'));
    assert.equal((await client.diagnostics(document, 1))[0]?.code, rule);
    client.open(uriOf('Makefile'), 'build:\n\tCGO_ENABLED=0 go build -o /app .\n', 'makefile');
    await client.diagnostics(document, 1, (found) => found.length === 0);
    client.replace(uriOf('Makefile'), 2, 'build:\n\tgo build -o /app .\n');
    await client.diagnostics(document, 1, (found) => found[0]?.code === rule);
    client.replace(uriOf('Makefile'), 3, 'build:\n\tCGO_ENABLED=0 go build -o /app .\n');
    await client.diagnostics(document, 1, (found) => found.length === 0);
    client.close(uriOf('Makefile'));
    await client.diagnostics(document, 1, (found) => found[0]?.code === rule);
  });

  it('are none for an untitled document', async () => {
    const client = await connect();
    client.open('untitled:Untitled-1', 'FROM alpine:3.20\n');
    assert.deepEqual(await client.diagnostics('untitled:Untitled-1', 1), []);
  });
});

describe('words', () => {
  it('are translated by the bundle that the client hands over', async () => {
    const { uri, uriOf } = folder();
    const client = await connect({
      folders: [uri],
      initializationOptions: { l10n: { contents: { 'Ignore {0} here with a reason': '忽略 {0}' } } },
    });
    client.open(uriOf('Dockerfile'), dockerfile);
    await client.diagnostics(uriOf('Dockerfile'), 1);
    const titles = (await client.actions(uriOf('Dockerfile'), everywhere)).map(({ title }) => title);
    assert.ok(titles.includes(`忽略 ${rule}`));
  });
});
