// A VS Code server with a data folder of its own: installs extensions into it, serves a workspace, and leaves nothing behind.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** What scripts/e2e-install.sh installed. */
export const app = path.resolve('.e2e/vscode/app');

const settings = JSON.parse(fs.readFileSync(new URL('settings.json', import.meta.url), 'utf8'));

/** Folder of the unpacked extension, installed from `vsix` into `extensions` by VS Code itself. */
export function installExtension(vsix, extensions) {
  withDataFolder((data) => run(data, ['--extensions-dir', extensions, '--install-extension', vsix]));
  const [folder] = fs.readdirSync(extensions).filter((name) => name.startsWith('libc-lens.'));
  if (folder === undefined) throw new Error(`VS Code installed nothing from ${vsix}.`);
  return path.join(extensions, folder);
}

/**
 * A running server.
 *
 * @param options.extensions Folder of installed extensions.
 * @param options.overrides Settings beside those of settings.json.
 */
export async function startServer({ extensions, overrides = {} }) {
  const data = createDataFolder({ ...settings, ...overrides });
  const port = await freePort();
  const log = path.join(data, 'server.log');
  const sink = fs.openSync(log, 'w');
  // A process group of its own: extension hosts end with the server.
  const server = spawn(
    process.execPath,
    [
      ...base(data),
      '--extensions-dir',
      extensions,
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--without-connection-token',
      '--disable-telemetry',
    ],
    { stdio: ['ignore', sink, sink], detached: true },
  );
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      const ended = once(server, 'exit');
      signalGroup(server.pid, 'SIGTERM');
      const force = setTimeout(() => signalGroup(server.pid, 'SIGKILL'), 5000);
      await ended;
      clearTimeout(force);
    }
    fs.closeSync(sink);
    fs.rmSync(data, { recursive: true, force: true });
  };
  try {
    await answering(`${url}/version`, server);
  } catch (error) {
    const said = fs.readFileSync(log, 'utf8');
    await stop();
    throw new Error(`The VS Code server did not start:\n${said}`, { cause: error });
  }
  return {
    url,
    stop,
    /** The address of a file of this machine inside the workbench. */
    remote: (file) => `vscode-remote://127.0.0.1:${port}${file}`,
    /** The workbench's address with a folder open; `payload` is what a link may ask of the workbench. */
    workbench: (folder, payload = []) => {
      const asked = JSON.stringify([['skipWelcome', 'true'], ['skipReleaseNotes', 'true'], ...payload]);
      return `${url}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(asked)}`;
    },
  };
}

const base = (data) => [
  path.join(app, 'out/server-main.js'),
  '--accept-server-license-terms',
  '--server-data-dir',
  data,
  '--user-data-dir',
  path.join(data, 'data'),
];

function run(data, args) {
  execFileSync(process.execPath, [...base(data), ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
}

function createDataFolder(values) {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'libc-lens-vscode-'));
  const user = path.join(data, 'data', 'User');
  fs.mkdirSync(user, { recursive: true });
  fs.writeFileSync(path.join(user, 'settings.json'), JSON.stringify(values));
  return data;
}

function withDataFolder(use) {
  const data = createDataFolder({});
  try {
    use(data);
  } finally {
    fs.rmSync(data, { recursive: true, force: true });
  }
}

async function freePort() {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

async function answering(address, server) {
  const deadline = Date.now() + 30_000;
  for (;;) {
    try {
      if ((await fetch(address)).ok) return;
    } catch {
      // Nothing listens yet.
    }
    if (server.exitCode !== null) throw new Error(`It ended with code ${server.exitCode}.`);
    if (Date.now() > deadline) throw new Error('It does not answer.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}
