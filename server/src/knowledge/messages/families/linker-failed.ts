// The compiler's closing line after a failed link: the reason stands above it.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { wording } from '../wording.js';

export const linkerFailed: MessageFamily = {
  id: 'linker-failed',
  ambiguous: true,
  onlyContext: true,
  wordings: [
    wording(
      'linker',
      ['collect2'],
      String.raw`collect2: (?:(?:error|错误)[:：] ?)?ld (?:returned \d{1,3} exit status|返回 ?\d{1,3}(?: ?退出状态)?)`,
    ),
    wording(
      'go',
      ['running'],
      String.raw`(?:[\w./-]{0,200}/)?link: running (?<compiler>[\w./+-]{1,100}) failed: exit status \d{1,3}`,
    ),
    wording(
      'rust',
      ['linking with'],
      String.raw`error: linking with [\u0060'"](?<compiler>[\w./+-]{1,100})[\u0060'"] failed: exit (?:status|code): \d{1,3}`,
    ),
    wording(
      'linker',
      ['linker command failed'],
      String.raw`(?<compiler>clang(?:\+\+)?): error: linker command failed with exit code \d{1,3}`,
    ),
  ],
  explain: (_, code) => ({
    title: l10n.t('The link failed'),
    meaning: l10n.t('This line only closes the report: the reason is in the lines before it.'),
    why: l10n.t(
      'Look for {0} (a library is missing) and {1} (a function is missing).',
      code('cannot find -l…'),
      code('undefined reference to …'),
    ),
    remedies: [l10n.t('Give the whole output to {0}.', code('libc-lens explain'))],
    ambiguity: l10n.t('Many faults end in this line, most of them not about the C library.'),
  }),
  examples: [
    { text: 'collect2: error: ld returned 1 exit status', layer: 'linker' },
    { text: 'collect2: 错误: ld 返回 1' },
    { text: 'collect2: 错误：ld 返回 1' },
    {
      text: '/usr/local/go/pkg/tool/linux_amd64/link: running gcc failed: exit status 1',
      layer: 'go',
      captures: { compiler: 'gcc' },
    },
    { text: 'error: linking with `cc` failed: exit status: 1', layer: 'rust' },
    {
      text: 'clang: error: linker command failed with exit code 1 (use -v to see invocation)',
      captures: { compiler: 'clang' },
    },
  ],
  others: ["collect2: fatal error: cannot find 'ld'", 'ld returned'],
};
