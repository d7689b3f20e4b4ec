// Programs that run another command: `env`, `sudo`, `time`, `sh -c`, `xargs`, `exec`, a loader by hand.
import { bind, unbind, copyEnvironment, emptyEnvironment } from '../environment.js';
import { isKnown } from '../value.js';
import type { Call, Program, Status } from './call.js';
import { contextScript, runContextScript } from './scripts.js';

/** Runs what follows the wrapper's own options; `valued` are the options that take a word of their own. */
function wrapper(valued: readonly string[] = [], skip = 0): Program {
  return (call) => {
    let i = 0;
    for (; i < call.arguments.length; i++) {
      const text = call.arguments[i]?.text ?? '';
      if (text === '--') {
        i++;
        break;
      }
      if (!text.startsWith('-')) break;
      if (valued.includes(text)) i++;
    }
    return call.runWords(call.arguments.slice(i + skip));
  };
}

const env: Program = (call) => {
  let environment = copyEnvironment(call.environment);
  let i = 0;
  for (; i < call.arguments.length; i++) {
    const argument = call.arguments[i];
    if (!argument) break;
    const { text, place } = argument;
    if (text === '-i' || text === '-' || text === '--ignore-environment') environment = emptyEnvironment();
    else if (text === '-u' || text === '--unset') unbind(environment, call.arguments[++i]?.text ?? '');
    else if (text.startsWith('--unset=')) unbind(environment, text.slice(8));
    else if (text.startsWith('-')) continue;
    else {
      const equals = text.indexOf('=');
      if (equals <= 0) break;
      const valueStart = Math.min(place.span.end, place.span.start + equals + 1);
      bind(environment, text.slice(0, equals), {
        value: text.slice(equals + 1),
        how: 'command',
        place,
        valuePlace: { path: place.path, span: { start: valueStart, end: place.span.end } },
        exported: true,
      });
    }
  }
  return i < call.arguments.length ? call.runWords(call.arguments.slice(i), environment) : 'success';
};

/** `sh -c SCRIPT`, `bash -euxc SCRIPT`, `sh <<EOF`; a script of the build context is followed, any other leaves things unknown. */
const shell: Program = (call): Status => {
  const at = call.arguments.findIndex((argument) => /^-[a-zA-Z]*c$/.test(argument.text));
  if (at >= 0) {
    const script = call.arguments.slice(at + 1).find((argument) => !/^[-+]/.test(argument.text));
    if (script?.literal && isKnown(script.text)) return call.runScript(script.literal, { sameShell: false });
    return leaveUnknown(call);
  }
  const index = call.arguments.findIndex((argument) => !/^[-+]/.test(argument.text));
  const operand = call.arguments[index];
  const script = operand ? contextScript(call, operand.text) : null;
  if (script) return runContextScript(call, script, call.arguments.slice(index + 1), false);
  if (!operand && call.input) return call.runScript(call.input, { sameShell: false });
  return leaveUnknown(call);
};

function leaveUnknown(call: Call): Status {
  call.frame.stage.opaque ??= { text: '', place: call.place };
  return 'success';
}

const exec: Program = (call) => (call.arguments.length > 0 ? wrapper(['-a'])(call) : 'success');

const command: Program = (call) =>
  /^-[vV]/.test(call.arguments[0]?.text ?? '') ? 'unknown' : wrapper()(call);

export const wrappers: Readonly<Record<string, Program>> = {
  env,
  sudo: wrapper(['-u', '-g', '-C', '-h', '-p', '-r', '-t']),
  doas: wrapper(['-u', '-C']),
  time: wrapper(['-o', '-f']),
  nice: wrapper(['-n']),
  ionice: wrapper(['-c', '-n']),
  nohup: wrapper(),
  setsid: wrapper(),
  stdbuf: wrapper(['-i', '-o', '-e']),
  timeout: wrapper(['-k', '-s'], 1),
  xargs: wrapper(['-n', '-P', '-I', '-L', '-d', '-a', '-E', '-s']),
  gosu: wrapper([], 1),
  'su-exec': wrapper([], 1),
  tini: wrapper(['-p', '-e']),
  'dumb-init': wrapper(),
  builtin: wrapper(),
  loader: wrapper(['--library-path', '--preload']),
  command,
  exec,
  sh: shell,
  bash: shell,
  ash: shell,
  dash: shell,
  zsh: shell,
};
