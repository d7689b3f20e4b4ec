// The C compiler that cgo calls fails without saying why.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { wording } from '../wording.js';

export const cgoCompilerFailed: MessageFamily = {
  id: 'cgo-compiler-failed',
  ambiguous: true,
  onlyContext: true,
  wordings: [
    wording(
      'cgo',
      ['runtime/cgo'],
      String.raw`(?:go build |# )?runtime/cgo: (?<compiler>[\w./+-]{1,100}): exit status \d{1,3}`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('The C compiler that cgo calls does not work here'),
    meaning: l10n.t('{0} was called for runtime/cgo and failed.', code(captures['compiler'] ?? 'gcc')),
    why: l10n.t(
      'The C library has no headers here, or the compiler is for another processor than the build (the emulated leg of a build for two platforms).',
    ),
    remedies: [
      l10n.t(
        'Is the C code not needed? Then set {0} for every go command of the stage.',
        code('CGO_ENABLED=0'),
      ),
      l10n.t(
        'Otherwise install the headers: {0} on Alpine, {1} on Debian.',
        code('musl-dev'),
        code('libc6-dev'),
      ),
    ],
    ambiguity: l10n.t('The lines after it, if there are any, name the fault.'),
  }),
  examples: [{ text: 'go build runtime/cgo: gcc: exit status 1', captures: { compiler: 'gcc' } }],
  others: ['# runtime/cgo', 'gcc: exit status 1'],
};
