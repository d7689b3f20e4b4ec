// A command that no program knows: it may be an artifact that starts here, or a script that nobody reads.
import { isWhollyUnknown } from '../value.js';
import { lookUp, normalise } from '../file-system.js';
import { SEARCH_PATH } from '../search-path.js';
import type { Program } from './call.js';
import { contextScript, isShellScript, runContextScript } from './scripts.js';

const SCRIPT = /\.(sh|bash|py|pl|rb)$/;

/** golang images put GOPATH's programs on PATH as well. */
const PATH = [...SEARCH_PATH, '/go/bin'];

export const otherCommand: Program = (call) => {
  const { stage, world } = call.frame;
  if (isWhollyUnknown(call.path) || call.path === '') {
    stage.opaque ??= { text: '', place: call.place };
    return 'unknown';
  }
  const bare = !call.path.includes('/');
  const candidates = bare
    ? PATH.map((folder) => `${folder}/${call.path}`)
    : call.path.startsWith('/') || call.shell.folder !== null
      ? [normalise(call.path, call.shell.folder ?? '/')]
      : [];
  for (const path of candidates) {
    const entry = lookUp(stage.files, path);
    if (entry?.kind === 'artifact') {
      world.executions.push({
        stage: stage.index,
        path: call.path,
        artifact: entry.artifact,
        carrier: entry.carrier,
        place: call.place,
      });
      return 'success';
    }
  }
  const script = bare ? null : contextScript(call, call.path);
  if (script && isShellScript(script)) return runContextScript(call, script, call.arguments, false);
  if (!bare || SCRIPT.test(call.path)) stage.opaque ??= { text: '', place: call.place };
  return 'success';
};
