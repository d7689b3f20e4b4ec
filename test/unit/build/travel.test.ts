// Artifacts travel: -o in all its forms, cp, mv, install, ln, COPY by stage, index, ARG, glob and folder, bind mounts.
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { analysed, HELLO_PROGRAM, NET_PROGRAM, verdicts } from './analysed.js';

const sources = {
  ...NET_PROGRAM,
  'cmd/tool/main.go': 'package main\n\nimport "net"\n\nfunc main() { net.Dial("tcp", "x:1") }\n',
  'config.yaml': 'a: 1\n',
};
const file = (body: string, copy: string, head = '') =>
  analysed(`${head}FROM golang:1.22 AS build\nWORKDIR /src\nCOPY . .\n${body}\nFROM alpine:3.20\n${copy}\n`, {
    sources,
  });

describe('where go puts its output', () => {
  const ways: readonly (readonly [string, string, string])[] = [
    ['-o FILE', 'RUN go build -o /out/app .', '/out/app'],
    ['-o=FILE', 'RUN go build -o=app .', '/src/app'],
    ['-o FOLDER/', 'RUN go build -o /out/ .', '/out/server'],
    ['-o FOLDER that exists', 'RUN mkdir -p /out && go build -o /out .', '/out/server'],
    ['-o FOLDER/ for every command', 'RUN go build -o /out/ ./...', '/out/tool'],
    ['no -o: the module name', 'RUN go build', '/src/server'],
    ['no -o: a package path', 'RUN go build ./cmd/tool', '/src/tool'],
    ['no -o: a file', 'RUN go build main.go', '/src/main'],
    ['no -o: an import path', 'RUN go build example.com/server/cmd/tool', '/src/tool'],
    ['after cd', 'RUN cd cmd/tool && go build -o ../../bin/tool', '/src/bin/tool'],
    ['-C', 'RUN go build -C cmd/tool -o /out/tool', '/out/tool'],
    ['go install', 'RUN go install ./cmd/tool', '/go/bin/tool'],
    ['go install ./...', 'RUN go install ./...', '/go/bin/tool'],
    ['GOBIN', 'RUN GOBIN=/out go install ./cmd/tool', '/out/tool'],
    ['a tool by version', 'RUN go install github.com/go-delve/delve/cmd/dlv@latest', '/go/bin/dlv'],
    ['a major version is no name', 'RUN go install example.org/tool/v2@v2.1.0', '/go/bin/tool'],
    ['go test -c', 'RUN go test -c -o /out/app.test .', '/out/app.test'],
    ['a variable', 'ENV OUT=/out/app\nRUN go build -o "$OUT" .', '/out/app'],
  ];
  for (const [name, body, path] of ways) {
    it(name, () => assert.deepEqual(verdicts(file(body, `COPY --from=build ${path} /app`)), ['fails /app']));
  }
});

describe('how a file moves inside a stage', () => {
  const ways: readonly (readonly [string, string, string])[] = [
    ['mv', 'mv app /out', '/out'],
    ['cp into a folder', 'mkdir -p /dist && cp app /dist/', '/dist/app'],
    ['cp -r of a folder', 'mkdir bin && mv app bin/ && cp -r bin /dist', '/dist/app'],
    ['install -D', 'install -D -m 0755 app /dist/bin/app', '/dist/bin/app'],
    ['install -t', 'install -t /usr/local/bin app', '/usr/local/bin/app'],
    ['a glob', 'mkdir -p /dist && cp ./a* /dist/', '/dist/app'],
    ['chmod and strip leave it', 'chmod +x app && strip app && mv app /dist', '/dist'],
  ];
  for (const [name, move, path] of ways) {
    it(name, () =>
      assert.deepEqual(verdicts(file(`RUN go build -o app . && ${move}`, `COPY --from=build ${path} /app`)), [
        'fails /app',
      ]),
    );
  }
  it('a symbolic link', () => {
    assert.deepEqual(
      verdicts(
        file('RUN go build -o app . && ln -s /src/app /usr/bin/app', 'COPY --from=build /src/app /app'),
      ),
      ['fails /app'],
    );
  });
  it('rm takes it away, so that nothing is known of what a later COPY finds', () => {
    assert.deepEqual(
      verdicts(file('RUN go build -o app . && rm app', 'COPY --from=build /src/app /app')),
      [],
    );
  });
  it('a static rebuild at the same path wins', () => {
    assert.deepEqual(
      verdicts(
        file('RUN go build -o app .\nRUN CGO_ENABLED=0 go build -o app .', 'COPY --from=build /src/app /app'),
      ),
      ['runs /app'],
    );
  });
});

