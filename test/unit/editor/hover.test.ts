// Hovers on instructions: images, builds, copies and what the image starts.
import { describe, it } from 'mocha';
import assert from 'node:assert/strict';
import { hoverAt } from '../../../server/src/editor/hover.js';
import { staticLinkage, type Linkage } from '../../../server/src/linking/linkage.js';
import { resolveImage } from '../../../server/src/knowledge/images.js';
import type {
  Analysis,
  Artifact,
  GoBuild,
  Placement,
  Setting,
  Stage,
} from '../../../server/src/build/model.js';
import type { GoLinkOutcome } from '../../../server/src/linking/go-link-model.js';
import type { Verdict } from '../../../server/src/linking/loader-model.js';
import type { Span } from '../../../server/src/text/span.js';
import { analysis, finding, fix, placeOf } from './sample.js';

const text = `FROM golang:1.22-bookworm AS build
RUN CGO_ENABLED=1 go build -ldflags '-extldflags "-static"' -o /app .
FROM alpine:3.20
COPY --from=build /app /app
CMD ["/app"]
`;
const lines = text.trimEnd().split('\n');
const glibc: Linkage = {
  type: 'dynamic',
  libc: 'glibc',
  interpreter: '/lib64/ld-linux-x86-64.so.2',
  minimumVersion: '2.34',
  minimumIsExact: true,
  needed: ['libc.so.6'],
  symbols: null,
};

function stage(index: number, reference: string, parts: Partial<Stage> = {}): Stage {
  const image = resolveImage(reference, { asOf: '2026-11-25' });
  const words = lines[index === 0 ? 0 : 2] ?? '';
  return {
    index,
    name: index === 0 ? 'build' : null,
    span: placeOf(text, words).span,
    imageSpan: placeOf(text, reference).span,
    written: reference,
    image,
    parent: null,
    platform: 'linux/amd64',
    writtenPlatform: null,
    architecture: 'amd64',
    usedBy: [],
    isRuntime: index === 1,
    entrypoint: null,
    command: null,
    runtime: {
      libc: image.libc,
      version: image.version,
      distribution: image.distribution,
      release: image.release,
      architecture: 'amd64',
      loaders: [],
      shims: [],
      libraries: null,
      hasShell: true,
      shell: 'ash',
    },
    because: [],
    ...parts,
  };
}

const cgo: Setting = {
  name: 'CGO_ENABLED',
  value: '1',
  how: 'command',
  place: placeOf(text, 'CGO_ENABLED=1'),
  valuePlace: null,
};

function goBuild(outcome: Partial<GoLinkOutcome> = {}, parts: Partial<GoBuild> = {}): GoBuild {
  const command = text.slice(text.indexOf('CGO_ENABLED=1'), text.indexOf('\nFROM alpine'));
  return {
    kind: 'go-build',
    stage: 0,
    verb: 'build',
    place: placeOf(text, command),
    goPlace: placeOf(text, 'go build'),
    verbPlace: placeOf(text, 'build -ld'),
    settings: [cgo],
    cgoModules: [],
    flags: [
      {
        name: '-ldflags',
        value: '-extldflags "-static"',
        place: placeOf(text, `-ldflags '-extldflags "-static"'`),
        valuePlace: null,
      },
    ],
    packages: ['.'],
    input: {
      goVersion: '1.22',
      host: { libc: 'glibc', libcVersion: '2.36', standardLibraryLibcVersion: null, architecture: 'amd64' },
      compiler: { defaultFound: true, ccFound: true, libcHeaders: true, staticLibc: true },
      environment: { CGO_ENABLED: '1' },
      arguments: ['build'],
      program: { imports: ['net', 'os/user'], cgoPackages: [] },
    },
    outcome: {
      linkage: glibc,
      cgo: true,
      linkMode: 'internal',
      buildMode: 'exe',
      goos: 'linux',
      goarch: 'amd64',
      error: null,
      failure: null,
      warnings: [],
      crashesAtStart: false,
      staticFlagIgnored: true,
      because: [{ text: 'net uses cgo.', place: null }],
      ...outcome,
    },
    program: 'assumed',
    confidence: 'likely',
    artifacts: [0],
    conditional: false,
    because: [],
    ...parts,
  };
}

const artifact: Artifact = {
  id: 0,
  stage: 0,
  path: '/app',
  kind: 'executable',
  linkage: glibc,
  architecture: 'amd64',
  confidence: 'likely',
  madeBy: placeOf(text, 'go build'),
  program: 'go',
  because: [{ text: 'go build links it against glibc.', place: placeOf(text, 'go build') }],
  error: null,
  goBuild: 0,
  ccBuild: null,
};

