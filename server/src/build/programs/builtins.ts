// Shell built-ins: variables, folders, tests, nested scripts.
import { bind, bindingOf, unbind, valueOf } from '../environment.js';
import { normalise } from '../file-system.js';
import { compareTest } from '../shell-test.js';
import { isKnown, UNKNOWN } from '../value.js';
import type { Call, Program, Status } from './call.js';
import { contextScript, MAX_PARAMETERS, runContextScript } from './scripts.js';

const succeed: Program = () => 'success';
const undecided: Program = () => 'unknown';

const cd: Program = (call) => {
  const target = call.arguments.find((argument) => !/^-[LPe]+$/.test(argument.text));
  const { folder } = call.shell;
  if (!target) call.shell.folder = valueOf(call.environment, 'HOME') ?? '/root';
  else if (!isKnown(target.text) || target.text === '-') call.shell.folder = null;
  else if (target.text.startsWith('~')) call.shell.folder = normalise(`/root/${target.text.slice(1)}`);
  else if (target.text.startsWith('/')) call.shell.folder = normalise(target.text);
  else call.shell.folder = folder === null ? null : normalise(target.text, folder);
  return 'success';
};

/** `export A=b C`, `readonly`, `declare -x`, `local`: assignments among the arguments, and names that become exported. */
function assign(exports: boolean): Program {
  return (call) => {
    const flagged = call.arguments.some((argument) => /^-[a-z]*x/.test(argument.text));
    for (const argument of call.arguments) {
      if (argument.text.startsWith('-')) continue;
      const equals = argument.text.indexOf('=');
      const name = equals < 0 ? argument.text : argument.text.slice(0, equals);
      if (!/^\w+$/.test(name)) continue;
      const before = bindingOf(call.shell.environment, name);
      if (equals < 0) {
        if (before)
          bind(call.shell.environment, name, { ...before, exported: exports || flagged || before.exported });
        continue;
      }
      const { span } = argument.place;
      bind(call.shell.environment, name, {
        value: argument.text.slice(equals + 1),
        how: 'export',
        place: argument.place,
        valuePlace: {
          path: argument.place.path,
          span: { start: Math.min(span.end, span.start + equals + 1), end: span.end },
        },
        exported: exports || flagged || (before?.exported ?? false),
      });
    }
    return 'success';
  };
}

const unset: Program = (call) => {
  for (const argument of call.arguments) {
    if (!argument.text.startsWith('-')) unbind(call.shell.environment, argument.text);
  }
  return 'success';
};

const exit: Program = (call) => {
  call.shell.exited = true;
  const code = call.arguments[0]?.text ?? '0';
  return code === '0' ? 'success' : isKnown(code) ? 'failure' : 'unknown';
};

const test: Program = (call) => {
  const words = call.arguments.map((argument) => argument.text);
  if (call.name === '[' && words[words.length - 1] === ']') words.pop();
  return compareTest(words);
};

/** `. ./env.sh`: a script of the build context runs in this shell; of any other it is not known what it sets. */
const source: Program = (call) => {
  const [operand, ...rest] = call.arguments;
  const script = operand ? contextScript(call, operand.text) : null;
  if (script) return runContextScript(call, script, rest, true);
  call.shell.environment.opaque = true;
  return 'success';
};

const evaluate: Program = (call): Status => {
  const only = call.arguments.length === 1 ? call.arguments[0] : undefined;
  if (only?.literal && isKnown(only.text)) return call.runScript(only.literal, { sameShell: true });
  call.shell.environment.opaque = true;
  return 'unknown';
};

/** `read NAME…`: the names become unknown. */
const read: Program = (call) => {
  for (const argument of call.arguments) {
    if (!/^\w+$/.test(argument.text)) continue;
    bind(call.shell.environment, argument.text, {
      value: UNKNOWN,
      how: 'export',
      place: null,
      valuePlace: null,
      exported: false,
    });
  }
  return 'unknown';
};

/** `shift`: the script's arguments move down by one. */
const shift: Program = (call) => {
  for (let i = 1; i <= MAX_PARAMETERS; i++) {
    const next = bindingOf(call.shell.environment, String(i + 1));
    if (next) bind(call.shell.environment, String(i), next);
    else unbind(call.shell.environment, String(i));
  }
  return 'success';
};

const fail: Program = (): Status => 'failure';

const popd: Program = (call: Call) => {
  call.shell.folder = null;
  return 'success';
};

export const shellBuiltins: Readonly<Record<string, Program>> = {
  cd,
  pushd: cd,
  popd,
  export: assign(true),
  readonly: assign(false),
  declare: assign(false),
  typeset: assign(false),
  local: assign(false),
  unset,
  exit,
  return: exit,
  test,
  '[': test,
  '.': source,
  source,
  eval: evaluate,
  read,
  true: succeed,
  ':': succeed,
  false: fail,
  set: succeed,
  shopt: succeed,
  umask: succeed,
  ulimit: succeed,
  trap: succeed,
  wait: succeed,
  shift,
  echo: succeed,
  printf: succeed,
  type: undecided,
  which: undecided,
  hash: undecided,
  grep: undecided,
  egrep: undecided,
  id: undecided,
  getent: undecided,
};
