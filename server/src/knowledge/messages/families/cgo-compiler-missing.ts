// cgo is on, and the C compiler it calls is not installed.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { isCNeeded } from '../remedies.js';
import { quote, wording } from '../wording.js';

const notInPath = String.raw`executable file not found(?: in (?:\$PATH|%PATH%))?`;
const compiler = String.raw`(?<compiler>(?:[\w./+-]{0,100}[-/])?(?:gcc|g\+\+|cc|c\+\+|clang|clang\+\+|tcc|musl-gcc)(?:-\d{1,3})?)`;

export const cgoCompilerMissing: MessageFamily = {
  id: 'cgo-compiler-missing',
  ambiguous: false,
  wordings: [
    wording(
      'cgo',
      ['C compiler'],
      String.raw`cgo: C compiler ${quote}(?<compiler>[^"'\\\n]{1,200})\\{0,3}["'] not found(?:: exec: ${quote}[^"'\\\n]{1,200}${quote}: ${notInPath})?`,
    ),
    wording(
      'go',
      ['executable file not found'],
      String.raw`(?:[\w./-]{0,200}/)?link: running (?<compiler>[\w./+-]{1,100}) failed: exec: ${quote}[^"'\\\n]{1,200}${quote}: ${notInPath}`,
    ),
    wording(
      'cgo',
      ['executable file not found'],
      String.raw`(?:cgo: exec [\w./+-]{1,100}: )?exec: ${quote}${compiler}${quote}: ${notInPath}`,
    ),
    wording('rust', ['not found'], String.raw`(?:error: )?linker ${quote}${compiler}${quote} not found`),
  ],
  explain: (captures, code) => ({
    title: l10n.t('A C compiler is called for, and there is none'),
    meaning: l10n.t('The build calls {0}, and it is not installed.', code(captures['compiler'] ?? 'gcc')),
    why: l10n.t(
      'Go calls a C compiler when cgo is on and a package has C in it. {0} has no compiler. Go up to 1.19 turns cgo on even without one; Go since 1.20 turns it off then, unless {1}, {2} or {3} asks for it. Rust calls {4} as its linker.',
      code('golang:alpine'),
      code('CGO_ENABLED=1'),
      code('CC'),
      code('-race'),
      code('cc'),
    ),
    remedies: [
      isCNeeded(code),
      l10n.t(
        'Otherwise install it: {0} on Alpine, {1} on Debian. The headers belong to it.',
        code('apk add gcc musl-dev'),
        code('apt-get install gcc libc6-dev'),
      ),
      l10n.t(
        'For another processor, install the cross compiler and name it: {0}.',
        code('CC=aarch64-linux-gnu-gcc'),
      ),
    ],
    ambiguity: null,
  }),
  examples: [
    {
      text: 'cgo: C compiler "gcc" not found: exec: "gcc": executable file not found in $PATH',
      layer: 'cgo',
      captures: { compiler: 'gcc' },
    },
    { text: 'cgo: exec gcc: exec: "gcc": executable file not found in $PATH', captures: { compiler: 'gcc' } },
    { text: 'exec: "gcc": executable file not found in $PATH', captures: { compiler: 'gcc' } },
    {
      text: '/usr/local/go/pkg/tool/linux_amd64/link: running gcc failed: exec: "gcc": executable file not found in $PATH',
      layer: 'go',
    },
    {
      text: 'cgo: C compiler "aarch64-linux-gnu-gcc" not found: exec: "aarch64-linux-gnu-gcc": executable file not found in $PATH',
      captures: { compiler: 'aarch64-linux-gnu-gcc' },
    },
    {
      text: 'cgo: C compiler "nosuch-gcc" not found: exec: "nosuch-gcc": executable file not found in $PATH',
    },
    { text: 'error: linker `cc` not found', layer: 'rust', captures: { compiler: 'cc' } },
    { text: 'error: linker `x86_64-linux-musl-gcc` not found', layer: 'rust' },
  ],
  others: [
    'exec: "bash": executable file not found in $PATH',
    'gcc: error: no input files',
    'exec: "git": executable file not found in $PATH',
  ],
};
