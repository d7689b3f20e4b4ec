// Node cannot load a native module.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { wording } from '../wording.js';

export const nodeAddonLoad: MessageFamily = {
  id: 'node-addon-load',
  ambiguous: true,
  wordings: [wording('node', ['ERR_DLOPEN_FAILED'], 'ERR_DLOPEN_FAILED')],
  explain: (_, code) => ({
    title: l10n.t('Node cannot load a native module'),
    meaning: l10n.t(
      'A {0} file was found and the loader refused it. The message next to it says why.',
      code('.node'),
    ),
    why: l10n.t(
      'Native modules are built for one C library, one processor and one version of Node. {0} that was installed on your machine or in another image does not fit.',
      code('node_modules'),
    ),
    remedies: [
      l10n.t(
        'Install in the image that runs, or in one with the same C library: {0} or {1}.',
        code('npm ci'),
        code('npm rebuild'),
      ),
      l10n.t('List {0} in {1}.', code('node_modules'), code('.dockerignore')),
      l10n.t(
        'Use one family for both stages: {0} with {0}, or {1} with {1}.',
        code('node:22-alpine'),
        code('node:22-bookworm-slim'),
      ),
    ],
    ambiguity: l10n.t(
      'Another version of Node than at install time gives the same code ({0} in the text).',
      code('NODE_MODULE_VERSION'),
    ),
  }),
  examples: [{ text: "  code: 'ERR_DLOPEN_FAILED'" }],
  others: ['ERR_MODULE_NOT_FOUND'],
};
