// Recorded Go builds: their rows, and the inputs that goLink takes for them.
import type { GoLinkInput } from '../../server/src/linking/go-link-model.js';
import { readGoProgram } from './go-sources.js';
import { recordings, rowsOf } from './shared-folder.js';

export interface BuildRow {
  readonly id: string;
  readonly set: string;
  readonly go: string;
  readonly host: { readonly glibc: string; readonly suite: string };
  readonly program: string;
  readonly cc: string;
  readonly env: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  readonly ok: boolean;
  readonly error: string;
  readonly type: string | null;
  readonly interp: string | null;
  readonly needed: readonly string[];
  readonly glibcMax: string | null;
  readonly warnings: readonly string[];
}

export const buildRows = (): readonly BuildRow[] => rowsOf<BuildRow>('linkage.jsonl');

const withoutGcc: Partial<GoLinkInput['compiler']> = { defaultFound: false, ccFound: false };

/** Rows that were made on a host changed by hand: what was changed stands in the notes of the recording, not in the row. */
const changedHosts: Readonly<
  Record<
    string,
    { compiler?: Partial<GoLinkInput['compiler']>; environment?: Readonly<Record<string, string>> }
  >
> = {
  'extra#7': { compiler: { staticLibc: false } },
  'extra#9': { compiler: { staticLibc: false } },
  'extra#13': { compiler: { staticLibc: false } },
  'extra#19': { compiler: { libcHeaders: false } },
  'extra#21': { compiler: { libcHeaders: false } },
  'extra#23': { compiler: withoutGcc },
  'extra#24': { compiler: withoutGcc },
  'extra#26': { compiler: withoutGcc },
  // GOENV names a file that says so.
  'extra#27': { environment: { CGO_ENABLED: '0' } },
};

// Debian 11's Go 1.15 and Debian 12's Go 1.19 carried their standard library to other hosts.
const compiledOn: Readonly<Record<string, string>> = { '1.15': '2.31', '1.19': '2.36' };

export function inputOf(
  row: Pick<BuildRow, 'id' | 'go' | 'host' | 'program' | 'cc' | 'env' | 'args'>,
): GoLinkInput {
  return {
    goVersion: row.go,
    host: {
      libc: 'glibc',
      libcVersion: row.host.glibc,
      standardLibraryLibcVersion: compiledOn[row.go] ?? null,
      architecture: 'amd64',
    },
    compiler: {
      defaultFound: row.cc !== 'none',
      ccFound: row.cc !== 'none' && row.cc !== 'nosuch-gcc',
      libcHeaders: row.host.suite !== 'nolibc',
      staticLibc: true,
      ...changedHosts[row.id]?.compiler,
    },
    environment: { ...row.env, ...changedHosts[row.id]?.environment },
    arguments: ['build', ...row.args, '-o', '/out', '.'],
    program: readGoProgram(
      recordings(`programs/src/${row.program}`),
      `example.com/${row.program}`,
      row.host.glibc,
    ),
  };
}

/** The name that run rows give a build's product, without the Go version before it. */
export const productName = ({ program, env, args, cc }: BuildRow): string =>
  [program, ...Object.entries(env).map(([name, value]) => `${name}=${value}`), ...args, `cc=${cc}`]
    .join(' ')
    .replace(/\s+/g, ' ');
