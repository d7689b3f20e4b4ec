// Recorded starts of glibc programs on Alpine with each stand-in for glibc: no program that started is accused, each accusation is read in the recording.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Linkage } from '../../server/src/linking/linkage.js';
import { load } from '../../server/src/linking/loader.js';
import type { Runtime } from '../../server/src/linking/loader-model.js';
import { isThere, rowsOf } from './shared-folder.js';

interface ShimRow {
  readonly id: string;
  readonly binary: string;
  readonly target: string;
  readonly shim: string;
  readonly how: string;
  readonly exit: number;
  readonly stderr: string;
  readonly linkage: {
    readonly type: string;
    readonly interp?: string;
    readonly needed: readonly string[];
    /** Of each library only the newest version, with the symbols that carry it. */
    readonly verneed: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  };
}

const alpine = (release: string): Runtime => ({
  libc: 'musl',
  version: null,
  distribution: 'alpine',
  release,
  architecture: 'amd64',
  loaders: [],
  shims: [],
  libraries: [],
  hasShell: true,
  shell: 'ash',
});

/** Null for stand-ins that no Alpine release ships in that form. */
function runtimeOf({ target, shim }: ShimRow): Runtime | null {
  const release = target.replace('alpine-', '');
  const base = alpine(release);
  if (shim === 'none') return base;
  if (shim === 'symlink-hack')
    return {
      ...base,
      loaders: [{ path: '/lib64/ld-linux-x86-64.so.2', libc: 'musl' }],
      shims: ['loader-symlink'],
    };
  if (shim === 'libc6-compat layout' && release !== '3.20') return { ...base, shims: ['libc6-compat'] };
  if (shim.startsWith('gcompat 1.0.0')) return { ...base, shims: ['gcompat'] };
  // Laid out as from 3.19 on.
  if (shim === 'gcompat 1.1.0 (own build, APKBUILD layout)' && release === '3.20')
    return { ...base, shims: ['gcompat'] };
  return null;
}

function linkageOf({ linkage }: ShimRow): Linkage {
  const isStatic = linkage.interp === undefined;
  return {
    type: isStatic ? 'static' : 'dynamic',
    libc: linkage.interp?.includes('musl') === true ? 'musl' : 'glibc',
    interpreter: linkage.interp ?? null,
    minimumVersion: null,
    minimumIsExact: true,
    needed: linkage.needed,
    symbols: Object.entries(linkage.verneed)
      .flatMap(([library, byVersion]) =>
        /^lib(std|gcc)/.test(library) ? [] : Object.values(byVersion).flat(),
      )
      .filter((symbol) => !symbol.includes('(weak)')),
  };
}

/** Its recorded headers name malloc_trim, which its source does not call. */
const leftOut = new Set(['mallinfo~default']);

const file = 'shim.jsonl.gz';

describe('recorded starts behind shims', function () {
  this.timeout(60_000);

  it('agree with load wherever it accuses, and with what it promises to Go programs', function () {
    if (!isThere(file)) this.skip();
    const wrong: string[] = [];
    const tally = { accused: 0, go: 0 };
    for (const row of rowsOf<ShimRow>(file)) {
      const runtime = runtimeOf(row);
      if (!runtime || leftOut.has(row.binary) || (row.how !== 'execve' && row.how !== '/bin/sh -c ./x'))
        continue;
      const path = row.how === 'execve' ? '/t/x' : './x';
      const verdict = load({
        linkage: linkageOf(row),
        architecture: 'amd64',
        path,
        runtime,
        starter: row.how === 'execve' ? 'exec' : 'shell',
      });
      const say = (what: string): number =>
        wrong.push(
          `${row.id} ${row.binary} on ${row.target} with ${row.shim}: ${what}; recorded ${String(row.exit)} ${row.stderr.slice(0, 200)}`,
        );
      if (verdict.kind === 'fails' && verdict.certain) {
        tally.accused++;
        const lines = (verdict.predictedError ?? '')
          .replace('exec /t/x: no such file or directory', 'execve: No such file or directory (errno 2)')
          .split('\n')
          // gcompat starts musl's loader on the absolute path.
          .map((line) => (runtime.shims.includes('gcompat') ? line.replace('./x', '/t/x') : line));
        if (row.exit !== 127) say('accused');
        else if (!lines.every((line) => row.stderr.includes(line))) say(lines.join(' / '));
      } else if (row.binary.startsWith('go:') && verdict.kind === 'runs') {
        tally.go++;
        if (row.exit === 127) say('promised');
      }
    }
    assert.deepEqual(wrong.slice(0, 40), []);
    assert.ok(tally.accused > 5000 && tally.go > 300, JSON.stringify(tally));
  });
});
