// musl's loader misses a symbol that we cannot place.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { symbolNotFound } from '../relocation.js';

export const muslSymbolMissing: MessageFamily = {
  id: 'musl-symbol-missing',
  ambiguous: true,
  wordings: [symbolNotFound(() => true)],
  explain: (captures, code) => ({
    title: l10n.t('The loader of musl misses a symbol'),
    meaning: l10n.t(
      '{0} needs {1}, and no library that it loads exports it.',
      code(captures['path'] ?? ''),
      code(captures['symbol'] ?? ''),
    ),
    why: l10n.t(
      'A library is missing, is of another version than at build time, or the file was built for glibc and this is musl.',
    ),
    remedies: [
      l10n.t(
        'See which libraries it needs and what it was built for: {0}.',
        code(`readelf -d ${captures['path'] ?? 'FILE'}`),
      ),
      l10n.t('Build and run on the same Alpine release.'),
    ],
    ambiguity: l10n.t(
      'If {0} is in the list of libraries it needs, it was built for glibc; if only {1} is, a library is missing or of another version.',
      code('libc.so.6'),
      code('libc.musl-x86_64.so.1'),
    ),
  }),
  examples: [
    {
      text: 'Error relocating ./x: my_function: symbol not found',
      captures: { symbol: 'my_function', path: './x' },
    },
    { text: 'Error relocating libcoreclr.so: gCurrentThreadInfo: symbol not found' },
  ],
  others: ['symbol not found', 'cannot find symbol', 'Foo.java: bar: symbol not found'],
};
