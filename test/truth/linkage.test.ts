// Every recorded `go build` is replayed: whether it builds, what it makes, which loader, libraries and least glibc it asks for.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { GoLinkOutcome } from '../../server/src/linking/go-link-model.js';
import { goLink } from '../../server/src/linking/go-link.js';
import { buildRows, inputOf, type BuildRow } from './recorded-go.js';
import { isThere } from './shared-folder.js';

/** Rows whose outcome hangs on something that is no input of a link, and on what. */
const leftOut: Readonly<Record<string, string>> = {
  '1.27#58': 'whether the library that the program names is installed',
  '1.27#176': "the name of Debian's own default compiler, which -asan does not take for gcc",
};

function disagreements(row: BuildRow, outcome: GoLinkOutcome): string[] {
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
    const rows = buildRows();
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
