// Flags of C, C++ and Rust compilers that decide how a program is linked. Measured on Debian 11 to 13 and sid (2026-08).
import * as l10n from '@vscode/l10n';
import type { Entry } from './entry.js';

export const cAndRustFlags: readonly Entry[] = [
  {
    words: ['-static', '--static'],
    command: null,
    title: () => l10n.t('Link everything in'),
    paragraphs: (code) => [
      l10n.t(
        'The program then starts everywhere, also in {0}. It needs the static C library: {1} on Red Hat, {2} on Debian, {3} on Alpine.',
        code('scratch'),
        code('glibc-static'),
        code('libc6-dev'),
        code('musl-dev'),
      ),
      l10n.t(
        'With glibc, looking up hosts and users ({0}) still loads libraries at run time, and fails or crashes where another glibc is. With musl it does not.',
        code('getaddrinfo'),
      ),
      l10n.t('In {0} of Go it is ignored while Go links by itself.', code('-extldflags')),
    ],
  },
  {
    words: ['-static-pie'],
    command: null,
    title: () => l10n.t('Static, and at a random address'),
    paragraphs: (code) => [
      l10n.t(
        'Asks for no loader. For Go it belongs together with {0} and {1}; without the first the link fails.',
        code('-buildmode=pie'),
        code('-linkmode external'),
      ),
      l10n.t(
        '{0} of Debian 11 and 12 does not honour it: the program still asks for the loader of musl.',
        code('musl-gcc'),
      ),
    ],
  },
  {
    words: ['-static-libgcc', '-static-libstdc++'],
    command: null,
    title: () => l10n.t('Link the runtime of the compiler in'),
    paragraphs: (code) => [
      l10n.t(
        'The program then needs no {0} and {1}, but still the C library.',
        code('libgcc_s.so.1'),
        code('libstdc++.so.6'),
      ),
      l10n.t(
        'It can raise the glibc that the program asks for: on Debian 12 from 2.34 to 2.36, on Debian 13 to 2.38. In Rust it has no effect.',
      ),
    ],
  },
  {
    words: ['-D_FORTIFY_SOURCE', '_FORTIFY_SOURCE'],
    command: null,
    title: () => l10n.t('Checked variants of C functions'),
    paragraphs: (code) => [
      l10n.t(
        'With glibc the compiler then calls functions that end in {0}. musl has none of them: such a program ends on Alpine with {1}, unless gcompat supplies them.',
        code('_chk'),
        code('symbol not found'),
      ),
    ],
  },
  {
    words: [
      'crt-static',
      '+crt-static',
      '-crt-static',
      'target-feature=+crt-static',
      'target-feature=-crt-static',
    ],
    command: null,
    title: () => l10n.t('Rust: link the C library in'),
    paragraphs: (code) => [
      l10n.t(
        '{0} makes a static program, also with glibc; for musl targets it is the default. {1} makes it dynamic.',
        code('-C target-feature=+crt-static'),
        code('-C target-feature=-crt-static'),
      ),
      l10n.t(
        '{0} is no substitute: it builds, and the program crashes at start.',
        code('-C link-arg=-static'),
      ),
    ],
  },
];
