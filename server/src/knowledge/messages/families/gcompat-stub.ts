// gcompat's loader was called by hand.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { wording } from '../wording.js';

export const gcompatStub: MessageFamily = {
  id: 'gcompat-stub',
  ambiguous: false,
  wordings: [
    wording(
      'musl-loader',
      ['gcompat ELF interpreter stub'],
      String.raw`This is the gcompat ELF interpreter stub\.?`,
    ),
  ],
  explain: (_, code) => ({
    title: l10n.t('The loader of gcompat is no program to call'),
    meaning: l10n.t('{0} of gcompat was started by itself.', code('/lib64/ld-linux-x86-64.so.2')),
    why: l10n.t(
      'The kernel starts it for programs that name it. It hands them over to musl, and needs {0} for that.',
      code('/proc'),
    ),
    remedies: [l10n.t('Start the program, not the loader.')],
    ambiguity: null,
  }),
  examples: [{ text: 'This is the gcompat ELF interpreter stub.' }],
  others: ['gcompat is installed'],
};
