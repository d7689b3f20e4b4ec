// Analysis and check without a server: the time for one Dockerfile, and how it grows with the number of lines.
import { analyse } from '../../server/src/build/analyse.js';
import { check } from '../../server/src/rules/check.js';
import { dockerfile } from './documents.js';
import { milliseconds, summarise, table } from './statistics.js';

function once(text: string): { time: number; truncated: boolean } {
  const start = performance.now();
  const analysis = analyse({
    path: '/bench/Dockerfile',
    text,
    kind: 'dockerfile',
    files: null,
    context: null,
    buildArguments: {},
    platform: null,
    target: null,
    asOf: '2025-06-30',
  });
  check(analysis);
  return { time: performance.now() - start, truncated: analysis.truncated };
}

/** The table of all measurements. */
export function measureInProcess(): string {
  const sizes: readonly (readonly [number, number])[] = [
    [200, 60],
    [2000, 15],
    [20_000, 5],
  ];
  for (let warm = 0; warm < 20; warm++) once(dockerfile(200));
  const rows = sizes.map(([lines, rounds]) => {
    const text = dockerfile(lines);
    const runs = Array.from({ length: rounds }, () => once(text));
    const { min, median } = summarise(runs.map(({ time }) => time));
    const perLine = `${((median / lines) * 1000).toFixed(1)} µs`;
    const note = runs.some(({ truncated }) => truncated) ? 'a part was not looked at' : '';
    return [`${lines} lines`, milliseconds(min), milliseconds(median), perLine, note];
  });
  return table([['analyse and check', 'min', 'median', 'per line', ''], ...rows]);
}
