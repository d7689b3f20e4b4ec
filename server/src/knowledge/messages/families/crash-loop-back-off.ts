// Kubernetes starts a container again and again: the reason stands elsewhere.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { wording } from '../wording.js';

export const crashLoopBackOff: MessageFamily = {
  id: 'crash-loop-back-off',
  ambiguous: true,
  onlyContext: true,
  wordings: [
    wording('kubernetes', ['CrashLoopBackOff'], 'CrashLoopBackOff'),
    wording('kubernetes', ['Back-off restarting failed container'], 'Back-off restarting failed container'),
  ],
  explain: (_, code) => ({
    title: l10n.t('The container ends at once, again and again'),
    meaning: l10n.t(
      'Kubernetes waits before it starts the container once more, because it ended every time so far.',
    ),
    why: l10n.t(
      'This text does not name the reason. If the container ends within a second with {0}, its program or its loader was not found; with {1} from a glibc program, its glibc is too old.',
      code('Exit Code: 127'),
      code('Exit Code: 1'),
    ),
    remedies: [
      l10n.t('Read what it printed: {0}.', code('kubectl logs --previous POD')),
      l10n.t(
        'Read {0} under {1}: {2}.',
        code('Exit Code'),
        code('Last State'),
        code('kubectl describe pod POD'),
      ),
    ],
    ambiguity: l10n.t(
      'Every program that ends at its start gives this text: wrong settings, a missing service, too little memory.',
    ),
  }),
  examples: [
    { text: 'my-app-7d9f   0/1   CrashLoopBackOff   5 (20s ago)   3m', layer: 'kubernetes' },
    {
      text: 'Warning  BackOff  9s (x8 over 80s)  kubelet  Back-off restarting failed container app in pod app-1',
    },
  ],
  others: ['ImagePullBackOff', 'Back-off pulling image "app"'],
};
