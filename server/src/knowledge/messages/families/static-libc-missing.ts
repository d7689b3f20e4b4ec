// A static link finds no static C library.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { linkDynamically, turnCgoOff } from '../remedies.js';
import { noSuchFile, quotes, wording } from '../wording.js';

/** What glibc-static and musl-dev bring. */
const ofLibc = String.raw`(?<library>c|m|pthread|dl|rt|resolv|util|crypt|nsl|anl)`;

export const staticLibcMissing: MessageFamily = {
  id: 'static-libc-missing',
  ambiguous: false,
  wordings: [
    wording(
      'linker',
      ['cannot find -l', '找不到 -l', '找不到-l'],
      String.raw`(?:(?<linker>[\w./-]{1,100}):? ?)?(?:error: )?(?:cannot find|找不到) ?-l${ofLibc}(?:[:：] ?${noSuchFile})?(?![\w.+-])`,
    ),
    wording(
      'linker',
      ['unable to find library -l'],
      String.raw`(?<linker>[\w./-]{1,100}): error: unable to find library -l${ofLibc}(?![\w.+-])`,
    ),
    wording(
      'linker',
      ['library not found: '],
      String.raw`(?<linker>mold|ld): (?:fatal|error): library not found: ${quotes}${ofLibc}${quotes}(?![\w.+-])`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('The static C library is not installed'),
    meaning: l10n.t(
      'The link is static and looks for {0}, which is not here.',
      code(`lib${captures['library'] ?? 'c'}.a`),
    ),
    why: l10n.t(
      'Red Hat, CentOS, Fedora and Amazon Linux keep the static glibc in a package of its own. Debian and Ubuntu have it in {0}, Alpine in {1}.',
      code('libc6-dev'),
      code('musl-dev'),
    ),
    remedies: [
      l10n.t(
        'Red Hat and its family: {0}. On releases from 8 on it lies in the repository CRB or PowerTools.',
        code('yum install glibc-static'),
      ),
      l10n.t(
        'Debian, Ubuntu: {0}. Alpine: {1}.',
        code('apt-get install libc6-dev'),
        code('apk add musl-dev'),
      ),
      turnCgoOff(code),
      linkDynamically(code),
    ],
    ambiguity: null,
  }),
  examples: [
    { text: '/usr/bin/ld: cannot find -lpthread', captures: { library: 'pthread' } },
    { text: '/usr/bin/ld: cannot find -lc: No such file or directory', captures: { library: 'c' } },
    { text: '/usr/bin/ld: 找不到 -lpthread', captures: { library: 'pthread' } },
    { text: '/usr/bin/ld: 找不到 -lc', captures: { library: 'c' } },
    { text: 'ld.lld: error: unable to find library -lc' },
    { text: 'mold: fatal: library not found: c' },
    { text: '  = note: /usr/bin/ld: cannot find -lm: No such file or directory', captures: { library: 'm' } },
  ],
  others: [
    '/usr/bin/ld: cannot find -lrdkafka',
    '/usr/bin/ld: cannot find -lcrypto',
    '/usr/bin/ld: cannot find -lc++',
    '/usr/bin/ld: cannot find -lcurl',
  ],
};
