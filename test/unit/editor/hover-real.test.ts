// Hovers over real analyses: what a user reads where the founding cases go wrong, and where they do not.
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { analyse } from '../../../server/src/build/analyse.js';
import { check } from '../../../server/src/rules/check.js';
import { hoverAt } from '../../../server/src/editor/hover.js';

const sources: Record<string, string> = {
  '/w/go.mod': 'module example.com/app\n\ngo 1.22\n',
  '/w/main.go': 'package main\n\nimport "net/http"\n\nfunc main() { _ = http.ListenAndServe("", nil) }\n',
  '/w/hello.c': '#include <stdio.h>\nint main(void) { puts("hello"); }\n',
};

/** The hover on the first occurrence of some words. */
function hover(text: string, words: string): string {
  const analysis = analyse({
    path: '/w/Dockerfile',
    text,
    kind: 'dockerfile',
    files: {
      read: (path) => sources[path] ?? null,
      list: (path) => (path === '/w' ? Object.keys(sources).map((name) => name.slice(3)) : null),
    },
    context: null,
    buildArguments: {},
    platform: null,
    target: null,
    asOf: '2026-11-25',
  });
  const at = text.indexOf(words);
  assert.ok(at >= 0, words);
  return hoverAt(analysis, check(analysis), at + 1)?.markdown ?? '';
}

const goTo = (base: string, build = 'go build -o /app .', builder = 'golang:1.22-bookworm'): string =>
  `FROM ${builder} AS build\nWORKDIR /src\nCOPY . .\nRUN ${build}\nFROM ${base}\nCOPY --from=build /app /app\nENTRYPOINT ["/app"]\n`;

describe('hover over the founding cases', () => {
  it('a Go server with cgo on Alpine: build, COPY and ENTRYPOINT tell why it fails', () => {
    const text = goTo('alpine:3.20');
    const build = hover(text, 'go build');
    assert.match(build, /\| Go version \| 1\.22 \|/);
    assert.match(build, /\| `CGO_ENABLED` \| `1` \| Go's default: a C compiler is there \|/);
    assert.match(build, /\| What uses cgo \| `net` \| read from the sources \|/);
    assert.match(build, /\| Minimum \| glibc 2\.\d+ \|/);
    const copy = hover(text, 'COPY --from');
    assert.match(copy, /glibc-binary-on-musl/);
    assert.match(copy, /no such file or directory|not found/);
    const entrypoint = hover(text, 'ENTRYPOINT');
    assert.match(entrypoint, /does not start/);
    assert.match(entrypoint, /exec \/app: no such file or directory/);
    assert.match(entrypoint, /Ways out/);
  });

  it('the same with CGO_ENABLED=0: static, runs everywhere, nothing to mend', () => {
    const text = goTo('scratch', 'CGO_ENABLED=0 go build -o /app .');
    const build = hover(text, 'go build');
    assert.match(build, /\| `CGO_ENABLED` \| `0` \| set on the command \(line 4\) \|/);
    assert.match(build, /\| Result \| static \|/);
    assert.match(build, /every Linux image of its architecture/);
    const entrypoint = hover(text, 'ENTRYPOINT');
    assert.match(entrypoint, /\*\*starts\*\*/);
    assert.doesNotMatch(entrypoint, /Ways out|would read/);
  });

  it('a builder that is too new names the version on COPY', () => {
    const text = goTo('debian:bullseye-slim');
    assert.match(hover(text, 'COPY --from'), /GLIBC_2\.34/);
    assert.match(hover(text, 'debian:bullseye-slim'), /glibc 2\.31/);
    assert.doesNotMatch(hover(goTo('debian:bookworm-slim'), 'COPY --from'), /GLIBC_2\.34' not found/);
  });

  it('a C program: the compiler command and its result', () => {
    const text = `FROM gcc:13-bookworm AS build\nCOPY hello.c .\nRUN gcc -o /hello hello.c\nFROM alpine:3.20\nCOPY --from=build /hello /hello\nCMD ["/hello"]\n`;
    assert.match(hover(text, 'gcc -o'), /dynamic, linked against glibc/);
    assert.match(hover(text, 'CMD'), /does not start/);
    assert.match(hover(text.replace('gcc -o', 'gcc -static -o'), 'gcc -static'), /\| Result \| static/);
  });

  it('images: scratch, and the one that COPY names', () => {
    assert.match(hover('FROM scratch\n', 'scratch'), /static programs only: there is no loader/);
    const text = 'FROM debian:bookworm\nCOPY --from=nginx:1.27-alpine /etc/nginx /etc/nginx\n';
    assert.match(hover(text, 'nginx:1.27'), /musl/);
    assert.match(hover(text, 'debian'), /glibc 2\.36/);
  });

  it('a FROM with a variable tells of the image it stands for', () => {
    const text = 'ARG BASE=alpine:3.20\nFROM ${BASE}\n';
    assert.match(hover(text, '${BASE}'), /`alpine:3\.20`[^]*musl 1\.2\.5/);
  });
});
