// `npm run package`: builds, and packs what .vscodeignore lets through into libc-lens.vsix.
//
// The manifest goes without what only development needs. Above all without `type`: where it says `module`, VS Code takes
// the browser bundle, which is CommonJS and must end in `.js`, for a module and refuses it.
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const packagePath = 'libc-lens.vsix';
const forDevelopment = ['type', 'private', 'workspaces', 'scripts', 'devDependencies'];

execFileSync('npm', ['run', '--silent', 'vscode:prepublish'], { stdio: 'inherit' });

const files = await listFiles({ packageManager: PackageManager.None });
const stage = fs.mkdtempSync(path.join(os.tmpdir(), 'libc-lens-vsix-'));
for (const file of files) fs.cpSync(file, path.join(stage, file));

const manifest = JSON.parse(fs.readFileSync('package.json', 'utf8'));
for (const field of forDevelopment) delete manifest[field];
fs.writeFileSync(path.join(stage, 'package.json'), JSON.stringify(manifest, null, 2));

// The home of the project has no address yet: pictures of the README cannot be turned into links to it.
await createVSIX({
  cwd: stage,
  packagePath,
  ignoreFile: path.resolve('.vscodeignore'),
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
fs.rmSync(stage, { recursive: true });
