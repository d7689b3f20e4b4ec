// A static link is handed a shared library, or makes one.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { library, quote, wording } from '../wording.js';

export const staticLinkOfShared: MessageFamily = {
  id: 'static-link-of-shared',
  ambiguous: false,
  wordings: [
    wording(
      'linker',
      ['attempted static link'],
      String.raw`attempted static link of dynamic object ${quote}(?<library>${library})${quote}`,
    ),
    wording(
      'linker',
      ['__TMC_END__', 'crtbeginT.o'],
      String.raw`(?:[\w./-]{0,200}/)?crtbeginT\.o: relocation R_\w{1,30} against (?:hidden )?symbol ${quote}__TMC_END__${quote} can(?:not| not) be used when making a (?:shared|PIE) object`,
    ),
    wording(
      'linker',
      ['read-only segment has dynamic relocations'],
      'read-only segment has dynamic relocations',
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('The flags ask for a static and a shared link at once'),
    meaning:
      captures['library'] === undefined
        ? l10n.t(
            'The link is static, and its parts were compiled or named for a shared or position-independent one.',
          )
        : l10n.t(
            'The link is static, and it is given {0}, which is a shared library.',
            code(captures['library']),
          ),
    why: l10n.t(
      'A shared library ({0}, {1}) cannot be linked with {2}. A position-independent static program wants {3} and {4} together.',
      code('-buildmode=c-shared'),
      code('-buildmode=plugin'),
      code('-extldflags -static'),
      code('-buildmode=pie'),
      code('-static-pie'),
    ),
    remedies: [
      l10n.t(
        'Leave {0} out, or give {1} together with {2}.',
        code('-static'),
        code('-extldflags -static-pie'),
        code('-buildmode=pie'),
      ),
      l10n.t(
        'Rust: use {0} instead of {1}.',
        code('-C target-feature=+crt-static'),
        code('-C link-arg=-static'),
      ),
    ],
    ambiguity: null,
  }),
  examples: [
    {
      text: "/usr/bin/ld: attempted static link of dynamic object `/lib/x86_64-linux-gnu/libm.so.6'",
      captures: { library: '/lib/x86_64-linux-gnu/libm.so.6' },
    },
    {
      text: "/usr/bin/ld: /usr/lib/gcc/x86_64-linux-gnu/10/crtbeginT.o: relocation R_X86_64_32 against hidden symbol `__TMC_END__' can not be used when making a shared object",
    },
    { text: '/usr/bin/ld: read-only segment has dynamic relocations' },
  ],
  others: ['dynamic object store'],
};
