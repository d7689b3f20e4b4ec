// Rust has no standard library for the target.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { installIt } from '../remedies.js';
import { quote, wording } from '../wording.js';

export const rustTargetMissing: MessageFamily = {
  id: 'rust-target-missing',
  ambiguous: false,
  wordings: [
    wording(
      'rust',
      ['target may not be installed'],
      String.raw`the ${quote}(?<target>[\w.-]{1,60})${quote} target may not be installed`,
    ),
    wording(
      'rust',
      ["can't find crate for"],
      String.raw`(?:error\[E0463\]: )?can't find crate for ${quote}(?:std|core)${quote}`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('The standard library of Rust for this target is not installed'),
    meaning: l10n.t('{0} is not there.', code(captures['target'] ?? 'std')),
    why: l10n.t(
      'Rust installs only the library of the machine it runs on. The packages of Debian have no musl target at all.',
    ),
    remedies: [installIt(`rustup target add ${captures['target'] ?? 'x86_64-unknown-linux-musl'}`, code)],
    ambiguity: null,
  }),
  examples: [
    {
      text: '  = note: the `x86_64-unknown-linux-musl` target may not be installed',
      captures: { target: 'x86_64-unknown-linux-musl' },
    },
    { text: "error[E0463]: can't find crate for `std`" },
  ],
  others: ["can't find crate for `serde`"],
};
