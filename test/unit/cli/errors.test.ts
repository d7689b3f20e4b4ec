// What the command line cannot do: each error names the file or option and the cause on standard error, and exits with 2.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import { asOf, broken, folderWith, inProcess, libcLens, program, remove } from './command-line.js';
import { valid } from './json-output.js';

describe('libc-lens, used wrongly', () => {
  let folder = '';
  before(() => {
    folder = folderWith({
      Dockerfile: broken,
      'folder/Dockerfile': broken,
      'binary.Dockerfile': Buffer.from([0x46, 0x52, 0x4f, 0x4d, 0, 1, 2, 3]),
      'large.Dockerfile': `FROM alpine\n${'# a line that is there to make the file large\n'.repeat(24_000)}`,
      'just-fits.Dockerfile': `FROM alpine\n${'#'.repeat((1 << 20) - 13)}\n`,
      'notes.txt': 'FROM alpine\n',
      'empty.Dockerfile': '',
    });
    fs.symlinkSync('loop.Dockerfile', path.join(folder, 'loop.Dockerfile'));
  });
  after(() => {
    remove(folder);
  });

  async function refused(args: readonly string[], ...causes: readonly RegExp[]): Promise<void> {
    const { code, out, error } = await inProcess(args, { folder });
    assert.equal(code, 2, `${args.join(' ')}: ${error}`);
    assert.equal(out, '');
    assert.match(error, /^libc-lens: .+\n$/, 'one line');
    for (const cause of causes) assert.match(error, cause);
  }

  it('names a missing or unknown command', async () => {
    await refused([], /check, trace, image, explain, rule, lsp/);
    await refused(['chekc'], /'chekc' is not a command/);
    await refused(['inspect', 'x'], /'inspect' is not a command/);
  });

  it('names an unknown option, also one that begins like another', async () => {
    await refused(['check', '--fix', 'Dockerfile'], /'--fix' is not an option of 'check'/);
    await refused(['check', '--form', 'json', 'Dockerfile'], /'--form'/);
    await refused(['check', '-x', 'Dockerfile'], /'-x'/);
    await refused(['trace', '--severity', 'error', 'Dockerfile'], /'--severity' is not an option of 'trace'/);
    await refused(['check', '--constructor', 'Dockerfile'], /'--constructor'/);
  });

  it('names the option whose value is missing or not one', async () => {
    await refused(['check', 'Dockerfile', '--platform'], /'--platform' needs a value/);
    await refused(['check', '--format', '--severity', 'error', 'Dockerfile'], /'--format' needs a value/);
    await refused(['check', '--format', 'sarif', 'Dockerfile'], /'sarif'.*text, json/);
    await refused(['check', '--severity', 'info', 'Dockerfile'], /'info'.*error, warning, hint/);
    await refused(['check', '--help=yes'], /'--help' takes no value/);
    for (const platform of [
      'linux',
      'arm64',
      'linux/z80',
      'windows/amd64',
      'linux/arm/v7/x',
      'linux/',
      'linux/arm/7',
    ])
      await refused(['check', '--platform', platform, 'Dockerfile'], /--platform/, /amd64/);
    for (const date of ['yesterday', '2025-13-01', '2025-02-30', '30-06-2025'])
      await refused(['check', '--as-of', date, 'Dockerfile'], /--as-of/);
    await refused(['check', '--build-arg', 'VERSION', 'Dockerfile'], /--build-arg 'VERSION'/);
    await refused(['check', '--context', 'nowhere', 'Dockerfile'], /--context 'nowhere'/);
    await refused(['check', '--context', 'Dockerfile', 'Dockerfile'], /--context 'Dockerfile'/);
    await refused(['trace', '--target', 'runtime', 'Dockerfile'], /Dockerfile.*'runtime'.*build/);
  });

  it('accepts the spellings of platforms that Docker accepts', async () => {
    for (const platform of ['linux/amd64', 'linux/x86_64', 'linux/aarch64', 'linux/arm/v7', 'linux/386'])
      assert.equal(
        (await inProcess(['trace', '--platform', platform, 'Dockerfile'], { folder })).code,
        0,
        platform,
      );
  });

  it('wants something to work on', async () => {
    await refused(['check']);
    await refused(['trace']);
    await refused(['trace', 'Dockerfile', 'Dockerfile']);
    await refused(['image']);
    await refused(['explain']);
    await refused(['rule', 'a', 'b']);
    await refused(['rule', 'no-such-rule'], /'no-such-rule'/);
    await refused(['lsp'], /--stdio/);
  });

  for (const command of ['check', 'trace']) {
    it(`${command}: names the file that cannot be read, and why`, async () => {
      await refused([command, 'nothing.Dockerfile'], /nothing\.Dockerfile: there is no such file/);
      await refused([command, 'Dockerfile/inside'], /Dockerfile\/inside: there is no such file/);
      await refused([command, 'folder'], /folder: is a folder; name the files/);
      await refused([command, 'binary.Dockerfile'], /binary\.Dockerfile: .*not a text file/);
      await refused([command, 'large.Dockerfile'], /large\.Dockerfile: .*1 MiB/);
      await refused([command, 'notes.txt'], /notes\.txt: is neither/);
      await refused([command, 'loop.Dockerfile'], /loop\.Dockerfile: .*circle/);
      if (process.platform !== 'win32')
        await refused([command, '/dev/null'], /\/dev\/null: is not a regular file/);
    });
  }

  it('declines standard input over 1 MiB without reading on', async () => {
    const { code, error } = libcLens(['check', '-'], { folder, input: Buffer.alloc((1 << 20) + 1, 35) });
    assert.equal(code, 2);
    assert.match(error, /^libc-lens: -: .*1 MiB/);
  });

  it('reads a file of just 1 MiB, and an empty one', async () => {
    assert.equal(fs.statSync(path.join(folder, 'just-fits.Dockerfile')).size, 1 << 20);
    for (const name of ['just-fits.Dockerfile', 'empty.Dockerfile'])
      assert.equal((await inProcess(['check', name], { folder })).code, 0, name);
  });

  it('names a file that must not be read', function () {
    if (process.platform === 'win32') this.skip();
    const locked = folderWith({ Dockerfile: broken });
    try {
      fs.chmodSync(locked, 0o755);
      fs.chmodSync(path.join(locked, 'Dockerfile'), 0);
      // A checkout may lie in a folder that only its owner may enter; a copy can be started by anybody.
      const own = path.join(locked, 'cli.cjs');
      fs.copyFileSync(program, own);
      // Root may read everything, so the program then runs as nobody.
      const identity = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
      const { status, stderr } = spawnSync(process.execPath, [own, 'check', 'Dockerfile'], {
        cwd: locked,
        encoding: 'utf8',
        ...identity,
      });
      assert.equal(status, 2);
      assert.match(stderr, /^libc-lens: Dockerfile: permission/);
    } finally {
      remove(locked);
    }
  });

  it('does all of this as a program too', () => {
    for (const args of [
      [],
      ['check', '--fix', 'Dockerfile'],
      ['trace', 'nothing.Dockerfile'],
      ['check', 'folder'],
    ]) {
      const { code, out, error } = libcLens(args, { folder });
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(error, /^libc-lens: .+\n$/);
    }
  });

  it('checks what can be read beside what cannot, and still exits with 2', async () => {
    const args = ['check', ...asOf, '--format', 'json', 'nothing.Dockerfile', 'Dockerfile', 'folder'];
    const { code, out, error } = libcLens(args, { folder });
    assert.equal(code, 2);
    const { files } = valid('check', out);
    assert.deepEqual(
      files.map((file) => file.path),
      ['Dockerfile'],
    );
    assert.ok((files[0]?.findings.length ?? 0) > 0);
    assert.equal(error.trimEnd().split('\n').length, 2);
  });
});