describe('how COPY names it', () => {
  const body = 'RUN go build -o /out/app .';
  const ways: readonly (readonly [string, string, string, string?])[] = [
    ['by stage name', 'COPY --from=build /out/app /app', '/app'],
    ['by stage name in another case', 'COPY --from=BUILD /out/app /app', '/app'],
    ['by index', 'COPY --from=0 /out/app /app', '/app'],
    ['flags before --from', 'COPY --chown=1:1 --from=build --chmod=755 /out/app /app', '/app'],
    ['into a folder', 'COPY --from=build /out/app /usr/local/bin/', '/usr/local/bin/app'],
    ['into the working folder', 'WORKDIR /srv\nCOPY --from=build /out/app .', '/srv/app'],
    ['the folder that holds it', 'COPY --from=build /out /opt', '/opt/app'],
    ['the folder, with a slash', 'COPY --from=build /out/ /opt/', '/opt/app'],
    ['a glob', 'COPY --from=build /out/* /bin/', '/bin/app'],
    ['a relative source is from the root', 'COPY --from=build out/app /app', '/app'],
    ['in JSON form', 'COPY --from=build ["/out/app", "/app"]', '/app'],
    ['several sources', 'COPY --from=build /etc/passwd /out/app /x/', '/x/app'],
    ['with a variable', 'ARG DIR=/out\nCOPY --from=build ${DIR}/app /app', '/app'],
    ['the stage by ARG', 'COPY --from=${FROM} /out/app /app', '/app', 'ARG FROM=build\n'],
    ['in a bind mount', 'RUN --mount=type=bind,from=build,source=/out,target=/mnt cp /mnt/app /app', '/app'],
    [
      'in a bind mount of one file',
      'RUN --mount=from=build,src=/out/app,dst=/tmp/app cp /tmp/app /usr/bin/app',
      '/usr/bin/app',
    ],
  ];
  for (const [name, copy, path, head] of ways) {
    it(name, () => assert.deepEqual(verdicts(file(body, copy, head)), [`fails ${path}`]));
  }
  it('what only a mount holds is gone after it', () => {
    assert.deepEqual(
      verdicts(file(body, 'RUN --mount=type=bind,from=build,source=/out,target=/mnt ls /mnt')),
      [],
    );
  });
  it('through a third stage', () => {
    const text =
      'FROM golang:1.22 AS build\nWORKDIR /src\nCOPY . .\nRUN go build -o /app .\nFROM busybox AS files\nCOPY --from=build /app /files/app\nFROM alpine:3.20\nCOPY --from=files /files /usr/bin\n';
    assert.deepEqual(verdicts(analysed(text, { sources })), ['fails /usr/bin/app']);
  });
  it('a file beside the program is not taken for it', () => {
    assert.deepEqual(verdicts(file('RUN go build', 'COPY --from=build /src/config.yaml /')), []);
  });
});

