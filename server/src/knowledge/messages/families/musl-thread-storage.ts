// A shared library written in Go is loaded on musl.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { library, wording } from '../wording.js';

export const muslThreadStorage: MessageFamily = {
  id: 'musl-thread-storage',
  ambiguous: false,
  wordings: [
    wording(
      'musl-loader',
      ['initial-exec TLS'],
      String.raw`Error relocating (?<path>${library}): [\w().]{1,200}: initial-exec TLS resolves to dynamic definition in (?<library>${library})`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('musl cannot load a Go shared library into a running program'),
    meaning: l10n.t(
      '{0} uses thread storage in a way that musl allows only to what is loaded at start.',
      code(captures['path'] ?? ''),
    ),
    why: l10n.t(
      'Go builds {0} and {1} so. glibc keeps some room for it, musl does not.',
      code('-buildmode=c-shared'),
      code('-buildmode=c-archive'),
    ),
    remedies: [l10n.t('Run it on a base image with glibc, or make it a program of its own and call that.')],
    ambiguity: null,
  }),
  examples: [
    {
      text: 'Error relocating /usr/lib/python3.7/site-packages/x.so: (null): initial-exec TLS resolves to dynamic definition in /usr/lib/python3.7/site-packages/x.so',
    },
  ],
  others: ['initial-exec TLS'],
};
