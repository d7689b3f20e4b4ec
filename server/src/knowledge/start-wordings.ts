// How each starter words a file that the kernel refuses to start, and with which exit code it ends: dated data.

/** What the kernel answers: no such file (ENOENT, the loader is missing) or not a program of this machine (ENOEXEC). */
export type Refusal = 'no-loader' | 'wrong-format';

export interface StartWording {
  /** `{path}` as started, `{shell}` as `/bin/sh` or the script, `{line}` of the script. */
  readonly text: string;
  readonly exitCode: number;
}

export interface Wordings {
  readonly 'no-loader': StartWording;
  readonly 'wrong-format': StartWording;
  readonly source: string;
}

const measured = 'recorded starts in chroots of Debian 11 to 13 and Alpine 3.13 to 3.20, 2026-11';

/** By shells, for `sh -c`. busybox reads what it cannot execute as a script, so its wording of a foreign file is what it stumbles over. */
export const shellWordings = {
  ash: {
    'no-loader': { text: '{shell}: {path}: not found', exitCode: 127 },
    'wrong-format': { text: '{path}: line 1: syntax error: unexpected "("', exitCode: 2 },
    source: measured,
  },
  dash: {
    'no-loader': { text: '{shell}: {line}: {path}: not found', exitCode: 127 },
    'wrong-format': { text: '{shell}: {line}: {path}: Exec format error', exitCode: 126 },
    source: measured,
  },
  'bash-5.1': {
    'no-loader': { text: '{shell}: line {line}: {path}: No such file or directory', exitCode: 127 },
    'wrong-format': {
      text: '{shell}: line {line}: {path}: cannot execute binary file: Exec format error',
      exitCode: 126,
    },
    source: measured,
  },
  'bash-5.2': {
    'no-loader': {
      text: '{shell}: line {line}: {path}: cannot execute: required file not found',
      exitCode: 127,
    },
    'wrong-format': {
      text: '{shell}: line {line}: {path}: cannot execute binary file: Exec format error',
      exitCode: 126,
    },
    source: measured,
  },
} as const satisfies Record<string, Wordings>;

/** In a script busybox names the line as well. */
export const ashScript: StartWording = { text: '{shell}: line {line}: {path}: not found', exitCode: 127 };

/** By the programs that entry points and health checks start others with; coreutils on Debian, busybox on Alpine. */
export const starterWordings = {
  /** runc ≥ 1.1 (2022) in Docker and Kubernetes, for the exec form; runc 1.2 ends with 255, 1.1 ended with 1. */
  runc: {
    'no-loader': { text: 'exec {path}: no such file or directory', exitCode: 255 },
    'wrong-format': { text: 'exec {path}: exec format error', exitCode: 255 },
    source: 'opencontainers/runc libcontainer/standard_init_linux.go and init_linux.go, 1.2 (2024-10)',
  },
  'env (coreutils)': {
    'no-loader': { text: "env: '{path}': No such file or directory", exitCode: 127 },
    'wrong-format': { text: '{path}: 2: Syntax error: "(" unexpected', exitCode: 2 },
    source: measured,
  },
  'env (busybox)': {
    'no-loader': { text: "env: can't execute '{path}': No such file or directory", exitCode: 127 },
    'wrong-format': { text: "env: can't execute '{path}': Exec format error", exitCode: 126 },
    source: measured,
  },
  'nohup (coreutils)': {
    'no-loader': { text: "nohup: failed to run command '{path}': No such file or directory", exitCode: 127 },
    'wrong-format': { text: '{path}: 2: Syntax error: "(" unexpected', exitCode: 2 },
    source: measured,
  },
  'nohup (busybox)': {
    'no-loader': { text: "nohup: can't execute '{path}': No such file or directory", exitCode: 127 },
    'wrong-format': { text: "nohup: can't execute '{path}': Exec format error", exitCode: 126 },
    source: measured,
  },
  'timeout (coreutils)': {
    'no-loader': {
      text: "timeout: failed to run command '{path}': No such file or directory",
      exitCode: 127,
    },
    'wrong-format': { text: '{path}: 2: Syntax error: "(" unexpected', exitCode: 2 },
    source: measured,
  },
  'timeout (busybox)': {
    'no-loader': { text: "timeout: can't execute '{path}': No such file or directory", exitCode: 127 },
    'wrong-format': { text: "timeout: can't execute '{path}': Exec format error", exitCode: 126 },
    source: measured,
  },
  'xargs (coreutils)': {
    'no-loader': { text: 'xargs: {path}: No such file or directory', exitCode: 127 },
    'wrong-format': { text: '{path}: 2: Syntax error: "(" unexpected', exitCode: 123 },
    source: measured,
  },
  'xargs (busybox)': {
    'no-loader': { text: 'xargs: {path}: No such file or directory', exitCode: 127 },
    'wrong-format': { text: 'xargs: {path}: Exec format error', exitCode: 126 },
    source: measured,
  },
  'exec (dash)': {
    'no-loader': { text: '{shell}: {line}: exec: {path}: not found', exitCode: 127 },
    'wrong-format': { text: '{shell}: {line}: exec: {path}: Exec format error', exitCode: 126 },
    source: measured,
  },
  'exec (ash)': {
    'no-loader': { text: '{shell}: exec: line {line}: {path}: not found', exitCode: 127 },
    'wrong-format': { text: '{path}: line 2: syntax error: unexpected "("', exitCode: 2 },
    source: measured,
  },
  'tini (dash)': {
    'no-loader': { text: 'exec {path} failed: No such file or directory', exitCode: 127 },
    'wrong-format': { text: '{path}: 2: Syntax error: "(" unexpected', exitCode: 2 },
    source: measured,
  },
  'tini (ash)': {
    'no-loader': { text: 'exec {path} failed: No such file or directory', exitCode: 127 },
    'wrong-format': { text: '{path}: line 2: syntax error: unexpected "("', exitCode: 2 },
    source: measured,
  },
  'dumb-init': {
    'no-loader': { text: '[dumb-init] {path}: No such file or directory', exitCode: 2 },
    'wrong-format': { text: '{path}: 2: Syntax error: "(" unexpected', exitCode: 2 },
    source: measured,
  },
  gosu: {
    'no-loader': { text: 'error: exec failed: no such file or directory', exitCode: 1 },
    'wrong-format': { text: 'error: exec failed: exec format error', exitCode: 1 },
    source: measured,
  },
  'su-exec': {
    'no-loader': { text: 'su-exec: {path}: No such file or directory', exitCode: 1 },
    'wrong-format': { text: 'su-exec: {path}: Exec format error', exitCode: 1 },
    source:
      'ncopa/su-exec su-exec.c, err(1, "%s"); its shape measured with a program of the same calls, 2026-11',
  },
} as const satisfies Record<string, Wordings>;

export type StarterProgram = keyof typeof starterWordings;

/** What a kernel signal makes of a start: shells that wait for the child name it, and add 128 to its number. */
export const trap = { text: 'Trace/breakpoint trap', exitCode: 133, source: measured } as const;

/** How dash and bash name a signal in a child; ash and bash execute the last command of `-c` in place, so nobody is left to speak. */
export const namesSignals = ['dash'] as const;