describe('which stages start things', () => {
  it('a stage that nothing uses is not judged by what it never receives', () => {
    const text =
      'FROM golang:1.22 AS tools\nRUN go install example.org/tool@latest\nFROM debian:bookworm\nCOPY --from=tools /go/bin/tool /tool\nFROM alpine:3.20\nRUN apk add curl\n';
    assert.deepEqual(verdicts(analysed(text)), ['runs /tool']);
  });
  it('stages derived from one that holds the file are each judged, and said once', () => {
    const text =
      'FROM golang:1.22 AS build\nRUN go build -o /a .\nFROM alpine:3.20 AS base\nCOPY --from=build /a /a\nFROM base AS one\nCMD ["/a"]\nFROM base AS two\nCMD ["/a"]\n';
    assert.deepEqual(verdicts(analysed(text)), ['fails /a']);
  });
  it('--target picks one', () => {
    const text =
      'FROM golang:1.22 AS build\nRUN go build -o /a .\nFROM debian:12 AS debian\nCOPY --from=build /a /a\nFROM alpine AS alpine\nCOPY --from=build /a /a\n';
    assert.deepEqual(verdicts(analysed(text, { target: 'debian' })), ['runs /a']);
  });
  it('a named bare scratch stage may only export files', () => {
    const text =
      'FROM golang:1.22 AS build\nRUN go build -o /a .\nFROM scratch AS export\nCOPY --from=build /a /\n';
    assert.deepEqual(
      analysed(text).placements.map((one) => one.confidence),
      ['possible'],
    );
    assert.deepEqual(
      analysed(`${text}ENTRYPOINT ["/a"]\n`).placements.map((one) => one.confidence),
      ['likely'],
    );
  });
  it('a program without cgo runs everywhere', () => {
    const text =
      'FROM golang:1.22 AS build\nWORKDIR /src\nCOPY . .\nRUN go build -o /a .\nFROM scratch\nCOPY --from=build /a /a\nENTRYPOINT ["/a"]\n';
    const analysis = analysed(text, { sources: HELLO_PROGRAM });
    assert.deepEqual(verdicts(analysis), ['runs /a']);
    assert.equal(analysis.artifacts[0]?.confidence, 'certain');
  });
  it('a loader that was copied along is enough', () => {
    const base =
      'FROM golang:1.22 AS build\nRUN go build -o /a .\nFROM alpine:3.20\nCOPY --from=build /a /a\n';
    assert.deepEqual(verdicts(analysed(base)), ['fails /a']);
    for (const extra of [
      'COPY --from=build /lib64/ld-linux-x86-64.so.2 /lib64/',
      'COPY --from=build /lib64 /lib64',
      'COPY --from=debian:12 /lib64/ld-linux-x86-64.so.2 /lib64/ld-linux-x86-64.so.2',
    ]) {
      assert.ok(!verdicts(analysed(`${base}${extra}\n`)).includes('fails /a'), extra);
    }
  });
});

describe('an image of which nothing is known', () => {
  const after = '\nFROM alpine:3.20\nCOPY --from=build /a /a\nCMD ["/a"]\n';
  it('leaves the linkage of what it builds unknown', () => {
    const analysis = analysed(
      `FROM registry.example.com/go-builder:3 AS build\nRUN go build -o /a .${after}`,
    );
    assert.equal(analysis.artifacts[0]?.linkage.type, 'unknown');
    assert.deepEqual(verdicts(analysis), ['unknown /a']);
  });
  it('but not where every reading is static', () => {
    const analysis = analysed(
      `FROM registry.example.com/go-builder:3 AS build\nRUN CGO_ENABLED=0 go build -o /a .${after}`,
    );
    assert.equal(analysis.artifacts[0]?.linkage.type, 'static');
  });
  it('says what the known part of its tag says', () => {
    const builder = (tag: string) =>
      analysed(
        `ARG V\nFROM golang:${tag} AS build\nRUN apk add gcc musl-dev; CGO_ENABLED=1 go build -o /a .${after}`,
      );
    assert.deepEqual(verdicts(builder('${V}-alpine')), ['runs /a']);
    assert.deepEqual(verdicts(builder('${V}-bookworm')), ['fails /a']);
    assert.deepEqual(verdicts(builder('${V}')), ['unknown /a']);
  });
});

