// The program is there and its loader or interpreter is not: bash since 5.2, fish and crun say so.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { loaderIsMissing, startRemedies } from '../remedies.js';
import { colon, lineNumber, noSuchFile, path, quote, quotedPath, wording } from '../wording.js';

export const requiredFileNotFound: MessageFamily = {
  id: 'required-file-not-found',
  ambiguous: true,
  wordings: [
    wording(
      'shell',
      ['required file not found', '找不到需要的文件'],
      String.raw`(?:(?<shell>${path})${colon})?${lineNumber}?(?<path>${path})${colon}(?:cannot execute|无法执行)${colon}(?:required file not found|找不到需要的文件)`,
    ),
    wording(
      'shell',
      ['Check the interpreter or linker'],
      String.raw`Failed to execute process ${quote}(?<path>${quotedPath})${quote}(?:\.|: The file exists and is executable\.) ?(?:The file exists and is executable\. )?Check the interpreter or linker\?`,
    ),
    wording(
      'runc',
      ['missing dynamic library?'],
      String.raw`exec container process \(missing dynamic library\?\) ${quote}(?<path>${quotedPath})${quote}(?:: ${noSuchFile})?`,
      { ambiguous: true },
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('The program is there, its loader is not'),
    meaning: l10n.t(
      '{0} exists and may be executed, but a file that it needs for its start does not exist.',
      code(captures['path'] ?? ''),
    ),
    why: loaderIsMissing(code),
    remedies: startRemedies(captures['path'] ?? 'FILE', code),
    ambiguity: l10n.t(
      'A script gives the same text when the interpreter in its first line is missing, or when the script has Windows line ends. {0} shows which of them it is. A file that is missing altogether gives another text.',
      code(`head -n 1 ${captures['path'] ?? 'FILE'} | od -c`),
    ),
  }),
  examples: [
    {
      text: '/bin/bash: line 1: ./x: cannot execute: required file not found',
      layer: 'shell',
      captures: { path: './x' },
    },
    { text: '-bash: ./main: cannot execute: required file not found', captures: { path: './main' } },
    {
      text: '/opt/h/entry.sh: line 3: /t/x: cannot execute: required file not found',
      captures: { path: '/t/x' },
    },
    { text: 'bash: 行 1: ./x：无法执行：找不到需要的文件' },
    {
      text: "exec: Failed to execute process './x': The file exists and is executable. Check the interpreter or linker?",
      captures: { path: './x' },
    },
    {
      text: '{"msg":"exec container process (missing dynamic library?) `/app`: No such file or directory","level":"error"}',
      layer: 'runc',
      captures: { path: '/app' },
    },
  ],
  others: ['cannot execute: required file', 'bash: ./x: cannot execute binary file: Exec format error'],
};
