// Our language server and dockerfile-language-server-nodejs, side by side over standard input and output in the same run.
import { dockerfile, turn } from './documents.js';
import { ServerProcess } from './server-process.js';
import { milliseconds, ratio, summarise, table } from './statistics.js';

interface Contender {
  readonly name: string;
  readonly start: () => ServerProcess;
}

const contenders: readonly Contender[] = [
  { name: 'libc-lens', start: () => new ServerProcess('server/dist/server.cjs', ['--stdio']) },
  {
    name: 'dockerfile-language-server-nodejs',
    start: () =>
      new ServerProcess('node_modules/dockerfile-language-server-nodejs/bin/docker-langserver', ['--stdio']),
  },
];

/** One list of samples for each contender, taken by turns so that the machine's moods meet both. */
async function alternate(
  rounds: number,
  sample: (index: number, round: number) => Promise<number>,
): Promise<number[][]> {
  const samples: number[][] = contenders.map(() => []);
  for (let round = 0; round < rounds; round++)
    for (const [index, list] of samples.entries()) list.push(await sample(index, round));
  return samples;
}

async function elapsed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function coldStart(): Promise<number[][]> {
  return alternate(12, async (index) => {
    let server: ServerProcess | undefined;
    const time = await elapsed(async () => {
      server = contenders[index]?.start();
      await server?.initialize();
    });
    await server?.stop();
    return time;
  });
}

/** Changes that are not counted: they let both servers compile what they run. */
const warmUp = 20;

async function changes(lines: number, rounds: number): Promise<number[][]> {
  const uri = 'file:///bench/Dockerfile';
  const text = dockerfile(lines);
  const servers = contenders.map((contender) => contender.start());
  for (const server of servers) {
    await server.initialize();
    await server.open(uri, text);
    for (let n = 1; n <= warmUp; n++) await server.change(uri, n + 1, turn(text, n));
  }
  const samples = await alternate(rounds, (index, round) => {
    const n = warmUp + 1 + round;
    return elapsed(async () => servers[index]?.change(uri, n + 1, turn(text, n)));
  });
  for (const server of servers) await server.stop();
  return samples;
}

async function memories(): Promise<(number | null)[]> {
  const found: (number | null)[] = [];
  for (const contender of contenders) {
    const server = contender.start();
    await server.initialize();
    for (let file = 0; file < 10; file++)
      await server.open(`file:///bench/${file}/Dockerfile`, dockerfile(60));
    found.push(server.memory());
    await server.stop();
  }
  return found;
}

const row = (title: string, samples: readonly number[][], pick: 'min' | 'median'): string[] => {
  const [ours = NaN, theirs = NaN] = samples.map((list) => summarise(list)[pick]);
  return [
    `${title}, ${pick} of ${samples[0]?.length ?? 0}`,
    milliseconds(ours),
    milliseconds(theirs),
    ratio(ours, theirs),
  ];
};

/** The table of all measurements. */
export async function compareServers(): Promise<string> {
  const start = await coldStart();
  const short = await changes(60, 60);
  const long = await changes(600, 40);
  const [ours = null, theirs = null] = await memories();
  const mebibytes = (value: number | null): string =>
    value === null ? 'not known' : `${value.toFixed(0)} MiB`;
  const measured: [string, number[][]][] = [
    ['cold start to initialize', start],
    ['change to diagnostics, 60 lines', short],
    ['change to diagnostics, 600 lines', long],
  ];
  return table([
    ['', ...contenders.map(({ name }) => name), 'ratio'],
    ...measured.flatMap(([title, samples]) => [row(title, samples, 'min'), row(title, samples, 'median')]),
    [
      'resident memory, 10 files open',
      mebibytes(ours),
      mebibytes(theirs),
      ours === null || theirs === null ? '' : ratio(ours, theirs),
    ],
  ]);
}
