// Recorded starts are replayed: whether the file starts where it was put, what is read and which exit code it ends with.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { goLink } from '../../server/src/linking/go-link.js';
import type { Linkage } from '../../server/src/linking/linkage.js';
import { load } from '../../server/src/linking/loader.js';
import type { LoadInput, Runtime, Verdict } from '../../server/src/linking/loader-model.js';
import { isArchitecture } from '../../server/src/linking/architecture.js';
import { atLeast } from '../../server/src/knowledge/version.js';
import { buildRows, inputOf, productName, type BuildRow } from './recorded-go.js';
import { isThere, rowsOf } from './shared-folder.js';

interface RunRow {
  readonly id: string;
  readonly binary: string;
  readonly builtOn: string | null;
  readonly target: string;
  readonly how: string;
  readonly exit: number;
  readonly stderr: string;
  readonly linkage: {
    readonly type?: string;
    readonly interp?: string;
    readonly needed?: readonly string[];
    readonly verneed?: Readonly<Record<string, string>>;
  } | null;
}

const glibcOf: Readonly<Record<string, string>> = {
  bullseye: '2.31',
  bookworm: '2.36',
  trixie: '2.41',
  sid: '2.43',
};

const musl = (release: string): Runtime => ({
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
const debian = (release: string, version: string): Runtime => ({
  ...musl(release),
  libc: 'glibc',
  version,
  distribution: 'debian',
  libraries: ['libstdc++.so.6', 'libgcc_s.so.1', 'libgfortran.so.5'],
  shell: 'dash',
});

const targets: Readonly<Record<string, Runtime>> = {
  'alpine-3.13': musl('3.13'),
  'alpine-3.20': musl('3.20'),
  'alpine-3.20-symlink': {
    ...musl('3.20'),
    loaders: [{ path: '/lib64/ld-linux-x86-64.so.2', libc: 'musl' }],
    shims: ['loader-symlink'],
  },
  bullseye: debian('11', '2.31'),
  bookworm: debian('12', '2.36'),
  scratch: { ...musl(''), libc: 'none', distribution: null, release: null, hasShell: false, shell: null },
};

interface Start {
  readonly input: Pick<LoadInput, 'path' | 'runtime' | 'starter' | 'script'>;
  /** From our words to the recording's, where the starter was called by another name. */
  readonly reword: (text: string) => string;
  /** Whether the starter's own exit code was recorded; the recorder executed some files itself. */
  readonly exitCounts: boolean;
}

const asIs = (text: string): string => text;

/** Null where the way of starting is none that a runtime has. */
function startOf(row: RunRow): Start | null {
  const runtime = targets[row.target];
  if (!runtime) return null;
  const shell = { path: './x', runtime, starter: 'shell' } as const;
  switch (row.how) {
    case 'execve':
      return {
        input: { path: '/t/x', runtime, starter: 'exec' },
        reword: (text) =>
          text
            .replace('exec /t/x: no such file or directory', 'execve: No such file or directory (errno 2)')
            .replace('exec /t/x: exec format error', 'execve: Exec format error (errno 8)'),
        exitCounts: false,
      };
    case '/bin/sh -c ./x':
      return { input: shell, reword: asIs, exitCounts: true };
    case '/bin/sh -c "x" (PATH)':
      return {
        input: { ...shell, path: runtime.libc === 'musl' && runtime.shims.length > 0 ? '/t/x' : 'x' },
        reword: asIs,
        exitCounts: true,
      };
    case '/bin/bash -c ./x': {
      const version = row.target === 'bullseye' ? 'bash-5.1' : 'bash-5.2';
      return {
        input: { ...shell, runtime: { ...runtime, shell: version } },
        reword: (text) => text.replace('/bin/sh', '/bin/bash'),
        exitCounts: true,
      };
    }
    case 'sh script: ./x':
      return {
        input: { ...shell, starter: 'script', script: { path: '/t/run.sh', line: 2 } },
        reword: asIs,
        exitCounts: true,
      };
    default:
      return null;
  }
}

interface Product {
  readonly linkage: Linkage;
  readonly architecture: LoadInput['architecture'];
}

/** A Go program's linkage comes from goLink, so that the whole chain is tested; a C program's from its recorded ELF headers. */
function productOf(row: RunRow, builds: ReadonlyMap<string, BuildRow>): Product | null {
  const go = /^go(1\.\d+):(.*)$/.exec(row.binary);
  if (go) {
    const build = builds.get((go[2] ?? '').replace(/\s+/g, ' '));
    const glibc = glibcOf[row.builtOn ?? ''];
    if (!build || glibc === undefined) return null;
    const outcome = goLink(
      inputOf({ ...build, id: row.id, go: go[1] ?? '', host: { glibc, suite: row.builtOn ?? '' } }),
    );
    return { linkage: outcome.linkage, architecture: isArchitecture(outcome.goarch) ? outcome.goarch : null };
  }
  if (!row.binary.startsWith('c:') || !row.linkage) return null;
  return { linkage: headersOf(row), architecture: row.binary.includes('arm64') ? 'arm64' : 'amd64' };
}

function headersOf({ linkage, binary }: RunRow): Linkage {
  const interp = linkage?.interp ?? null;
  const versions = Object.entries(linkage?.verneed ?? {}).map(([library, version]) => ({
    library,
    versions: [version],
  }));
  const libcVersions = versions
    .flatMap((one) => one.versions)
    .flatMap((one) => /^GLIBC_([\d.]+)$/.exec(one)?.[1] ?? []);
  const isStatic = interp === null && (linkage?.needed ?? []).length === 0;
  return {
    type: isStatic ? 'static' : 'dynamic',
    libc: interp?.includes('musl') === true || binary.includes('musl') ? 'musl' : 'glibc',
    interpreter: interp,
    minimumVersion: libcVersions.reduce<string | null>(
      (a, b) => (a === null || !atLeast(a, b) ? b : a),
      null,
    ),
    minimumIsExact: true,
    needed: linkage?.needed ?? [],
    // nss.c looks users up.
    symbols: isStatic ? (binary.startsWith('c:nss') ? ['getpwnam'] : []) : null,
    versions,
  };
}

const exitOf = (exit: number): number => (exit < 0 ? 128 - exit : exit);

function disagreement(row: RunRow, verdict: Verdict, { reword, exitCounts }: Start): string | null {
  const started = row.exit === 0;
  if (verdict.kind === 'runs') return started ? null : `runs, but ${String(row.exit)} ${row.stderr}`;
  if (started) return `fails with ${verdict.predictedError ?? ''}, but it started`;
  const kernel =
    verdict.cause === 'no-loader' || verdict.cause === 'other-libc' || verdict.cause === 'wrong-architecture';
  if ((exitCounts || !kernel) && verdict.exitCode !== exitOf(row.exit))
    return `exit code ${String(verdict.exitCode)} instead of ${String(exitOf(row.exit))}`;
  // busybox reads a foreign program as a script and stumbles over whatever bytes come first.
  if (verdict.cause === 'wrong-architecture' && verdict.exitCode === 2) return null;
  const want = row.stderr.trimEnd();
  const got = verdict.predictedError === null ? '' : reword(verdict.predictedError);
  // musl names the symbols of a library that is missing as well.
  if (verdict.cause === 'library-missing' && want.startsWith(`${got}\nError relocating `)) return null;
  // Of a C program only the newest version of each library was recorded, so other lines may stand between ours.
  const same = row.binary.startsWith('go')
    ? got === want
    : got.split('\n').every((line) => want.split('\n').includes(line));
  return same ? null : `${JSON.stringify(got)} instead of ${JSON.stringify(want)}`;
}

const file = 'runtime.jsonl.gz';

describe('recorded starts', function () {
  this.timeout(120_000);

  it('agree with load, text and exit code, wherever it commits itself', function () {
    if (!isThere(file) || !isThere('linkage.jsonl')) this.skip();
    const builds = new Map(buildRows().map((row) => [productName(row), row]));
    const products = new Map<string, Product | null>();
    const wrong: string[] = [];
    const tally = { agreed: 0, unknown: 0, degraded: 0 };
    for (const row of rowsOf<RunRow>(file)) {
      const start = startOf(row);
      if (!start) continue;
      const key = `${row.binary}@${row.builtOn ?? ''}`;
      const product = products.get(key) ?? productOf(row, builds);
      products.set(key, product);
      if (!product) continue;
      const verdict = load({ ...product, ...start.input });
      if (verdict.kind === 'unknown') tally.unknown++;
      else if (verdict.kind === 'degraded') tally.degraded++;
      else {
        const found = disagreement(row, verdict, start);
        if (found === null) tally.agreed++;
        else
          wrong.push(
            `${row.id} ${row.binary} from ${row.builtOn ?? ''} on ${row.target}, ${row.how}: ${found}`,
          );
      }
    }
    assert.deepEqual(wrong, []);
    assert.ok(tally.agreed >= 5500, JSON.stringify(tally));
    // C programs behind the loader link (their symbols were not recorded) and files for other systems.
    assert.ok(tally.unknown <= 600, JSON.stringify(tally));
  });
});
