// Text from files, made safe for Markdown.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { codeBlock, codeSpan, escapeMarkdown, visible } from '../../../server/src/text/markdown.js';

describe('escapeMarkdown', () => {
  it('takes the meaning from markup, links, HTML, entities and line starts', () => {
    assert.equal(escapeMarkdown('[a](command:evil)'), String.raw`\[a\]\(command\:evil\)`);
    assert.equal(escapeMarkdown('<img src=x onerror=y>'), String.raw`\<img src\=x onerror\=y\>`);
    assert.equal(escapeMarkdown('# a\n- b'), String.raw`\# a \- b`);
    assert.equal(escapeMarkdown('&lt; `x` *b* _c_ $(gear)'), String.raw`\&lt\; \`x\` \*b\* \_c\_ \$\(gear\)`);
    assert.equal(escapeMarkdown('    code'), 'code');
    assert.equal(escapeMarkdown('https://evil.example'), String.raw`https\:\/\/evil\.example`);
  });

  it('leaves words, spaces and letters of all scripts as they are', () => {
    assert.equal(escapeMarkdown('plain words 找不到'), 'plain words 找不到');
  });

  it('leaves no punctuation of ASCII without a backslash, and no control or reordering mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeMarkdown(text);
        assert.doesNotMatch(escaped.replace(/\\[!-/:-@[-`{-~]/g, ''), /[!-/:-@[-`{-~]/);
        assert.doesNotMatch(escaped, /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      }),
    );
  });
});

describe('codeSpan and codeBlock', () => {
  it('fence longer than what they hold', () => {
    assert.equal(codeSpan('a'), '`a`');
    assert.equal(codeSpan('a`b'), '``a`b``');
    assert.equal(codeSpan('`a'), '`` `a ``');
    assert.equal(codeSpan(''), '');
    assert.equal(codeSpan('a\nb'), '`a b`');
    assert.equal(codeBlock('x\n```\ny'), '````\nx\n```\ny\n````');
    assert.equal(codeBlock('a', 'text'), '```text\na\n```');
  });

  it('cannot be left from inside', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', 'a', '\n', ' ', '\\') }), (text) => {
        const span = codeSpan(text);
        if (span !== '') {
          const fence = /^`+/.exec(span)?.[0] ?? '';
          const inner = span.slice(fence.length, -fence.length);
          const runs: readonly string[] = inner.match(/`+/g) ?? [];
          assert.ok(!runs.includes(fence), span);
          assert.ok(!span.includes('\n'));
        }
        const block = codeBlock(text);
        const fence = /^`+/.exec(block)?.[0] ?? '';
        assert.ok(!block.slice(fence.length, -fence.length).includes(fence), block);
      }),
    );
  });

  it('show marks that reorder text', () => {
    assert.equal(visible('a\u202eb'), 'a\ufffdb');
    assert.equal(codeSpan('\u001b[31mred'), '`\ufffd[31mred`');
  });
});
