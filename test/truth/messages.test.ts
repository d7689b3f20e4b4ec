// The recogniser against what real starters, loaders and linkers printed: recordings beside the repository, skipped where they are not.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { describe, it } from 'mocha';
import { recognise } from '../../server/src/knowledge/messages/recognise.js';

interface Run {
  readonly binary: string;
  readonly how: string;
  readonly exit: number | string;
  readonly stderr: string;
  readonly stdout: string;
  readonly target: string;
}

const folder = path.resolve('..', 'shared', 'truth');

function runs(name: string): readonly Run[] {
  const text = zlib.gunzipSync(fs.readFileSync(path.join(folder, `${name}.jsonl.gz`))).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Run);
}

const printed = (run: Run): string => [run.stderr, run.stdout].filter((text) => text !== '').join('\n');
const idsOf = (text: string): ReadonlySet<string> => new Set(recognise(text).map((message) => message.id));

/** Those that may be said of a program that is there and whose loader or interpreter is not. */
const startFailures = [
  'shell-not-found',
  'starter-not-found',
  'child-process-not-found',
  'container-start-not-found',
  'required-file-not-found',
  'shebang-carriage-return',
  'exit-status-127',
];

/** A text that reports a start which failed for a missing file, by any of the words for it. */
const reportsMissing = /not found|[Nn]o such file|ENOENT|exit status 127/;
/** Recorded calls that do not start the program, or whose own tool is missing or was not understood. */
const startsNothing =
  /^(?:which|busybox which|command -v|type|test -x|file|ldd|sh x|bash x|sh -c "\. )|^busybox nohup/;
const toolMissing = /unrecognized option|applet not found|: (?:time|start-stop-daemon): not found/;

/** Programs that run may fail to look something up, or to load a plugin, and say so. */
const reportedByRunningPrograms = new Set(['scratch-name-lookup', 'dynamic-loading-unsupported']);

describe('truth: messages', () => {
  const present = fs.existsSync(path.join(folder, 'wording.jsonl.gz'));

  it('recognises a missing interpreter in the words of every starter', function () {
    if (!present) this.skip();
    let counted = 0;
    const missed: string[] = [];
    for (const run of runs('wording')) {
      if (!/^(?:elf-missing-interp|shebang-)/.test(run.binary)) continue;
      const text = printed(run);
      if (startsNothing.test(run.how) || toolMissing.test(text) || !reportsMissing.test(text)) continue;
      counted++;
      const ids = idsOf(text);
      if (!startFailures.some((id) => ids.has(id))) missed.push(`${run.how}: ${text}`);
    }
    assert.ok(counted > 500, `only ${counted} rows`);
    assert.deepEqual(missed, []);
  });

  it('never calls a missing interpreter a missing file, a wrong processor or an old glibc', function () {
    if (!present) this.skip();
    const wrong: string[] = [];
    for (const run of runs('wording')) {
      if (run.binary !== 'elf-missing-interp' || startsNothing.test(run.how)) continue;
      const ids = idsOf(printed(run));
      for (const id of ['command-not-found', 'container-file-missing', 'exec-format-error', 'glibc-too-old'])
        if (ids.has(id)) wrong.push(`${id}: ${run.how}: ${printed(run)}`);
    }
    assert.deepEqual(wrong, []);
  });

  it('calls another processor by its name, in the words of every starter', function () {
    if (!present) this.skip();
    let counted = 0;
    const missed: string[] = [];
    for (const run of runs('wording')) {
      const text = printed(run);
      if (run.binary !== 'elf-arm64' || !/ELF.*: not found|xec format error/.test(text)) continue;
      if (startsNothing.test(run.how) && !run.how.startsWith('sh x')) continue;
      counted++;
      if (!idsOf(text).has('exec-format-error')) missed.push(`${run.how}: ${text}`);
    }
    assert.ok(counted > 150, `only ${counted} rows`);
    assert.deepEqual(missed, []);
  });

  it('reads the version that an old glibc lacks, and the symbols that musl lacks', function () {
    if (!present) this.skip();
    let versions = 0;
    let symbols = 0;
    for (const name of ['wording', 'runtime', 'shim', 'ccxx', 'rust']) {
      for (const run of runs(name)) {
        for (const line of printed(run).split('\n')) {
          const version = /version `GLIBC_(2[\d.]+)' not found \(required by/.exec(line)?.[1];
          const relocation = /^Error relocating (\S+): (\w+): symbol not found$/.exec(line);
          if (version === undefined && !relocation) continue;
          const [message, ...rest] = recognise(line);
          assert.deepEqual(rest, [], line);
          if (version !== undefined) {
            versions++;
            assert.equal(message?.id, 'glibc-too-old', line);
            assert.equal(message?.captures['version'], version, line);
          } else {
            symbols++;
            assert.match(message?.id ?? '', /^musl-/, line);
            assert.equal(message?.captures['path'], relocation?.[1], line);
            assert.equal(message?.captures['symbol'], relocation?.[2], line);
          }
        }
      }
    }
    assert.ok(versions > 1_000 && symbols > 10_000, `${versions} versions, ${symbols} symbols`);
  });

  it('stays silent on programs that ran', function () {
    if (!present) this.skip();
    const wrong: string[] = [];
    let counted = 0;
    for (const name of ['wording', 'runtime', 'shim', 'ccxx', 'musl', 'rust']) {
      for (const run of runs(name)) {
        if (run.exit !== 0 || startsNothing.test(run.how) || reportsMissing.test(printed(run))) continue;
        if (/ELF|relocation|Exec format|can't find command/.test(printed(run))) continue;
        counted++;
        const ids = [...idsOf(printed(run))].filter((id) => !reportedByRunningPrograms.has(id));
        if (ids.length > 0) wrong.push(`${run.how}: ${printed(run)}`);
      }
    }
    assert.ok(counted > 10_000, `only ${counted} rows`);
    assert.deepEqual(wrong, []);
  });

  it('recognises nine of ten failed builds', function () {
    if (!present) this.skip();
    const rows = fs
      .readFileSync(path.join(folder, 'linkage.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { ok: boolean; error: string });
    const failed = rows.filter((row) => !row.ok && row.error !== '');
    const known = failed.filter((row) => idsOf(row.error).size > 0);
    assert.ok(failed.length > 100, `only ${failed.length} rows`);
    assert.ok(known.length / failed.length > 0.9, `${known.length} of ${failed.length}`);
  });
});
