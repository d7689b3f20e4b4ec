// Code actions: one for each fix, the ignore comment with its reason, and fix-all for safe ones.
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { TextDocumentEdit } from 'vscode-languageserver-types';
import { codeActions, fixAllKind } from '../../../server/src/editor/code-actions.js';
import { shownFindings } from '../../../server/src/editor/diagnostics.js';
import { mergeFixes } from '../../../server/src/editor/merge-fixes.js';
import type { Analysis } from '../../../server/src/build/model.js';
import type { Finding } from '../../../server/src/rules/model.js';
import type { EditForm } from '../../../server/src/editor/edits.js';
import { analysis, apply, finding, fix, path, placeOf, uri } from './sample.js';

type CodeAction = ReturnType<typeof codeActions>[number];

const form: EditForm = {
  uriOf: (name) => `file://${name}`,
  versionOf: (name) => (name === path ? 7 : null),
  documentChanges: false,
  snippets: false,
};
const everywhere = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

function actions(
  whole: Analysis,
  findings: readonly Finding[],
  options: { only?: string[]; range?: typeof everywhere; form?: Partial<EditForm> } = {},
): CodeAction[] {
  const request = { range: options.range ?? everywhere, only: options.only ?? null, diagnostics: [] };
  return codeActions(whole, shownFindings(whole, findings, form.uriOf), request, {
    ...form,
    ...options.form,
  });
}

const result = (text: string, edit: CodeAction['edit']): string => apply(text, edit?.changes?.[uri] ?? []);

const text = 'FROM golang AS b\nRUN go build -a -o /app\nFROM alpine\nCOPY --from=b /app /app\n';
const insert = (
  words: string,
  newText: string,
): { path: string; span: { start: number; end: number }; newText: string } => {
  const at = placeOf(text, words).span.start;
  return { path, span: { start: at, end: at }, newText };
};
const replace = (words: string, newText: string): ReturnType<typeof insert> => ({
  ...placeOf(text, words),
  newText,
});

