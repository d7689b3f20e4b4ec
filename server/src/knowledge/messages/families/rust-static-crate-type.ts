// A musl target of Rust is static and cannot make shared libraries, procedural macros among them.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { quote, wording } from '../wording.js';

export const rustStaticCrateType: MessageFamily = {
  id: 'rust-static-crate-type',
  ambiguous: false,
  wordings: [
    wording(
      'rust',
      ['does not support these crate types'],
      String.raw`cannot produce (?<type>[\w-]{1,20}) for [^\n]{1,200}? as the target ${quote}(?<target>[\w.-]{1,60})${quote} does not support these crate types`,
    ),
    wording(
      'rust',
      ['cannot be used in static builds', 'dropping unsupported crate type'],
      String.raw`dropping unsupported crate type ${quote}(?<type>[\w-]{1,20})${quote} for target ${quote}(?<target>[\w.-]{1,60})${quote}`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('The target is static and makes no shared libraries'),
    meaning: l10n.t('{0} is asked for, which is a shared library.', code(captures['type'] ?? 'proc-macro')),
    why: l10n.t(
      'Rust links statically for musl. When it runs on Alpine and builds for itself, its own plugins would have to be static too.',
    ),
    remedies: [
      l10n.t(
        'Name the target, so that plugins are built for the machine: {0}.',
        code('cargo build --target x86_64-unknown-linux-musl'),
      ),
      l10n.t(
        'Or link dynamically: {0}. The image then needs {1}.',
        code('RUSTFLAGS="-C target-feature=-crt-static"'),
        code('libgcc'),
      ),
    ],
    ambiguity: null,
  }),
  examples: [
    {
      text: 'error: cannot produce proc-macro for `serde_derive v1.0.1` as the target `x86_64-unknown-linux-musl` does not support these crate types',
      captures: { type: 'proc-macro' },
    },
    {
      text: 'warning: dropping unsupported crate type `cdylib` for target `x86_64-unknown-linux-musl`',
      captures: { type: 'cdylib' },
    },
  ],
  others: ['error: crate type is unknown'],
};
