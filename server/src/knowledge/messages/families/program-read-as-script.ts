// A shell is told to read a program as a script.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { path, wording } from '../wording.js';

export const programReadAsScript: MessageFamily = {
  id: 'program-read-as-script',
  ambiguous: false,
  wordings: [
    wording(
      'shell',
      ['cannot execute binary file', '无法执行二进制文件'],
      String.raw`(?:${path}[:：] ?){0,2}(?<path>${path})[:：] ?(?:cannot execute binary file|无法执行二进制文件)(?=\s{0,4}$|\\n)`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('The shell was told to read a program as a script'),
    meaning: l10n.t(
      '{0} is a program, and was given to the shell as if it were a script.',
      code(captures['path'] ?? ''),
    ),
    why: l10n.t(
      'A program after the name of a shell is read, not started: {0} reads {1}. So does an ENTRYPOINT that names a shell when CMD names the program.',
      code('bash ./app'),
      code('./app'),
    ),
    remedies: [
      l10n.t(
        'Start it by itself: {0}, or through a shell with {1}.',
        code('ENTRYPOINT ["/app"]'),
        code('sh -c ./app'),
      ),
    ],
    ambiguity: null,
  }),
  examples: [
    { text: 'x: x: cannot execute binary file', captures: { path: 'x' } },
    { text: '/app: /app: cannot execute binary file', captures: { path: '/app' } },
    { text: './app: ./app: 无法执行二进制文件' },
  ],
  others: ['/bin/bash: line 1: ./x: cannot execute binary file: Exec format error'],
};