describe('names and uses', () => {
  it('a package in a folder below the module is named by its folder', () => {
    const text =
      'FROM golang:1.22 AS build\nWORKDIR /src\nCOPY . .\nRUN cd cmd/tool && go build\nFROM alpine:3.20\nCOPY --from=build /src/cmd/tool/tool /tool\n';
    assert.deepEqual(verdicts(analysed(text, { sources })), ['fails /tool']);
  });
  it('sources that are copied file by file are read', () => {
    const text =
      'FROM golang:1.22 AS build\nWORKDIR /src\nCOPY go.mod main.go ./\nRUN go build -o /a .\nFROM alpine:3.20\nCOPY --from=build /a /a\n';
    assert.equal(analysed(text, { sources }).artifacts[0]?.confidence, 'certain');
  });
  it('a library that is only packed on another libc is no more than possible', () => {
    const library = (end: string) =>
      analysed(
        `FROM gcc:13 AS build\nRUN gcc -shared -o /libx.so x.c\nFROM alpine:3.20\nCOPY --from=build /libx.so /lib/\n${end}`,
      ).placements.map((one) => one.confidence);
    assert.deepEqual(library('RUN tar czf /x.tgz /lib/libx.so\n'), ['possible']);
    assert.deepEqual(library('CMD ["java", "-jar", "/app.jar"]\n'), ['certain']);
  });
});

describe('the name in the predicted error', () => {
  const errors = (end: string, base = 'alpine:3.20') =>
    analysed(
      `FROM golang:1.22-bookworm AS build\nRUN go build -o /a .\nFROM ${base}\nCOPY --from=build /a /usr/local/bin/app\n${end}\n`,
    ).placements.map((one) => one.verdict.predictedError);
  it('is the path that runc found for a bare word', () => {
    assert.deepEqual(errors('ENTRYPOINT ["app"]'), ['exec /usr/local/bin/app: no such file or directory']);
    assert.deepEqual(errors('ENTRYPOINT ["/usr/local/bin/app"]'), [
      'exec /usr/local/bin/app: no such file or directory',
    ]);
  });
  it('is the word for a shell and for glibc', () => {
    assert.deepEqual(errors(''), ['/bin/sh: app: not found']);
    assert.match(
      errors('ENTRYPOINT ["app"]', 'debian:bullseye-slim')[0] ?? '',
      /^app: .*GLIBC_2\.34' not found \(required by app\)/,
    );
  });
});

describe('a loader that comes along', () => {
  const placed = (platform: string, copy: string) =>
    verdicts(
      analysed(
        `FROM golang:1.22-bookworm AS build\nRUN CGO_ENABLED=1 go build -o /a .\nFROM alpine:3.20\nCOPY --from=build /a /a\n${copy}\n`,
        { platform },
      ),
    ).includes('fails /a');
  for (const [platform, folder, loader] of [
    ['linux/amd64', '/lib64', 'ld-linux-x86-64.so.2'],
    ['linux/riscv64', '/lib', 'ld-linux-riscv64-lp64d.so.1'],
    ['linux/s390x', '/lib', 'ld64.so.1'],
    ['linux/ppc64le', '/lib64', 'ld64.so.2'],
  ] as const) {
    it(`is known in a copied folder on ${platform}`, () => {
      assert.equal(placed(platform, ''), true);
      assert.equal(placed(platform, `COPY --from=build ${folder} ${folder}`), false);
      assert.equal(placed(platform, `COPY --from=build ${folder}/${loader.slice(0, 4)}* ${folder}/`), false);
      assert.equal(placed(platform, 'COPY --from=build /lib/none* /lib/'), true);
    });
  }
});

describe('a heredoc for another interpreter', () => {
  const run = (first: string) =>
    analysed(
      `FROM golang:1.22 AS build\nRUN <<EOF\n${first}go build -o /a .\nEOF\nFROM alpine:3.20\nCOPY --from=build /a /a\n`,
    ).artifacts.length;
  it('is not read as a shell script', () => {
    assert.equal(run('#!/usr/bin/env python3\n'), 0);
    assert.equal(run('#!/usr/bin/perl -w\n'), 0);
  });
  it('is where a shell runs it', () => {
    for (const first of ['', '#!/bin/sh\n', '#!/bin/bash -eux\n', '#!/usr/bin/env bash\n', 'set -e\n']) {
      assert.equal(run(first), 1, first);
    }
  });
});
