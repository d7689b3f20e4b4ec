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
  const node = {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
  };
  const web = {
    platform: 'browser',
    target: 'es2022',
    mainFields: ['browser', 'module', 'main'],
  };
  const bundles = [
    { ...node, entry: 'server/src/cli/main.ts', outfile: 'server/dist/cli.cjs' },
    { ...node, entry: 'server/src/lsp/main.node.ts', outfile: 'server/dist/server.cjs' },
    { ...node, entry: 'client/src/extension.ts', outfile: 'client/dist/extension.cjs', external: ['vscode'] },
    // VS Code in a browser adds `.js` to every other ending, `.cjs` among them.
    {
      ...web,
      entry: 'client/src/browser.ts',
      outfile: 'client/dist/browser.js',
      external: ['vscode'],
      format: 'cjs',
    },
    {
      ...web,
      entry: 'server/src/lsp/main.browser.ts',
      outfile: 'server/dist/server-web.js',
      format: 'iife',
      inject: ['scripts/web/buffer.mjs'],
    },
  ];
  // The rules' pages lie beside the bundles: diagnostics link to them, with or without a network.
  if (fs.existsSync('docs/rules')) fs.cpSync('docs/rules', 'server/dist/rules', { recursive: true });
  for (const { entry, ...options } of bundles) {
    if (!fs.existsSync(entry)) continue;
    await build({ ...options, entryPoints: [entry], bundle: true, minify: true, logLevel: 'warning' });
  }
}
