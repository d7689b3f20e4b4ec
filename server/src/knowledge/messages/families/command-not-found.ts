// A shell that tells a missing command from a missing loader says that the command is missing.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { colon, lineNumber, path, shell, wording } from '../wording.js';

export const commandNotFound: MessageFamily = {
  id: 'command-not-found',
  ambiguous: false,
  wordings: [
    wording(
      'shell',
      ['command not found', '未找到命令', '未找到指令'],
      String.raw`(?:(?<shell>${shell}|${path})${colon})?${lineNumber}?(?<path>${path})${colon}(?:command not found|未找到命令|未找到指令)(?!: [\w./-])`,
    ),
    wording(
      'shell',
      ['command not found'],
      String.raw`-?zsh:(?:\d{1,7}:)? command not found: (?<path>${path})`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('The command is not installed'),
    meaning: l10n.t(
      'The shell searched its path and found no program named {0}.',
      code(captures['path'] ?? ''),
    ),
    why: l10n.t(
      'These words are used only when nothing of that name was found. A program whose loader is missing gives another text, so musl and glibc have nothing to do with it.',
    ),
    remedies: [
      l10n.t('Install the package that has it, or copy it into the image.'),
      l10n.t('If it is there, its folder is not in {0}: call it by its whole path.', code('PATH')),
    ],
    ambiguity: null,
  }),
  examples: [
    { text: 'bash: pip: command not found', captures: { path: 'pip' } },
    { text: '/bin/bash: line 1: x: command not found', captures: { path: 'x' } },
    { text: 'pip: command not found', captures: { path: 'pip' } },
    { text: 'bash: foo: 未找到命令', captures: { path: 'foo' } },
    { text: 'zsh: command not found: go', captures: { path: 'go' } },
  ],
  others: ['sh: ./app: not found', 'the command not found handler', 'make: ./x: Command not found'],
};
