// A static program of musl tries to load a library when it runs.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { wording } from '../wording.js';

export const dynamicLoadingUnsupported: MessageFamily = {
  id: 'dynamic-loading-unsupported',
  ambiguous: false,
  wordings: [wording('musl-loader', ['Dynamic loading not supported'], 'Dynamic loading not supported')],
  explain: (_, code) => ({
    title: l10n.t('A static program of musl cannot load libraries'),
    meaning: l10n.t('The program was linked statically with musl and calls {0}.', code('dlopen')),
    why: l10n.t(
      'musl leaves the loader out of static programs, so plugins and native modules cannot be loaded.',
    ),
    remedies: [
      l10n.t('Link it dynamically, on Alpine. Rust: {0}.', code('RUSTFLAGS="-C target-feature=-crt-static"')),
      l10n.t('Or link the library into the program.'),
    ],
    ambiguity: null,
  }),
  examples: [
    {
      text: 'the `libclang` shared library at /usr/lib/libclang.so.16 could not be opened: Dynamic loading not supported',
      layer: 'musl-loader',
    },
  ],
  others: ['dynamic loading is supported'],
};
