// What a fix writes, shape by shape: flags merged into what is there, quotes kept, nothing touched that it need not touch.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { withStaticLink } from '../../server/src/rules/fixes/go-static-link.js';
import { checked, edited, type Project } from './checked.js';

const sources = {
  'go.mod': 'module example.org/kettle\n\ngo 1.22\n',
  'main.go': 'package main\n\nimport "net/http"\n\nfunc main() { http.ListenAndServe(":80", nil) }\n',
};

const project = (run: string, from = 'golang:1.22', to = 'alpine:3.20', before = ''): Project => ({
  files: {
    ...sources,
    Dockerfile: `FROM ${from} AS build\n${before}WORKDIR /src\nCOPY go.mod main.go ./\n${run}\n\nFROM ${to}\nCOPY --from=build /kettle /kettle\nCMD ["/kettle"]\n`,
  },
});

/** The Dockerfile after the first fix with this title. */
function after(broken: Project, title: RegExp): string {
  const findings = checked(broken);
  const fix = findings.flatMap(({ fixes }) => fixes).find((one) => title.test(one.title));
  const titles = findings.flatMap(({ fixes }) => fixes.map((one) => one.title));
  assert.ok(fix, `no fix ${String(title)} among: ${titles.join(' | ')}`);
  return edited(broken, fix.edits).files['Dockerfile'] ?? '';
}

function mends(run: string, title: RegExp, expected: string): void {
  const text = after(project(run), title);
  assert.ok(text.includes(`\n${expected}\n\nFROM `), text);
}

describe('CGO_ENABLED=0', () => {
  const onCommand = /^Set CGO_ENABLED=0 for this build$/;
  for (const [run, expected] of [
    ['RUN go build -o /kettle .', 'RUN CGO_ENABLED=0 go build -o /kettle .'],
    ['RUN CGO_ENABLED=1 go build -o /kettle .', 'RUN CGO_ENABLED=0 go build -o /kettle .'],
    ['RUN GOOS=linux go build -o /kettle .', 'RUN CGO_ENABLED=0 GOOS=linux go build -o /kettle .'],
    ['RUN go vet . && go build -o /kettle .', 'RUN go vet . && CGO_ENABLED=0 go build -o /kettle .'],
    [
      'RUN set -eux; \\\n    go build -o /kettle .',
      'RUN set -eux; \\\n    CGO_ENABLED=0 go build -o /kettle .',
    ],
    ['RUN <<EOF\ngo build -o /kettle .\nEOF', 'RUN <<EOF\nCGO_ENABLED=0 go build -o /kettle .\nEOF'],
    ['RUN env CGO_ENABLED=1 go build -o /kettle .', 'RUN env CGO_ENABLED=0 go build -o /kettle .'],
    [
      'RUN export CGO_ENABLED=1 && go build -o /kettle .',
      'RUN export CGO_ENABLED=0 && go build -o /kettle .',
    ],
    ['RUN (go build -o /kettle .)', 'RUN (CGO_ENABLED=0 go build -o /kettle .)'],
    [
      'RUN --mount=type=cache,target=/root/.cache go build -o /kettle .',
      'RUN --mount=type=cache,target=/root/.cache CGO_ENABLED=0 go build -o /kettle .',
    ],
    ['ENV CGO_ENABLED=1\nRUN go build -o /kettle .', 'ENV CGO_ENABLED=0\nRUN go build -o /kettle .'],
    ['ENV CGO_ENABLED 1\nRUN go build -o /kettle .', 'ENV CGO_ENABLED 0\nRUN go build -o /kettle .'],
  ] as const)
    it(run, () => mends(run, onCommand, expected));

  it('in exec form only the stage can say it', () => {
    const broken = project('RUN ["go", "build", "-o", "/kettle", "."]');
    const titles = checked(broken).flatMap(({ fixes }) => fixes.map(({ title }) => title));
    assert.ok(!titles.some((title) => onCommand.test(title)));
    assert.match(
      after(broken, /whole build stage/),
      /^FROM golang:1\.22 AS build\nENV CGO_ENABLED=0\nWORKDIR/,
    );
  });

  it('is not offered to a program with C of its own', () => {
    const broken = project('RUN go build -o /kettle .');
    const files = {
      ...broken.files,
      'main.go': 'package main\n\n// int one(void) { return 1; }\nimport "C"\n\nfunc main() { C.one() }\n',
    };
    const [finding] = checked({ files });
    assert.equal(finding?.rule, 'glibc-binary-on-musl');
    assert.ok(!finding.fixes.some(({ title }) => title.includes('CGO_ENABLED')));
  });
});

