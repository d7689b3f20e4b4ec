// Asks the Go toolchain on PATH how it links small programs of ours, and records its answers for the tests to replay.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import prettier from 'prettier';

/** Rows: program | environment | arguments; `cc=none` takes every C compiler off PATH. One word per blank, single quotes hold words together. */
const questions = `
hello
hello | CGO_ENABLED=0
hello | cc=none
hello | cc=none CGO_ENABLED=1
hello | CGO_ENABLED=0 | -buildmode=pie
hello | | -buildmode=pie
hello | | -buildmode pie -ldflags=-extldflags=-static-pie
hello | | -buildmode=pie -ldflags='-linkmode external -extldflags -static-pie'
hello | | -ldflags '-linkmode external'
hello | | -ldflags '-linkmode external -extldflags "-static"'
hello | | -ldflags=-linkmode=external\\x20-extldflags=-static-pie
hello | CGO_ENABLED=0 | -ldflags '-linkmode external'
hello | CGO_ENABLED=0 | -ldflags=-linkmode=external
hello | GO_EXTLINK_ENABLED=1
hello | GO_EXTLINK_ENABLED=1 | -ldflags=-extldflags=-static
hello | GO_EXTLINK_ENABLED=1 CGO_ENABLED=0
hello | GO_EXTLINK_ENABLED=0
hello | | -race
hello | CGO_ENABLED=0 | -race
hello | | -race=false
hello | cc=none | -race
hello | GOARCH=arm64 | -race
hello | GOARCH=arm | -race
hello | GOARCH=arm | -msan
hello | CGO_ENABLED=1 | -msan
hello | | -buildmode=pie -race
hello | | -buildmode=c-shared
hello | CGO_ENABLED=0 | -buildmode=c-shared
hello | | -buildmode=c-shared -ldflags=-extldflags=-static
hello | | -buildmode=c-archive
hello | CGO_ENABLED=0 | -buildmode=c-archive
hello | cc=none | -buildmode=c-archive
hello | | -buildmode=plugin
hello | CGO_ENABLED=0 | -buildmode=plugin
hello | | -buildmode=shared
hello | | -buildmode=static
hello | GOARCH=mips | -buildmode=pie
hello | GOARCH=arm | -buildmode=pie
hello | GOARCH=arm64 | -buildmode=pie
hello | GOARCH=ppc64le | -buildmode=pie
hello | GOARCH=arm64
hello | GOARCH=386
hello | GOARCH=riscv64
hello | CGO_ENABLED=1 GOARCH=arm64
hello | CGO_ENABLED=1 GOARCH=arm64 | -ldflags=-linkmode=external
hello | GOOS=windows
hello | GOOS=android GOARCH=amd64
hello | GOARCH=x86_64
hello | GOARCH=aarch64
hello | GOOS=Linux
hello | | -ldflags=-linkmode=internal -buildmode=c-shared
hello | | -ldflags '-I /lib/my-loader.so.1' -buildmode=pie
dial
dial | CGO_ENABLED=0
dial | CGO_ENABLED=false
dial | CGO_ENABLED=
dial | CGO_ENABLED=2
dial | cc=none
dial | cc=none CGO_ENABLED=1
dial | CC=no-such-gcc
dial | CC=no-such-gcc CGO_ENABLED=0
dial | CC=gcc
dial | CC='gcc -static'
dial | CGO_LDFLAGS=-static
dial | CGO_LDFLAGS=-static | -ldflags=-linkmode=external
dial | | -tags netgo
dial | | -tags=netcgo
dial | | --tags netgo,osusergo
dial | | -tags 'netgo osusergo'
dial | | -tags 'netgo, osusergo'
dial | | -tags netgo,netcgo
dial | | -tags netgo -tags osusergo
dial | GOFLAGS=-tags=netgo
dial | GOFLAGS=-tags=netgo | -tags=other
dial | GOFLAGS=-ldflags=-linkmode=external
dial | GOFLAGS='"-ldflags=-linkmode external -extldflags -static"'
dial | GOFLAGS='-ldflags="-linkmode external -extldflags -static"'
dial | GOFLAGS='-tags netgo'
dial | GOFLAGS=-linkmode=external
dial | GOFLAGS='-ldflags=-linkmode=external -extldflags=-static'
dial | | -ldflags '-extldflags "-static"'
dial | | -ldflags '-linkmode external -extldflags "-static"'
dial | | -ldflags '-linkmode=external -extldflags="-static"'
dial | | -ldflags '-linkmode external -extldflags="-static -s"'
dial | | -ldflags '-linkmode external -extldflags "-static'
dial | | -ldflags '-X main.v=1 -s -w -linkmode external -extldflags "-static -s"'
dial | | -ldflags '-linkmode external -extldflags -static' -ldflags '-s -w'
dial | | -ldflags=all='-linkmode external -extldflags -static'
dial | | -ldflags=std='-linkmode external -extldflags -static'
dial | | -ldflags 'all = -linkmode external'
dial | | -ldflags=all
dial | | -ldflags '-extldflags -static -extldflags -s -linkmode external'
dial | | -ldflags '-linkmode external -linkmode internal'
dial | | -ldflags=-linkmode=auto
dial | | -ldflags '--linkmode external --extldflags -static'
dial | | -ldflags '-linkmode external -extldflags -Wl,-Bstatic'
dial | | -ldflags=-d
dial | | -buildmode=pie
dial | | -buildmode=pie -ldflags '-linkmode external -extldflags "-static"'
dial | | -trimpath -ldflags=-s\\x20-w
dial | | -gcflags=all=-l
dial | CGO_ENABLED=1 GOARCH=arm64
dial | CGO_ENABLED=1 GOARCH=386
users
users | | -tags osusergo
users | | -tags netgo
users | | -ldflags '-linkmode external -extldflags "-static"'
plugins
plugins | CGO_ENABLED=0
plugins | | -ldflags=-extldflags=-static
plugins | | -ldflags=-linkmode=internal
native
native | CGO_ENABLED=0
native | cc=none
native | | -tags netgo,osusergo
native | | -ldflags=-extldflags=-static
native | | -ldflags=-linkmode=internal
native | GO_EXTLINK_ENABLED=0 | -ldflags=-extldflags=-static
native | CGO_LDFLAGS=-static
native | CGO_LDFLAGS=-Wl,-Bstatic
native | | -buildmode=pie -ldflags=-extldflags=-static-pie
native | CGO_ENABLED=0 | -buildmode=c-shared
power
fixed
fixed | | -ldflags=-linkmode=internal
twin
twin | CGO_ENABLED=0
twin | cc=none
twin | GOARCH=arm64
broken | CGO_ENABLED=0
needy | CGO_ENABLED=0
`;

