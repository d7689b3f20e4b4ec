// Scripts of the build context that a command runs: found through COPY, read within the workspace's limits, and followed.
import { namesShell } from '../../syntax/shebang.js';
import { verbatim } from '../../text/embedded.js';
import { contextPath, readContext } from '../context.js';
import { bind } from '../environment.js';
import { lookUp } from '../file-system.js';
import type { Argument } from '../shell-words.js';
import type { Call, Status } from './call.js';
import { pathOf } from './file-commands.js';

/** Arguments of a script that are followed as `$1`, `$2`…; the rest is not known. */
export const MAX_PARAMETERS = 9;

export interface ContextScript {
  /** Workspace id of the file. */
  readonly id: string;
  readonly text: string;
}

/** The file of the build context behind a path of the stage; null where it is none or cannot be read. */
export function contextScript(call: Call, path: string): ContextScript | null {
  const { world, stage } = call.frame;
  const at = pathOf(call, path);
  const entry = at === null ? null : lookUp(stage.files, at);
  if (entry?.kind !== 'context') return null;
  const id = contextPath(world.input, entry.source);
  const text = readContext(world, id);
  return text === null ? null : { id, text };
}

/** A file without `#!` is run by the shell that started it; another interpreter's script is not ours to read. */
export const isShellScript = ({ id, text }: ContextScript): boolean =>
  namesShell(text) ?? !/\.(py|pl|rb|js|php)$/.test(id);

/** Runs the script with its arguments, in this shell or in a child. */
export function runContextScript(
  call: Call,
  script: ContextScript,
  words: readonly Argument[],
  sameShell: boolean,
): Status {
  const { world, instruction } = call.frame;
  if (!world.callers.has(script.id)) world.callers.set(script.id, instruction);
  const scope = sameShell ? call.shell.environment : call.environment;
  if (!sameShell || words.length > 0) {
    words.slice(0, MAX_PARAMETERS).forEach((word, i) => {
      bind(scope, String(i + 1), {
        value: word.text,
        how: 'command',
        place: word.place,
        valuePlace: word.place,
        exported: true,
      });
    });
    for (let i = words.length; i < MAX_PARAMETERS; i++) {
      bind(scope, String(i + 1), {
        value: '',
        how: 'command',
        place: null,
        valuePlace: null,
        exported: true,
      });
    }
    bind(scope, '@', {
      value: words.map((word) => word.text).join(' '),
      how: 'command',
      place: null,
      valuePlace: null,
      exported: true,
    });
    bind(scope, '*', {
      value: words.map((word) => word.text).join(' '),
      how: 'command',
      place: null,
      valuePlace: null,
      exported: true,
    });
    bind(scope, '#', {
      value: String(words.length),
      how: 'command',
      place: null,
      valuePlace: null,
      exported: true,
    });
  }
  return call.runScript(verbatim(script.text), { sameShell, path: script.id });
}
