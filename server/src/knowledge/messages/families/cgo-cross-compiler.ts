// cgo for another processor is compiled with the compiler of this one.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { isCNeeded } from '../remedies.js';
import { quote, wording } from '../wording.js';

export const cgoCrossCompiler: MessageFamily = {
  id: 'cgo-cross-compiler',
  ambiguous: false,
  wordings: [
    wording(
      'cgo',
      ['no such instruction'],
      String.raw`(?<file>(?:[\w./-]{0,200}/)?gcc_\w{1,20}\.S):\d{1,6}: Error: no such instruction: ${quote}[^\n\u0060']{1,100}`,
    ),
    wording(
      'cgo',
      ['no such instruction', 'unknown mnemonic', 'bad instruction'],
      String.raw`(?<file>(?:[\w./-]{0,200}/)?gcc_\w{1,20}\.S):\d{1,6}: Error: (?:unknown mnemonic|bad instruction) ${quote}[^\n\u0060']{1,100}`,
    ),
    wording(
      'compiler',
      ['unrecognized command'],
      String.raw`(?<compiler>[\w./+-]{1,100}): error: unrecognized command[- ]line option ${quote}(?<flag>-m(?:64|32|arm|thumb|abi=[\w]{1,20}))${quote}`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('C code for one processor is given to the compiler of another'),
    meaning: l10n.t(
      'The build is for another processor than this machine, with cgo on, and calls the compiler of this machine.',
    ),
    why: l10n.t(
      'Go turns cgo off by itself when it builds for another processor; here {0} turned it on again. An {1} with a default has the same effect under buildx: the default shadows the real platform.',
      code('CGO_ENABLED=1'),
      code('ARG TARGETARCH=amd64'),
    ),
    remedies: [
      isCNeeded(code),
      l10n.t('Otherwise install a cross compiler and name it: {0}.', code('CC=aarch64-linux-gnu-gcc')),
      l10n.t('Write {0} without a default.', code('ARG TARGETARCH')),
    ],
    ambiguity:
      captures['flag'] === undefined
        ? null
        : l10n.t(
            'A compiler that is called directly with {0} on another processor says the same.',
            code(captures['flag']),
          ),
  }),
  examples: [
    { text: "gcc_arm64.S:27: Error: no such instruction: `stp x29,x30,[sp,'", layer: 'cgo' },
    { text: "gcc: error: unrecognized command-line option '-m64'", captures: { flag: '-m64' } },
    { text: 'gcc: error: unrecognized command line option ‘-m64’; did you mean ‘-mabi=lp64’?' },
    { text: "gcc_amd64.S:27: Error: unknown mnemonic `pushq' -- `pushq %rbx'", layer: 'cgo' },
  ],
  others: [
    "gcc: error: unrecognized command-line option '-fbar'",
    "x.S:3: Error: no such instruction: `foo'",
  ],
};
