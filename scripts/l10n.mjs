// Writes every translatable sentence of the client and the server to l10n/bundle.l10n.json, or with --check says whether it is up to date.
import { getL10nJson } from '@vscode/l10n-dev';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const bundlePath = 'l10n/bundle.l10n.json';

/** The bundle as it should be, sorted, so that a new sentence changes one line. */
export async function exportBundle() {
  const sources = ['client/src', 'server/src'].flatMap((folder) =>
    fs
      .readdirSync(folder, { recursive: true })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'))
      .filter((contents) => contents.includes('l10n'))
      .map((contents) => ({ extension: '.ts', contents })),
  );
  const strings = await getL10nJson(sources);
  const sorted = Object.fromEntries(Object.entries(strings).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify(sorted, null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const bundle = await exportBundle();
  if (!process.argv.includes('--check')) {
    fs.writeFileSync(bundlePath, bundle);
  } else if (!fs.existsSync(bundlePath) || fs.readFileSync(bundlePath, 'utf8') !== bundle) {
    console.error(`${bundlePath} is not up to date; \`npm run l10n\` writes it.`);
    process.exitCode = 1;
  }
}
