// netgo and netcgo together.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { wording } from '../wording.js';

export const resolverTagsConflict: MessageFamily = {
  id: 'resolver-tags-conflict',
  ambiguous: false,
  wordings: [wording('go', ['both netgo and netcgo'], 'Do not use both netgo and netcgo build tags')],
  explain: (_, code) => ({
    title: l10n.t('Two build tags contradict each other'),
    meaning: l10n.t(
      '{0} asks for the name lookup of Go, {1} for that of the C library.',
      code('netgo'),
      code('netcgo'),
    ),
    why: l10n.t('Older Go took {0} in silence; newer Go refuses.', code('netcgo')),
    remedies: [l10n.t('Keep {0} for a static program.', code('netgo'))],
    ambiguity: null,
  }),
  examples: [
    {
      text: 'netgo_netcgo.go:13:2: "Do not use both netgo and netcgo build tags." (untyped string constant) is not used',
    },
  ],
  others: ['-tags netgo,netcgo'],
};