describe('-tags netgo,osusergo', () => {
  for (const [run, expected] of [
    ['RUN go build -o /kettle .', 'RUN go build -tags netgo,osusergo -o /kettle .'],
    ['RUN go build -tags prod -o /kettle .', 'RUN go build -tags prod,netgo,osusergo -o /kettle .'],
    ['RUN go build -tags=prod -o /kettle .', 'RUN go build -tags=prod,netgo,osusergo -o /kettle .'],
    ['RUN go build -tags "prod eu" -o /kettle .', 'RUN go build -tags "prod eu netgo osusergo" -o /kettle .'],
    ['RUN go build -tags osusergo -o /kettle .', 'RUN go build -tags osusergo,netgo -o /kettle .'],
    [
      'ENV GOFLAGS=-tags=prod\nRUN go build -o /kettle .',
      'ENV GOFLAGS=-tags=prod\nRUN go build -tags prod,netgo,osusergo -o /kettle .',
    ],
  ] as const)
    it(run, () => mends(run, /-tags netgo,osusergo/, expected));
});

describe('a static link by the C linker', () => {
  for (const [run, expected] of [
    [
      'RUN go build -o /kettle .',
      `RUN go build -ldflags '-linkmode external -extldflags "-static"' -o /kettle .`,
    ],
    [
      "RUN go build -ldflags '-s -w' -o /kettle .",
      `RUN go build -ldflags '-s -w -linkmode external -extldflags "-static"' -o /kettle .`,
    ],
    [
      'RUN go build -ldflags="-s -w" -o /kettle .',
      'RUN go build -ldflags="-s -w -linkmode external -extldflags -static" -o /kettle .',
    ],
    [
      'RUN go build -ldflags=-s -o /kettle .',
      `RUN go build -ldflags='-s -linkmode external -extldflags "-static"' -o /kettle .`,
    ],
    [
      `RUN go build -ldflags '-extldflags "-static"' -o /kettle .`,
      `RUN go build -ldflags '-extldflags "-static" -linkmode external' -o /kettle .`,
    ],
    [
      'ARG V=1\nRUN go build -ldflags "-X main.v=$V" -o /kettle .',
      'ARG V=1\nRUN go build -ldflags "-X main.v=$V -linkmode external -extldflags -static" -o /kettle .',
    ],
  ] as const)
    it(run, () => mends(run, /^Link statically/, expected));

  it('merges into a value as it is written, or leaves it alone', () => {
    for (const [raw, expected] of [
      [`"-extldflags \\"-Wl,-z,now\\""`, `"-extldflags \\"-static -Wl,-z,now\\" -linkmode external"`],
      [`'-linkmode external'`, `'-linkmode external -extldflags "-static"'`],
      [`'-linkmode internal'`, null],
      [`-extldflags=-Wl,-s`, null],
      [`"-s"' -w'`, null],
      [`$FLAGS`, `"$FLAGS -linkmode external -extldflags -static"`],
      [`''`, `'-linkmode external -extldflags "-static"'`],
    ] as const)
      assert.equal(withStaticLink(raw), expected, raw);
  });
});

describe('another image', () => {
  const run = 'RUN go build -o /kettle .';

  it('for the build: the Alpine twin, flags and name kept', () => {
    const broken = project(
      'RUN CGO_ENABLED=1 go build -o /kettle .',
      '--platform=$BUILDPLATFORM golang:1.22',
    );
    const text = after(broken, /^Build on golang:1\.22-alpine/);
    assert.match(
      text,
      /^FROM --platform=\$BUILDPLATFORM golang:1\.22-alpine AS build\nRUN apk add --no-cache gcc musl-dev\nWORKDIR/,
    );
  });

  it('for the build: a variable in the tag stays', () => {
    const broken = project(run, 'golang:${GO}');
    const files = { ...broken.files, Dockerfile: `ARG GO=1.22\n${broken.files['Dockerfile'] ?? ''}` };
    assert.match(after({ files }, /^Build on /), /^ARG GO=1\.22\nFROM golang:\$\{GO\}-alpine AS build\n/);
  });

  it('for the build: not where apt-get is used', () => {
    const titles = checked(
      project(run, 'golang:1.22', 'alpine:3.20', 'RUN apt-get update && apt-get install -y make\n'),
    ).flatMap(({ fixes }) => fixes.map(({ title }) => title));
    assert.ok(titles.length > 0 && !titles.some((title) => title.startsWith('Build on')), titles.join(' | '));
  });

  it('for the start: what the build image stands on', () => {
    assert.match(
      after(project(run, 'golang:1.22-bookworm'), /^Start from debian:bookworm-slim/),
      /\nFROM debian:bookworm-slim\n/,
    );
    assert.match(
      after(project(run, 'golang:1.22-bookworm', 'scratch AS final'), /^Start from /),
      /\nFROM gcr\.io\/distroless\/base-debian12 AS final\n/,
    );
    assert.match(
      after(
        project(run, 'golang:1.22-bookworm', 'gcr.io/distroless/static-debian12:nonroot'),
        /^Start from /,
      ),
      /\nFROM gcr\.io\/distroless\/base-debian12:nonroot\n/,
    );
  });

  it('where glibc is too old: a newer one there, or an older build', () => {
    const broken = project(run, 'golang:1.22', 'debian:bullseye-slim');
    assert.match(after(broken, /^Start from /), /\nFROM debian:bookworm-slim\n/);
    assert.match(after(broken, /^Build on golang:1\.22-bullseye/), /^FROM golang:1\.22-bullseye AS build\n/);
  });
});

