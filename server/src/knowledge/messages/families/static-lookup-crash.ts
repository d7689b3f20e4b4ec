// A static glibc program crashes while it looks up a user or a host.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { wording } from '../wording.js';

export const staticLookupCrash: MessageFamily = {
  id: 'static-lookup-crash',
  ambiguous: false,
  wordings: [
    wording(
      'go',
      ['_Cfunc_', '_C2func_'],
      String.raw`(?:os/user|net)\._C2?func_(?:my)?(?<symbol>getpw\w{1,20}|getgr\w{1,20}|getaddrinfo|getnameinfo)`,
      {
        accepts: (_, { before }) => before().some((line) => /SIGSEGV|unexpected signal during/.test(line)),
      },
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('A static glibc program crashed while it looked up a user or a host'),
    meaning: l10n.t(
      '{0} of the glibc that is linked in loaded plugins of the glibc of this system.',
      code(captures['symbol'] ?? 'getaddrinfo'),
    ),
    why: l10n.t(
      'The plugins fit only the glibc they came with. Linked with glibc 2.31, the program crashes on Debian 12 and newer; the linker warned of it at build time.',
    ),
    remedies: [
      l10n.t(
        'Build with {0}, or with cgo off ({1}). Go then looks names up by itself.',
        code('-tags netgo,osusergo'),
        code('CGO_ENABLED=0'),
      ),
    ],
    ambiguity: null,
  }),
  examples: [
    {
      text: 'fatal error: unexpected signal during runtime execution\n[signal SIGSEGV: segmentation violation code=0x1 addr=0xe0 pc=0xe0]\n\ngoroutine 1 [syscall]:\nruntime.cgocall(0x1, 0x2, 0x3)\nos/user._Cfunc_mygetpwuid_r(0x0, 0x1)',
      captures: { symbol: 'getpwuid_r' },
    },
  ],
  others: [
    'os/user._Cfunc_mygetpwuid_r(0x0, 0x1)',
    '[signal SIGSEGV: segmentation violation code=0x1 addr=0xe0]',
  ],
};
