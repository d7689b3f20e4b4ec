// Every fix of every finding of every fixture, and of many Dockerfiles put together from parts, keeps its word.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checked, fixtures, type Fixture, type Project } from './checked.js';
import { verify } from './verified.js';

describe('fixes', () => {
  let count = 0;
  for (const fixture of fixtures()) {
    for (const lineEnd of ['\n', '\r\n'] as const) {
      const project = lineEnd === '\n' ? fixture : withLineEnds(fixture);
      const findings = checked(project);
      findings.forEach((finding, index) => {
        for (const fix of finding.fixes) {
          count++;
          const title = `${fixture.name}${lineEnd === '\n' ? '' : ' (CRLF)'}: ${finding.rule} ${index}: ${fix.title}`;
          it(title, () => verify(project, findings, finding, fix));
        }
      });
    }
  }

  it('there are many of them', () => {
    assert.ok(count > 100, `${count} fixes`);
  });
});

describe('fixes of Dockerfiles put together from parts', () => {
  const builders = [
    'golang:1.22',
    'golang:1.24-bookworm',
    'golang:1.19',
    'golang:1.22-alpine',
    'golang:1.19-alpine',
  ];
  const runtimes = [
    'alpine:3.20',
    'scratch',
    'debian:bullseye-slim',
    'gcr.io/distroless/static-debian12',
    'busybox:musl',
  ];
  const commands = [
    'RUN go build -o /kettle .',
    'RUN CGO_ENABLED=1 go build -ldflags "-s -w" -o /kettle .',
    'ENV CGO_ENABLED=1\nRUN go build -tags prod -o /kettle .',
    'RUN set -eux; \\\n  GOOS=linux go build \\\n    -a -installsuffix cgo \\\n    -o /kettle \\\n    .',
    'RUN <<EOF\nset -e\ngo build -ldflags="-extldflags \'-static\'" -o /kettle .\nEOF',
    'RUN go build -buildmode=pie -o /kettle .',
    'RUN apk add --no-cache gcc && CGO_ENABLED=1 go build -o /kettle .',
    'RUN sh -c "go build -o /kettle ."',
    'RUN ["go", "build", "-o", "/kettle", "."]',
  ];
  const programs = {
    server: 'package main\n\nimport "net/http"\n\nfunc main() { http.ListenAndServe(":80", nil) }\n',
    ownC: 'package main\n\n// int one(void) { return 1; }\nimport "C"\n\nfunc main() { C.one() }\n',
    unknown: null,
  };

  for (const builder of builders)
    for (const runtime of runtimes)
      it(`${builder} to ${runtime}`, () => {
        let count = 0;
        for (const command of commands)
          for (const main of Object.values(programs)) {
            const project: Project = {
              files: {
                Dockerfile: `FROM ${builder} AS build\nWORKDIR /src\nCOPY . .\n${command}\n\nFROM ${runtime}\nCOPY --from=build /kettle /kettle\nENTRYPOINT ["/kettle"]\n`,
                ...(main === null
                  ? {}
                  : { 'go.mod': 'module example.org/kettle\n\ngo 1.19\n', 'main.go': main }),
              },
            };
            const findings = checked(project);
            for (const finding of findings)
              for (const fix of finding.fixes) {
                count++;
                try {
                  verify(project, findings, finding, fix);
                } catch (error) {
                  throw new Error(`${finding.rule}: ${fix.title}\n${project.files['Dockerfile'] ?? ''}`, {
                    cause: error,
                  });
                }
              }
          }
        assert.notEqual(count, 0);
      });
});

function withLineEnds(fixture: Fixture): Fixture {
  const files = Object.fromEntries(
    Object.entries(fixture.files).map(([name, text]) => [name, text.replace(/\r?\n/g, '\r\n')]),
  );
  return { ...fixture, files };
}
