// Hovers, diagnostics and code actions over the real analysis of any text: never a throw, never a place outside the text.
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyse } from '../../../server/src/build/analyse.js';
import { check } from '../../../server/src/rules/check.js';
import { codeActions } from '../../../server/src/editor/code-actions.js';
import { shownFindings } from '../../../server/src/editor/diagnostics.js';
import { hoverAt, hoverInText } from '../../../server/src/editor/hover.js';
import { indexLines } from '../../../server/src/text/lines.js';
import type { DocumentKind } from '../../../server/src/build/model.js';

const piece = fc.constantFrom(
  'FROM golang:1.22 AS build\n',
  'FROM alpine:3.20\r\n',
  'FROM scratch\n',
  'FROM ${BASE:-debian:12}\n',
  'FROM gcc\n',
  '# escape=`\n',
  '# libc-lens ignore=glibc-binary-on-musl -- x\n',
  '# /bin/sh: ./app: not found\n',
  'ENV CGO_ENABLED=1\n',
  'RUN go build -o /app . \\\n',
  'RUN CGO_ENABLED=0 go build -a -installsuffix cgo -ldflags \'-extldflags "-static"\' -o /app\n',
  'RUN gcc -static -o /app a.c && ldconfig\n',
  'RUN <<EOF\ngo build -o /app\nEOF\n',
  'COPY --from=build /app /app\n',
  'COPY --from=nginx:alpine /x /y\n',
  'RUN apk add gcompat\n',
  'RUN ln -s /lib/libc.musl-x86_64.so.1 /lib64/ld-linux-x86-64.so.2\n',
  'ENTRYPOINT ["/app"]\n',
  'CMD /app\n',
  '\\\n',
  '"',
  "'",
  '<<',
  '\ud83d\ude00',
  '\u0000',
);
const anyText = fc
  .array(fc.oneof({ weight: 6, arbitrary: piece }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }), {
    maxLength: 14,
  })
  .map((pieces) => pieces.join(''));
const kinds: readonly DocumentKind[] = ['dockerfile', 'shellscript', 'makefile'];

describe('editor over any text', () => {
  it('answers, within the text', () => {
    let hovers = 0;
    let actions = 0;
    fc.assert(
      fc.property(anyText, fc.constantFrom(...kinds), fc.nat(), (text, kind, seed) => {
        const analysis = analyse({
          path: '/w/file',
          text,
          kind,
          files: null,
          context: null,
          buildArguments: {},
          platform: null,
          target: null,
          asOf: '2026-11-25',
        });
        const findings = check(analysis);
        const shown = shownFindings(analysis, findings, (path) => `file://${path}`);
        const lines = indexLines(text);
        const inside = (range: { start: { line: number }; end: { line: number } }): void => {
          assert.ok(range.start.line <= range.end.line && range.end.line < lines.starts.length);
        };
        for (const { diagnostic } of shown) inside(diagnostic.range);
        for (let i = 0; i < 6; i++) {
          const offset = (seed * 31 + i * 7919) % (text.length + 1);
          for (const hover of [hoverAt(analysis, findings, offset), hoverInText(text, offset)]) {
            if (hover === null) continue;
            hovers++;
            assert.ok(hover.markdown.trim() !== '' && hover.plain.trim() !== '');
            inside(hover.range);
          }
        }
        const everywhere = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };
        const form = {
          uriOf: (path: string) => `file://${path}`,
          versionOf: () => null,
          documentChanges: false,
          snippets: false,
        };
        const request = { range: everywhere, only: null, diagnostics: [] };
        for (const { edit } of codeActions(analysis, shown, request, form)) {
          actions++;
          for (const change of Object.values(edit?.changes ?? {}).flat()) inside(change.range);
        }
      }),
      { numRuns: 400, seed: 20261125 },
    );
    assert.ok(hovers > 100 && actions > 50, `${hovers} hovers, ${actions} actions`);
  });
});
