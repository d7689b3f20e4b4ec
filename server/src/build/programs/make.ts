// make: runs the Makefile of the build context, or what `./configure` prepared; any other Makefile is not known.
import * as l10n from '@vscode/l10n';
import { because } from '../../text/because.js';
import { normalise } from '../file-system.js';
import { runMake, type MakeFile } from '../make-run.js';
import { isKnown, UNKNOWN } from '../value.js';
import { installConfigured } from './autotools.js';
import type { Call, Program } from './call.js';
import { contextScript } from './scripts.js';
import { substitutionOf } from './index.js';

/** Names that make looks for, in its order (GNU make manual, "What Name to Give Your Makefile"). */
const NAMES = ['GNUmakefile', 'makefile', 'Makefile'];
/** Options that take a word of their own. */
const VALUED = new Set([
  '-C',
  '-f',
  '-I',
  '-o',
  '-W',
  '--directory',
  '--file',
  '--makefile',
  '--include-dir',
]);

interface Words {
  folder: string | null;
  files: string[];
  targets: string[];
  overrides: Map<string, string>;
  open: boolean;
}

function read(call: Call): Words {
  const words: Words = {
    folder: call.shell.folder,
    files: [],
    targets: [],
    overrides: new Map(),
    open: false,
  };
  const change = (to: string): void => {
    words.folder = isKnown(to) && words.folder !== null ? normalise(to, words.folder) : null;
  };
  for (let i = 0; i < call.arguments.length; i++) {
    const text = call.arguments[i]?.text ?? '';
    const value = VALUED.has(text) ? (call.arguments[++i]?.text ?? '') : null;
    if (text === '-C' || text === '--directory') change(value ?? '');
    else if (text === '-f' || text === '--file' || text === '--makefile') words.files.push(value ?? '');
    else if (text.startsWith('--directory=')) change(text.slice(12));
    else if (text.startsWith('--file=')) words.files.push(text.slice(7));
    else if (/^-C./.test(text)) change(text.slice(2));
    else if (/^-f./.test(text)) words.files.push(text.slice(2));
    else if (text.startsWith('-')) {
      if (/^-j$|^-l$/.test(text) && /^[\d.]+$/.test(call.arguments[i + 1]?.text ?? '')) i++;
      else if (/^-j$/.test(text) && !isKnown(call.arguments[i + 1]?.text ?? '')) i++;
    } else if (/^\w+[:?+]?=/.test(text))
      words.overrides.set(text.slice(0, text.search(/[:?+]?=/)), text.slice(text.indexOf('=') + 1));
    else if (isKnown(text)) words.targets.push(text);
    else words.open = true;
  }
  return words;
}

export const make: Program = (call) => {
  const words = read(call);
  const { folder } = words;
  const configuration = folder === null ? undefined : call.frame.stage.configurations.get(folder);
  if (configuration && folder !== null) {
    installConfigured(call, configuration, folder, words.targets, words.overrides);
    return 'success';
  }
  const makefile = folder === null || words.open ? null : findMakefile(call, folder, words.files);
  if (!makefile || folder === null) {
    call.frame.stage.opaque ??= because(
      l10n.t('make runs here; what its Makefile does is not read.'),
      call.place,
    );
    return 'success';
  }
  const { world, instruction } = call.frame;
  if (!world.callers.has(makefile.id)) world.callers.set(makefile.id, instruction);
  runMake({
    makefile,
    folder,
    targets: words.targets,
    overrides: words.overrides,
    environment: call.environment,
    include: (path) => {
      const included = fileAt(call, normalise(path, folder));
      if (included && !world.callers.has(included.id)) world.callers.set(included.id, instruction);
      return included;
    },
    shell: (script, path, environment) =>
      call.runScript(script, { sameShell: false, path, folder, environment }),
    output: (command) => outputOf(call, command, folder),
  });
  return 'success';
};

function findMakefile(call: Call, folder: string, files: readonly string[]): MakeFile | null {
  for (const name of files.length > 0 ? files : NAMES) {
    const found = isKnown(name) ? fileAt(call, normalise(name, folder)) : null;
    if (found) return found;
  }
  return null;
}

const fileAt = (call: Call, path: string): MakeFile | null => contextScript(call, path);

/** `$(shell …)` of one plain command. */
function outputOf(call: Call, command: string, folder: string): string {
  const words = command.trim().split(/\s+/);
  const [name = '', ...rest] = words;
  if (/[|&;<>$`'"\\]/.test(command)) return UNKNOWN;
  return substitutionOf(name, rest, { ...call.shell, folder }, call.frame);
}