describe('libc-lens, failing by itself', () => {
  it('exits with 3 and says what happened', async () => {
    const out = (): never => {
      throw new Error('the disk is full');
    };
    const { code, error } = await inProcess(['rule'], {}, { out });
    assert.equal(code, 3);
    assert.match(error, /^libc-lens: an error inside Libc Lens, please report it: Error: the disk is full\n/);
  });
});

describe('libc-lens, asked about itself', () => {
  it('prints its version and its help', async () => {
    const manifest = JSON.parse(fs.readFileSync('server/package.json', 'utf8')) as { version: string };
    assert.deepEqual(libcLens(['--version']), { code: 0, out: `${manifest.version}\n`, error: '' });
    const help = libcLens(['--help']);
    assert.equal(help.code, 0);
    for (const command of ['check', 'trace', 'image', 'explain', 'rule', 'lsp']) {
      assert.match(help.out, new RegExp(`^ {2}${command} `, 'm'));
      const own = await inProcess([command, '--help']);
      assert.equal(own.code, 0);
      assert.match(own.out, new RegExp(`^libc-lens ${command} `));
      assert.deepEqual(await inProcess([command, '-h']), own);
    }
    for (const option of [
      'format',
      'severity',
      'target',
      'platform',
      'build-arg',
      'context',
      'as-of',
      'stdin-filename',
    ])
      assert.match((await inProcess(['check', '--help'])).out, new RegExp(`^ {2}--${option} `, 'm'));
  });
});
