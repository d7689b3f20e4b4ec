// The language server as a process: it starts, publishes and answers pulls, hovers and actions, and ends.
import { afterEach, describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { applied, positionOf } from './client.js';
import { cleanUp, connect, dockerfile, everywhere, folder, rule, start } from './session.js';

afterEach(cleanUp);

describe('language server over stdio', () => {
  it('tells what it can, and pushes to clients that do not pull', async () => {
    const { result } = await connect();
    assert.equal(result.serverInfo?.name, 'libc-lens');
    assert.match(result.serverInfo.version ?? '', /^\d+\.\d+\.\d+/);
    assert.equal(result.capabilities.positionEncoding, 'utf-16');
    assert.equal(result.capabilities.hoverProvider, true);
    assert.equal(result.capabilities.diagnosticProvider, undefined);
    const pulling = await connect({ pulls: true });
    assert.deepEqual(pulling.result.capabilities.diagnosticProvider, {
      identifier: 'libc-lens',
      interFileDependencies: true,
      workspaceDiagnostics: false,
    });
  });

  it('accuses, explains and mends a broken Dockerfile', async () => {
    const { uri, uriOf } = folder();
    const client = await connect({ folders: [uri] });
    const document = uriOf('Dockerfile');
    client.open(document, dockerfile);
    const diagnostics = await client.diagnostics(document, 1);
    const [first] = diagnostics;
    assert.ok(first);
    assert.deepEqual([first.code, first.source, first.range.start.line], [rule, 'libc-lens', 5]);
    assert.match(first.codeDescription?.href ?? '', new RegExp(`${rule}\\.md$`));
    const related = first.relatedInformation?.map(({ location }) => location.range.start.line);
    assert.ok(related?.includes(3) && related.includes(4), 'the producing line and the FROM');

    const onCopy = await client.hover(document, positionOf(dockerfile, 'COPY --from', 2));
    assert.match(JSON.stringify(onCopy?.contents), /not found|no such file/);
    const onFrom = await client.hover(document, positionOf(dockerfile, 'alpine:3.20', 2));
    assert.match(JSON.stringify(onFrom?.contents), /musl/);
    const onBuild = await client.hover(document, positionOf(dockerfile, 'go build', 1));
    assert.match(JSON.stringify(onBuild?.contents), /CGO_ENABLED/);

    const actions = await client.actions(document, first.range, ['quickfix'], diagnostics);
    const preferred = actions.find(({ isPreferred }) => isPreferred);
    const mended = applied(dockerfile, preferred, document);
    assert.notEqual(mended, dockerfile);
    client.replace(document, 2, mended);
    assert.deepEqual(await client.diagnostics(document, 2), []);
    assert.equal(await client.end(), 0);
    assert.deepEqual(client.logs, []);
  });

  it('mends by every fix that claims to', async () => {
    const { uri, uriOf } = folder();
    const client = await connect({ folders: [uri] });
    const document = uriOf('Dockerfile');
    client.open(document, dockerfile);
    const [first] = await client.diagnostics(document, 1);
    const mending = (first?.data as { fixes: { title: string; mends: boolean }[] }).fixes.filter(
      ({ mends }) => mends,
    );
    assert.ok(mending.length > 1);
    const actions = await client.actions(document, everywhere, ['quickfix']);
    let version = 1;
    for (const { title } of mending) {
      const action = actions.find((one) => one.title.startsWith(title));
      client.replace(document, ++version, applied(dockerfile, action, document));
      const left = (await client.diagnostics(document, version)).map(({ code }) => code);
      assert.ok(!left.includes(rule), title);
    }
  });

  it('is silenced by the ignore comment it offers', async () => {
    const { uri, uriOf } = folder();
    const client = await connect({ folders: [uri] });
    const document = uriOf('Dockerfile');
    client.open(document, dockerfile);
    await client.diagnostics(document, 1);
    const actions = await client.actions(document, everywhere, ['quickfix']);
    const ignore = actions.find(({ title }) => title.startsWith('Ignore'));
    const silenced = applied(dockerfile, ignore, document);
    assert.match(silenced, /\n# libc-lens ignore=glibc-binary-on-musl -- [^\n]+\nCOPY --from=build/);
    client.replace(document, 2, silenced);
    assert.deepEqual(await client.diagnostics(document, 2), []);
  });

  it('answers a client that pulls, and pushes nothing to it', async () => {
    const { uri, uriOf } = folder();
    const client = await connect({ folders: [uri], pulls: true });
    const document = uriOf('Dockerfile');
    client.open(document, dockerfile);
    const full = await client.pull(document);
    assert.equal(full.kind, 'full');
    assert.equal(full.items?.[0]?.code, rule);
    assert.deepEqual(await client.pull(document, full.resultId), {
      kind: 'unchanged',
      resultId: full.resultId,
    });
    const at = positionOf(dockerfile, 'go build');
    client.change(document, 2, { start: at, end: at }, 'CGO_ENABLED=0 ');
    const after = await client.pull(document, full.resultId);
    assert.deepEqual([after.kind, after.items], ['full', []]);
    assert.deepEqual(client.published, []);
    assert.deepEqual((await client.pull('file:///not/open')).items, []);
  });

  it('follows incremental changes with the positions of CRLF files', async () => {
    const { uri, uriOf } = folder();
    const client = await connect({ folders: [uri] });
    const document = uriOf('Dockerfile');
    const text = dockerfile.replace(/\n/g, '\r\n');
    client.open(document, text);
    const [first] = await client.diagnostics(document, 1);
    assert.equal(first?.range.start.line, 5);
    const [action] = (await client.actions(document, first.range, ['quickfix'])).filter(
      (one) => one.isPreferred,
    );
    const mended = applied(text, action, document);
    assert.doesNotMatch(mended, /[^\r]\n/);
    client.replace(document, 2, mended);
    assert.deepEqual(await client.diagnostics(document, 2), []);
  });

  it('handles bursts with the newest text alone', async () => {
    const { uri, uriOf } = folder();
    const client = await connect({ folders: [uri] });
    const document = uriOf('Dockerfile');
    client.open(document, dockerfile);
    const at = positionOf(dockerfile, 'go build');
    const typed = 'CGO_ENABLED=0 ';
    [...typed].forEach((letter, i) => {
      const here = { line: at.line, character: at.character + i };
      client.change(document, i + 2, { start: here, end: here }, letter);
    });
    assert.deepEqual(await client.diagnostics(document, typed.length + 1), []);
    const versions = client.published.map(({ version }) => version ?? 0);
    assert.deepEqual(
      versions,
      [...versions].sort((a, b) => a - b),
    );
    assert.equal(new Set(versions).size, versions.length);
  });

  it('survives quick closing and opening, and clears what is closed', async () => {
    const { uri, uriOf } = folder();
    const client = await connect({ folders: [uri] });
    const document = uriOf('Dockerfile');
    for (let turn = 0; turn < 5; turn++) {
      client.open(document, dockerfile, 'dockerfile', 10 + turn);
      client.close(document);
    }
    client.open(document, dockerfile, 'dockerfile', 20);
    assert.equal((await client.diagnostics(document, 20))[0]?.code, rule);
    client.close(document);
    await client.hover(document, start);
    assert.deepEqual(client.published.at(-1)?.diagnostics, []);
    assert.equal(await client.hover(document, start), null);
    assert.deepEqual(await client.actions(document, everywhere), []);
  });

  it('declines a file over 1 MiB with one message', async () => {
    const client = await connect();
    const large = `${dockerfile}# ${'x'.repeat(1 << 20)}\n`;
    client.open('file:///nowhere/Dockerfile', large);
    assert.deepEqual(await client.diagnostics('file:///nowhere/Dockerfile', 1), []);
    client.replace('file:///nowhere/Dockerfile', 2, `${large}#\n`);
    assert.deepEqual(await client.diagnostics('file:///nowhere/Dockerfile', 2), []);
    assert.equal(await client.hover('file:///nowhere/Dockerfile', start), null);
    assert.equal(client.messages.length, 1);
    assert.match(client.messages[0] ?? '', /Dockerfile.*1 MiB/);
  });

  it('gives a result for any bytes and any language', async () => {
    const client = await connect();
    const bytes = Buffer.from(Array.from({ length: 20_000 }, (_, i) => (i * 7919 + (i >> 3) * 31) & 255));
    const texts = [
      bytes.toString('utf8'),
      bytes.toString('latin1'),
      '\ud800\udc00\ud800',
      '\0'.repeat(1000),
      '',
    ];
    let version = 0;
    for (const language of ['dockerfile', 'shellscript', 'makefile']) {
      const uri = `file:///nowhere/${language}`;
      client.open(uri, '', language, ++version);
      for (const text of texts) {
        client.replace(uri, ++version, text);
        assert.ok(Array.isArray(await client.diagnostics(uri, version)));
        await client.hover(uri, { line: 0, character: 3 });
        assert.ok(Array.isArray(await client.actions(uri, everywhere)));
      }
    }
    assert.equal(await client.end(), 0);
    assert.deepEqual(client.logs, []);
  });

  it('answers malformed requests with an error and lives on', async () => {
    const client = await connect();
    for (const [method, params] of [
      ['textDocument/hover', {}],
      ['textDocument/hover', null],
      ['textDocument/hover', { textDocument: { uri: 7 }, position: 'x' }],
      ['textDocument/codeAction', { textDocument: {} }],
      ['textDocument/diagnostic', { textDocument: null }],
      ['no/such/method', {}],
    ] as const) {
      await Promise.race([
        client.connection.sendRequest(method, params).catch((error: unknown) => error),
        sleep(3000).then(() => assert.fail(`${method} hangs`)),
      ]);
    }
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: 'file:///not/open', version: 3 },
    });
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: 'not a uri', languageId: 3, version: 'x' },
    });
    client.process.stdin?.write('Content-Length: 9\r\n\r\n{"nonsens');
    client.process.stdin?.write('Content-Length: 2\r\n\r\n[]');
    client.open('file:///nowhere/Dockerfile', 'FROM alpine:3.20\n');
    assert.deepEqual(await client.diagnostics('file:///nowhere/Dockerfile', 1), []);
    assert.match(
      JSON.stringify(await client.hover('file:///nowhere/Dockerfile', { line: 0, character: 7 })),
      /musl/,
    );
    assert.equal(await client.end(), 0);
  });

  it('exits with 1 where nobody said goodbye', async () => {
    const client = await connect();
    const exited = new Promise((resolve) => client.process.once('exit', resolve));
    await client.connection.sendNotification('exit');
    assert.equal(await exited, 1);
  });

  it('ends in silence where the editor is gone', async () => {
    const client = await connect();
    client.open('file:///nowhere/Dockerfile', dockerfile);
    const said: Buffer[] = [];
    client.process.stderr?.on('data', (chunk: Buffer) => said.push(chunk));
    const exited = new Promise((resolve) => client.process.once('exit', resolve));
    client.process.stdout?.destroy();
    for (let version = 2; version < 20; version++) {
      client.change('file:///nowhere/Dockerfile', version, { start, end: start }, 'FROM alpine\n');
      client.hover('file:///nowhere/Dockerfile', start).catch(() => undefined);
    }
    await sleep(100);
    client.process.stdin?.end();
    assert.equal(await exited, 1);
    assert.equal(Buffer.concat(said).toString(), '');
  });

  it('explains error messages in logs, and nothing else of them', async () => {
    const client = await connect();
    const log = 'Step 7/9\n/bin/sh: ./app: not found\n';
    client.open('file:///nowhere/build.buildlog', log, 'libc-log');
    const hover = await client.hover('file:///nowhere/build.buildlog', positionOf(log, './app'));
    assert.match(JSON.stringify(hover), /What to do/);
    assert.deepEqual(await client.actions('file:///nowhere/build.buildlog', everywhere), []);
    client.open('file:///nowhere/other', log, 'plaintext');
    assert.equal(await client.hover('file:///nowhere/other', positionOf(log, './app')), null);
    assert.deepEqual(client.published, []);
  });
});
