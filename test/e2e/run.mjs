// `npm run test:e2e [node|web|flow…]`: packages the extension, installs it into a real VS Code and proves there what it promises.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { runFlow } from './flow.mjs';
import { installExtension } from './lab/code-server.mjs';
import { runInNode, runInWeb } from './lab/in-host-run.mjs';

const vsix = path.resolve('libc-lens.vsix');
/** What is installed is what is listed, and no more than a moment's download. */
const largest = 2 << 20;

const suites = { package: inspectPackage, node: inHost(runInNode), web: inHost(runInWeb), flow: runFlow };

/** A suite whose report comes from an extension host; it fails too where it ran in the wrong one. */
function inHost(run) {
  return async (installed) => {
    const { passed, failed, host } = await run(installed);
    const expected = run === runInWeb ? 'web' : 'node';
    return host === expected
      ? { passed, failed }
      : {
          passed,
          failed: [...failed, { title: `runs in the ${expected} host`, message: `It ran in ${host}.` }],
        };
  };
}

function inspectPackage({ extension }) {
  const allowed =
    /^(package(\.nls(\.[\w-]+)?)?\.json|readme\.md|changelog\.md|LICENSE\.txt|images\/[\w-]+\.png|l10n\/bundle\.l10n\.[\w-]+\.json|syntaxes\/[\w.-]+\.json|client\/walkthrough\/sample\.Dockerfile|client\/dist\/(extension\.cjs|browser\.js)|server\/dist\/(server\.cjs|server-web\.js|rules\/[\w-]+\.md)|\.vsixmanifest)$/;
  const files = fs
    .readdirSync(extension, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(extension, path.join(entry.parentPath, entry.name)));
  const surplus = files.filter((file) => !allowed.test(file));
  const { size } = fs.statSync(vsix);
  const checks = [
    ['package holds nothing but what the extension needs', surplus.length === 0, surplus.join(', ')],
    ['package is smaller than 2 MiB', size < largest, `${size} bytes`],
  ];
  return {
    passed: checks.filter(([, holds]) => holds).map(([title]) => title),
    failed: checks.filter(([, holds]) => !holds).map(([title, , message]) => ({ title, message })),
  };
}

async function attempt(name, installed) {
  const begun = Date.now();
  try {
    return { ...(await suites[name](installed)), seconds: (Date.now() - begun) / 1000 };
  } catch (error) {
    const failed = [{ title: `the suite ${name} as a whole`, message: error.stack ?? String(error) }];
    return { passed: [], failed, seconds: (Date.now() - begun) / 1000 };
  }
}

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in suites));
if (unknown.length > 0)
  throw new Error(`No suite ${unknown.join(', ')}; there are ${Object.keys(suites).join(', ')}.`);

execFileSync('scripts/e2e-install.sh', { stdio: 'inherit' });
execFileSync('npm', ['run', '--silent', 'package'], { stdio: 'inherit' });
const extensions = path.resolve('.e2e/extensions');
fs.rmSync(extensions, { recursive: true, force: true });
const installed = { extensions, extension: installExtension(vsix, extensions) };

let passed = 0;
let failed = 0;
for (const name of names.length > 0 ? names : Object.keys(suites)) {
  const result = await attempt(name, installed);
  console.log(`\n${name} (${result.seconds.toFixed(1)} s)`);
  for (const title of result.passed) console.log(`  passed  ${title}`);
  for (const { title, message } of result.failed) {
    console.log(`  FAILED  ${title}\n${message.replace(/^/gm, '          ')}`);
  }
  passed += result.passed.length;
  failed += result.failed.length;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