function placement(verdict: Partial<Verdict> = {}): Placement {
  return {
    artifact: 0,
    stage: 1,
    path: '/app',
    place: placeOf(text, 'COPY --from=build /app /app'),
    sourceSpan: placeOf(text, '/app /app').span,
    verdict: {
      kind: 'fails',
      cause: 'no-loader',
      predictedError: 'exec /app: no such file or directory',
      exitCode: 1,
      missing: null,
      certain: true,
      because: [{ text: 'Alpine has no such loader.', place: null }],
      ...verdict,
    },
    confidence: 'likely',
    startedBy: placeOf(text, '["/app"]'),
  };
}

const whole = (parts: Partial<Omit<Analysis, 'instructions'>> = {}): Analysis =>
  analysis(text, {
    instructions: lines,
    stages: [stage(0, 'golang:1.22-bookworm'), stage(1, 'alpine:3.20')],
    artifacts: [artifact],
    placements: [placement()],
    facts: [goBuild()],
    ...parts,
  });

const at = (words: string, nth = 0): number => placeOf(text, words, nth).span.start + 1;
const say = (found: Analysis, words: string, findings: Parameters<typeof hoverAt>[1] = []): string =>
  hoverAt(found, findings, at(words))?.markdown ?? '';

describe('hover on an image', () => {
  it('tells libc, version, loader, compiler, shell and what runs there', () => {
    const debian = say(whole(), 'golang:1.22-bookworm');
    for (const words of ['glibc 2.36', '`/lib64/ld-linux-x86-64.so.2`', 'bookworm', 'glibc 2.36 or older']) {
      assert.ok(debian.includes(words), words);
    }
    const alpine = say(whole(), 'alpine:3.20');
    for (const words of [/musl 1\.2\.5/, /ld-musl-x86_64\.so\.1/, /none linked against glibc/, /ash/]) {
      assert.match(alpine, words);
    }
  });

  it('says how that is known', () => {
    const image = resolveImage('alpine:3.20', { asOf: '2026-11-25' });
    assert.ok(image.because.length > 0);
    assert.match(say(whole(), 'alpine:3.20'), /How we know/);
  });

  it('is there on the whole FROM and nowhere else', () => {
    assert.match(say(whole(), 'FROM alpine'), /musl/);
    assert.doesNotMatch(say(whole({ facts: [], placements: [] }), 'CMD'), /musl/);
  });

  it('says which stage it comes from', () => {
    const child = stage(1, 'alpine:3.20', { parent: 0 });
    assert.match(
      say(whole({ stages: [stage(0, 'golang:1.22-bookworm'), child] }), 'alpine:3.20'),
      /the stage build/,
    );
  });

  it('leaves open what is not known', () => {
    const strange = stage(1, 'alpine:3.20', {
      image: resolveImage('registry.example/x', { asOf: '2026-11-25' }),
    });
    const said = say(whole({ stages: [stage(0, 'golang:1.22-bookworm'), strange] }), 'alpine:3.20');
    assert.match(said, /not known/);
    assert.doesNotMatch(said, /Loader|compiler/);
  });
});

