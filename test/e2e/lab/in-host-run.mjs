// Runs the tests of in-host/ inside an extension host of VS Code and returns their report.
import { build } from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';
import { startBrowser } from './browser.mjs';
import { app, startServer } from './code-server.mjs';
import { withWorkspace } from './workspace.mjs';

const patience = 240_000;

/**
 * @param extension Folder of the unpacked extension.
 * @param extensions The folder that holds it, as VS Code installed it.
 * @returns What in-host/report.ts calls a Report.
 */
export const runInNode = ({ extensions }) =>
  withWorkspace(async (workspace) => {
    // VS Code starts tests only for an extension under development; ours is installed, so this one is empty.
    const tests = path.resolve('.e2e/tests-node');
    await bundleTests('node', path.join(tests, 'index.js'));
    fs.writeFileSync(
      path.join(tests, 'package.json'),
      JSON.stringify({ name: 'tests', publisher: 'libc-lens', version: '0.0.1', engines: { vscode: '*' } }),
    );
    const server = await startServer({ extensions });
    try {
      const address = server.workbench(workspace, [
        ['extensionDevelopmentPath', server.remote(tests)],
        ['extensionTestsPath', server.remote(path.join(tests, 'index'))],
      ]);
      return await drive(workspace, (page) => page.goto(address));
    } finally {
      await server.stop();
    }
  });

/**
 * The `browser` entry point in the web-worker host, with the server in a worker below it. VS Code makes no worker from an
 * extension of a remote machine, so the extension is served over HTTP, from the workbench's own origin as its content
 * security policy wants, and the page's configuration names it as an extension under development.
 */
export const runInWeb = ({ extension }) =>
  withWorkspace(async (workspace) => {
    const served = fs.mkdtempSync(path.join(app, 'served-'));
    const none = path.resolve('.e2e/no-extensions');
    const server = await startServer({ extensions: none });
    try {
      fs.cpSync(extension, served, { recursive: true });
      // VS Code runs tests in the host of the extension that they lie in.
      await bundleTests('web', path.join(served, 'tests', 'index.js'));
      const { commit, quality } = JSON.parse(fs.readFileSync(path.join(app, 'product.json'), 'utf8'));
      const { host } = new URL(server.url);
      const root = `/${quality ?? 'stable'}-${commit}/static/${path.basename(served)}`;
      const at = (name) => ({ scheme: 'http', authority: host, path: root + name });
      const developmentOptions = { extensions: [at('')], extensionTestsPath: at('/tests/index') };
      return await drive(workspace, async (page) => {
        await page.addInitScript(addToConfiguration, developmentOptions);
        await page.goto(server.workbench(workspace));
      });
    } finally {
      await server.stop();
      fs.rmSync(served, { recursive: true, force: true });
    }
  });

/** Runs in the page: whoever reads the workbench's configuration from it reads these options too. */
function addToConfiguration(developmentOptions) {
  const read = Element.prototype.getAttribute;
  Element.prototype.getAttribute = function (name) {
    const value = read.call(this, name);
    if (name !== 'data-settings' || this.id !== 'vscode-workbench-web-configuration') return value;
    return JSON.stringify({ ...JSON.parse(value), developmentOptions });
  };
}

/** Opens the workbench, waits until it says that the tests have ended, and reads the report they left in the workspace. */
async function drive(workspace, open) {
  const { browser, context } = await startBrowser();
  const said = [];
  try {
    const page = await context.newPage();
    const ended = new Promise((resolve) => {
      page.on('console', (message) => {
        said.push(message.text().slice(0, 500));
        if (message.text().startsWith('No extension host found that can launch')) resolve();
      });
      void page.exposeFunction('codeAutomationExit', resolve);
    });
    await page.exposeFunction('codeAutomationLog', () => {});
    await open(page);
    const inTime = await Promise.race([ended.then(() => true), sleep(patience).then(() => false)]);
    const report = path.join(workspace, '.in-host-report.json');
    if (fs.existsSync(report)) return JSON.parse(fs.readFileSync(report, 'utf8'));
    fs.mkdirSync('.e2e/failures', { recursive: true });
    await page.screenshot({ path: '.e2e/failures/in-host.png' });
    const cause = inTime ? 'The tests ended without a report' : `No test ended within ${patience / 1000} s`;
    throw new Error(`${cause}; the workbench said:\n${said.slice(-40).join('\n')}`);
  } finally {
    await browser.close();
  }
}

const sleep = (milliseconds) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });

async function bundleTests(host, outfile) {
  const common = {
    entryPoints: [`test/e2e/in-host/${host}.ts`],
    outfile,
    bundle: true,
    format: 'cjs',
    logLevel: 'warning',
  };
  if (host === 'node') {
    await build({ ...common, platform: 'node', target: 'node20', external: ['vscode', 'mocha'] });
    return;
  }
  // Mocha's browser build is CommonJS in a package of modules; only another name lets esbuild see it for what it is.
  const mocha = path.resolve('.e2e/mocha.cjs');
  fs.copyFileSync('node_modules/mocha/mocha.js', mocha);
  await build({
    ...common,
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    alias: { 'mocha/mocha.js': mocha },
    define: { global: 'globalThis' },
  });
}
