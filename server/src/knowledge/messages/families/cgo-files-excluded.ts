// Packages whose files all need cgo, while it is off.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { library, wording } from '../wording.js';

export const cgoFilesExcluded: MessageFamily = {
  id: 'cgo-files-excluded',
  ambiguous: true,
  wordings: [
    wording(
      'go',
      ['build constraints exclude all Go files'],
      String.raw`(?:(?:package|imports) (?<package>${library}): )?build constraints exclude all Go files in (?<directory>\S{1,300})`,
    ),
    wording(
      'go',
      ['SQLiteConn'],
      String.raw`(?<file>[\w./-]{1,100}\.go):\d{1,6}:\d{1,5}: undefined: SQLite(?:Conn|Driver|Rows|Stmt|Context)`,
      { ambiguous: false },
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('A package has only files that this build leaves out'),
    meaning: l10n.t(
      'No file of {0} belongs to the build.',
      code(captures['package'] ?? captures['directory'] ?? captures['file'] ?? ''),
    ),
    why: l10n.t(
      'Files with {0} are left out when cgo is off: by {1}, by building for another processor, or without a C compiler (Go since 1.20).',
      code('import "C"'),
      code('CGO_ENABLED=0'),
    ),
    remedies: [
      l10n.t(
        'Turn cgo on and install a compiler: {0} with {1} on Alpine, {2} on Debian.',
        code('CGO_ENABLED=1'),
        code('apk add gcc musl-dev'),
        code('apt-get install gcc libc6-dev'),
      ),
      l10n.t('Or take a package in pure Go instead, for example {0} for SQLite.', code('modernc.org/sqlite')),
    ],
    ambiguity: l10n.t(
      'Build tags, file names such as {0} and another {1} leave files out in the same way.',
      code('x_windows.go'),
      code('GOOS'),
    ),
  }),
  examples: [
    {
      text: 'package example.com/x: build constraints exclude all Go files in /src/x',
      captures: { package: 'example.com/x', directory: '/src/x' },
    },
    { text: '\timports example.com/dep: build constraints exclude all Go files in /src/dep' },
    { text: 'sqlite3_go18.go:18:10: undefined: SQLiteConn' },
  ],
  others: ['./main.go:8:6: undefined: sub.API', 'build constraints'],
};
