// Exit status 127: a shell or a loader could not start a program.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { wording } from '../wording.js';

export const exitStatus127: MessageFamily = {
  id: 'exit-status-127',
  ambiguous: true,
  onlyContext: true,
  wordings: [
    wording('kubernetes', ['Exit Code'], String.raw`Exit Code:\s{1,20}127`),
    wording('docker', ['127'], String.raw`did not complete successfully: exit code: 127`),
    wording('docker', ['127'], String.raw`returned a non-zero code: 127`),
    wording('docker', ['127'], String.raw`exited with code 127`),
    wording('make', ['Error 127'], String.raw`\*\*\* \[[^\]\n]{1,300}\] Error 127`),
    wording(
      'init',
      ['exit status 127'],
      String.raw`exited: (?<path>[\w.-]{1,100}) \(exit status 127; not expected\)`,
    ),
    wording('shell', ['127'], String.raw`exit(?:ed with)? (?:status|code):? 127`),
  ],
  explain: (_, code) => ({
    title: l10n.t('Exit status 127: a program could not be started'),
    meaning: l10n.t(
      'A shell, or the loader of musl or glibc, ended with 127 because a program or one of its libraries was not found.',
    ),
    why: l10n.t(
      'The line before it names the program or the library. {0} also stands for a program that is there and whose loader is missing.',
      code('not found'),
    ),
    remedies: [
      l10n.t(
        'Read the line before: {0} in Docker, {1} in Kubernetes.',
        code('docker logs NAME'),
        code('kubectl logs --previous POD'),
      ),
      l10n.t('Give that line to {0}.', code('libc-lens explain')),
    ],
    ambiguity: l10n.t('A command that is really not installed, and a wrong path, end with 127 too.'),
  }),
  examples: [
    { text: '    Exit Code:    127', layer: 'kubernetes' },
    {
      text: 'ERROR: failed to solve: process "/bin/sh -c ./app" did not complete successfully: exit code: 127',
      layer: 'docker',
    },
    { text: "The command '/bin/sh -c ./app' returned a non-zero code: 127", layer: 'docker' },
    { text: 'web-1 exited with code 127', layer: 'docker' },
    { text: 'make: *** [Makefile:2: all] Error 127', layer: 'make' },
    { text: 'WARN exited: x (exit status 127; not expected)', layer: 'init', captures: { path: 'x' } },
    { text: 'go exec.Command error: exit status 127', layer: 'shell' },
  ],
  others: ['exit code: 1', 'exit status 1270', 'listening on 127.0.0.1', 'Exit Code:    137'],
};
