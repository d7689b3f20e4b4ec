// One fault is said once, at the place where it is best mended; and half a file never makes a rule fall over.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checked, edited, fixtures, told, type Project, type Told } from './checked.js';

const sources = {
  'go.mod': 'module example.org/kettle\n\ngo 1.22\n',
  'main.go': 'package main\n\nimport "net/http"\n\nfunc main() { http.ListenAndServe(":80", nil) }\n',
};

const build = 'FROM golang:1.22 AS build\nWORKDIR /src\nCOPY go.mod main.go ./\nRUN go build -o /kettle .\n';

const say = (dockerfile: string): readonly Told[] => {
  const project = { files: { ...sources, Dockerfile: dockerfile } };
  return told(project, checked(project));
};

const error = (line: number, rule = 'glibc-binary-on-musl'): Told => ({ rule, line, severity: 'error' });

describe('one fault, one finding', () => {
  it('each COPY of the same file has its own place', () => {
    assert.deepEqual(
      say(
        `${build}FROM alpine:3.20 AS one\nCOPY --from=build /kettle /one\nCMD ["/one"]\nFROM alpine:3.20\nCOPY --from=build /kettle /two\nCMD ["/two"]\n`,
      ),
      [error(6), error(9)],
    );
  });

  it('one COPY into a stage that two images start from is said once', () => {
    assert.deepEqual(
      say(
        `${build}FROM alpine:3.20 AS base\nCOPY --from=build /kettle /kettle\nFROM base AS one\nCMD ["/kettle"]\nFROM base AS two\nCMD ["/kettle", "-v"]\n`,
      ),
      [error(6)],
    );
  });

  it('one COPY of a folder with two programs is said once', () => {
    const both = build.replace(
      'go build -o /kettle .',
      'go build -o /out/kettle . && go build -o /out/pot .',
    );
    assert.deepEqual(say(`${both}FROM alpine:3.20\nCOPY --from=build /out/ /usr/bin/\nCMD ["kettle"]\n`), [
      error(6),
    ]);
  });

  it('its fix mends both programs', () => {
    const both = build.replace(
      'go build -o /kettle .',
      'go build -o /out/kettle . && go build -o /out/pot .',
    );
    const project: Project = {
      files: {
        ...sources,
        Dockerfile: `${both}FROM alpine:3.20\nCOPY --from=build /out/ /usr/bin/\nCMD ["kettle"]\n`,
      },
    };
    const fix = checked(project)[0]?.fixes.find(({ title }) => title === 'Set CGO_ENABLED=0 for this build');
    assert.equal(fix?.edits.length, 2);
    assert.deepEqual(checked(edited(project, fix?.edits ?? [])), []);
  });

  it('a RUN that starts what a COPY has put there does not say it again', () => {
    assert.deepEqual(
      say(
        `${build}FROM alpine:3.20\nCOPY --from=build /kettle /kettle\nRUN /kettle --version\nCMD ["/kettle"]\n`,
      ),
      [error(6)],
    );
  });

  it('a program that is not built is not accused of not starting', () => {
    assert.deepEqual(
      say(
        `${build.replace('golang:1.22', 'golang:1.22-alpine').replace('go build', 'CGO_ENABLED=1 go build')}FROM debian:bookworm-slim\nCOPY --from=build /kettle /kettle\nCMD ["/kettle"]\n`,
      ),
      [error(4, 'cgo-without-compiler')],
    );
  });

  it('findings come in the order of the file', () => {
    for (const fixture of fixtures()) {
      const lines = told(fixture, checked(fixture)).map(({ line }) => line);
      assert.deepEqual(
        lines,
        [...lines].sort((a, b) => a - b),
      );
    }
  });
});

describe('half a file', () => {
  it('gives findings and fixes that lie in it', () => {
    for (const fixture of fixtures()) {
      const text = fixture.files['Dockerfile'] ?? '';
      for (let end = 0; end < text.length; end += 11) {
        const project: Project = { ...fixture, files: { ...fixture.files, Dockerfile: text.slice(0, end) } };
        for (const finding of checked(project)) {
          assert.ok(finding.place.span.end <= end || finding.place.path !== '/ws/Dockerfile', fixture.name);
          for (const fix of finding.fixes) edited(project, fix.edits);
        }
      }
    }
  });
});

describe('scripts and Makefiles that the Dockerfile runs', () => {
  const dockerfile = (run: string): string =>
    `FROM golang:1.22-alpine AS build\nRUN apk add --no-cache make\nWORKDIR /src\nCOPY . .\n${run}\n\nFROM alpine:3.20\nCOPY --from=build /src/kettle /kettle\nCMD ["/kettle"]\n`;
  const command = 'CGO_ENABLED=1 go build -o kettle .';

  for (const [what, files, run] of [
    ['Makefile', { Makefile: `build:\n\t${command}\n` }, 'RUN make build'],
    ['build.sh', { 'build.sh': `#!/bin/sh\nset -e\n${command}\n` }, 'RUN sh ./build.sh'],
  ] as const) {
    const project: Project = { files: { ...sources, ...files, Dockerfile: dockerfile(run) } };

    it(`${what}: the fault stands at the RUN, its origin in the evidence`, () => {
      const findings = checked(project);
      assert.deepEqual(told(project, findings), [error(5, 'cgo-without-compiler')]);
      assert.equal(findings[0]?.because[0]?.place?.path, `/ws/${what}`);
    });

    it(`${what}: an ignore before the RUN covers it`, () => {
      const ignored = dockerfile(`# libc-lens ignore=cgo-without-compiler -- built elsewhere\n${run}`);
      assert.deepEqual(checked({ files: { ...project.files, Dockerfile: ignored } }), []);
    });

    it(`${what}: the fix is made in the file that holds the command`, () => {
      const fix = checked(project)[0]?.fixes.find(
        ({ title }) => title === 'Set CGO_ENABLED=0 for this build',
      );
      const after = edited(project, fix?.edits ?? []);
      assert.ok(after.files[what]?.includes('CGO_ENABLED=0 go build -o kettle .'));
      assert.deepEqual(checked(after), []);
    });
  }
});
