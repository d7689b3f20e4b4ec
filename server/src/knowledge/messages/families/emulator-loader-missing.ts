// QEMU or Rosetta runs a program of another processor and does not find that program's loader.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { turnCgoOff } from '../remedies.js';
import { path, quotes, wording } from '../wording.js';

export const emulatorLoaderMissing: MessageFamily = {
  id: 'emulator-loader-missing',
  ambiguous: false,
  wordings: [
    wording(
      'emulator',
      ['Could not open'],
      String.raw`(?<emulator>qemu-[\w-]{2,20}): Could not open ${quotes}(?<loader>${path})${quotes}(?:: No such file or directory)?`,
    ),
    wording(
      'emulator',
      ['rosetta error'],
      String.raw`(?<emulator>rosetta) error: failed to open elf at (?<loader>${path})`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('A program for another processor runs under emulation, and its loader is missing'),
    meaning: l10n.t(
      '{0} runs a program that asks for {1}, and the image has no such file.',
      code(captures['emulator'] ?? ''),
      code(captures['loader'] ?? ''),
    ),
    why: l10n.t(
      'The program is for another processor than the image, so the image has no loader for it; or the image has another C library than the one the program was linked with.',
    ),
    remedies: [
      l10n.t(
        'Build the program for the platform of the image: {0}, and {1} without a default.',
        code('GOARCH=$TARGETARCH'),
        code('ARG TARGETARCH'),
      ),
      turnCgoOff(code),
      l10n.t(
        'Or start the image for the platform of the program: {0}.',
        code('docker run --platform linux/amd64 …'),
      ),
    ],
    ambiguity: null,
  }),
  examples: [
    {
      text: "qemu-x86_64: Could not open '/lib64/ld-linux-x86-64.so.2': No such file or directory",
      captures: { loader: '/lib64/ld-linux-x86-64.so.2' },
    },
    { text: 'qemu-aarch64-static: Could not open /lib/ld-musl-aarch64.so.1: No such file or directory' },
    { text: 'rosetta error: failed to open elf at /lib64/ld-linux-x86-64.so.2' },
  ],
  others: [
    "qemu-system-x86_64: warning: host doesn't support requested feature",
    'Could not open /etc/passwd',
  ],
};
