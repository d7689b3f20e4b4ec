// Recorded links by gcc, g++ and musl-gcc are replayed: kind of file, loader, libraries, and a least glibc that is never too high.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { describe, it } from 'mocha';
import { ccLink } from '../../server/src/linking/cc-link.js';
import { glibcFloor } from '../../server/src/linking/c-functions.js';
import { atLeast } from '../../server/src/knowledge/version.js';
import { isThere, recordings, rowsOf } from './shared-folder.js';

interface CcRow {
  readonly id: string;
  readonly args: string;
  readonly builtOn: string;
  readonly how: string;
  readonly linkage: {
    readonly type: string;
    readonly interp?: string;
    readonly needed: readonly string[];
    readonly verneed?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  };
}

const glibcOf: Readonly<Record<string, string>> = {
  bullseye: '2.31',
  bookworm: '2.36',
  trixie: '2.41',
  sid: '2.43',
};

const newest = (versions: readonly string[]): string | null =>
  versions.reduce<string | null>((a, b) => (a === null || !atLeast(a, b) ? b : a), null);

const recordedMinimum = ({ linkage }: CcRow): string | null =>
  newest(
    Object.values(linkage.verneed ?? {})
      .flatMap((byVersion) => Object.keys(byVersion))
      .flatMap((version) => /^GLIBC_([\d.]+)$/.exec(version)?.[1] ?? []),
  );

/** Rows of the three recordings that were built from one command, each command once for each host. */
function* links(): Generator<CcRow> {
  const seen = new Set<string>();
  for (const file of files)
    for (const row of rowsOf<CcRow>(file)) {
      const key = `${row.args}@${row.builtOn}`;
      if (row.how === 'build' || !/^(gcc|g\+\+|musl-gcc) /.test(row.args) || seen.has(key)) continue;
      seen.add(key);
      yield row;
    }
}

const files = ['ccxx.jsonl.gz', 'musl.jsonl.gz', 'shim.jsonl.gz'] as const;

function outcomeOf({ args, builtOn }: CcRow): ReturnType<typeof ccLink> {
  const [compiler = '', ...words] = args.split(' ');
  return ccLink({
    compiler,
    host: {
      libc: 'glibc',
      libcVersion: glibcOf[builtOn] ?? null,
      distribution: 'debian',
      architecture: 'amd64',
    },
    staticLibc: true,
    arguments: words,
    language: compiler === 'g++' ? 'c++' : 'c',
  });
}

describe('recorded links by C compilers', function () {
  this.timeout(60_000);

  it('agree with ccLink in kind and loader, and bound the least glibc from below', function () {
    if (!files.every(isThere)) this.skip();
    const wrong: string[] = [];
    let replayed = 0;
    for (const row of links()) {
      replayed++;
      const { linkage } = outcomeOf(row);
      const interpreter = row.linkage.interp ?? null;
      const type = interpreter !== null ? 'dynamic' : row.linkage.type === 'DYN' ? 'static-pie' : 'static';
      const minimum = recordedMinimum(row);
      const say = (what: string): number => wrong.push(`${row.id} ${row.args} on ${row.builtOn}: ${what}`);
      if (row.args.includes('-shared')) continue;
      if (linkage.type !== type) say(`${linkage.type} instead of ${type}`);
      if (linkage.interpreter !== interpreter)
        say(`${String(linkage.interpreter)} instead of ${String(interpreter)}`);
      if (linkage.minimumVersion !== null && (minimum === null || !atLeast(minimum, linkage.minimumVersion)))
        say(`at least ${linkage.minimumVersion}, recorded ${String(minimum)}`);
      // Libraries from which nothing was taken are dropped; which these are hangs on the program.
      const extra = linkage.needed.filter(
        (name) => !row.linkage.needed.includes(name) && !/^lib(gcc_s|m|pthread|dl)\./.test(name),
      );
      if (extra.length > 0) say(`needs ${extra.join(', ')}, recorded ${row.linkage.needed.join(', ')}`);
    }
    assert.deepEqual(wrong.slice(0, 30), []);
    assert.ok(replayed >= 900, `${String(replayed)} links were replayed`);
  });

  it('agree with the versions of functions that C sources call', function () {
    if (!files.every(isThere)) this.skip();
    const wrong: string[] = [];
    let exact = 0;
    let below = 0;
    for (const row of links()) {
      const source = /\b([\w-]+\.c)\b/.exec(row.args)?.[1];
      const host = glibcOf[row.builtOn];
      const { linkage } = outcomeOf(row);
      if (
        source === undefined ||
        host === undefined ||
        linkage.type !== 'dynamic' ||
        linkage.minimumVersion === null
      )
        continue;
      const path = recordings(`programs2/c/${source}`);
      if (!fs.existsSync(path) || row.args.includes('pack-relative')) continue;
      const floor = newest([linkage.minimumVersion, glibcFloor(fs.readFileSync(path, 'utf8'), host) ?? '0']);
      const minimum = recordedMinimum(row);
      if (floor === minimum) exact++;
      else if (floor !== null && minimum !== null && atLeast(minimum, floor)) below++;
      else
        wrong.push(`${row.id} ${row.args} on ${row.builtOn}: ${String(floor)}, recorded ${String(minimum)}`);
    }
    assert.deepEqual(wrong.slice(0, 40), [], `${String(exact)} exact, ${String(below)} below`);
    assert.ok(exact >= 400 && exact > 4 * below, `${String(exact)} exact, ${String(below)} below`);
  });
});
