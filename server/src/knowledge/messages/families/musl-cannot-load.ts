// musl's loader, called by hand or as ldd, does not find or understand the file it is given.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { noSuchFile, path, wording } from '../wording.js';

export const muslCannotLoad: MessageFamily = {
  id: 'musl-cannot-load',
  ambiguous: false,
  wordings: [
    wording(
      'musl-loader',
      ['cannot load'],
      String.raw`(?<loader>(?:[\w./-]{0,100}/)?(?:ld-musl-[\w-]{1,20}\.so\.1|ldd)): cannot load (?<path>${path}): (?:${noSuchFile}|Permission denied)`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('The loader of musl cannot open the file'),
    meaning: l10n.t('{0} is not there, or may not be read.', code(captures['path'] ?? '')),
    why: l10n.t('Here the loader opens the file itself, so the text means what it says.'),
    remedies: [l10n.t('Check the path: {0}.', code(`ls -l ${captures['path'] ?? 'FILE'}`))],
    ambiguity: null,
  }),
  examples: [
    {
      text: '/lib/ld-musl-x86_64.so.1: cannot load ./x: No such file or directory',
      captures: { path: './x' },
    },
  ],
  others: ['cannot load config: No such file or directory'],
};