describe('hover on a go build', () => {
  it('is a table of every input with its reason, and the result', () => {
    const said = say(whole(), 'go build');
    const rows = new Map(
      said
        .split('\n')
        .filter((line) => line.startsWith('| '))
        .map((line) => line.split('|').map((cell) => cell.trim().replace(/\\/g, '')))
        .map(([, key, value, why]) => [key, [value, why]]),
    );
    assert.deepEqual(rows.get('Go version'), ['1.22', 'golang:1.22-bookworm']);
    assert.deepEqual(rows.get('`CGO_ENABLED`'), ['`1`', 'set on the command (line 2)']);
    assert.deepEqual(rows.get('What uses cgo'), [
      '`net`, `os/user`',
      'assumed: the sources cannot be read here',
    ]);
    assert.match(rows.get('Link')?.[0] ?? '', /internal/);
    assert.match(
      rows.get('Result')?.[0] ?? '',
      /^dynamic, linked against glibc: asks for the loader `\/lib64/,
    );
    assert.deepEqual(rows.get('Minimum'), ['glibc 2.34', '']);
    assert.match(rows.get('Runs on')?.[0] ?? '', /glibc 2\.34 or newer.*Debian 12.*Ubuntu 21\.10/);
    assert.match(rows.get('`-ldflags`')?.[1] ?? '', /no effect/);
    assert.match(said, /net uses cgo/);
  });

  it('tells why the default is what it is', () => {
    const reason = (value: string, compilerFound: boolean, goarch = 'amd64'): string => {
      const build = goBuild({ goarch }, { settings: [{ ...cgo, value, how: 'default', place: null }] });
      const { input } = build;
      const compiler = { ...input.compiler, ccFound: compilerFound };
      return say(whole({ facts: [{ ...build, input: { ...input, compiler } }] }), 'go build');
    };
    assert.match(reason('1', true), /Go's default: a C compiler is there/);
    assert.match(reason('0', false), /Go's default: no C compiler is there/);
    assert.match(reason('1', false), /before Go 1\.20/);
    assert.match(reason('0', true, 'arm64'), /for another platform/);
  });

  it('shows what the build prints where it fails, and claims no place to run', () => {
    const failed = goBuild({ error: 'cgo: C compiler "gcc" not found', failure: 'no-compiler' });
    const said = say(whole({ facts: [failed] }), 'go build');
    assert.match(said, /```text\ncgo: C compiler "gcc" not found\n```/);
    assert.doesNotMatch(said, /Runs on/);
  });

  it('stands behind what a word in it means', () => {
    assert.match(say(whole(), 'CGO_ENABLED=1'), /^\*\*`CGO_ENABLED`[^]*---[^]*`go build`/);
  });

  it('says where a static program runs', () => {
    const said = say(whole({ facts: [goBuild({ linkage: staticLinkage(), cgo: false })] }), 'go build');
    assert.match(said, /every Linux image of its architecture/);
    assert.doesNotMatch(said, /Minimum/);
  });
});

describe('hover on COPY, ENTRYPOINT and CMD', () => {
  for (const words of ['COPY', '/app /app', 'CMD', '["/app"]']) {
    it(`tells file, verdict, error and reasons on ${words}`, () => {
      const said = say(whole(), words);
      for (const part of [
        /`\/app`/,
        /does not start/,
        /```text\nexec \/app: no such file or directory\n```/,
        /Alpine has no such loader/,
      ]) {
        assert.match(said, part);
      }
    });
  }

  it('gives the ways out of the finding, also where the finding does not stand', () => {
    const found = finding(placeOf(text, 'COPY --from=build /app /app'), {
      fixes: [fix('Turn cgo off', [], { caveat: 'Names resolve in Go.' })],
    });
    assert.match(say(whole(), 'CMD', [found]), /Ways out[^]*Turn cgo off: Names resolve in Go/);
  });

  it('says nothing bad of what runs', () => {
    const runs = placement({ kind: 'runs', cause: null, predictedError: null, because: [] });
    const said = say(whole({ placements: [runs] }), 'CMD');
    assert.match(said, /\*\*starts\*\*/);
    assert.doesNotMatch(said, /does not|What you would read/);
  });

  it('is not there for instructions that carry and start nothing', () => {
    assert.equal(say(whole({ placements: [] }), 'CMD'), '');
  });
});

describe('hover on a finding', () => {
  const found = finding(placeOf(text, 'COPY --from=build /app /app'), {
    message: 'It will not start in *Alpine*.',
    predictedError: 'sh: /app: not found',
    because: [{ text: 'go links it dynamically.', place: placeOf(text, 'go build') }],
    fixes: [fix('Turn cgo off', [])],
  });

  it('leads with message, error, chain and ways out, and says nothing twice', () => {
    const said = say(whole(), 'COPY', [found]);
    assert.match(
      said,
      /^It will not start in \\\*Alpine\\\*[^]*sh: \/app: not found[^]*go links it dynamically\. \(line 2\)[^]*Turn cgo off[^]*glibc-binary-on-musl[^]*---[^]*`\/app`/,
    );
    assert.equal(said.split('Turn cgo off').length, 2);
    assert.equal(said.split('What you would read').length, 2);
  });

  it('is not there beside the finding', () =>
    assert.doesNotMatch(say(whole(), 'FROM golang', [found]), /It will not/));

  it('reads the same for clients without Markdown', () => {
    const plain = hoverAt(whole(), [found], at('COPY'))?.plain ?? '';
    assert.match(plain, /^It will not start in \*Alpine\*\./);
    assert.doesNotMatch(plain, /[\\`|]/);
  });
});

describe('text of a file', () => {
  const evil = '[x](command:evil) <img src=x> `';
  const spans = (words: string): Span => placeOf(text, words).span;

  it('shows as text in every hover', () => {
    const named = { ...artifact, path: evil, program: evil, because: [{ text: evil, place: null }] };
    const image = {
      ...resolveImage('alpine:3.20', { asOf: '2026-11-25' }),
      reference: evil,
      distribution: evil,
    };
    const found = whole({
      artifacts: [named],
      placements: [{ ...placement({ predictedError: evil }), path: evil }],
      stages: [
        stage(0, 'golang:1.22-bookworm', { name: evil }),
        stage(1, 'alpine:3.20', { image, parent: 0, imageSpan: spans('alpine:3.20') }),
      ],
      facts: [
        goBuild({ error: evil, because: [{ text: evil, place: { path: evil, span: spans('FROM') } }] }),
      ],
    });
    const findings = [finding(placeOf(text, 'CMD'), { message: evil, predictedError: evil, rule: evil })];
    for (const words of ['COPY', 'CMD', 'alpine:3.20', 'go build']) {
      const said = say(found, words, findings);
      const outside = said
        .replace(/^(`{3,})[^]*?^\1$/gm, '')
        .replace(/(`+)(?!`)[^]*?[^`]\1(?!`)/g, '')
        .replace(/\\[!-/:-@[-`{-~]/g, '');
      assert.ok(said.length > 50);
      assert.doesNotMatch(outside, /<img|\]\(command/, words);
    }
  });
});
