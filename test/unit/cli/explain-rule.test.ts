// `libc-lens explain`, `rule` and `lsp` from end to end.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { describe, it } from 'mocha';
import { rules } from '../../../server/src/rules/index.js';
import { inProcess, libcLens, program } from './command-line.js';

describe('libc-lens explain', () => {
  const message =
    "./app: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.34' not found (required by ./app)";

  it('explains a message that is given, as one word or as many', () => {
    const { code, out, error } = libcLens(['explain', message]);
    assert.equal(code, 0);
    assert.equal(error, '');
    assert.match(out, /GLIBC_2\.34/);
    assert.match(out, /What to do/);
    assert.equal(libcLens(['explain', ...message.split(' ')]).out, out);
  });

  it('finds the messages in a log on standard input', () => {
    const log = `#12 building\n${'noise\n'.repeat(1000)}${message}\n#13 done\n`;
    const { code, out } = libcLens(['explain', '-'], { input: log });
    assert.equal(code, 0);
    assert.match(out, /GLIBC_2\.34/);
  });

  it('claims nothing of other texts', () => {
    const { code, out } = libcLens(['explain', 'everything is fine']);
    assert.equal(code, 0);
    assert.equal(out, 'No message that Libc Lens knows stands in this text.\n');
  });

  it('prints no control character that stands in the text', () => {
    const { out } = libcLens(['explain', '-'], { input: `\u001b[31m${message}\u001b[0m\n` });
    assert.match(out, /GLIBC_2\.34/);
    assert.equal(out.includes('\u001b'), false);
  });
});

describe('libc-lens rule', () => {
  it('lists every rule', () => {
    const { code, out } = libcLens(['rule']);
    assert.equal(code, 0);
    assert.ok(rules.length > 0);
    for (const rule of rules) assert.match(out, new RegExp(`^${rule.name} `, 'm'));
  });

  it('prints the documentation of each', async () => {
    for (const rule of rules) {
      const { code, out } = await inProcess(['rule', rule.name]);
      const { broken, mended } = rule.documentation();
      assert.equal(code, 0);
      for (const part of ['Why it fails', 'Broken', 'Mended', 'When to ignore it'])
        assert.match(out, new RegExp(`^${part}$`, 'm'));
      for (const text of [...Object.values(broken.files), ...Object.values(mended.files)])
        for (const line of text.split('\n').filter((one) => one.trim() !== ''))
          assert.ok(out.includes(line.trimEnd().replaceAll('\t', '  ')), `${rule.name}: ${line}`);
    }
  });
});

describe('libc-lens lsp', () => {
  it('starts the language server on standard input and output', async () => {
    const child = spawn(process.execPath, [program, 'lsp', '--stdio'], { stdio: 'pipe' });
    const send = (message: object): void => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    let out = '';
    const answered = new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk.toString();
        if (out.includes('"id":1')) resolve();
      });
    });
    send({
      id: 1,
      method: 'initialize',
      params: { processId: process.pid, rootUri: null, capabilities: {} },
    });
    await answered;
    assert.match(out, /"capabilities":\{/);
    const ended = new Promise((resolve) => child.on('exit', resolve));
    send({ id: 2, method: 'shutdown' });
    send({ method: 'exit' });
    assert.equal(await ended, 0);
  });
});
