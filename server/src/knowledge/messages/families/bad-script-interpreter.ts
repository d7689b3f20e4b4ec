// A script whose first line names an interpreter that is not there.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { path, quote, wording } from '../wording.js';

export const badScriptInterpreter: MessageFamily = {
  id: 'bad-script-interpreter',
  ambiguous: false,
  wordings: [
    wording(
      'shell',
      ['bad interpreter', '解释器错误'],
      String.raw`(?<path>${path}): (?<interpreter>${path}): (?:bad interpreter|解释器错误)(?:[:：] ?[^:\n"]{1,60})?`,
    ),
    wording(
      'shell',
      ['specified the interpreter'],
      String.raw`The file ${quote}(?<path>${path})${quote} specified the interpreter ${quote}(?<interpreter>${path})${quote}, which is not an executable command`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('The interpreter of the script is not there'),
    meaning: l10n.t(
      'The first line of {0} names {1}, and there is no such program here.',
      code(captures['path'] ?? ''),
      code(captures['interpreter'] ?? ''),
    ),
    why: l10n.t(
      'Small images lack interpreters that others have: Alpine has no {0}, and distroless and scratch have no shell at all.',
      code('/bin/bash'),
    ),
    remedies: [
      l10n.t(
        'Install it ({0} on Alpine), or write the script for {1}.',
        code('apk add bash'),
        code('/bin/sh'),
      ),
      l10n.t(
        'If the interpreter is there: it may itself be a program of another C library. {0} names its loader.',
        code(`file ${captures['interpreter'] ?? ''}`),
      ),
    ],
    ambiguity: null,
  }),
  examples: [
    {
      text: '/bin/bash: line 1: ./x: /usr/bin/python3.99: bad interpreter: No such file or directory',
      captures: { path: './x', interpreter: '/usr/bin/python3.99' },
    },
    {
      text: 'zsh: ./run: /bin/nope: bad interpreter: no such file or directory',
    },
    {
      text: 'fish: The file “./x” specified the interpreter “/bin/foo”, which is not an executable command.',
    },
  ],
  others: [
    'bad interpreter of dreams',
    '/bin/sh: ./app: /lib/ld-musl-x86_64.so.1: bad ELF interpreter: No such file',
  ],
};
