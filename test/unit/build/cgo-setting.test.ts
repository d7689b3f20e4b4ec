// Wherever CGO_ENABLED is set, the build sees it; a twin that does not set it is dynamic.
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { analysed, goBuilds, NET_PROGRAM, textAt, verdicts } from './analysed.js';

const runtime = '\nFROM alpine:3.20\nCOPY --from=build /server /server\nCMD ["/server"]\n';
const builder = 'FROM golang:1.22 AS build\nWORKDIR /src\nCOPY . .\n';
const check = (body: string) => analysed(builder + body + runtime, { sources: NET_PROGRAM });

describe('CGO_ENABLED', () => {
  it('is on by default on a native build with a compiler', () => {
    const analysis = check('RUN go build -o /server .');
    const [build] = goBuilds(analysis);
    assert.equal(build?.outcome.linkage.type, 'dynamic');
    assert.equal(build.outcome.linkage.interpreter, '/lib64/ld-linux-x86-64.so.2');
    assert.equal(build.confidence, 'certain');
    assert.equal(build.program, 'read');
    assert.deepEqual(verdicts(analysis), ['fails /server']);
    assert.equal(analysis.placements[0]?.verdict.predictedError, 'exec /server: no such file or directory');
  });

  const off: Record<string, string> = {
    inline: 'RUN CGO_ENABLED=0 go build -o /server .',
    'inline on a continued line':
      'RUN set -eux; \\\n    CGO_ENABLED=0 \\\n    # a comment between\n    GOOS=linux \\\n    go build -o /server .',
    'by ENV': 'ENV CGO_ENABLED=0\nRUN go build -o /server .',
    'by ENV with several pairs': 'ENV GOOS=linux CGO_ENABLED=0 GOARCH=amd64\nRUN go build -o /server .',
    'by the old form of ENV': 'ENV CGO_ENABLED 0\nRUN go build -o /server .',
    'by ARG': 'ARG CGO_ENABLED=0\nRUN go build -o /server .',
    'by ENV from ARG': 'ARG CGO=0\nENV CGO_ENABLED=${CGO}\nRUN go build -o /server .',
    'by ENV with a default': 'ENV CGO_ENABLED=${CGO:-0}\nRUN go build -o /server .',
    'by export in the same RUN': 'RUN export CGO_ENABLED=0 && go build -o /server .',
    'by export on its own line': 'RUN export CGO_ENABLED=0; \\\n  go build -o /server .',
    'by go env -w': 'RUN go env -w CGO_ENABLED=0 GOPROXY=direct\nRUN go build -o /server .',
    'by env': 'RUN env CGO_ENABLED=0 go build -o /server .',
    'in sh -c': "RUN CGO_ENABLED=0 sh -c 'cd /src && go build -o /server .'",
    'inside the script of sh -c': 'RUN sh -c "CGO_ENABLED=0 go build -o /server ."',
    'in a heredoc': 'RUN <<EOF\nset -e\nexport CGO_ENABLED=0\ngo build -o /server .\nEOF',
    'in a subshell': 'RUN (export CGO_ENABLED=0; go build -o /server .)',
    'in a loop': 'RUN for os in linux; do CGO_ENABLED=0 GOOS=$os go build -o /server .; done',
    'in an if whose condition holds':
      'ARG STATIC=1\nRUN if [ "$STATIC" = 1 ]; then export CGO_ENABLED=0; fi; go build -o /server .',
    'by exec form through env': 'RUN ["env", "CGO_ENABLED=0", "go", "build", "-o", "/server", "."]',
    'by set -a style assignment that is already exported':
      'ENV CGO_ENABLED=1\nRUN CGO_ENABLED=0; go build -o /server .',
  };
  for (const [name, body] of Object.entries(off)) {
    it(`is seen ${name}`, () => {
      const analysis = check(body);
      assert.deepEqual(
        goBuilds(analysis).map((build) => build.outcome.linkage.type),
        ['static'],
      );
      assert.deepEqual(verdicts(analysis), ['runs /server']);
    });
  }

  const on: Record<string, string> = {
    'an assignment that is not exported': 'RUN CGO_ENABLED=0; go build -o /server .',
    'export in another RUN': 'RUN export CGO_ENABLED=0\nRUN go build -o /server .',
    'export in a subshell': 'RUN (export CGO_ENABLED=0); go build -o /server .',
    'an if whose condition does not hold':
      'ARG STATIC=0\nRUN if [ "$STATIC" = 1 ]; then export CGO_ENABLED=0; fi; go build -o /server .',
    'a later command': 'RUN go build -o /server . && CGO_ENABLED=0 go vet ./...',
    'the word false': 'RUN CGO_ENABLED=false go build -o /server .',
    'a comment': '# CGO_ENABLED=0\nRUN go build -o /server .',
    unset: 'ENV CGO_ENABLED=0\nRUN unset CGO_ENABLED; go build -o /server .',
    'single quotes around a variable': "ENV OFF=0\nENV CGO_ENABLED='$OFF'\nRUN go build -o /server .",
  };
  for (const [name, body] of Object.entries(on)) {
    it(`is not turned off by ${name}`, () => {
      assert.deepEqual(verdicts(check(body)), ['fails /server']);
    });
  }

  it('is inherited from a parent stage, while ARG is not', () => {
    const parent =
      'FROM golang:1.22 AS base\nENV CGO_ENABLED=0\nFROM base AS build\nWORKDIR /src\nCOPY . .\nRUN go build -o /server .';
    assert.deepEqual(verdicts(analysed(parent + runtime, { sources: NET_PROGRAM })), ['runs /server']);
    const argument = parent.replace('ENV CGO_ENABLED=0', 'ARG CGO_ENABLED=0');
    assert.deepEqual(verdicts(analysed(argument + runtime, { sources: NET_PROGRAM })), ['fails /server']);
  });

  it('names the place that set it', () => {
    const analysis = check('ENV CGO_ENABLED=0\nRUN go build -o /server .');
    const setting = goBuilds(analysis)[0]?.settings.find((one) => one.name === 'CGO_ENABLED');
    assert.equal(setting?.how, 'env');
    assert.equal(textAt(analysis, setting.place), 'CGO_ENABLED=0');
    assert.equal(textAt(analysis, setting.valuePlace), '0');
  });

  it('leaves the verdict open where a sourced file may have set it', () => {
    const analysis = check('RUN . ./env.sh && go build -o /server .');
    assert.equal(goBuilds(analysis)[0]?.confidence, 'possible');
  });

  it('leaves the verdict open where an argument without a default decides', () => {
    const analysis = check('ARG CGO_ENABLED\nRUN go build -o /server .');
    assert.equal(goBuilds(analysis)[0]?.confidence, 'possible');
    const given = analysed(`${builder}ARG CGO_ENABLED\nRUN go build -o /server .${runtime}`, {
      sources: NET_PROGRAM,
      buildArguments: { CGO_ENABLED: '0' },
    });
    assert.deepEqual(verdicts(given), ['runs /server']);
  });
});
