// The world as a command sees it: where it writes, whether in colour, what stands on standard input, and which day it is.
import picocolors from 'picocolors';

export type Colours = ReturnType<typeof picocolors.createColors>;

export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (line: string) => void;
  readonly colours: Colours;
  /** Columns to wrap sentences at; null where the output is no terminal. */
  readonly width: number | null;
  /** All of standard input, or null where it is longer than `limit` bytes. */
  readonly input: (limit: number) => Promise<Buffer | null>;
  /** Working folder, absolute. */
  readonly folder: string;
  /** Today, as an ISO date. */
  readonly today: string;
}

/** The terminal of this process. Never calls `process.exit`, so that what was written arrives. */
export function processTerminal(): Terminal {
  const { stdout, stderr, stdin, env } = process;
  for (const stream of [stdout, stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // The reader went away (`| head`): nobody is left to tell.
      if (error.code !== 'EPIPE') throw error;
    });
  return {
    out: (text) => stdout.write(text),
    error: (line) => stderr.write(`libc-lens: ${line}\n`),
    colours: picocolors.createColors(stdout.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb'),
    width: stdout.isTTY ? stdout.columns : null,
    input: (limit) => readAll(stdin, limit),
    folder: process.cwd(),
    today: new Date().toISOString().slice(0, 10),
  };
}

async function readAll(stream: NodeJS.ReadStream, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    length += bytes.length;
    if (length > limit) {
      stream.destroy();
      return null;
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
