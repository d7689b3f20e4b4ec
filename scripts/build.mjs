// Builds the product (client, server, command line as single files) or, with --tests, every source and test file one by one into out/.
import { build } from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';

const tests = process.argv.includes('--tests');
const sources = (dir) =>
  fs
    .readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name));

const out = process.env.OUT_DIR ?? 'out';

if (tests) {
  fs.rmSync(out, { recursive: true, force: true });
  await build({
    entryPoints: [...sources('server/src'), ...sources('client/src'), ...sources('test')],
    outdir: out,
    outbase: '.',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
} else {
  const entries = [
    ['server/src/cli/main.ts', 'server/dist/cli.cjs', []],
    ['server/src/lsp/main.node.ts', 'server/dist/server.cjs', []],
    ['client/src/extension.ts', 'client/dist/extension.cjs', ['vscode']],
  ];
  for (const [entry, outfile, external] of entries) {
    if (!fs.existsSync(entry)) continue;
    await build({
      entryPoints: [entry],
      outfile,
      external,
      bundle: true,
      minify: true,
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      mainFields: ['module', 'main'],
      logLevel: 'warning',
    });
  }
}
