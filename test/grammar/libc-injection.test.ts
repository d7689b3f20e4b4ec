// The injection into Dockerfiles, shell and makefiles: marks what decides about linking, never in comments, never breaking strings.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { tokenise, withScope, type Token } from './tokens.js';

const ours = (lines: readonly (readonly Token[])[]): readonly string[] =>
  lines
    .flat()
    .filter((token) => token.scopes.some((scope) => scope.endsWith('.libc-lens')))
    .map((token) => token.text);

const variable = 'support.variable.go-build';
const flag = 'keyword.other.link-flag';

/** Scopes of the host alone, by code unit: the injection may add to them and must not change where strings and comments lie. */
async function structure(scope: string, text: string, withInjection: boolean): Promise<readonly string[]> {
  const lines = await tokenise(scope, text, withInjection);
  return lines.flatMap((line) =>
    line.flatMap((token) =>
      [...token.text].map(
        (c) => c + (token.scopes.find((own) => /^(?:string\.quoted|comment)/.test(own)) ?? ''),
      ),
    ),
  );
}

describe('grammar: injection', () => {
  it('marks assignments and their values in a Dockerfile', async () => {
    const lines = await tokenise(
      'source.dockerfile',
      [
        'ENV CGO_ENABLED=0 GOOS=linux',
        'ENV CGO_ENABLED 0',
        'RUN CC=musl-gcc GOARCH=arm64 go build',
        'ENV GOFLAGS=-mod=vendor',
      ].join('\n'),
    );
    assert.deepEqual(withScope(lines, variable), [
      'CGO_ENABLED',
      'GOOS',
      'CGO_ENABLED',
      'CC',
      'GOARCH',
      'GOFLAGS',
    ]);
    assert.deepEqual(withScope(lines, 'constant.numeric.cgo'), ['0', '0']);
    assert.deepEqual(withScope(lines, 'constant.other.platform'), ['linux', 'arm64']);
    assert.deepEqual(withScope(lines, 'string.unquoted.compiler'), ['musl-gcc']);
  });

  it('marks linking flags, bare and inside quotes', async () => {
    for (const scope of ['source.dockerfile', 'source.shell']) {
      const lines = await tokenise(
        scope,
        `RUN go build -a -installsuffix cgo -buildmode=pie -tags "netgo osusergo" -ldflags '-s -linkmode external -extldflags "-static"' ./...`,
      );
      assert.deepEqual(
        withScope(lines, flag),
        ['-installsuffix', '-buildmode', '-tags', '-linkmode', '-extldflags', '-static'],
        scope,
      );
      assert.deepEqual(withScope(lines, 'constant.other.build-tag'), ['netgo', 'osusergo'], scope);
      assert.deepEqual(withScope(lines, 'constant.other.link-mode'), ['external'], scope);
      assert.deepEqual(withScope(lines, 'constant.other.build-mode'), ['pie'], scope);
      assert.deepEqual(withScope(lines, 'constant.other.install-suffix'), ['cgo'], scope);
    }
    const c = await tokenise('source.shell', 'gcc -o a -static a.c -static-libgcc -static-pie');
    assert.deepEqual(withScope(c, flag), ['-static', '-static-libgcc', '-static-pie']);
    const comma = await tokenise('source.shell', 'go build -tags netgo,osusergo -linkmode=internal');
    assert.deepEqual(withScope(comma, flag), ['-tags', '-linkmode']);
    assert.deepEqual(withScope(comma, 'constant.other.build-tag'), ['netgo', 'osusergo']);
  });

  it('marks assignments of makefiles', async () => {
    const lines = await tokenise(
      'source.makefile',
      [
        'CGO_ENABLED ?= 0',
        'GOOS := linux',
        'CC = gcc',
        '\tCGO_ENABLED=1 go build -ldflags "-extldflags -static"',
      ].join('\n'),
    );
    assert.deepEqual(withScope(lines, variable), ['CGO_ENABLED', 'GOOS', 'CC', 'CGO_ENABLED']);
    assert.deepEqual(withScope(lines, 'constant.numeric.cgo'), ['0', '1']);
    assert.deepEqual(withScope(lines, 'constant.other.platform'), ['linux']);
    assert.deepEqual(withScope(lines, flag), ['-extldflags', '-static']);
  });

  it('marks nothing in comments', async () => {
    for (const scope of ['source.dockerfile', 'source.shell', 'source.makefile']) {
      assert.deepEqual(
        ours(await tokenise(scope, '# CGO_ENABLED=0 go build -ldflags "-extldflags -static" netgo')),
        [],
      );
    }
    const behind = await tokenise('source.shell', 'make # CGO_ENABLED=0 -static -linkmode external');
    assert.deepEqual(ours(behind), []);
  });

  it('marks nothing that only looks like it', async () => {
    for (const text of [
      'echo $CGO_ENABLED',
      'echo ${CGO_ENABLED}',
      'MY_CGO_ENABLED=0',
      'CGO_ENABLED_FLAG=1',
      'go build --statically',
      'ls --static-file',
      'cd my-static',
      'cp a-static b/-static/c',
      'ACC=gcc',
      'MY-netgo-x',
      'go build -tags release',
      'apt-get install -y gcc',
      'serve /static',
    ])
      assert.deepEqual(ours(await tokenise('source.shell', text)), [], text);
  });

  it('takes no value that is a variable, quoted, or not one of Go', async () => {
    const lines = await tokenise(
      'source.shell',
      [
        'CGO_ENABLED=$X go build',
        'CGO_ENABLED="1" go build',
        'CGO_ENABLED=10',
        'GOOS=$TARGETOS',
        'GOARCH=${TARGETARCH:-amd64}',
      ].join('\n'),
    );
    assert.deepEqual(withScope(lines, 'constant'), []);
    assert.deepEqual(withScope(lines, variable), [
      'CGO_ENABLED',
      'CGO_ENABLED',
      'CGO_ENABLED',
      'GOOS',
      'GOARCH',
    ]);
    assert.ok(ours(lines).every((text) => !/[$"{]/.test(text)));
  });

  it('leaves strings and comments of the host where they are', async () => {
    const texts = [
      `RUN CGO_ENABLED="0" GOOS='linux' go build -ldflags '-linkmode "external" -extldflags "-static"' -o /a # -static`,
      `RUN go build -ldflags="-extldflags=-static" && echo "CGO_ENABLED=0" # CGO_ENABLED=1`,
      `ENV CGO_ENABLED="0" \\\n    GOFLAGS="-tags=netgo"\nRUN echo 'GOOS='linux "CC=" -static`,
      `RUN gcc -static "a b" -static-pie 'c' \\\n  -static`,
      `CC="gcc -static" make "CGO_LDFLAGS=-static -lm" ; echo done`,
    ];
    for (const scope of ['source.dockerfile', 'source.shell', 'source.makefile'])
      for (const text of texts)
        assert.deepEqual(
          await structure(scope, text, true),
          await structure(scope, text, false),
          `${scope}: ${text}`,
        );
  });

  it('says nothing in other languages', async () => {
    assert.deepEqual(ours(await tokenise('text.libc-log', 'CGO_ENABLED=0 -static')), []);
  });
});
