// Writes docs/rules from the rules themselves: one page per rule and an index. With --check it fails where a page is stale.
import { build } from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';

const folder = path.join('docs', 'rules');
const checkOnly = process.argv.includes('--check');

const bundle = await build({
  entryPoints: ['server/src/rules/index.ts'],
  bundle: true,
  write: false,
  format: 'cjs',
  platform: 'browser',
  target: 'es2022',
  logLevel: 'warning',
});
const module = { exports: {} };
new Function('module', 'exports', 'require', bundle.outputFiles[0].text)(module, module.exports, (name) => {
  throw new Error(`the rules need ${name}, which is not in the core`);
});
const { rules } = module.exports;

const language = (name) =>
  ({ '.go': 'go', '.mod': 'go-mod', '.c': 'c', '.sh': 'sh' })[path.extname(name)] ??
  (name === 'Dockerfile' ? 'dockerfile' : '');

const example = ({ files }) =>
  Object.entries(files)
    .map(([name, text]) => `\`${name}\`:\n\n\`\`\`${language(name)}\n${text.trimEnd()}\n\`\`\``)
    .join('\n\n');

/** What both examples share is shown once, below the broken one. */
const without = (mended, broken) => ({
  files: Object.fromEntries(
    Object.entries(mended.files).filter(([name, text]) => broken.files[name] !== text),
  ),
});

const plain = (text) => text.replace(/[<>&*_`[\]\\|]/g, (c) => `\\${c}`);

function page(rule) {
  const { finds, why, broken, mended, ignoreWhen } = rule.documentation();
  return `<!-- Written by scripts/docs.mjs from server/src/rules/${rule.name}.ts. -->

# ${rule.name}

Highest severity: ${rule.severity}. Since ${rule.since}.

## What it finds

${plain(finds)}

## Why it fails

${plain(why)}

## Example

${example(broken)}

Use instead:

${example(without(mended, broken))}

## When to ignore it

${plain(ignoreWhen)}

\`\`\`dockerfile
# libc-lens ignore=${rule.name} -- the reason
\`\`\`
`;
}

function index() {
  const rows = rules.map((rule) => {
    const { finds } = rule.documentation();
    return `| [${rule.name}](${rule.name}.md) | ${rule.severity} | ${plain(finds)} |`;
  });
  return `<!-- Written by scripts/docs.mjs from server/src/rules. -->

# Rules

The severity is the highest a rule gives: what is only likely is a warning at most, what is only possible a hint.

| Rule | Severity | What it finds |
|---|---|---|
${rows.join('\n')}

A comment right before an instruction silences a rule there, before \`FROM\` for the whole stage, and \`ignore-file=\` above the first instruction for the file:

\`\`\`dockerfile
# libc-lens ignore=glibc-binary-on-musl,ldconfig-on-musl -- this image is only a carrier
\`\`\`
`;
}

const pages = new Map([['README.md', index()], ...rules.map((rule) => [`${rule.name}.md`, page(rule)])]);
const present = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith('.md')) : [];
const stale = [
  ...[...pages]
    .filter(
      ([name, text]) => !present.includes(name) || fs.readFileSync(path.join(folder, name), 'utf8') !== text,
    )
    .map(([name]) => name),
  ...present.filter((name) => !pages.has(name)),
];

if (checkOnly) {
  if (stale.length > 0) {
    console.error(`docs/rules is stale (run "npm run docs"): ${stale.join(', ')}`);
    process.exit(1);
  }
} else {
  fs.mkdirSync(folder, { recursive: true });
  for (const [name, text] of pages) fs.writeFileSync(path.join(folder, name), text);
  for (const name of present) if (!pages.has(name)) fs.rmSync(path.join(folder, name));
  console.log(`${pages.size} pages in ${folder}, ${stale.length} changed`);
}