describe('packages', () => {
  it('join the list that is there', () => {
    const run = 'RUN apk add --no-cache git \\\n    make\nRUN CGO_ENABLED=1 go build -o /kettle .';
    assert.match(
      after(project(run, 'golang:1.22-alpine'), /^Install/),
      /RUN apk add --no-cache git \\\n {4}make gcc musl-dev\n/,
    );
  });

  it('get a line of their own, above the comment of the build', () => {
    const run = '# the server\nRUN CGO_ENABLED=1 go build -o /kettle .';
    assert.match(
      after(project(run, 'golang:1.22-alpine'), /^Install/),
      /\nRUN apk add --no-cache gcc musl-dev\n# the server\nRUN CGO/,
    );
  });

  it('are installed as root, and not into a list that is removed again', () => {
    const build = 'RUN CGO_ENABLED=1 go build -o /kettle .';
    assert.match(
      after(project(`USER nobody\n${build}`, 'golang:1.22-alpine'), /^Install/),
      /^FROM golang:1\.22-alpine AS build\nRUN apk add --no-cache gcc musl-dev\nWORKDIR/,
    );
    assert.match(
      after(project(`RUN apk add --no-cache git && apk del git\n${build}`, 'golang:1.22-alpine'), /^Install/),
      /apk del git\nRUN apk add --no-cache gcc musl-dev\nRUN CGO/,
    );
  });

  it('gcompat goes behind FROM, or into the list of that image', () => {
    const run = 'RUN go build -o /kettle .';
    assert.match(after(project(run), /gcompat/), /FROM alpine:3\.20\nRUN apk add --no-cache gcompat\nCOPY/);
    assert.match(
      after(
        project(run, 'golang:1.22', 'alpine:3.20\nRUN apk add --no-cache ca-certificates && adduser -D tea'),
        /gcompat/,
      ),
      /RUN apk add --no-cache ca-certificates gcompat && adduser/,
    );
  });
});

describe('what goes', () => {
  it('-a -installsuffix cgo, wherever it stands in the command', () => {
    for (const [run, expected] of [
      [
        'RUN CGO_ENABLED=0 go build -a -installsuffix cgo -o /kettle .',
        'RUN CGO_ENABLED=0 go build -o /kettle .',
      ],
      [
        'RUN CGO_ENABLED=0 go build -o /kettle -a -installsuffix=cgo .',
        'RUN CGO_ENABLED=0 go build -o /kettle .',
      ],
      [
        'RUN CGO_ENABLED=0 go build -a -o /kettle -installsuffix cgo .',
        'RUN CGO_ENABLED=0 go build -o /kettle .',
      ],
      [
        'RUN CGO_ENABLED=0 go build \\\n    -a \\\n    -installsuffix cgo \\\n    -o /kettle .',
        'RUN CGO_ENABLED=0 go build \\\n    -o /kettle .',
      ],
    ] as const)
      mends(run, /^Remove -a -installsuffix/, expected);
  });

  it('ldconfig: its own instruction, or its place in the list', () => {
    const broken = (run: string): Project => ({
      files: { Dockerfile: `FROM alpine:3.20\n${run}\nCMD ["sh"]\n` },
    });
    const { files } = edited(
      broken('RUN ldconfig'),
      checked(broken('RUN ldconfig'))[0]?.fixes[0]?.edits ?? [],
    );
    assert.equal(files['Dockerfile'], 'FROM alpine:3.20\nCMD ["sh"]\n');
    assert.match(
      after(broken('RUN apk add --no-cache libpng && ldconfig'), /ldconfig/),
      /\nRUN apk add --no-cache libpng\n/,
    );
    assert.match(
      after(broken('RUN ldconfig && apk add --no-cache libpng'), /ldconfig/),
      /\nRUN apk add --no-cache libpng\n/,
    );
  });
});
