// A database driver that needs cgo or a build tag is not in the program.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { quotes, wording } from '../wording.js';

export const sqlDriverMissing: MessageFamily = {
  id: 'sql-driver-missing',
  ambiguous: true,
  wordings: [
    wording(
      'go',
      ['unknown driver', 'nknown database driver', 'no such database driver'],
      String.raw`(?:sql: |database driver: )?(?:unknown driver|[Uu]nknown database driver:?|no such database driver:) ${quotes}(?<driver>sqlite3?|duckdb|godror|oci8|ibm_db|go_ibm_db)${quotes}`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('The database driver is not in the program'),
    meaning: l10n.t('{0} is a driver with C code; the build left it out.', code(captures['driver'] ?? '')),
    why: l10n.t(
      'Drivers with C code stand behind build tags and cgo. With {0}, or without the tag, the program builds and does not know them.',
      code('CGO_ENABLED=0'),
    ),
    remedies: [
      l10n.t(
        'Build with {0} and the tag that the program asks for, for example {1}.',
        code('CGO_ENABLED=1'),
        code('-tags sqlite3'),
      ),
      l10n.t('Or use a driver in pure Go ({0}).', code('modernc.org/sqlite')),
    ],
    ambiguity: l10n.t('A missing import of the driver gives the same text.'),
  }),
  examples: [
    { text: 'sql: unknown driver "sqlite3" (forgotten import?)', captures: { driver: 'sqlite3' } },
    { text: 'error: database driver: unknown driver sqlite3 (forgotten import?)' },
    { text: 'no such database driver: sqlite3' },
  ],
  others: ['sql: unknown driver "postgres" (forgotten import?)'],
};
