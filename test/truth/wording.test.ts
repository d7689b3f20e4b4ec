// Recorded starts by the programs that entry points use: each words a missing loader as we do.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { StarterProgram } from '../../server/src/knowledge/start-wordings.js';
import { starterFailure } from '../../server/src/linking/start-failure.js';
import { isThere, rowsOf } from './shared-folder.js';

interface WordingRow {
  readonly binary: string;
  readonly target: string;
  readonly how: string;
  readonly exit: number;
  readonly stderr: string;
}

const entry = { path: '/opt/h/entry.sh', line: 3 };

/** Null where the way of starting is none of those. */
function predicted({ how, target, binary }: WordingRow): { text: string | null; exitCode: number } | null {
  const family = target.startsWith('alpine') ? 'busybox' : 'coreutils';
  const refusal = binary === 'elf-arm64' ? 'wrong-format' : 'no-loader';
  const simple = /^(env|nohup|timeout 5|xargs) \.\/x$/.exec(how)?.[1]?.replace(' 5', '');
  if (simple !== undefined) return starterFailure(`${simple} (${family})` as StarterProgram, refusal, './x');
  const shell = family === 'busybox' ? 'exec (ash)' : 'exec (dash)';
  if (how === 'sh script: exec "$@" with ./x') return starterFailure(shell, refusal, './x', entry);
  if (how === 'gosu root ./x') return starterFailure('gosu', refusal, './x');
  if (how === 'dumb-init ./x') return starterFailure('dumb-init', refusal, './x');
  if (how.startsWith('tini') && how.endsWith('-- ./x'))
    return starterFailure(family === 'busybox' ? 'tini (ash)' : 'tini (dash)', refusal, './x');
  if (how === 'execvp C program (su-exec style, musl static)')
    return starterFailure('su-exec', refusal, './x');
  return null;
}

/** Binary rubbish that shells print where they read a program as a script, the program's own name, and Debian 12's full path of env. */
const plain = (text: string): string => text.replace('/usr/bin/env:', 'env:').replace(/^suexec:/, 'su-exec:');

const file = 'wording.jsonl.gz';

describe('recorded words of starters', () => {
  it('are ours, with their exit codes', function () {
    if (!isThere(file)) this.skip();
    const wrong: string[] = [];
    let compared = 0;
    for (const row of rowsOf<WordingRow>(file)) {
      if (row.binary !== 'elf-missing-interp' && row.binary !== 'elf-arm64') continue;
      const ours = predicted(row);
      if (!ours) continue;
      compared++;
      if (ours.exitCode !== row.exit || ours.text === null || !plain(row.stderr).includes(ours.text))
        wrong.push(
          `${row.how} on ${row.target}, ${row.binary}: ${ours.text ?? ''} ${String(ours.exitCode)}; recorded ${String(row.exit)} ${JSON.stringify(row.stderr.slice(0, 300))}`,
        );
    }
    assert.deepEqual(wrong, []);
    assert.ok(compared >= 50, `${String(compared)} starts were compared`);
  });
});
