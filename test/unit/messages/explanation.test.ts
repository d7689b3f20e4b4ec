// The explanation of a text: complete, once per family, and safe whatever the text holds.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { explain, explainMessage } from '../../../server/src/knowledge/messages/explanation.js';
import { families } from '../../../server/src/knowledge/messages/families.js';
import { recognise } from '../../../server/src/knowledge/messages/recognise.js';

describe('explain', () => {
  it('says nothing of a text that it does not know', () => {
    assert.deepEqual(explain('app: config not found'), { markdown: '', text: '', messages: [] });
    assert.deepEqual(explain(''), { markdown: '', text: '', messages: [] });
  });

  it('says what it means, why, what to do, and what else it may be', () => {
    const { markdown, text, messages } = explain('sh: ./app: not found');
    assert.equal(messages.length, 1);
    for (const part of [
      'CGO_ENABLED=0',
      '/lib64/ld-linux-x86-64.so.2',
      'file ./app',
      'What to do',
      'ls -l ./app',
    ]) {
      assert.ok(markdown.includes(part), part);
      assert.ok(text.includes(part), part);
    }
    assert.match(markdown, /^### /);
    assert.ok(markdown.includes('```text\nsh: ./app: not found\n```'));
    assert.ok(!text.includes('`') && !text.includes('**'), text);
  });

  it('names the version, the file, and the releases that have it', () => {
    const { text } = explain(
      "./srv: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.34' not found (required by ./srv)",
    );
    for (const part of ['./srv', '2.34', 'Debian 12', 'Ubuntu 22.04', 'Red Hat 9'])
      assert.ok(text.includes(part), part);
    assert.ok(!/Debian 11/.test(text));
  });

  it('says of each symbol whether gcompat has it', () => {
    const of = (symbol: string): string => explain(`Error relocating ./x: ${symbol}: symbol not found`).text;
    assert.match(of('__printf_chk'), /gcompat has __printf_chk/);
    assert.match(of('__wprintf_chk'), /not in gcompat either/);
    assert.match(of('fcntl64'), /not in gcompat either/);
    assert.match(of('__strdup'), /gcompat has __strdup/);
    assert.match(of('statx'), /Alpine 3\.20/);
    assert.match(of('_Unwind_Resume'), /apk add libgcc\b/);
  });

  it('knows what Go calls the platform that was meant', () => {
    assert.match(explain('go: unsupported GOOS/GOARCH pair linux/x86_64').text, /linux\/amd64/);
    assert.match(explain('go: unsupported GOOS/GOARCH pair alpine/amd64').text, /linux\/amd64/);
  });

  it('explains a family once, with the texts that stand in the log, and bounds the whole', () => {
    const lines = Array.from({ length: 50 }, (_, i) => `Error relocating ./x: __f${i}_chk: symbol not found`);
    const { markdown, messages } = explain(lines.join('\n'));
    assert.equal(messages.length, 50);
    assert.equal(markdown.match(/^### /gm)?.length, 1);
    assert.ok(markdown.length < 4_000);
    const all = families.flatMap((family) => family.examples.map((example) => example.text)).join('\n');
    assert.ok((explain(all).markdown.match(/^### /gm)?.length ?? 0) <= 12);
  });

  it('explains what failed before that something failed', () => {
    const { text } = explain(
      'link: running gcc failed: exit status 1\n/usr/bin/ld: 找不到 -lpthread\ncollect2: 错误: ld 返回 1',
    );
    assert.ok(text.startsWith('The static C library is not installed'), text);
    assert.ok(text.includes('The link failed'));
  });

  it('lets nothing from the text become markup', () => {
    const hostile = [
      'sh: ./`](command:evil): not found',
      'exec /<img/src=x>: no such file or directory',
      'Error loading shared library [a](command:x).so: No such file or directory (needed by `<b>)',
      "x: /lib/libc.so.6: version `GLIBC_2.34' not found (required by [click](command:evil) `<script>`)",
      'exec container process `$(gear) **bold**`: No such file or directory',
    ].join('\n');
    const { markdown } = explain(hostile);
    const outside = markdown
      .replace(/^(`{3,})[^\n]*\n[\s\S]*?\n\1$/gm, '')
      .replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '');
    assert.doesNotMatch(outside, /command:|<[a-z]|\$\(|bold/, outside);
  });

  it('never throws, and keeps plain text free of control characters', () => {
    const lines = families.flatMap((family) => family.examples.map((example) => example.text));
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...lines), fc.string({ unit: 'binary', maxLength: 40 })), {
          maxLength: 8,
        }),
        (parts) => {
          const { text, markdown } = explain(parts.join(' '));
          assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f]/);
          assert.doesNotMatch(markdown, /[\u0000-\u0009\u000b-\u001f\u007f]/);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('explains a single recognised message', () => {
    const [message] = recognise('exec /app: no such file or directory');
    assert.ok(message);
    assert.match(explainMessage(message, (literal) => literal)?.meaning ?? '', /\/app/);
    assert.equal(
      explainMessage({ ...message, id: 'no-such-family' }, (literal) => literal),
      null,
    );
  });
});
