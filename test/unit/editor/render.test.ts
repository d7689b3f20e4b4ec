// Hover content as Markdown: text from files stays text.
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { code, fill, heading, list, paragraph, separator, table } from '../../../server/src/editor/blocks.js';
import { renderMarkdown, renderPlain } from '../../../server/src/editor/render.js';

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
  '1. item',
  '> quote',
  '--- rule',
  'a | b \\| c',
  '`|`',
  '[ref]: https://example.com',
  "version `GLIBC_2.34' not found (required by ./app)",
  '[command](command:workbench.action.quit)',
  '``` fence',
];

describe('renderMarkdown', () => {
  for (const text of hostile) {
    it(`shows ${JSON.stringify(text)} as it is, wherever it stands`, () => {
      const seen = text.replace(/\s+/g, ' ');
      const html = (block: Parameters<typeof renderMarkdown>[0][number]): string =>
        renderer.render(renderMarkdown([block])).trim();

      const inParagraph = html(paragraph(text));
      assert.equal(read(inParagraph), seen);
      assert.match(inParagraph, /^<p>[^<]*<\/p>$/);

      const inCode = html(paragraph('x ', { code: text }, ' y'));
      assert.equal(read(inCode), `x ${seen} y`);
      assert.match(inCode, /^<p>x <code>[^<]*<\/code> y<\/p>$/);

      const inList = html(list([[text], ['other']]));
      assert.equal(inList.split('<li>').length, 3);
      assert.match(inList, /^<ul>\s*<li>[^<]*<\/li>\s*<li>other<\/li>\s*<\/ul>$/);

      const inHeading = html(heading(text));
      assert.equal(read(inHeading), seen);
      assert.match(inHeading, /^<p><strong>[^<]*<\/strong><\/p>$/);

      const inTable = html(
        table(
          ['k', 'v'],
          [
            [['a'], [text]],
            [['b'], [{ code: text }]],
          ],
        ),
      );
      const cells = [...inTable.matchAll(/<td>(.*?)<\/td>/g)].map((match) => read(match[1] ?? ''));
      assert.deepEqual(cells, ['a', seen, 'b', seen]);

      const inBlock = html(code(text));
      assert.equal(read(inBlock), text);
      assert.match(inBlock, /^<pre><code[^>]*>[^<]*<\/code><\/pre>$/);
    });
  }

  it('links only to pages of the web', () => {
    assert.equal(
      renderMarkdown([paragraph({ text: 'docs', href: 'https://example.com/a.md' })]),
      '[docs](https://example.com/a.md)',
    );
    assert.equal(renderMarkdown([paragraph({ text: 'docs', href: 'command:x' })]), 'docs');
    assert.equal(renderMarkdown([paragraph({ text: 'docs', href: 'https://a) [x](command:y' })]), 'docs');
  });

  it('drops separators with nothing between, and empty lists and tables', () => {
    const blocks = [
      separator,
      paragraph('a'),
      separator,
      list([]),
      table(['x'], []),
      separator,
      paragraph('b'),
      separator,
    ];
    assert.equal(renderMarkdown(blocks), 'a\n\n---\n\nb');
  });

  it('keeps the blanks of a sentence around code', () => {
    assert.equal(
      renderMarkdown([paragraph('asks for ', { code: 'ld.so' }, ' and ', { strong: 'stops ' }, 'there')]),
      'asks for `ld.so` and **stops** there',
    );
  });
});

describe('fill', () => {
  it('puts code into a sentence wherever the translation wants it', () => {
    assert.deepEqual(fill('{1} needs {0}.', { code: 'a' }, { code: 'b' }), [
      { code: 'b' },
      ' needs ',
      { code: 'a' },
      '.',
    ]);
    assert.deepEqual(fill('nothing'), ['nothing']);
    assert.deepEqual(fill('{5} stays', 'a'), ['{5} stays']);
  });
});

describe('renderPlain', () => {
  it('gives the same words without markup', () => {
    const blocks = [
      heading('Image ', { code: 'alpine' }),
      table(['k', 'v'], [[['libc'], ['musl ', { code: '1.2.5' }]]]),
      list([['one'], ['two']]),
      separator,
      code('a\nb'),
    ];
    assert.equal(
      renderPlain(blocks),
      'Image alpine\n\nlibc: musl 1.2.5\n\n- one\n- two\n\n---\n\n    a\n    b',
    );
  });
});