describe('code actions', () => {
  const static_ = fix('Turn cgo off', [insert('go build', 'CGO_ENABLED=0 ')], {
    caveat: 'Names resolve in Go.',
  });
  const base = fix('Run on Debian', [replace('alpine', 'debian:bookworm-slim')]);
  const shim = fix('Install gcompat', [insert('COPY', 'RUN apk add gcompat\n')], { mends: false });

  it('offers each fix as a quick fix, best first, with one preferred and its caveat told', () => {
    const fixes = actions(
      analysis(text),
      [finding(placeOf(text, '/app /app'), { fixes: [shim, static_, base] })],
      {
        only: ['quickfix'],
      },
    );
    assert.deepEqual(
      fixes.map(({ title, isPreferred }) => [title, isPreferred ?? false]),
      [
        ['Install gcompat', false],
        ['Turn cgo off (Names resolve in Go)', true],
        ['Run on Debian', false],
        ['Ignore glibc-binary-on-musl here with a reason', false],
      ],
    );
    assert.ok(fixes.every(({ kind }) => kind === 'quickfix'));
    assert.ok(fixes.every(({ diagnostics }) => diagnostics?.[0]?.code === 'glibc-binary-on-musl'));
    assert.equal(result(text, fixes[1]?.edit), text.replace('go build', 'CGO_ENABLED=0 go build'));
    assert.equal(result(text, fixes[2]?.edit), text.replace('alpine', 'debian:bookworm-slim'));
  });

  it('tells of a long caveat what a menu has room for', () => {
    const title = (caveat: string): string | undefined =>
      actions(analysis(text), [finding(placeOf(text, 'COPY'), { fixes: [fix('Do', [], { caveat })] })])[0]
        ?.title;
    assert.equal(title('Short.'), 'Do (Short)');
    assert.equal(
      title(`It brings a part of what is needed, not all: ${'more '.repeat(20)}`),
      'Do (It brings a part of what is needed, not all)',
    );
    assert.match(title('word '.repeat(40)) ?? '', /^Do \((?:word ){10,16}word…\)$/);
  });

  it('prefers a safe cure to an earlier unsafe one, and never a step that does not cure', () => {
    const safe = fix('Safe', [replace('-a ', '')], { safety: 'safe' });
    const preferred = (fixes: Finding['fixes']): (string | undefined)[] =>
      actions(analysis(text), [finding(placeOf(text, 'COPY'), { fixes })])
        .filter((action) => action.isPreferred)
        .map(({ title }) => title);
    assert.deepEqual(preferred([base, safe]), ['Safe']);
    assert.deepEqual(preferred([shim]), []);
  });

  it('offers what touches the range and nothing else', () => {
    const all = [
      finding(placeOf(text, 'alpine'), { fixes: [base] }),
      finding(placeOf(text, 'go build'), { rule: 'x', fixes: [static_] }),
    ];
    const at = (line: number, character: number): string[] =>
      actions(analysis(text), all, {
        range: { start: { line, character }, end: { line, character } },
        only: ['quickfix'],
      }).map(({ title }) => title);
    assert.deepEqual(at(2, 11), ['Run on Debian', 'Ignore glibc-binary-on-musl here with a reason']);
    assert.deepEqual(at(2, 4), []);
    assert.deepEqual(at(1, 6), ['Turn cgo off (Names resolve in Go)', 'Ignore x here with a reason']);
  });

  it('offers one and the same edit once, for all the findings it mends', () => {
    const both = [
      finding(placeOf(text, 'COPY'), { fixes: [base] }),
      finding(placeOf(text, 'alpine'), { rule: 'x', fixes: [base] }),
    ];
    const [first, second] = actions(analysis(text), both, { only: ['quickfix'] });
    assert.deepEqual(
      first?.diagnostics?.map(({ code }) => code),
      ['x', 'glibc-binary-on-musl'],
    );
    assert.notEqual(second?.title, 'Run on Debian');
  });

  it('speaks to the client in versioned edits where it understands them', () => {
    const [action] = actions(analysis(text), [finding(placeOf(text, 'COPY'), { fixes: [base] })], {
      form: { documentChanges: true },
    });
    const change = action?.edit?.documentChanges?.[0];
    assert.ok(TextDocumentEdit.is(change));
    assert.deepEqual(change.textDocument, { uri, version: 7 });
    assert.deepEqual(change.edits, [
      {
        range: { start: { line: 2, character: 5 }, end: { line: 2, character: 11 } },
        newText: 'debian:bookworm-slim',
      },
    ]);
  });

  it("hands back the client's own diagnostic", () => {
    const whole = analysis(text);
    const shown = shownFindings(whole, [finding(placeOf(text, 'COPY'), { fixes: [base] })], form.uriOf);
    assert.ok(shown[0]);
    const held = { ...shown[0].diagnostic, message: 'as the client keeps it' };
    const [action] = codeActions(whole, shown, { range: everywhere, only: null, diagnostics: [held] }, form);
    assert.equal(action?.diagnostics?.[0], held);
  });
});

describe('the ignore comment', () => {
  const ignored = (
    source: string,
    place: string,
    instructions: string[],
    kind?: Analysis['kind'],
  ): string => {
    const whole = analysis(source, { instructions, ...(kind ? { kind } : {}) });
    const found = actions(whole, [finding(placeOf(source, place))], { only: ['quickfix'] });
    assert.equal(found.length, 1);
    return result(source, found[0]?.edit);
  };

  it('goes above the whole instruction, not into its continuation', () => {
    const source = 'FROM alpine\n  RUN a \\\n  && ldconfig \\\n  && b\n';
    const run = source.slice(source.indexOf('RUN'), -1);
    assert.equal(
      ignored(source, 'ldconfig', ['FROM alpine', run]),
      'FROM alpine\n  # libc-lens ignore=glibc-binary-on-musl -- say why\n  RUN a \\\n  && ldconfig \\\n  && b\n',
    );
  });

  it('goes above a heredoc, and keeps the line ends of the file', () => {
    const source = 'FROM alpine\r\nRUN <<EOF\r\nldconfig\r\nEOF\r\n';
    assert.equal(
      ignored(source, 'ldconfig', ['FROM alpine', 'RUN <<EOF\r\nldconfig\r\nEOF']),
      'FROM alpine\r\n# libc-lens ignore=glibc-binary-on-musl -- say why\r\nRUN <<EOF\r\nldconfig\r\nEOF\r\n',
    );
  });

  it('stays behind the parser directives', () => {
    const source = '# syntax=docker/dockerfile:1\nFROM alpine\n';
    assert.equal(
      ignored(source, 'alpine', ['FROM alpine']),
      '# syntax=docker/dockerfile:1\n# libc-lens ignore=glibc-binary-on-musl -- say why\nFROM alpine\n',
    );
  });

  it('joins the ignore comment that is there', () => {
    const source = 'FROM alpine\n# libc-lens ignore=x, y -- because\n# more\nRUN ldconfig\n';
    assert.equal(
      ignored(source, 'ldconfig', ['FROM alpine', 'RUN ldconfig']),
      source.replace('x, y', 'x, y,glibc-binary-on-musl'),
    );
  });

  it('goes above the logical line of a script', () => {
    const source = '#!/bin/sh\nif x; then\n  go build \\\n    -o app\nfi\n';
    assert.equal(
      ignored(source, '-o app', [], 'shellscript'),
      '#!/bin/sh\nif x; then\n  # libc-lens ignore=glibc-binary-on-musl -- say why\n  go build \\\n    -o app\nfi\n',
    );
  });

  it("is make's own comment in a recipe", () => {
    const source = 'all:\n\tgo build \\\n\t\t-o app\n';
    assert.equal(
      ignored(source, '-o app', [], 'makefile'),
      'all:\n# libc-lens ignore=glibc-binary-on-musl -- say why\n\tgo build \\\n\t\t-o app\n',
    );
  });

  it('selects the reason where the client knows snippets', () => {
    const whole = analysis(text, { instructions: ['FROM alpine'] });
    const [action] = actions(whole, [finding(placeOf(text, 'alpine'))], {
      form: { documentChanges: true, snippets: true },
    });
    const change = action?.edit?.documentChanges?.[0] as
      { edits: { snippet?: { value: string } }[] } | undefined;
    assert.equal(
      change?.edits[0]?.snippet?.value,
      '# libc-lens ignore=glibc-binary-on-musl -- ${1:say why}\n',
    );
  });
});

