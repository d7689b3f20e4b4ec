// A flag of go build needs cgo, which is off.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { wording } from '../wording.js';

export const flagNeedsCgo: MessageFamily = {
  id: 'flag-needs-cgo',
  ambiguous: false,
  wordings: [
    wording(
      'go',
      ['requires cgo'],
      String.raw`(?:go(?: build| test| install)?: )?(?<flag>-(?:race|msan|asan)) requires cgo(?:; enable cgo by setting CGO_ENABLED=1)?`,
    ),
    wording(
      'go',
      ['requires external (cgo) linking'],
      String.raw`(?<flag>-buildmode=[\w-]{1,20}|-linkmode(?:=external)?|[a-z]{3,10}/\w{3,12}) requires external \(cgo\) linking, but cgo is not enabled`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('A flag asks for cgo, and cgo is off'),
    meaning: l10n.t('{0} works only with cgo on.', code(captures['flag'] ?? '')),
    why: l10n.t(
      'cgo is off because {0} is set, because the build is for another processor, or because there is no C compiler (Go since 1.20).',
      code('CGO_ENABLED=0'),
    ),
    remedies: [
      l10n.t('Leave {0} out. A Go program with cgo off is static without it.', code(captures['flag'] ?? '')),
      l10n.t(
        'Or set {0} and install a C compiler: {1} on Alpine, {2} on Debian.',
        code('CGO_ENABLED=1'),
        code('apk add gcc musl-dev'),
        code('apt-get install gcc libc6-dev'),
      ),
    ],
    ambiguity: null,
  }),
  examples: [
    { text: 'go: -race requires cgo; enable cgo by setting CGO_ENABLED=1', captures: { flag: '-race' } },
    { text: 'go build: -race requires cgo', captures: { flag: '-race' } },
    {
      text: '-buildmode=pie requires external (cgo) linking, but cgo is not enabled',
      captures: { flag: '-buildmode=pie' },
    },
    {
      text: '-linkmode requires external (cgo) linking, but cgo is not enabled',
      captures: { flag: '-linkmode' },
    },
    { text: 'android/amd64 requires external (cgo) linking, but cgo is not enabled' },
    { text: 'go: -msan requires cgo; enable cgo by setting CGO_ENABLED=1' },
  ],
  others: ['go-sqlite3 requires cgo to work', 'this package requires cgo'],
};
