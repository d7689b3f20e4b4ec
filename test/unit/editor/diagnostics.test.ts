// Findings as diagnostics: which are shown, with which severity, place and related places.
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import { shownFindings } from '../../../server/src/editor/diagnostics.js';
import { analysis, finding, fix, path, placeOf, uri } from './sample.js';

const text = 'FROM gcc AS b\nRUN gcc -o /h h.c\nFROM alpine\nCOPY --from=b /h /h\n';
const uriOf = (name: string): string => `file://${name}`;

describe('shownFindings', () => {
  it('makes a diagnostic with rule, severity, link and range', () => {
    const [shown] = shownFindings(
      analysis(text),
      [finding(placeOf(text, '/h /h'), { severity: 'warning', confidence: 'likely' })],
      uriOf,
      'file:///docs',
    );
    assert.ok(shown);
    assert.deepEqual(shown.diagnostic, {
      range: { start: { line: 3, character: 14 }, end: { line: 3, character: 19 } },
      severity: DiagnosticSeverity.Warning,
      code: 'glibc-binary-on-musl',
      codeDescription: { href: 'file:///docs/glibc-binary-on-musl.md' },
      source: 'libc-lens',
      message: 'It will not start.',
      relatedInformation: [],
      data: { rule: 'glibc-binary-on-musl', confidence: 'likely', predictedError: null, fixes: [] },
    });
  });

  it('maps the severities, and lists the fixes in `data`', () => {
    const levels = (['error', 'warning', 'hint'] as const).map((severity) =>
      finding(placeOf(text, 'alpine'), { severity }),
    );
    const shown = shownFindings(analysis(text), levels, uriOf);
    assert.deepEqual(
      shown.map(({ diagnostic }) => diagnostic.severity),
      [DiagnosticSeverity.Error, DiagnosticSeverity.Warning, DiagnosticSeverity.Hint],
    );
    const cured = finding(placeOf(text, 'alpine'), {
      fixes: [fix('Do', [], { safety: 'safe', mends: false })],
    });
    assert.deepEqual(
      (shownFindings(analysis(text), [cured], uriOf)[0]?.diagnostic.data as { fixes: unknown }).fixes,
      [{ title: 'Do', safety: 'safe', mends: false }],
    );
  });

  it('adds the predicted error to the message once', () => {
    const place = placeOf(text, 'alpine');
    const message = (parts: Parameters<typeof finding>[1]): unknown =>
      shownFindings(analysis(text), [finding(place, parts)], uriOf)[0]?.diagnostic.message;
    assert.equal(
      message({ predictedError: 'sh: h: not found' }),
      'It will not start.\nYou would read: sh: h: not found',
    );
    assert.equal(
      message({ message: 'Fails with sh: h: not found.', predictedError: 'sh: h: not found' }),
      'Fails with sh: h: not found.',
    );
  });

  it('points to each reason that has a place, once, and not to itself', () => {
    const gcc = placeOf(text, 'gcc -o');
    const own = placeOf(text, '/h /h');
    const reasons = [
      { text: 'gcc links it.', place: gcc },
      { text: 'gcc links it.', place: gcc },
      { text: 'Known since 2023.', place: null },
      { text: 'Here.', place: own },
    ];
    const [shown] = shownFindings(analysis(text), [finding(own, { because: reasons })], uriOf);
    assert.deepEqual(shown?.diagnostic.relatedInformation, [
      {
        location: { uri, range: { start: { line: 1, character: 4 }, end: { line: 1, character: 10 } } },
        message: 'gcc links it.',
      },
    ]);
  });

  it('shows a finding of another file where this document leads to it', () => {
    const makefile = 'all:\n\tgo build\n';
    const other = '/w/Makefile';
    const run = placeOf(text, 'RUN gcc');
    const whole = analysis(text, {
      texts: new Map([
        [path, text],
        [other, makefile],
      ]),
    });
    const far = finding(placeOf(makefile, 'go build', 0, other), {
      because: [{ text: 'make runs it.', place: run }],
    });
    const [shown] = shownFindings(whole, [far], uriOf);
    assert.deepEqual(shown?.diagnostic.range.start, { line: 1, character: 0 });
    assert.deepEqual(shown.diagnostic.relatedInformation?.[0], {
      location: {
        uri: 'file:///w/Makefile',
        range: { start: { line: 1, character: 1 }, end: { line: 1, character: 9 } },
      },
      message: 'It will not start.',
    });
    assert.deepEqual(shownFindings(whole, [{ ...far, because: [] }], uriOf), []);
    const called = { ...whole, callers: new Map([[other, placeOf(text, 'COPY')]]) };
    assert.equal(shownFindings(called, [far], uriOf)[0]?.diagnostic.range.start.line, 3);
  });

  it('is in the order of the file', () => {
    const shown = shownFindings(
      analysis(text),
      [finding(placeOf(text, 'COPY')), finding(placeOf(text, 'RUN')), finding(placeOf(text, 'FROM'))],
      uriOf,
    );
    assert.deepEqual(
      shown.map(({ diagnostic }) => diagnostic.range.start.line),
      [0, 1, 3],
    );
  });
});
