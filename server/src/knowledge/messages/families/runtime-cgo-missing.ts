// The Go linker does not find runtime/cgo in an external link: up to 1.21 it builds a program that crashes.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { leaveExternalLinkOut } from '../remedies.js';
import { wording } from '../wording.js';

export const runtimeCgoMissing: MessageFamily = {
  id: 'runtime-cgo-missing',
  ambiguous: false,
  wordings: [wording('go', ['cannot find runtime/cgo'], 'loadinternal: cannot find runtime/cgo')],
  explain: (_, code) => ({
    title: l10n.t('The program will be built, and stop at start with SIGTRAP'),
    meaning: l10n.t('An external link was asked for, and the program holds no runtime/cgo.'),
    why: l10n.t(
      'Go up to 1.21 prints only this line and succeeds. A static program that comes out of it dies at once with {0} (133).',
      code('Trace/breakpoint trap'),
    ),
    remedies: [
      leaveExternalLinkOut(code),
      l10n.t('Or turn cgo on, and leave {0} out.', code('-tags netgo,osusergo')),
    ],
    ambiguity: null,
  }),
  examples: [{ text: 'loadinternal: cannot find runtime/cgo' }],
  others: ['cannot find package runtime/cgo2'],
};
