// pip finds no build of a package for this system.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { wording } from '../wording.js';

export const pipNoWheel: MessageFamily = {
  id: 'pip-no-wheel',
  ambiguous: true,
  wordings: [
    wording(
      'python',
      ['Could not find a version that satisfies'],
      String.raw`Could not find a version that satisfies the requirement (?<package>[\w.<>=!~,\[\]-]{1,100}) \(from versions: none\)`,
    ),
    wording(
      'python',
      ['not a supported wheel'],
      String.raw`(?<package>[\w.+-]{1,150}(?:manylinux|musllinux)[\w.]{1,60}\.whl) is not a supported wheel on this platform`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('pip finds no build of the package for this system'),
    meaning: l10n.t('There is no wheel of {0} that fits.', code(captures['package'] ?? '')),
    why: l10n.t(
      'Wheels with native code are built for glibc ({0}) or for musl ({1}). Many packages have only the first, which Alpine cannot use.',
      code('manylinux'),
      code('musllinux'),
    ),
    remedies: [
      l10n.t('Take a base with glibc: {0}.', code('python:3.13-slim')),
      l10n.t(
        'Or build from source on Alpine, with a compiler and headers: {0}.',
        code('apk add build-base python3-dev'),
      ),
    ],
    ambiguity: l10n.t(
      'A misspelt name, a version of Python that the package does not support, and no network give the same text.',
    ),
  }),
  examples: [
    {
      text: 'ERROR: Could not find a version that satisfies the requirement tensorflow-io (from versions: none)',
      captures: { package: 'tensorflow-io' },
    },
    {
      text: 'ERROR: numpy-2.0.0-cp312-cp312-manylinux_2_17_x86_64.whl is not a supported wheel on this platform.',
    },
  ],
  others: ['Could not find a version that satisfies the requirement foo==9 (from versions: 1.0, 2.0)'],
};
