// Runs the built command line as its users do, in a folder of its own, and reads what it prints.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import picocolors from 'picocolors';
import { run } from '../../../server/src/cli/program.js';
import type { Terminal } from '../../../server/src/cli/terminal.js';

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

export const program = path.resolve('server/dist/cli.cjs');

export interface Situation {
  readonly folder?: string;
  readonly input?: string | Buffer;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs `libc-lens` with the given arguments; what moves with time is pinned to a day. */
export function libcLens(args: readonly string[], situation: Situation = {}): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: situation.folder ?? process.cwd(),
    input: situation.input ?? '',
    env: { ...process.env, ...situation.environment },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { code: status, out: stdout, error: stderr };
}

/** Runs a command line in this process, for what needs no process of its own. */
export async function inProcess(
  args: readonly string[],
  situation: Situation = {},
  terminal: Partial<Terminal> = {},
): Promise<Outcome> {
  let out = '';
  let error = '';
  const input = Buffer.from(situation.input ?? '');
  const code = await run(args, '0.0.0', {
    out: (text) => (out += text),
    error: (line) => (error += `libc-lens: ${line}\n`),
    colours: picocolors.createColors(false),
    width: null,
    input: (limit) => Promise.resolve(input.length > limit ? null : input),
    folder: situation.folder ?? process.cwd(),
    today: '2025-06-30',
    ...terminal,
  });
  return { code, out, error };
}

/** A new folder with the given files; whoever makes it removes it. */
export function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'libc-lens-cli-')));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }
  return folder;
}

export const remove = (folder: string): void => {
  fs.rmSync(folder, { recursive: true, force: true });
};

/** Day for tests, so that floating tags mean the same for ever. */
export const asOf = ['--as-of', '2025-06-30'];

/** A glibc binary that lands on Alpine: one error, every input known. */
export const broken = [
  'FROM debian:12 AS build',
  'RUN apt-get update && apt-get install -y gcc libc6-dev',
  'COPY hello.c .',
  'RUN gcc -o /hello hello.c',
  'FROM alpine:3.20',
  'COPY --from=build /hello /hello',
  'CMD ["/hello"]',
  '',
].join('\n');

/** The same, linked statically. */
export const sound = broken.replace('gcc -o', 'gcc -static -o');

/** Only a hint: flags that do nothing any more. */
export const hintOnly = [
  'FROM golang:1.22 AS build',
  'WORKDIR /src',
  'COPY . .',
  'RUN CGO_ENABLED=0 GOOS=linux go build -a -installsuffix cgo -o /app .',
  'FROM scratch',
  'COPY --from=build /app /app',
  'ENTRYPOINT ["/app"]',
  '',
].join('\n');
