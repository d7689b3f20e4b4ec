// What the real toolchain answered on one machine, recorded by `npm run oracle`, is replayed: linkage, failure text, death at start.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { goLink } from '../../server/src/linking/go-link.js';
import type { GoLinkOutcome } from '../../server/src/linking/go-link-model.js';
import type { Architecture } from '../../server/src/knowledge/image-facts.js';
import { readGoProgram } from './go-sources.js';

interface Answer {
  readonly program: string;
  readonly compiler: 'gcc' | 'none';
  readonly environment: Readonly<Record<string, string>>;
  readonly arguments: readonly string[];
  readonly builds: boolean;
  readonly error?: string;
  readonly type?: string | null;
  readonly interpreter?: string | null;
  readonly needed?: readonly string[];
  readonly minimumVersion?: string | null;
  readonly signal?: string | null;
}

interface Recording {
  readonly go: string;
  readonly glibc: string;
  readonly architecture: Architecture;
  readonly recorded: string;
  readonly rows: readonly Answer[];
}

const folder = path.resolve('test/truth/recorded');
const recordings = fs
  .readdirSync(folder)
  .filter((name) => /^go-.*\.json$/.test(name))
  .map((name) => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')) as Recording);

const answerOf = ({ go, glibc, architecture }: Recording, row: Answer): GoLinkOutcome =>
  goLink({
    goVersion: go,
    host: { libc: 'glibc', libcVersion: glibc, standardLibraryLibcVersion: null, architecture },
    compiler: {
      defaultFound: row.compiler === 'gcc',
      ccFound: row.compiler === 'gcc' && row.environment['CC'] !== 'no-such-gcc',
      libcHeaders: true,
      staticLibc: true,
    },
    environment: row.environment,
    arguments: ['build', ...row.arguments, '-o', '/out', '.'],
    program: readGoProgram(
      path.resolve('test/truth/programs', row.program),
      `example.com/oracle/${row.program}`,
      glibc,
    ),
  });

/** Line numbers and addresses differ from one release to the next. */
const blurred = (text: string): string => text.replace(/\d+/g, 'N');

function disagreements(row: Answer, outcome: GoLinkOutcome): string[] {
  const wrong: string[] = [];
  const same = (what: string, got: unknown, want: unknown): void => {
    if (JSON.stringify(got) !== JSON.stringify(want))
      wrong.push(`${what}: ${JSON.stringify(got)} instead of ${JSON.stringify(want)}`);
  };
  same('builds', outcome.error === null, row.builds);
  if (outcome.error !== null && row.error !== undefined) {
    const last = outcome.error.split('\n').find((line) => !line.startsWith('#')) ?? '';
    if (!blurred(row.error).includes(blurred(last)))
      wrong.push(`${JSON.stringify(last)} is not in ${JSON.stringify(row.error)}`);
  }
  if (!row.builds || outcome.error !== null || (row.type !== 'EXEC' && row.type !== 'DYN')) return wrong;
  const { linkage } = outcome;
  const shared = /c-shared|plugin/.test(row.arguments.join(' '));
  const dynamic = shared || (row.interpreter ?? null) !== null;
  same('type', linkage.type, dynamic ? 'dynamic' : row.type === 'DYN' ? 'static-pie' : 'static');
  same('interpreter', linkage.interpreter, row.interpreter);
  same('needed', [...linkage.needed].sort(), [...(row.needed ?? [])].sort());
  same('minimum', linkage.minimumVersion, row.minimumVersion);
  if (!shared) same('dies at start', outcome.crashesAtStart, row.signal === 'SIGTRAP');
  return wrong;
}

describe('answers of the real toolchain', () => {
  it('are there', () => assert.ok(recordings.length > 0));

  for (const recording of recordings)
    it(`agree with goLink: Go ${recording.go} on glibc ${recording.glibc}, ${recording.recorded}`, () => {
      const wrong = recording.rows.flatMap((row) =>
        disagreements(row, answerOf(recording, row)).map(
          (text) =>
            `${row.program} ${row.compiler} ${JSON.stringify(row.environment)} ${JSON.stringify(row.arguments)}: ${text}`,
        ),
      );
      assert.deepEqual(wrong, []);
      assert.ok(recording.rows.length >= 100, `${String(recording.rows.length)} rows`);
    });
});
