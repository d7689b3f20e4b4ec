// Mutated build files through the whole path, parse to report: a result for every text, places inside their files, in bounded time.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { analyse } from '../../server/src/build/analyse.js';
import type { AnalysisInput, DocumentKind } from '../../server/src/build/model.js';
import { check } from '../../server/src/rules/check.js';
import type { Place } from '../../server/src/text/span.js';
import { mutate, random } from './mutations.js';

const seed = Number(process.env['FUZZ_SEED'] ?? 20250630);
const rounds = Number(process.env['FUZZ_ROUNDS'] ?? 5000);

/** Slower than any text of this size may be, on a busy machine. */
const slowest = 2000;

const texts: readonly string[] = ['examples', 'test/rules/fixtures', 'test/unit/build']
  .filter((folder) => fs.existsSync(folder))
  .flatMap((folder) => fs.readdirSync(folder, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /Dockerfile|\.sh$|Makefile/.test(entry.name))
  .map((entry) => fs.readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));

const kinds: readonly DocumentKind[] = ['dockerfile', 'dockerfile', 'dockerfile', 'shellscript', 'makefile'];

const inputOf = (text: string, kind: DocumentKind): AnalysisInput => ({
  path: '/fuzz/Dockerfile',
  text,
  kind,
  files: null,
  context: null,
  buildArguments: {},
  platform: null,
  target: null,
  asOf: '2025-06-30',
});

describe('fuzz: the whole path', () => {
  it(`gives a result for ${rounds} mutated files (FUZZ_SEED=${seed})`, () => {
    assert.ok(texts.length >= 6, 'there are files to start from');
    const next = random(seed);
    for (let round = 0; round < rounds; round++) {
      const text = mutate(texts, next);
      const kind = kinds[round % kinds.length] ?? 'dockerfile';
      judge(text, kind, round);
    }
  }).timeout(120_000);
});

function judge(text: string, kind: DocumentKind, round: number): void {
  const told = (what: string): string => `round ${round}, ${kind}: ${what}\n${JSON.stringify(text)}`;
  const start = performance.now();
  let places: Place[];
  try {
    const analysis = analyse(inputOf(text, kind));
    const findings = check(analysis);
    places = [
      ...findings.flatMap((one) => [one.place, ...one.because.flatMap((reason) => reason.place ?? [])]),
      ...findings.flatMap((one) => one.fixes.flatMap((fix) => fix.edits)),
      ...analysis.artifacts.flatMap((one) => [
        one.madeBy,
        ...one.because.flatMap((reason) => reason.place ?? []),
      ]),
      ...analysis.placements.map((one) => one.place),
    ];
  } catch (thrown) {
    assert.fail(told(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)));
  }
  const time = performance.now() - start;
  assert.ok(time < slowest, told(`took ${time.toFixed(0)} ms`));
  for (const { span } of places)
    assert.ok(
      span.start >= 0 && span.start <= span.end && span.end <= text.length,
      told(`place ${span.start}-${span.end} of ${text.length}`),
    );
}
