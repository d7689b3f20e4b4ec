// A program for another processor, or no program at all: the kernel refuses to start it, or a shell reads it as a script.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { theFile } from '../remedies.js';
import { lineNumber, path, quotes, quotedPath, wording } from '../wording.js';

const formatError = '(?:[Ee]xec format error|可执行文件格式错误|執行檔格式錯誤)';
const literals = ['xec format error', '可执行文件格式错误', '執行檔格式錯誤'];

/** What no command line holds: a shell has read bytes of a program. */
const notText = String.raw`[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f\ufffd]`;

export const execFormatError: MessageFamily = {
  id: 'exec-format-error',
  ambiguous: true,
  wordings: [
    wording('kernel', literals, String.raw`(?:execve|exec|execvp): ${formatError}(?: \(errno 8\))?`),
    wording(
      'musl-loader',
      ['xec format error'],
      String.raw`(?:Error loading shared library (?<library>${path})|(?<module>[\w./@+-]{1,200}\.(?:node|so)(?:\.[\d.]{1,12})?)): Exec format error(?: \(needed by (?<neededBy>[^)\n]{1,300})\))?`,
    ),
    wording(
      'shell',
      [': not found'],
      String.raw`(?:${path}: )?(?<path>${path}): (?:line )?\d{1,7}: (?:${path}: )?[^\n:]{0,200}${notText}[^\n:]{0,200}: not found`,
    ),
    wording(
      'runc',
      ['xec format error'],
      String.raw`standard_init_linux\.go:\d{1,5}: exec user process caused:? ${quotes}exec format error${quotes}`,
    ),
    wording(
      'shell',
      literals,
      String.raw`(?:(?<shell>${path})[:：] ?)?${lineNumber}?(?:exec: )?(?<path>${path})[:：] ?(?:cannot execute binary file|无法执行二进制文件)[:：] ?${formatError}`,
    ),
    wording(
      'shell',
      literals,
      String.raw`(?<shell>${path}): ${lineNumber}?(?:exec: )?(?:${lineNumber})?(?<path>${path}): ${formatError}`,
    ),
    wording(
      'starter',
      literals,
      String.raw`can't execute ${quotes}(?<path>${quotedPath})${quotes}: ${formatError}`,
    ),
    wording(
      'python',
      ['xec format error'],
      String.raw`OSError:? \[Errno 8\] Exec format error(?:: ${quotes}(?<path>${quotedPath})${quotes})?`,
    ),
    wording('rust', ['xec format error'], String.raw`Exec format error \(os error 8\)`),
    wording('node', ['ENOEXEC'], String.raw`spawn(?:Sync)? (?<path>${path}) ENOEXEC`),
    wording(
      'java',
      ['xec format error', 'Exec failed'],
      String.raw`Cannot run program ${quotes}(?<path>${quotedPath})${quotes}[^\n:]{0,200}: (?:error=8, Exec format error|Exec failed, error: 8 \(Exec format error\))`,
    ),
    wording(
      'runc',
      literals,
      String.raw`(?:(?:fork/)?exec (?:container process )?${quotes}(?<path>${path})${quotes}:|exec failed:) ${formatError}`,
    ),
    wording(
      'starter',
      literals,
      String.raw`(?:[\w./-]{1,80}|\[dumb-init\]):? (?:exec |unable to start )?(?<path>${path})(?: failed)?:? \(?${formatError}\)?`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('The file is not a program for this processor'),
    meaning: l10n.t(
      '{0} is there, but this machine cannot run it.',
      code(captures['path'] ?? captures['library'] ?? captures['module'] ?? theFile()),
    ),
    why: l10n.t(
      'Most often it was built for another processor: arm64 on an amd64 machine or the other way round, or it comes from macOS. This is not about musl and glibc. BusyBox and some starters then read the file as a shell script, which gives lines with {0} in them.',
      code('ELF…: not found'),
    ),
    remedies: [
      l10n.t(
        'Compare {0} with {1}.',
        code(`file ${captures['path'] ?? captures['library'] ?? captures['module'] ?? 'FILE'}`),
        code('uname -m'),
      ),
      l10n.t(
        'Build for the platform of the image: {0}, or in the Dockerfile {1} with {2} before it.',
        code('docker buildx build --platform linux/amd64'),
        code('GOARCH=$TARGETARCH'),
        code('ARG TARGETARCH'),
      ),
      l10n.t(
        'Do not copy {0} from your own machine into the image: list it in {1}.',
        code('node_modules'),
        code('.dockerignore'),
      ),
    ],
    ambiguity: l10n.t(
      'An empty file, a file that was cut off in a download, and a script without a first line such as {0} give the same text. {1} tells them apart.',
      code('#!/bin/sh'),
      code(`file ${captures['path'] ?? 'FILE'}`),
    ),
  }),
  examples: [
    { text: 'exec /app: exec format error', layer: 'runc', captures: { path: '/app' } },
    { text: 'standard_init_linux.go:207: exec user process caused "exec format error"', layer: 'runc' },
    { text: 'standard_init_linux.go:228: exec user process caused: exec format error' },
    { text: '/bin/sh: 1: ./x: Exec format error', layer: 'shell', captures: { path: './x' } },
    { text: '/bin/sh: 1: exec: ./x: Exec format error', captures: { path: './x' } },
    {
      text: '/bin/bash: line 1: ./x: cannot execute binary file: Exec format error',
      captures: { path: './x' },
    },
    { text: 'bash: ./x: 无法执行二进制文件: 可执行文件格式错误', captures: { path: './x' } },
    { text: './x: line 1: \u007fELF\u0002\u0001: not found', captures: { path: './x' } },
    { text: './x: 1: \u007fELF\u0002\u0001: not found', captures: { path: './x' } },
    {
      text: 'Error loading shared library /app/node_modules/sharp/build/Release/sharp.node: Exec format error',
      layer: 'musl-loader',
    },
    { text: './x: line 1: MZ\u0003\u0004\ufffd@: not found', captures: { path: './x' } },
    { text: 'fork/exec ./x: exec format error', captures: { path: './x' } },
    { text: 'error: exec failed: exec format error' },
    { text: "env: can't execute './x': Exec format error", captures: { path: './x' } },
    { text: "OSError: [Errno 8] Exec format error: './x'", layer: 'python', captures: { path: './x' } },
    { text: 'xargs: ./x: Exec format error' },
    { text: 'rust Command error: Exec format error (os error 8)', layer: 'rust' },
    { text: 'Error: spawn ./x ENOEXEC', layer: 'node', captures: { path: './x' } },
    { text: 'java.io.IOException: Cannot run program "./x": error=8, Exec format error', layer: 'java' },
    { text: 'execve: Exec format error (errno 8)', layer: 'kernel' },
    {
      text: '/usr/sbin/start-stop-daemon: unable to start /t/x (Exec format error)',
      captures: { path: '/t/x' },
    },
    { text: '{"msg":"exec container process `/app`: Exec format error","level":"error"}', layer: 'runc' },
    {
      text: 'Error: /app/node_modules/sharp/build/Release/sharp.node: Exec format error',
      layer: 'musl-loader',
      captures: { module: '/app/node_modules/sharp/build/Release/sharp.node' },
    },
  ],
  others: ['exec /app: no such file or directory', 'the format of the error is exec', 'sh: ELF: not found'],
};
