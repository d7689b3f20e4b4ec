// Which program answers to which command name; a command without one leaves files unknown.
import { isLoaderPath } from '../../knowledge/loaders.js';
import type { Frame } from '../machine.js';
import { nameOf, parentOf } from '../file-system.js';
import { isKnown, UNKNOWN } from '../value.js';
import { apk } from './apk.js';
import { apt } from './apt.js';
import { autotools } from './autotools.js';
import { shellBuiltins } from './builtins.js';
import type { Call, Program, ShellState } from './call.js';
import { cc, isCompilerName } from './cc.js';
import { curl, wget } from './download.js';
import { fileCommands } from './file-commands.js';
import { go, goEnvironmentValue } from './go.js';
import { ldconfig } from './ldconfig.js';
import { make } from './make.js';
import { otherCommand } from './other-command.js';
import { patchelf } from './patchelf.js';
import { tar, unzip } from './archives.js';
import { wrappers } from './wrappers.js';
import { yum } from './yum.js';

const PROGRAMS: ReadonlyMap<string, Program> = new Map<string, Program>([
  ...Object.entries(shellBuiltins),
  ...Object.entries(wrappers),
  ...Object.entries(fileCommands),
  ...Object.entries(autotools),
  ['go', go],
  ['make', make],
  ['gmake', make],
  ['apk', apk],
  ['apt-get', apt],
  ['apt', apt],
  ['aptitude', apt],
  ['yum', yum],
  ['dnf', yum],
  ['microdnf', yum],
  ['tdnf', yum],
  ['ldconfig', ldconfig],
  ['curl', curl],
  ['wget', wget],
  ['tar', tar],
  ['bsdtar', tar],
  ['unzip', unzip],
  ['patchelf', patchelf],
]);

/** The program for a call; a name with a version (`go1.22.1`, `gcc-12`) is taken for what it is. */
export function programNamed(call: Call): Program {
  const known = PROGRAMS.get(call.name);
  if (known) return known;
  if (/^go1\.\d+(\.\d+)?$/.test(call.name)) return go;
  if (isCompilerName(call.name)) return cc;
  if (isLoaderPath(call.path)) return wrappers['loader'] ?? otherCommand;
  return otherCommand;
}

/** What `$(command)` prints, where that follows from what is known. */
export function substitutionOf(
  name: string,
  words: readonly string[],
  shell: ShellState,
  frame: Frame,
): string {
  const machine = frame.stage.architecture;
  const line = [name, ...words].join(' ');
  if (line === 'pwd') return shell.folder ?? UNKNOWN;
  if (name === 'go' && words[0] === 'env' && words.length === 2)
    return goEnvironmentValue(words[1] ?? '', shell, frame);
  const [only = ''] = words;
  if (words.length === 1 && isKnown(only)) {
    if (name === 'dirname') return only.includes('/') ? parentOf(only) : '.';
    if (name === 'basename') return nameOf(only);
  }
  if (line === 'uname -m') return UNAME[machine] ?? UNKNOWN;
  if (line === 'uname -s') return 'Linux';
  if (line === 'dpkg --print-architecture') return DPKG[machine] ?? UNKNOWN;
  if (line === 'apk --print-arch') return APK[machine] ?? UNKNOWN;
  if ((name === 'echo' || name === 'printf') && words.length === 1) return words[0] ?? '';
  return UNKNOWN;
}

/** Machine names that `uname -m`, dpkg and apk print: general knowledge, not looked up. */
const UNAME: Partial<Record<string, string>> = {
  amd64: 'x86_64',
  arm64: 'aarch64',
  arm: 'armv7l',
  '386': 'i686',
  ppc64le: 'ppc64le',
  s390x: 's390x',
  riscv64: 'riscv64',
  loong64: 'loongarch64',
};
const DPKG: Partial<Record<string, string>> = {
  amd64: 'amd64',
  arm64: 'arm64',
  arm: 'armhf',
  '386': 'i386',
  ppc64le: 'ppc64el',
  s390x: 's390x',
  riscv64: 'riscv64',
  loong64: 'loong64',
};
const APK: Partial<Record<string, string>> = {
  amd64: 'x86_64',
  arm64: 'aarch64',
  arm: 'armv7',
  '386': 'x86',
  ppc64le: 'ppc64le',
  s390x: 's390x',
  riscv64: 'riscv64',
  loong64: 'loongarch64',
};
