// go-sqlite3 was built without cgo and works only as a stub.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { quotes, wording } from '../wording.js';

export const sqliteStub: MessageFamily = {
  id: 'sqlite-stub',
  ambiguous: false,
  wordings: [
    wording(
      'go',
      ['go-sqlite3 requires cgo'],
      String.raw`(?:Binary was compiled with ${quotes}CGO_ENABLED=0${quotes}, )?go-sqlite3 requires cgo to work(?:\. This is a stub)?`,
    ),
  ],
  explain: (_, code) => ({
    title: l10n.t('go-sqlite3 was built without its C code'),
    meaning: l10n.t(
      'The program was built with cgo off, so {0} holds no SQLite.',
      code('github.com/mattn/go-sqlite3'),
    ),
    why: l10n.t(
      'The package has a stub for that case: the build succeeds, and opening the database fails. cgo is off by {0}, or because there was no C compiler (Go since 1.20).',
      code('CGO_ENABLED=0'),
    ),
    remedies: [
      l10n.t(
        'Turn cgo on where it is built, with a compiler ({0} on Alpine), and link statically if it goes to {1}.',
        code('apk add gcc musl-dev'),
        code('scratch'),
      ),
      l10n.t('Or use {0}, which is pure Go.', code('modernc.org/sqlite')),
    ],
    ambiguity: null,
  }),
  examples: [
    { text: "Binary was compiled with 'CGO_ENABLED=0', go-sqlite3 requires cgo to work. This is a stub" },
    { text: 'failed to open: go-sqlite3 requires cgo to work' },
  ],
  others: ['go: -race requires cgo'],
};
