// SIGTRAP at start: what a static Go program does that was linked externally without runtime/cgo.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { leaveExternalLinkOut } from '../remedies.js';
import { wording } from '../wording.js';

export const traceTrap: MessageFamily = {
  id: 'trace-trap',
  ambiguous: true,
  wordings: [
    wording('shell', ['race/breakpoint trap'], String.raw`[Tt]race/breakpoint trap(?: \(core dumped\))?`),
    wording('shell', ['追踪', '跟踪', '断点'], String.raw`(?:追踪与中断点陷阱|跟踪/断点陷阱)`),
    wording('kubernetes', ['Exit Code'], String.raw`Exit Code:\s{1,20}133`),
    wording('docker', ['133'], String.raw`(?:exited with code|exit code:|non-zero code:) 133`),
  ],
  explain: (_, code) => ({
    title: l10n.t('The program stops itself at start with SIGTRAP (133)'),
    meaning: l10n.t('The program was started and gave up before its first line ran.'),
    why: l10n.t(
      'A Go program up to 1.21 does so when it was linked with {0} and {1} but holds no runtime/cgo: with {2}, or up to Go 1.19 whenever nothing in it uses cgo, for example with {3}. The build says {4} and succeeds.',
      code('-linkmode external'),
      code('-extldflags "-static"'),
      code('CGO_ENABLED=0'),
      code('-tags netgo,osusergo'),
      code('loadinternal: cannot find runtime/cgo'),
    ),
    remedies: [
      leaveExternalLinkOut(code),
      l10n.t('Or keep cgo on and the C parts in, without {0} and {1}.', code('netgo'), code('osusergo')),
    ],
    ambiguity: l10n.t('A debugger breakpoint and an abort in another language give the same signal.'),
  }),
  examples: [
    { text: 'Trace/breakpoint trap (core dumped)' },
    { text: 'Trace/breakpoint trap' },
    { text: 'web-1 exited with code 133', layer: 'docker' },
    { text: '追踪与中断点陷阱 (核心已转储)', layer: 'shell' },
    { text: '    Exit Code:    133', layer: 'kubernetes' },
  ],
  others: ['Segmentation fault', 'exited with code 1337', 'breakpoint at main.go:3'],
};
