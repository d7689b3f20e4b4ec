// A program that starts others (env, timeout, xargs, make, su-exec, sudo, systemd) is told "no such file".
import * as l10n from '@vscode/l10n';
import type { Captures, MessageFamily } from '../model.js';
import { loaderIsMissing, otherCausesOfNoSuchFile, startRemedies } from '../remedies.js';
import {
  colon,
  mayBeProgram,
  noSuchFile,
  noSuchFileLiterals,
  path,
  pathWithSlash,
  quote,
  quotedPath,
  quotes,
  wording,
} from '../wording.js';

const startsProgram = (captures: Captures): boolean =>
  mayBeProgram(captures['path'] ?? '') && captures['path'] !== 'pid1';

/** `sudo: unable to execute `, `failed to run command `, in the words of many. */
const tried = String.raw`(?:(?<starter>[\w./-]{1,100})${colon}(?:fatal: )?)?(?:can't|cannot|could not|[Uu]nable to|[Ff]ailed to|无法) ?(?:execute|exec|run|start|spawn|launch|运行|执行)(?: ?(?:command|program|process|binary|child|命令))? ?`;

const prefix = String.raw`(?:[\w./-]{0,100}/)?`;

export const starterNotFound: MessageFamily = {
  id: 'starter-not-found',
  ambiguous: true,
  wordings: [
    wording('init', noSuchFileLiterals, String.raw`Failed to execute command: ${noSuchFile}`),
    wording(
      'starter',
      noSuchFileLiterals,
      String.raw`${tried}${quote}(?<path>${quotedPath})${quote}(?: failed)?(?:[:：] ?| \()${noSuchFile}\)?`,
      { accepts: startsProgram },
    ),
    wording(
      'starter',
      noSuchFileLiterals,
      String.raw`${tried}(?<=[ \p{sc=Han}])(?<path>${path})(?: failed)?(?:[:：] ?| \()${noSuchFile}\)?`,
      { accepts: startsProgram },
    ),
    wording(
      'init',
      noSuchFileLiterals,
      String.raw`Failed at step EXEC spawning (?<path>${path}): ${noSuchFile}`,
    ),
    wording(
      'starter',
      noSuchFileLiterals,
      String.raw`${prefix}(?<starter>env|nice|xargs|(?!exec[:：])[\w.-]{0,40}exec[\w.-]{0,40})${colon}${quotes}(?<path>${path})${quotes}${colon}${noSuchFile}`,
      { accepts: startsProgram },
    ),
    wording(
      'starter',
      noSuchFileLiterals,
      String.raw`${prefix}(?<starter>find)${colon}${quotes}(?<path>${pathWithSlash})${quotes}${colon}${noSuchFile}`,
      { accepts: (captures) => /^\.\/[^/.]{1,200}$/.test(captures['path'] ?? '') },
    ),
    wording(
      'make',
      [...noSuchFileLiterals, 'ommand not found'],
      String.raw`${prefix}(?<starter>g?make)(?:\[\d{1,3}\])?${colon}(?<path>${path})${colon}(?:${noSuchFile}|Command not found)`,
      { accepts: (captures) => startsProgram(captures) && !/[Mm]akefile/.test(captures['path'] ?? '') },
    ),
    wording('starter', ['exec failed'], String.raw`exec failed: no such file or directory`),
    wording(
      'starter',
      ['ENOENT'],
      String.raw`execve\("(?<path>${quotedPath})", [^\n]{1,600}?\) = -1 ENOENT \(No such file or directory\)`,
    ),
    wording(
      'kernel',
      noSuchFileLiterals,
      String.raw`(?:execve|execv|execvp|execl|execlp|posix_spawn|posix_spawnp|exec): ${noSuchFile}(?: \(errno 2\))?`,
    ),
  ],
  explain: (captures, code) => {
    const file = captures['path'] ?? 'FILE';
    return {
      title: l10n.t('A program could not be started: missing, or without its loader'),
      meaning: l10n.t(
        '{0} asked the kernel to start {1} and was told that there is no such file.',
        captures['starter'] === undefined ? l10n.t('The caller') : code(captures['starter']),
        captures['path'] === undefined ? l10n.t('a program') : code(captures['path']),
      ),
      why: loaderIsMissing(code),
      remedies: startRemedies(file, code),
      ambiguity:
        /(?:^|\/)env$/.test(captures['starter'] ?? '') && !file.includes('/')
          ? l10n.t(
              'A name without a path after {0} most often comes from the first line of a script ({1}): then that interpreter is not installed.',
              code('env'),
              code(`#!/usr/bin/env ${file}`),
            )
          : otherCausesOfNoSuchFile(file, code),
    };
  },
  examples: [
    { text: "env: './x': No such file or directory", captures: { path: './x', starter: 'env' } },
    { text: '/usr/bin/env: ‘./x’: No such file or directory', captures: { path: './x' } },
    { text: "env: can't execute './x': No such file or directory", captures: { path: './x' } },
    { text: 'env: “./x”: 没有那个文件或目录', captures: { path: './x' } },
    { text: "/usr/bin/env: 'python3.99': No such file or directory", captures: { path: 'python3.99' } },
    {
      text: "timeout: failed to run command './x': No such file or directory",
      captures: { path: './x', starter: 'timeout' },
    },
    { text: "nohup: failed to run command './x': No such file or directory", captures: { path: './x' } },
    { text: "nohup: can't execute 'x': No such file or directory", captures: { path: 'x' } },
    { text: "chroot: failed to run command '/t/x': No such file or directory" },
    { text: 'timeout: 无法运行命令“./x”: 没有那个文件或目录', captures: { path: './x' } },
    { text: 'setsid: failed to execute ./x: No such file or directory', captures: { path: './x' } },
    { text: 'runuser: failed to execute ./x: No such file or directory' },
    { text: 'su-exec: ./x: No such file or directory', captures: { path: './x', starter: 'su-exec' } },
    { text: 'error: exec failed: no such file or directory' },
    { text: 'xargs: ./x: No such file or directory', captures: { path: './x' } },
    { text: "find: './x': No such file or directory", captures: { path: './x' } },
    { text: 'make: ./x: No such file or directory', layer: 'make', captures: { path: './x' } },
    { text: 'make[1]: ./gen: Command not found', layer: 'make', captures: { path: './gen' } },
    { text: 'sudo: unable to execute ./x: No such file or directory', captures: { path: './x' } },
    {
      text: 's6-setuidgid: fatal: unable to exec /app: No such file or directory',
      captures: { path: '/app' },
    },
    {
      text: '/usr/sbin/start-stop-daemon: unable to start /t/x (No such file or directory)',
      captures: { path: '/t/x' },
    },
    { text: 'execve: No such file or directory (errno 2)', layer: 'kernel' },
    { text: 'execve("./x", ["./x"], 0x7ffc7d5e /* 12 vars */) = -1 ENOENT (No such file or directory)' },
    { text: 'app.service: Failed at step EXEC spawning /opt/app: No such file or directory', layer: 'init' },
    { text: 'app.service: Failed to execute command: No such file or directory', layer: 'init' },
  ],
  others: [
    "find: '/var/cache/foo': No such file or directory",
    'make: Makefile: No such file or directory',
    'make: *** No rule to make target `all`.  Stop.',
    'ls: ./x: No such file or directory',
    'tar: ./x: Cannot open: No such file or directory',
    "timeout: invalid time interval 'x'",
    'unable to start server: config file missing',
    'could not start /etc/app.conf: No such file or directory',
  ],
};
