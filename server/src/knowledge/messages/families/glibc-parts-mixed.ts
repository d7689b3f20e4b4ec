// Parts of two glibc releases are mixed in one process.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { sameBase } from '../remedies.js';
import { library, quotes, wording } from '../wording.js';

export const glibcPartsMixed: MessageFamily = {
  id: 'glibc-parts-mixed',
  ambiguous: false,
  wordings: [
    wording(
      'glibc-loader',
      ['GLIBC_PRIVATE'],
      String.raw`(?:(?<path>${library}): )?(?:(?<library>${library}): )?(?:relocation error: ${library}: )?(?:version ${quotes}GLIBC_PRIVATE${quotes} not found(?: \(required by (?<neededBy>[^)\n]{1,300})\))?|(?:undefined )?symbol:? (?<symbol>[\w.$]{1,300}), version GLIBC_PRIVATE(?: not defined in file (?<file>${library}) with link time reference)?)`,
    ),
    wording(
      'glibc-loader',
      ['with link time reference'],
      String.raw`relocation error: (?<path>${library}): symbol (?<symbol>[\w.$]{1,300}), version (?<version>[\w.]{1,40}) not defined in file (?<file>${library}) with link time reference`,
    ),
    wording(
      'glibc-loader',
      ['_dl_call_libc_early_init'],
      String.raw`dl-call-libc-early-init\.c:\d{1,5}:? \(?_dl_call_libc_early_init\)?: [Aa]ssertion`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('Libraries of two different glibc releases were mixed'),
    meaning: l10n.t(
      '{0} belongs to another release of glibc than the loader or library next to it.',
      code(captures['file'] ?? captures['library'] ?? captures['path'] ?? 'libc.so.6'),
    ),
    why: l10n.t(
      'The parts of glibc fit only one another. A single part was copied into the image, {0} points to a folder of another system, or a static program loads a library that needs glibc.',
      code('LD_LIBRARY_PATH'),
    ),
    remedies: [
      l10n.t(
        'Take the copied parts of glibc out again ({0} and others), and unset {1}.',
        code('libc.so.6'),
        code('LD_LIBRARY_PATH'),
      ),
      sameBase(),
    ],
    ambiguity: null,
  }),
  examples: [
    {
      text: "./x: /lib64/libc.so.6: version `GLIBC_PRIVATE' not found (required by /opt/lib/libpthread.so.0)",
    },
    {
      text: './x: relocation error: /opt/lib/libc.so.6: symbol _dl_fatal_printf, version GLIBC_PRIVATE not defined in file ld-linux-x86-64.so.2 with link time reference',
    },
    {
      text: 'sh: symbol lookup error: /opt/lib/libc.so.6: undefined symbol: __libc_enable_secure, version GLIBC_PRIVATE',
    },
    { text: "x: dl-call-libc-early-init.c:37: _dl_call_libc_early_init: Assertion `sym != NULL' failed." },
    {
      text: 'Fatal glibc error: dl-call-libc-early-init.c:37 (_dl_call_libc_early_init): assertion failed: sym != NULL',
    },
  ],
  others: ["./x: version `GLIBC_2.34' not found"],
};
