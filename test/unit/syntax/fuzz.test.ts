// A short run of the fuzzer on every test run; `FUZZ_SECONDS` makes it longer.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseDockerfile } from '../../../server/src/syntax/dockerfile.js';
import { parseShell } from '../../../server/src/syntax/shell.js';
import { verbatim } from '../../../server/src/text/embedded.js';
import { fuzzSyntax, seeds } from '../../fuzz/syntax.fuzz.js';

const seconds = Math.min(20, Number(process.env['FUZZ_SECONDS'] ?? 1));
const seed = Number(process.env['FUZZ_SEED'] ?? 20250630);

describe('fuzz: syntax', () => {
  it(`reads mutated texts for ${seconds} s (FUZZ_SEED=${seed})`, () => {
    assert.ok(seeds().length > 20, 'the fixtures are there to start from');
    assert.ok(fuzzSyntax({ seed, milliseconds: seconds * 1000, atLeast: 100 }) >= 100);
  }).timeout(40_000);
});

/** The least of three measurements: what the machine does besides is not ours. */
function least(run: () => void): number {
  const took = [0, 1, 2].map(() => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...took);
}

describe('time grows with the length', () => {
  const shapes: Readonly<Record<string, string>> = {
    stages: 'FROM a AS b\n# c\nCOPY --from=b /a /b\nENV A=1 B=2\n',
    flags: '--a=b ',
    comments: 'RUN a \\\n# c\n',
    'continued lines': ' b \\\n',
    heredocs: 'RUN <<A\nb\nA\n',
    'open heredocs': 'RUN a << b\n',
    'JSON strings': '"a", ',
    quotes: '"\' ',
    'byte order marks': '\uFEFF',
  };
  for (const [name, part] of Object.entries(shapes))
    it(name, () => {
      const text = (size: number): string =>
        `COPY ${name === 'JSON strings' ? '[' : ''}${part.repeat(Math.floor(size / part.length))}`;
      const [short, long] = [text(50_000), text(400_000)];
      const unit = least(() => parseDockerfile(short));
      const eight = least(() => parseDockerfile(long));
      // Eight times the text: 64 times the time would be quadratic, seconds for any of these shapes.
      assert.ok(eight < Math.max(1000, unit * 32), `${unit} ms for 50 kB, ${eight} ms for 400 kB`);
    }).timeout(60_000);

  it('a Dockerfile of 600 lines takes a few milliseconds', () => {
    const text =
      'FROM golang:1.22 AS b\nRUN a && \\\n  b "c d" && \\\n # e\n  f\nCOPY --from=b /a /b\n'.repeat(100);
    const took = least(() => {
      for (const instruction of parseDockerfile(text).instructions)
        parseShell(verbatim(instruction.body.text));
    });
    assert.ok(took < 50, `${took} ms`);
  });
});
