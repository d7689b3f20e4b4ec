// `npm run l10n`: writes every translatable sentence of the client and the server to l10n/bundle.l10n.json.
import { getL10nJson } from '@vscode/l10n-dev';
import fs from 'node:fs';
import path from 'node:path';

const sources = ['client/src', 'server/src'].flatMap((folder) =>
  fs
    .readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'))
    .filter((contents) => contents.includes('l10n'))
    .map((contents) => ({ extension: '.ts', contents })),
);
const strings = await getL10nJson(sources);
// Sorted, so that a new sentence changes one line.
const sorted = Object.fromEntries(Object.entries(strings).sort(([a], [b]) => (a < b ? -1 : 1)));
fs.writeFileSync('l10n/bundle.l10n.json', `${JSON.stringify(sorted, null, 2)}\n`);
