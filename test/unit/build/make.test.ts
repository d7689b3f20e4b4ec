// Makefiles of the build context are run: variables, precedence, exports, prerequisites, conditionals.
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { analysed, goBuilds, NET_PROGRAM, textAt, verdicts } from './analysed.js';

const made = (makefile: string, run = 'RUN make build', more: Record<string, string> = {}) =>
  analysed(
    `FROM golang:1.22 AS build\nWORKDIR /src\nCOPY . .\n${run}\nFROM alpine:3.20\nCOPY --from=build /out/app /app\n`,
    {
      sources: { ...NET_PROGRAM, Makefile: makefile, ...more },
    },
  );
const runs = (makefile: string, run?: string, more?: Record<string, string>) =>
  verdicts(made(makefile, run, more));
const BROKEN = ['fails /app'];
const SOUND = ['runs /app'];

describe('make', () => {
  it('runs the recipe, with the place of its command', () => {
    const analysis = made('build:\n\tgo build -o /out/app .\n');
    assert.deepEqual(verdicts(analysis), BROKEN);
    const place = goBuilds(analysis)[0]?.place ?? null;
    assert.equal(place?.path, '/ws/Makefile');
    assert.equal(textAt(analysis, place), 'go build -o /out/app .');
  });
  it('takes CGO_ENABLED from wherever it is set', () => {
    assert.deepEqual(runs('build:\n\tCGO_ENABLED=0 go build -o /out/app .\n'), SOUND);
    assert.deepEqual(runs('export CGO_ENABLED=0\nbuild:\n\tgo build -o /out/app .\n'), SOUND);
    assert.deepEqual(runs('CGO_ENABLED := 0\nexport CGO_ENABLED\nbuild:\n\tgo build -o /out/app .\n'), SOUND);
    assert.deepEqual(runs('CGO_ENABLED = 0\nexport\nbuild:\n\tgo build -o /out/app .\n'), SOUND);
    assert.deepEqual(runs('build: export CGO_ENABLED = 0\nbuild:\n\tgo build -o /out/app .\n'), SOUND);
    assert.deepEqual(runs('GO := CGO_ENABLED=0 go\nbuild:\n\t$(GO) build -o /out/app .\n'), SOUND);
    assert.deepEqual(runs('CGO ?= 0\nbuild:\n\tCGO_ENABLED=$(CGO) go build -o /out/app .\n'), SOUND);
    assert.deepEqual(runs('build:\n\tgo build -o /out/app .\n', 'RUN CGO_ENABLED=0 make build'), SOUND);
    assert.deepEqual(runs('build:\n\tgo build -o /out/app .\n', 'ENV CGO_ENABLED=0\nRUN make'), SOUND);
    assert.deepEqual(runs('build:\n\tgo build -o /out/app .\n', 'RUN make build CGO_ENABLED=0'), SOUND);
    assert.deepEqual(runs('build:\n\tgo env -w CGO_ENABLED=0\n\tgo build -o /out/app .\n'), SOUND);
  });
  it('does not take it from where it is not in force', () => {
    assert.deepEqual(runs('CGO_ENABLED = 0\nbuild:\n\tgo build -o /out/app .\n'), BROKEN);
    assert.deepEqual(runs('build:\n\texport CGO_ENABLED=0\n\tgo build -o /out/app .\n'), BROKEN);
    assert.deepEqual(runs('other: export CGO_ENABLED = 0\nbuild:\n\tgo build -o /out/app .\n'), BROKEN);
    assert.deepEqual(
      runs('CGO ?= 0\nbuild:\n\tCGO_ENABLED=$(CGO) go build -o /out/app .\n', 'RUN make build CGO=1'),
      BROKEN,
    );
    assert.deepEqual(runs('# CGO_ENABLED=0\nbuild:\n\tgo build -o /out/app . # CGO_ENABLED=0\n'), BROKEN);
  });
  it('keeps a recipe in one shell under .ONESHELL', () => {
    assert.deepEqual(runs('.ONESHELL:\nbuild:\n\texport CGO_ENABLED=0\n\tgo build -o /out/app .\n'), SOUND);
  });
  it('joins continued lines and takes prefixes off', () => {
    assert.deepEqual(
      runs('build:\n\t@export CGO_ENABLED=0; \\\n\tgo build \\\n\t  -o /out/app \\\n\t  .\n'),
      SOUND,
    );
    assert.deepEqual(runs('build:\n\t-@go build \\\n\t  -o /out/app .\n'), BROKEN);
  });
  it('runs prerequisites first, the default goal, -C and -f', () => {
    assert.deepEqual(
      runs(
        'all: app install\napp:\n\tgo build -o app .\ninstall: app\n\tmkdir -p /out && cp app /out/app\n',
        'RUN make',
      ),
      BROKEN,
    );
    assert.deepEqual(runs('build:\n\tgo build -o /out/app .\n', 'RUN cd / && make -C /src build'), BROKEN);
    assert.deepEqual(
      runs('', 'RUN make -f build/go.mk build', {
        'build/go.mk': 'build:\n\tCGO_ENABLED=0 go build -o /out/app .\n',
      }),
      SOUND,
    );
  });
  it('includes files', () => {
    assert.deepEqual(
      runs('include mk/go.mk\nbuild:\n\t$(GOENV) go build -o /out/app .\n', undefined, {
        'mk/go.mk': 'GOENV := CGO_ENABLED=0\n',
      }),
      SOUND,
    );
  });
  it('decides conditionals where it can', () => {
    const text =
      'STATIC ?= 1\nifeq ($(STATIC),1)\nGOENV = CGO_ENABLED=0\nelse\nGOENV = CGO_ENABLED=1\nendif\nbuild:\n\t$(GOENV) go build -o /out/app .\n';
    assert.deepEqual(runs(text), SOUND);
    assert.deepEqual(runs(text, 'RUN make build STATIC=0'), BROKEN);
    assert.deepEqual(
      runs(
        'build:\nifdef STATIC\n\tCGO_ENABLED=0 go build -o /out/app .\nelse\n\tgo build -o /out/app .\nendif\n',
        'RUN make build STATIC=yes',
      ),
      SOUND,
    );
  });
  it('knows pattern rules and automatic variables', () => {
    assert.deepEqual(
      runs('/out/%: main.go\n\tCGO_ENABLED=0 go build -o $@ $<\n', 'RUN make /out/app'),
      SOUND,
    );
  });
  it('runs make inside make and scripts inside make', () => {
    assert.deepEqual(
      runs('build:\n\t$(MAKE) inner CGO_ENABLED=0\ninner:\n\tgo build -o /out/app .\n'),
      SOUND,
    );
    assert.deepEqual(
      runs('build:\n\t./build.sh\n', undefined, { 'build.sh': 'CGO_ENABLED=0 go build -o /out/app .\n' }),
      SOUND,
    );
  });
  it('leaves flags that hold unknown text in -X usable', () => {
    assert.deepEqual(
      runs(
        'VERSION := $(shell git describe --tags | cut -c2-)\nLDFLAGS = -s -w -X main.version=$(VERSION)\nbuild:\n\tgo build -ldflags "$(LDFLAGS)" -o /out/app .\n',
      ),
      BROKEN,
    );
  });
  it('ends on files that include or need themselves', () => {
    assert.deepEqual(runs('include Makefile\nA = $(A)\nbuild: build\n\t$(A)\n\t$(MAKE) build\n'), []);
  });
});
