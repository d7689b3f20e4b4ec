// GOOS and GOARCH name no platform of Go.
import * as l10n from '@vscode/l10n';
import { suggestGoArchitecture, suggestGoOs } from '../../platforms.js';
import type { MessageFamily } from '../model.js';
import { wording } from '../wording.js';

export const unsupportedPlatform: MessageFamily = {
  id: 'unsupported-platform',
  ambiguous: false,
  wordings: [
    wording(
      'go',
      ['unsupported GOOS/GOARCH pair'],
      String.raw`(?:(?:cmd/)?go: )?unsupported GOOS/GOARCH pair (?<goos>[\w.-]{0,40})/(?<goarch>[\w.-]{0,40})`,
    ),
  ],
  explain: (captures, code) => {
    const goos = captures['goos'] ?? '';
    const goarch = captures['goarch'] ?? '';
    const better = `${suggestGoOs(goos) ?? goos}/${suggestGoArchitecture(goarch) ?? goarch}`;
    return {
      title: l10n.t('Go knows no such platform'),
      meaning: l10n.t('{0} is no platform of this Go.', code(`${goos}/${goarch}`)),
      why: l10n.t(
        'Go has names of its own: {0} and {1}, not {2} and {3}. There is no {4} for a distribution or a C library.',
        code('amd64'),
        code('arm64'),
        code('x86_64'),
        code('aarch64'),
        code('GOOS'),
      ),
      remedies: [
        better === `${goos}/${goarch}`
          ? l10n.t('{0} lists them all.', code('go tool dist list'))
          : l10n.t('You most likely mean {0}. {1} lists them all.', code(better), code('go tool dist list')),
      ],
      ambiguity: null,
    };
  },
  examples: [
    { text: 'go: unsupported GOOS/GOARCH pair linux/x86_64', captures: { goos: 'linux', goarch: 'x86_64' } },
    {
      text: 'cmd/go: unsupported GOOS/GOARCH pair alpine/amd64',
      captures: { goos: 'alpine', goarch: 'amd64' },
    },
  ],
  others: ['GOOS/GOARCH pair linux/amd64'],
};
