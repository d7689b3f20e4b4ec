import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { codeBlock, escapeMarkdown, inlineCode } from '../../../server/src/text/markdown.js';

interface MarkdownIt {
  render(text: string): string;
}
const createMarkdownIt = createRequire(import.meta.url)('markdown-it') as (options: object) => MarkdownIt;
const renderer = createMarkdownIt({ html: true, linkify: true });

/** What a reader sees: tags out, entities back. */
const read = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .trim();

const hostile = [
  '**bold** _it_ `code` ~~gone~~',
  '[click](https://example.com) ![x](https://example.com/a.png) <https://example.com>',
  'https://example.com/a_b www.example.com me@example.com HTTP://EXAMPLE.COM',
  '<img src=x onerror=alert(1)> &lt;b&gt; <script>',
  '# heading',
  '- item',
  '+ item',
  '1. item',
  '12) item',
  '> quote',
  '=== rule',
  '--- rule',
  'a | b \\| c',
  '\\*not emphasis\\*',
  '[ref]: https://example.com',
  "version `GLIBC_2.34' not found (required by ./app)",
  'Error relocating ./x: __strcat_chk: symbol not found',
  '``` fence',
  '    indented',
];

describe('escapeMarkdown', () => {
  for (const text of hostile) {
    it(`shows ${JSON.stringify(text)} as it is`, () => {
      const html = renderer.render(escapeMarkdown(text));
      assert.equal(read(html), text.replace(/\s+/g, ' ').trim());
      assert.match(html.trim(), /^<p>[^<]*<\/p>$/, 'a paragraph and nothing else');
    });
  }

  it('makes one line, and shows that something was hidden', () => {
    assert.equal(escapeMarkdown('a\n\n# b\r\nc'), 'a # b c');
    assert.equal(escapeMarkdown('a\u202eb\u0000c'), 'a\ufffdb\ufffdc');
  });

  it('leaves ordinary sentences alone', () => {
    const text = 'glibc 2.36 (Debian 12): the loader is /lib64/ld-linux-x86-64.so.2. 找不到 -lpthread';
    assert.equal(escapeMarkdown(text), text);
  });
});

describe('inlineCode', () => {
  for (const text of [...hostile, '`', '``a`', ' both ', 'a`']) {
    it(`shows ${JSON.stringify(text)} as code`, () => {
      const html = renderer.render(`x ${inlineCode(text)} y`).trim();
      const code = /^<p>x <code>([^]*)<\/code> y<\/p>$/.exec(html)?.[1];
      assert.equal(code === undefined ? null : read(code), text.replace(/\s+/g, ' ').trim());
    });
  }

  it('is nothing for nothing', () => assert.equal(inlineCode(' \n'), ''));

  it('stays in its table cell', () => {
    for (const text of ['a|b', 'a\\|b', '`|`']) {
      const html = renderer.render(`| k | v |\n|---|---|\n| k | ${inlineCode(text, true)} |`);
      assert.equal(read(/<td>k<\/td>\s*<td>([^]*)<\/td>\s*<\/tr>/.exec(html)?.[1] ?? ''), text);
      assert.equal(html.split('<td>').length, 3);
    }
  });
});

describe('codeBlock', () => {
  it('keeps lines and cannot be left from inside', () => {
    const html = renderer.render(codeBlock('a\r\n```\n# b\n````', 'text'));
    assert.equal(html.trim(), '<pre><code class="language-text">a\n```\n# b\n````\n</code></pre>');
  });
});
