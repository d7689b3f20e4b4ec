// .NET is asked for a runtime identifier that the image does not fit.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { quote, wording } from '../wording.js';

export const dotnetRuntimeIdentifier: MessageFamily = {
  id: 'dotnet-runtime-identifier',
  ambiguous: false,
  wordings: [
    wording(
      'dotnet',
      ['RuntimeIdentifier'],
      String.raw`The RuntimeIdentifier ${quote}(?<identifier>[\w.-]{1,40})${quote} is not supported by (?<image>[\w./:@-]{1,120})`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('The runtime identifier does not fit the image'),
    meaning: l10n.t(
      '{0} is not what {1} runs.',
      code(captures['identifier'] ?? ''),
      code(captures['image'] ?? ''),
    ),
    why: l10n.t('{0} is for glibc, {1} for Alpine.', code('linux-x64'), code('linux-musl-x64')),
    remedies: [
      l10n.t(
        'Publish for the image: {0} for Alpine, {1} for all others.',
        code('dotnet publish -r linux-musl-x64'),
        code('dotnet publish -r linux-x64'),
      ),
      l10n.t('Older SDKs refused {0} wrongly: take a newer one.', code('linux-musl-x64')),
    ],
    ambiguity: null,
  }),
  examples: [
    {
      text: "error CONTAINER1: The RuntimeIdentifier 'linux-musl-x64' is not supported by dotnet/runtime:7.0-alpine.",
      captures: { identifier: 'linux-musl-x64' },
    },
  ],
  others: ['RuntimeIdentifier is linux-x64'],
};
