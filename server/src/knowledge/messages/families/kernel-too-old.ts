// glibc refuses the kernel.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { wording } from '../wording.js';

export const kernelTooOld: MessageFamily = {
  id: 'kernel-too-old',
  ambiguous: false,
  wordings: [wording('glibc-loader', ['kernel too old'], 'FATAL: kernel too old')],
  explain: () => ({
    title: l10n.t('The kernel is too old for this glibc'),
    meaning: l10n.t('glibc was built for a newer kernel than the one that runs.'),
    why: l10n.t('A container uses the kernel of its host: a new image on a very old host.'),
    remedies: [l10n.t('Take an older base image, or a newer host.')],
    ambiguity: null,
  }),
  examples: [{ text: 'FATAL: kernel too old' }],
  others: ['kernel is too old'],
};
