// Recorded `go build` rows written as Dockerfiles and run through the whole analysis: sources read from the build context, the toolchain from FROM.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { describe, it } from 'mocha';
import { analyse } from '../../server/src/build/analyse.js';
import type { Files } from '../../server/src/build/model.js';
import { isThere, recordings, rowsOf } from './shared-folder.js';

interface Row {
  readonly id: string;
  readonly set: string;
  readonly go: string;
  readonly host: { readonly suite: string };
  readonly program: string;
  readonly cc: string;
  readonly env: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  readonly verb?: string;
  readonly note?: string;
  readonly exit: number;
  readonly interp: string | null;
  readonly needed: readonly string[];
  readonly glibcMax: string | null;
}

/** Rows that ran on another host than the toolchain's, or with another verb, are no plain Dockerfile. */
const isPlain = (row: Row): boolean =>
  ['gcc', 'none', 'musl-gcc', 'nosuch-gcc'].includes(row.cc) &&
  row.set !== 'decouple' &&
  row.set !== 'extra' &&
  row.note === undefined &&
  (row.verb === undefined || row.verb === 'build');

/** Rows whose outcome hangs on something that a Dockerfile does not say, and on what. */
const leftOut: Readonly<Record<string, string>> = {
  '1.15#6': 'whether the C code calls pow, which asks for libm 2.29',
  '1.27#58': 'whether the library that the program names is installed',
  '1.27#176': "the name of Debian's own default compiler, which -asan does not take for gcc",
};

const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

function dockerfileOf(row: Row): string {
  const environment = Object.entries(row.env).map(([name, value]) => `${name}=${quoted(value)}`);
  const build = [...environment, 'go build', ...row.args.map(quoted), '-o /out/app .'].join(' ');
  const bare =
    `FROM debian:${row.host.suite}-slim AS build\n` +
    `RUN apt-get update && apt-get install -y --no-install-recommends golang-${row.go}-go\n` +
    `ENV PATH=/usr/lib/go-${row.go}/bin:$PATH\n`;
  const head = row.cc === 'none' ? bare : `FROM golang:${row.go}-${row.host.suite} AS build\n`;
  const musl = row.cc === 'musl-gcc' ? 'RUN apt-get update && apt-get install -y musl-tools\n' : '';
  return `${head}WORKDIR /src\nCOPY . .\n${musl}RUN ${build}\nFROM scratch\nCOPY --from=build /out/app /app\nENTRYPOINT ["/app"]\n`;
}

/** Read access below one folder, as the workspace gives it. */
const below = (root: string): Files => ({
  read: (path) => {
    try {
      return path.startsWith(root) ? fs.readFileSync(path, 'utf8') : null;
    } catch {
      return null;
    }
  },
  list: (path) => {
    try {
      if (!path.startsWith(root)) return null;
      return fs
        .readdirSync(path, { withFileTypes: true })
        .map((entry) => entry.name + (entry.isDirectory() ? '/' : ''));
    } catch {
      return null;
    }
  },
});

function replay(row: Row): string | null {
  const folder = recordings(`programs/src/${row.program}`);
  const { artifacts } = analyse({
    path: `${folder}/Dockerfile`,
    text: dockerfileOf(row),
    kind: 'dockerfile',
    files: below(folder),
    context: folder,
    buildArguments: {},
    platform: null,
    target: null,
    asOf: '2026-11-25',
  });
  const made = artifacts.find((artifact) => artifact.program === 'go');
  if (!made) return 'no artifact';
  const { linkage } = made;
  const summary = (
    built: boolean,
    interpreter: string | null,
    minimum: string | null,
    needed: readonly string[],
  ) =>
    built
      ? `${interpreter ?? 'no loader'} ${interpreter === null ? '' : `${minimum ?? '-'} ${[...needed].sort().join(' ')}`}`
      : 'not built';
  const expected = summary(
    row.exit === 0,
    row.interp,
    row.glibcMax?.replace('GLIBC_', '') ?? null,
    row.needed,
  );
  const actual = summary(
    linkage.type !== 'not-built',
    linkage.interpreter,
    linkage.minimumVersion,
    linkage.needed,
  );
  return expected === actual ? null : `expected ${expected}, got ${actual}`;
}

describe('recorded builds as Dockerfiles', () => {
  it('come out as they did', function () {
    if (!isThere('linkage.jsonl')) {
      this.skip();
      return;
    }
    this.timeout(60_000);
    const rows = rowsOf<Row>('linkage.jsonl').filter(isPlain);
    assert.ok(rows.length > 850, `only ${String(rows.length)} rows are there`);
    const wrong = rows
      .filter((row) => leftOut[row.id] === undefined)
      .flatMap((row) => {
        const difference = replay(row);
        return difference === null ? [] : [`${row.id} ${row.program} ${row.args.join(' ')}: ${difference}`];
      });
    assert.deepEqual(wrong, []);
  });
});
