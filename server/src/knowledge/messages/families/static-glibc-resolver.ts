// A static glibc program calls functions that load libraries when it runs.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { quote, wording } from '../wording.js';

export const staticGlibcResolver: MessageFamily = {
  id: 'static-glibc-resolver',
  ambiguous: false,
  wordings: [
    wording(
      'linker',
      ['in statically linked applications'],
      String.raw`(?:warning: )?Using ${quote}(?<symbol>\w{1,60})${quote} in statically linked applications requires at runtime the shared libraries(?: from the glibc version used for linking)?`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('A static glibc program that is not quite static'),
    meaning: l10n.t(
      '{0} loads parts of glibc when it is called, also from a static program.',
      code(captures['symbol'] ?? ''),
    ),
    why: l10n.t(
      'Names of hosts and users are looked up by plugins ({0}). They must be there, and of the same glibc: otherwise lookups fail, or the program crashes. Built with glibc 2.31, it crashes on Debian 12 and newer. It is a warning; the link succeeds.',
      code('libnss_*.so'),
    ),
    remedies: [
      l10n.t(
        'A Go program: add {0}, or build with {1}. Go then looks names up by itself.',
        code('-tags netgo,osusergo'),
        code('CGO_ENABLED=0'),
      ),
      l10n.t(
        'A C or C++ program: link it statically with musl, on Alpine or with {0}. musl needs no plugins.',
        code('musl-gcc -static'),
      ),
    ],
    ambiguity: null,
  }),
  examples: [
    {
      text: "warning: Using 'getaddrinfo' in statically linked applications requires at runtime the shared libraries from the glibc version used for linking",
      captures: { symbol: 'getaddrinfo' },
    },
    {
      text: "/usr/bin/ld: /tmp/go-link-1/000004.o: in function `_cgo_26061493d47f_C2func_getaddrinfo':\n/tmp/go-build/cgo-gcc-prolog:58: warning: Using 'getaddrinfo' in statically linked applications requires at runtime the shared libraries from the glibc version used for linking",
    },
    {
      text: "plugin_dlopen.go:19: warning: Using 'dlopen' in statically linked applications requires at runtime the shared libraries from the glibc version used for linking",
      captures: { symbol: 'dlopen' },
    },
  ],
  others: ['statically linked applications are nice'],
};