describe('fix all', () => {
  const safe = (title: string, edits: ReturnType<typeof insert>[]): Finding =>
    finding(placeOf(text, 'COPY'), {
      fixes: [fix('unsafe', [insert('FROM', 'x')]), fix(title, edits, { safety: 'safe' })],
    });

  it('applies safe fixes only, and each edit once', () => {
    const all = [
      safe('one', [replace('-a ', '')]),
      safe('two', [replace('alpine', 'debian')]),
      safe('one', [replace('-a ', '')]),
    ];
    const [action, ...others] = actions(analysis(text), all, { only: ['source.fixAll'] });
    assert.deepEqual(others, []);
    assert.equal(action?.kind, fixAllKind);
    assert.equal(result(text, action.edit), text.replace('-a ', '').replace('alpine', 'debian'));
  });

  it('names what it leaves out', () => {
    const all = [
      safe('one', [replace('-a ', '')]),
      safe('two', [replace('-a -o', ''), replace('alpine', 'debian')]),
    ];
    const [action] = actions(analysis(text), all, { only: [fixAllKind] });
    assert.equal(result(text, action?.edit), text.replace('-a ', ''));
    assert.match(action?.title ?? '', /two/);
  });

  it('is not there without a safe fix, nor where other kinds are asked for', () => {
    const unsafe = finding(placeOf(text, 'COPY'), { fixes: [fix('unsafe', [insert('FROM', 'x')])] });
    assert.deepEqual(actions(analysis(text), [unsafe], { only: ['source.fixAll'] }), []);
    assert.deepEqual(
      actions(analysis(text), [safe('one', [replace('-a ', '')])], {
        only: ['refactor', 'source.fixAll.other'],
      }),
      [],
    );
  });

  it('takes thousands of fixes in time that grows with their number', () => {
    const many = Array.from({ length: 20_000 }, (_, i) =>
      fix(String(i), [{ path, span: { start: i * 3, end: i * 3 + (i % 2 === 0 ? 2 : 4) }, newText: '' }]),
    );
    const begin = performance.now();
    const merged = mergeFixes([...many, ...many].reverse());
    assert.ok(performance.now() - begin < 1000);
    assert.equal(merged.applied.length + merged.dropped.length, 40_000);
    const ends = merged.edits.map(({ span }) => span);
    assert.ok(ends.every((one, i) => i === 0 || (ends[i - 1]?.end ?? 0) <= one.start));
    assert.ok(merged.dropped.length >= 10_000);
  });

  it('takes no two insertions at one point, for their order would be chance', () => {
    const merged = mergeFixes([
      fix('a', [insert('COPY', 'a')]),
      fix('b', [insert('COPY', 'b')]),
      fix('c', [insert('FROM', 'c')]),
    ]);
    assert.deepEqual(
      [merged.applied, merged.dropped].map((list) => list.map(({ title }) => title)),
      [['a', 'c'], ['b']],
    );
  });
});
