// A shell says "not found" or "no such file" of a program: missing, or there without its loader.
import * as l10n from '@vscode/l10n';
import type { Captures, LineContext, MessageFamily } from '../model.js';
import { loaderIsMissing, otherCausesOfNoSuchFile, startRemedies } from '../remedies.js';
import {
  colon,
  lineNumber,
  mayBeProgram,
  noSuchFile,
  noSuchFileLiterals,
  path,
  pathWithSlash,
  shell,
  wording,
} from '../wording.js';

/** Built into bash and not into ash or dash: their "not found" is about the shell, not about a file. */
const bashOnly = new Set(
  [
    'source',
    'function',
    'pushd',
    'popd',
    'dirs',
    'declare',
    'typeset',
    'shopt',
    'let',
    'mapfile',
    'readarray',
  ].concat([
    'disown',
    'builtin',
    'caller',
    'compgen',
    'complete',
    'enable',
    'logout',
    'select',
    'suspend',
    'coproc',
  ]),
);

const startsProgram = (captures: Captures): boolean => {
  const file = captures['path'] ?? '';
  return mayBeProgram(file) && !bashOnly.has(file) && /[\p{L}\p{N}]/u.test(file) && !/^\d+$/.test(file);
};

/** A line that holds the message and nothing else, but for what a builder or a container engine puts before it. */
const aloneInLine = (captures: Captures, { line, start, end }: LineContext): boolean =>
  startsProgram(captures) &&
  /^(?:#\d{1,4} )?(?:\d{1,6}\.\d{1,6} )?[\s>*"'`|-]{0,20}$/.test(line.slice(0, start)) &&
  /^[\s"'`.]{0,20}(?:\(MSB\d{1,5}\).{0,20})?$/.test(line.slice(end));

const inaccessible = '(?:inaccessible or )?not found';
const step = '(?:(?:exec|eval|\\.): )';

export const shellNotFound: MessageFamily = {
  id: 'shell-not-found',
  ambiguous: true,
  wordings: [
    wording(
      'shell',
      ['not found'],
      String.raw`(?<shell>${shell}): ${lineNumber}?${step}?${lineNumber}?(?<path>${path}): ${inaccessible}`,
      { accepts: startsProgram },
    ),
    wording(
      'shell',
      ['not found'],
      String.raw`(?<shell>${path}): (?:${lineNumber}${step}?|${step}${lineNumber})(?<path>${path}): ${inaccessible}`,
      { accepts: (captures) => startsProgram(captures) && mayRunCommands(captures['shell'] ?? '') },
    ),
    wording(
      'shell',
      noSuchFileLiterals,
      String.raw`(?<shell>${shell})${colon}${lineNumber}?(?<path>${pathWithSlash})${colon}${noSuchFile}`,
      { accepts: startsProgram },
    ),
    wording(
      'shell',
      noSuchFileLiterals,
      String.raw`(?<shell>${path})${colon}(?:line |行 |第 ?)\d{1,7}(?: ?行)?${colon}(?<path>${pathWithSlash})${colon}${noSuchFile}`,
      { accepts: startsProgram },
    ),
    wording(
      'shell',
      ['no such file or directory'],
      String.raw`(?:[\w./-]{0,100}/)?-?zsh:(?:\d{1,7}:)? no such file or directory: (?<path>${path})`,
      { accepts: startsProgram },
    ),
    wording('shell', ['not found'], String.raw`(?<path>\.{0,2}/${path})(?::)? not found`, {
      accepts: (captures, context) =>
        aloneInLine(captures, context) &&
        (context.line.includes(': not found') || /^\.\//.test(captures['path'] ?? '')),
    }),
  ],
  explain: (captures, code) => {
    const file = captures['path'] ?? 'FILE';
    const named = file.includes('/');
    return {
      title: named
        ? l10n.t('The shell reports a program as missing; often only its loader is')
        : l10n.t('The shell does not find a program, or the program lacks its loader'),
      meaning: named
        ? l10n.t(
            '{0} could not be started. If {1} shows it, the file is there and its loader is not.',
            code(file),
            code(`ls ${file}`),
          )
        : l10n.t(
            '{0} could not be started. If {1} shows a path, the file is there and its loader is not; otherwise it is not installed.',
            code(file),
            code(`command -v ${file}`),
          ),
      why: loaderIsMissing(code),
      remedies: startRemedies(file, code),
      ambiguity: otherCausesOfNoSuchFile(file, code),
    };
  },
  examples: [
    { text: 'sh: ./app: not found', captures: { path: './app' } },
    { text: '/bin/sh: ./app: not found', captures: { path: './app', shell: '/bin/sh' } },
    { text: '/bin/sh: 1: ./x: not found', captures: { path: './x' } },
    { text: '/bin/sh: 1: exec: ./x: not found', captures: { path: './x' } },
    { text: '/bin/sh: exec: line 0: ./x: not found', captures: { path: './x' } },
    { text: '/opt/h/run.sh: 2: ./x: not found', captures: { path: './x' } },
    { text: '/opt/h/run.sh: line 2: ./x: not found', captures: { path: './x' } },
    { text: '/opt/h/entry.sh: exec: line 3: ./x: not found', captures: { path: './x' } },
    { text: '/opt/h/entry.sh: 3: exec: x: not found', captures: { path: 'x' } },
    { text: './aws/install: line 78: /aws/dist/aws: not found', captures: { path: '/aws/dist/aws' } },
    { text: 'sh: dwg2dxf: not found', captures: { path: 'dwg2dxf' } },
    { text: 'bash: ./scavenger: No such file or directory', captures: { path: './scavenger' } },
    { text: '/bin/bash: line 1: ./x: No such file or directory', captures: { path: './x' } },
    { text: 'bash: ./x: 没有那个文件或目录', captures: { path: './x' } },
    { text: '/bin/bash: 行 1: ./x: 没有那个文件或目录', captures: { path: './x' } },
    { text: 'zsh: no such file or directory: ./x', captures: { path: './x' } },
    { text: 'zsh:1: no such file or directory: ./x', captures: { path: './x' } },
    { text: '#12 0.354 /bin/sh: .build/bin/protoc: not found', captures: { path: '.build/bin/protoc' } },
    {
      text: '# fails with `sh: /usr/local/bin/migrate3: not found`',
      captures: { path: '/usr/local/bin/migrate3' },
    },
    { text: '/usr/local/bin/src/dart: not found', captures: { path: '/usr/local/bin/src/dart' } },
    { text: './nanobox not found', captures: { path: './nanobox' } },
    { text: '/system/bin/sh: ./app: inaccessible or not found', captures: { path: './app' } },
    { text: 'Command failed: ./x\\n/bin/sh: 1: ./x: not found status= 127', captures: { path: './x' } },
  ],
  others: [
    'app: config not found',
    'app: config: not found',
    '404 not found',
    '/bin/sh: 1: source: not found',
    '/bin/sh: 1: [[: not found',
    'bash: cd: ./dir: No such file or directory',
    'bash: /etc/app/app.conf: No such file or directory',
    'cat: ./x: No such file or directory',
    'GET /api/users: not found',
    'bash: pip: command not found',
    './config.yml: not found',
    'main.go:12: pattern dist/index.html: not found',
    'error: key not found',
    'page /index.html not found',
  ],
};

/** A script, a shell or a hook; a source or data file that a compiler or checker names does not run commands. */
function mayRunCommands(file: string): boolean {
  return mayBeProgram(file) && !/\.(?:py|js|ts|mjs|cjs|rb|php|pl|lua|swift|kt|scala)$/i.test(file);
}
