// ldconfig complains about files that are no links.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { library, wording } from '../wording.js';

export const ldconfigNotSymlink: MessageFamily = {
  id: 'ldconfig-not-symlink',
  ambiguous: false,
  wordings: [
    wording(
      'glibc-loader',
      ['is not a symbolic link'],
      String.raw`(?:[\w./-]{0,100}/)?ldconfig: (?<path>${library}) is not a symbolic link`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('ldconfig expects a link and meets a file'),
    meaning: l10n.t('{0} is a file of its own. It is a remark, not a failure.', code(captures['path'] ?? '')),
    why: l10n.t(
      'Libraries lie as {0} with a link {1}. COPY turns links into files, and some packages ship files.',
      code('libx.so.1.2.3'),
      code('libx.so.1'),
    ),
    remedies: [
      l10n.t(
        'Nothing needs to be done. To be rid of it, keep the link: copy the whole folder, not its files one by one.',
      ),
    ],
    ambiguity: null,
  }),
  examples: [
    {
      text: '/usr/glibc-compat/sbin/ldconfig: /usr/local/lib/libredwg.so.0 is not a symbolic link',
      captures: { path: '/usr/local/lib/libredwg.so.0' },
    },
  ],
  others: ['x is not a symbolic link'],
};