const programs = path.resolve('test/truth/programs');
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'oracle-'));
const output = (program, ...args) => execFileSync(program, args, { encoding: 'utf8' }).trim();
const goBinary = process.argv[2] ?? output('which', 'go');
const goRoot = output(goBinary, 'env', 'GOROOT');

/** Blanks part words, single quotes hold them together and are dropped; \\x20 is a blank inside a word. */
const words = (text) =>
  [...text.matchAll(/(?:[^\s']|'[^']*')+/g)].map(([word]) =>
    word.replaceAll("'", '').replaceAll('\\x20', ' '),
  );

function question(line) {
  const [program = '', environment = '', args = ''] = line.split('|').map((part) => part.trim());
  const pairs = words(environment).map((pair) => [
    pair.slice(0, pair.indexOf('=')),
    pair.slice(pair.indexOf('=') + 1),
  ]);
  const compiler = pairs.some(([name]) => name === 'cc') ? 'none' : 'gcc';
  return {
    program,
    compiler,
    environment: Object.fromEntries(pairs.filter(([name]) => name !== 'cc')),
    arguments: words(args),
  };
}

function ask({ program, compiler, environment, arguments: args }) {
  const file = path.join(work, 'out');
  fs.rmSync(file, { force: true });
  const { error, stderr, status } = spawnSync(goBinary, ['build', ...args, '-o', file, `./${program}`], {
    cwd: programs,
    encoding: 'utf8',
    env: {
      HOME: os.homedir(),
      PATH: compiler === 'none' ? path.join(goRoot, 'bin') : process.env.PATH,
      GOPROXY: 'off',
      GOTOOLCHAIN: 'local',
      GOMAXPROCS: '2',
      ...environment,
    },
  });
  if (error) throw error;
  return status === 0
    ? { builds: true, ...headers(file, environment) }
    : { builds: false, error: plain(stderr) };
}

/** What the file asks for, as readelf tells it; and how it ends on this machine. */
function headers(file, environment) {
  const readelf = (option) => spawnSync('readelf', [option, '-W', file], { encoding: 'utf8' }).stdout;
  const type = /^\s*Type:\s+(\w+)/m.exec(readelf('-h'))?.[1] ?? null;
  const interpreter = /Requesting program interpreter: ([^\]]+)/.exec(readelf('-l'))?.[1] ?? null;
  const needed = [...readelf('-d').matchAll(/\(NEEDED\).*\[(.+)\]/g)].map((match) => match[1]);
  const versions = [...readelf('-V').matchAll(/Name: GLIBC_([\d.]+)/g)].map((match) => match[1]);
  const newest = versions.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1) ?? null;
  const foreign = (environment.GOOS ?? 'linux') !== 'linux' || (environment.GOARCH ?? 'amd64') !== 'amd64';
  const runnable = !foreign && (type === 'EXEC' || interpreter !== null || type === 'DYN');
  const ran = runnable ? spawnSync(file, { timeout: 10_000 }) : null;
  return { type, interpreter, needed, minimumVersion: newest, signal: ran?.signal ?? null };
}

/** The toolchain's words without what differs from one machine or run to the next. */
const plain = (text) =>
  text
    .replaceAll(work, '$WORK')
    .replaceAll(goRoot, '/usr/local/go')
    .replaceAll(programs, '$SOURCES')
    .replace(/\/tmp\/go-(link-\d+|build\d+)/g, '$WORK')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('/usr/bin/gcc -m64'))
    .slice(0, 12)
    .join('\n');

const rows = questions
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const asked = question(line);
    process.stderr.write(`${line}\n`);
    return { ...asked, ...ask(asked) };
  });
fs.rmSync(work, { recursive: true });
const go = output(goBinary, 'env', 'GOVERSION').replace('go', '');
const recording = {
  go,
  glibc: /\d+\.\d+$/.exec(output('ldd', '--version').split('\n')[0])?.[0] ?? null,
  compiler: output('gcc', '--version').split('\n')[0],
  architecture: output(goBinary, 'env', 'GOHOSTARCH'),
  recorded: new Date().toISOString().slice(0, 10),
  rows,
};
const file = path.resolve(`test/truth/recorded/go-${go}.json`);
const options = { ...(await prettier.resolveConfig(file)), filepath: file };
fs.writeFileSync(file, await prettier.format(JSON.stringify(recording), options));
