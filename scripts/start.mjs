// `npm start`: builds what is missing, then checks the files that are named, or the bundled examples.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const program = path.join(root, 'server/bin/libc-lens.js');

/** Runs node with the given arguments and hands on its exit code. */
function node(args, cwd) {
  const { status, error } = spawnSync(process.execPath, args, { stdio: 'inherit', cwd });
  if (error) throw error;
  return status ?? 3;
}

/** Whether a source is younger than the built program. */
function outdated() {
  const built = fs.statSync(path.join(root, 'server/dist/cli.cjs'), { throwIfNoEntry: false });
  if (!built) return true;
  return fs
    .readdirSync(path.join(root, 'server/src'), { recursive: true, withFileTypes: true })
    .some(
      (entry) =>
        entry.isFile() && fs.statSync(path.join(entry.parentPath, entry.name)).mtimeMs > built.mtimeMs,
    );
}

const exampleFiles = (folder) =>
  fs
    .readdirSync(path.join(root, 'examples', folder))
    .sort()
    .map((name) => path.join('examples', folder, name, 'Dockerfile'));

function main(operands) {
  if (outdated()) {
    const code = node([path.join(root, 'scripts/build.mjs')], root);
    if (code !== 0) return 3;
  }
  // npm runs scripts in the folder of the package; paths are meant from where the user stands.
  if (operands.length > 0)
    return node([program, 'check', ...operands], process.env.INIT_CWD ?? process.cwd());
  const broken = node([program, 'check', ...exampleFiles('broken')], root);
  process.stdout.write('\nThe same programs, built so that they start:\n');
  const sound = node([program, 'check', ...exampleFiles('sound')], root);
  const asExpected = broken === 1 && sound === 0;
  if (!asExpected) process.stderr.write('The examples did not give what they are there to show.\n');
  else process.stdout.write('\nNow your own: npm start -- PATH…\n');
  return asExpected ? 0 : 3;
}

process.exitCode = main(process.argv.slice(2));
