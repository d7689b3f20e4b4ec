// A container runtime starts the program and the kernel answers "no such file": the file is there, its loader is not, or neither.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { loaderIsMissing, otherCausesOfNoSuchFile, startRemedies } from '../remedies.js';
import { noSuchFile, noSuchFileLiterals, path, quote, quotedPath, quotes, wording } from '../wording.js';

export const containerStartNotFound: MessageFamily = {
  id: 'container-start-not-found',
  ambiguous: true,
  wordings: [
    wording(
      'runc',
      ['standard_init_linux.go'],
      String.raw`standard_init_linux\.go:\d{1,5}: exec user process caused:? ${quotes}no such file or directory${quotes}`,
    ),
    wording(
      'runc',
      ['exec user process caused'],
      String.raw`exec user process caused:? ${quotes}no such file or directory${quotes}`,
    ),
    wording(
      'runc',
      ['exec container process'],
      String.raw`exec container process ${quote}(?<path>${quotedPath})${quote}: ${noSuchFile}`,
    ),
    wording(
      'init',
      ['FATAL tini'],
      String.raw`\[FATAL tini \(\d{1,8}\)\] exec (?<path>${path}) failed: ${noSuchFile}`,
    ),
    wording('init', ['[dumb-init]'], String.raw`\[dumb-init\] (?<path>${path}): ${noSuchFile}`),
    wording(
      'init',
      ['catatonit'],
      String.raw`ERROR \(catatonit:\d{1,8}\): failed to exec pid1: ${noSuchFile}`,
    ),
    wording(
      'kubernetes',
      ['containerd task'],
      String.raw`failed to create containerd task: [^\n]{0,400}?exec(?::)? ${quotes}(?<path>${path})${quotes}: ${noSuchFile}`,
    ),
    wording('runc', noSuchFileLiterals, String.raw`exec:? ${quotes}(?<path>${path})${quotes}: ${noSuchFile}`),
    wording(
      'docker',
      ['not found or does not exist'],
      String.raw`Container command ${quote}(?<path>${quotedPath})${quote} not found or does not exist\.{0,2}`,
    ),
    wording('docker', ['System error'], String.raw`\[8\] System error: ${noSuchFile}`),
  ],
  explain: (captures, code) => {
    const file = captures['path'] ?? 'FILE';
    return {
      title: l10n.t('The container starts a program whose loader is not in the image'),
      meaning: l10n.t(
        'The kernel was asked to start {0} and answered "no such file or directory". Most often the file is there, and the loader it was linked for is not.',
        captures['path'] === undefined ? l10n.t('the program of the container') : code(captures['path']),
      ),
      why: loaderIsMissing(code),
      remedies: startRemedies(file, code),
      ambiguity: otherCausesOfNoSuchFile(file, code),
    };
  },
  examples: [
    { text: 'exec /app: no such file or directory', layer: 'runc', captures: { path: '/app' } },
    { text: 'exec /atomic-server-bin: no such file or directory', layer: 'runc' },
    {
      text: 'unable to start container process: exec: "/app": no such file or directory: unknown',
      layer: 'runc',
      captures: { path: '/app' },
    },
    { text: 'exec ./server: no such file or directory', captures: { path: './server' } },
    {
      text: 'standard_init_linux.go:228: exec user process caused: no such file or directory',
      layer: 'runc',
    },
    {
      text: 'standard_init_linux.go:190: exec user process caused "no such file or directory"',
      layer: 'runc',
    },
    {
      text: 'Docker run时报错：standard_init_linux.go:190: exec user process caused "no such file or directory"',
    },
    {
      text: 'panic: standard_init_linux.go:175: exec user process caused "no such file or directory" [recovered]',
    },
    {
      text: '[FATAL tini (7)] exec /app failed: No such file or directory',
      layer: 'init',
      captures: { path: '/app' },
    },
    { text: '[dumb-init] ./x: No such file or directory', layer: 'init', captures: { path: './x' } },
    {
      text: "docker: Error response from daemon: Container command '/apache_exporter' not found or does not exist..",
      layer: 'docker',
    },
    { text: 'Cannot start container 4f2: [8] System error: no such file or directory', layer: 'docker' },
    {
      text: '{"msg":"exec container process `/app`: No such file or directory","level":"error","time":"2024-05-02T09:00:00Z"}',
    },
    { text: 'ERROR (catatonit:2): failed to exec pid1: No such file or directory', layer: 'init' },
    {
      text: 'Error: failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec /app: no such file or directory: unknown',
      layer: 'kubernetes',
      captures: { path: '/app' },
    },
  ],
  others: [
    'exec: "/app": stat /app: no such file or directory',
    'exec: "bash": executable file not found in $PATH',
    'open /exec/app: no such file or directory',
    'System error: no such file or directory',
  ],
};
