// Every recorded `go build` is replayed: whether it builds, what it makes, which loader, libraries and least glibc it asks for.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { GoLinkInput, GoLinkOutcome } from '../../server/src/linking/go-link-model.js';
import { goLink } from '../../server/src/linking/go-link.js';
import { readGoProgram } from './go-sources.js';
import { isThere, recordings, rowsOf } from './shared-folder.js';

interface Row {
  readonly id: string;
  readonly set: string;
  readonly go: string;
  readonly host: { readonly glibc: string; readonly suite: string };
  readonly program: string;
  readonly cc: string;
  readonly env: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  readonly ok: boolean;
  readonly error: string;
  readonly type: string | null;
  readonly interp: string | null;
  readonly needed: readonly string[];
  readonly glibcMax: string | null;
  readonly warnings: readonly string[];
}

/** Rows whose outcome hangs on something that is no input of a link, and on what. */
const leftOut: Readonly<Record<string, string>> = {
  '1.27#58': 'whether the library that the program names is installed',
  '1.27#176': "the name of Debian's own default compiler, which -asan does not take for gcc",
};

const withoutGcc: Partial<GoLinkInput['compiler']> = { defaultFound: false, ccFound: false };

/** Rows that were made on a host changed by hand: what was changed stands in the notes of the recording, not in the row. */
const changedHosts: Readonly<
  Record<
    string,
    { compiler?: Partial<GoLinkInput['compiler']>; environment?: Readonly<Record<string, string>> }
  >
> = {
  'extra#7': { compiler: { staticLibc: false } },
  'extra#9': { compiler: { staticLibc: false } },
  'extra#13': { compiler: { staticLibc: false } },
  'extra#19': { compiler: { libcHeaders: false } },
  'extra#21': { compiler: { libcHeaders: false } },
  'extra#23': { compiler: withoutGcc },
  'extra#24': { compiler: withoutGcc },
  'extra#26': { compiler: withoutGcc },
  // GOENV names a file that says so.
  'extra#27': { environment: { CGO_ENABLED: '0' } },
};

// Debian 11's Go 1.15 and Debian 12's Go 1.19 carried their standard library to other hosts.
const compiledOn: Readonly<Record<string, string>> = { '1.15': '2.31', '1.19': '2.36' };

function inputOf(row: Row): GoLinkInput {
  return {
    goVersion: row.go,
    host: {
      libc: 'glibc',
      libcVersion: row.host.glibc,
      standardLibraryLibcVersion: compiledOn[row.go] ?? null,
      architecture: 'amd64',
    },
    compiler: {
      defaultFound: row.cc !== 'none',
      ccFound: row.cc !== 'none' && row.cc !== 'nosuch-gcc',
      libcHeaders: row.host.suite !== 'nolibc',
      staticLibc: true,
      ...changedHosts[row.id]?.compiler,
    },
    environment: { ...row.env, ...changedHosts[row.id]?.environment },
    arguments: ['build', ...row.args, '-o', '/out', '.'],
    program: readGoProgram(
      recordings(`programs/src/${row.program}`),
      `example.com/${row.program}`,
      row.host.glibc,
    ),
  };
}

function disagreements(row: Row, outcome: GoLinkOutcome): string[] {
  const wrong: string[] = [];
  const same = (what: string, got: unknown, want: unknown): void => {
    if (JSON.stringify(got) !== JSON.stringify(want))
      wrong.push(`${what}: ${JSON.stringify(got)} instead of ${JSON.stringify(want)}`);
  };
  same('builds', outcome.error === null, row.ok);
  if (!row.ok || outcome.error !== null) return wrong;
  if (row.type !== 'EXEC' && row.type !== 'DYN') return wrong;
  const { linkage } = outcome;
  const shared = row.interp === null && /c-shared|plugin/.test(row.args.join(' '));
  const type = shared || row.interp !== null ? 'dynamic' : row.type === 'DYN' ? 'static-pie' : 'static';
  same('type', linkage.type, type);
  same('interpreter', linkage.interpreter, row.interp);
  same('needed', [...linkage.needed].sort(), [...row.needed].sort());
  same('minimum', linkage.minimumVersion, row.glibcMax?.replace('GLIBC_', '') ?? null);
  return wrong;
}

const file = 'linkage.jsonl';

describe('recorded Go builds', function () {
  this.timeout(60_000);

  it('agree with goLink in every row whose inputs are recorded', function () {
    if (!isThere(file)) this.skip();
    const rows = rowsOf<Row>(file);
    const replayed = rows.filter(({ id }) => !(id in leftOut));
    const wrong = replayed.flatMap((row) => {
      const found = disagreements(row, goLink(inputOf(row)));
      return found.map(
        (text) =>
          `${row.id} go${row.go} on ${row.host.glibc} ${row.program} cc=${row.cc} ${JSON.stringify(row.env)} ${JSON.stringify(row.args)}: ${text}`,
      );
    });
    assert.deepEqual(wrong, []);
    assert.ok(replayed.length >= 1000, `${String(replayed.length)} rows were replayed`);
  });
});
