// A script with Windows line ends: its interpreter is looked up with a carriage return at the end of its name.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { noSuchFile, noSuchFileLiterals, path, quote, quotes, wording } from '../wording.js';

const carriageReturn = String.raw`(?:\^M|\r|\\{1,3}r|\\{1,3}015|\$'\\r')`;

export const shebangCarriageReturn: MessageFamily = {
  id: 'shebang-carriage-return',
  ambiguous: false,
  wordings: [
    wording(
      'shell',
      ['bad interpreter', '解释器错误'],
      String.raw`(?:${path}: ){0,2}(?<path>${path}): (?<interpreter>${path})${carriageReturn}: (?:bad interpreter|解释器错误)(?:[:：] ?${noSuchFile})?`,
    ),
    wording(
      'starter',
      noSuchFileLiterals,
      String.raw`(?:[\w./-]{0,100}/)?env: (?:can't execute )?${quotes}(?<interpreter>[\w./+-]{1,100})${carriageReturn}${quotes}[:：] ?${noSuchFile}`,
    ),
    wording(
      'runc',
      noSuchFileLiterals,
      String.raw`exec: ${quote}(?<interpreter>[\w./+-]{1,100})${carriageReturn}${quote}: (?:stat [^:]{1,200}: )?${noSuchFile}`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('The script has Windows line ends'),
    meaning: l10n.t(
      'The first line of the script ends in a carriage return, so {0} is looked up under a name that no file has.',
      code(captures['interpreter'] ?? '/bin/sh'),
    ),
    why: l10n.t(
      'Linux reads the interpreter up to the line feed. The carriage return before it becomes a part of the name. The C library has nothing to do with it.',
    ),
    remedies: [
      l10n.t('Convert the file: {0}, or {1}.', code("sed -i 's/\\r$//' FILE"), code('dos2unix FILE')),
      l10n.t(
        'Keep it so: write {0} into {1}, then check the file out again.',
        code('*.sh text eol=lf'),
        code('.gitattributes'),
      ),
    ],
    ambiguity: null,
  }),
  examples: [
    {
      text: 'bash: ./x: /bin/sh^M: bad interpreter: No such file or directory',
      captures: { interpreter: '/bin/sh', path: './x' },
    },
    { text: '/bin/bash: line 1: ./x: /bin/sh^M: bad interpreter: No such file or directory' },
    { text: '-bash: ./deploy.sh: /bin/bash^M: 解释器错误: 没有那个文件或目录' },
    { text: String.raw`/usr/bin/env: 'sh\r': No such file or directory`, captures: { interpreter: 'sh' } },
    { text: String.raw`env: can't execute 'bash\r': No such file or directory` },
    { text: String.raw`exec: "sh\r": stat sh\r: no such file or directory`, layer: 'runc' },
    { text: "env: can't execute 'sh\r': No such file or directory", captures: { interpreter: 'sh' } },
    { text: '/usr/bin/env: ‘python3\\r’: No such file or directory', layer: 'starter' },
  ],
  others: [
    "env: 'sh': No such file or directory",
    'bash: ./x: /bin/sh: bad interpreter: No such file or directory',
  ],
};
