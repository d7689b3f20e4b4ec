// Runs a shell script symbolically: every command that would run is given to its program, in order, with its variables.
import { parseShell } from '../syntax/shell.js';
import type * as shell from '../syntax/shell-tree.js';
import { slice, toFileSpan, type Embedded } from '../text/embedded.js';
import { cover, span, type Place, type Span } from '../text/span.js';
import {
  bind,
  bindingOf,
  copyEnvironment,
  exportedOf,
  valueOf,
  type Binding,
  type Environment,
} from './environment.js';
import type { Frame } from './machine.js';
import { programNamed, substitutionOf } from './programs/index.js';
import type { Call, ShellState, Status } from './programs/call.js';
import { branch, runArms } from './shell-branches.js';
import { subshellOf, type Run } from './shell-state.js';
import { testExpression } from './shell-test.js';
import { expandToString, expandWord, shellPattern, type Argument, type WordContext } from './shell-words.js';
import { isKnown, UNKNOWN } from './value.js';

/** Nested scripts (`sh -c`, functions, substitutions) deeper than this are not followed. */
const MAX_DEPTH = 12;

/** Turns of a `for` loop with a known list; the rest of a longer list changes nothing that matters. */
const MAX_TURNS = 32;

/** Runs a script in the given shell; the stage in `frame` and the shell's variables are changed by it. */
export function runShell(script: Embedded, path: string, state: ShellState, frame: Frame): Status {
  if (frame.depth > MAX_DEPTH) {
    frame.world.truncated = true;
    return 'unknown';
  }
  const tree = parseShell(script);
  let status: Status = 'success';
  const single = tree.scripts.reduce((n, s) => n + s.commands.length, 0) === 1;
  for (const part of tree.scripts) {
    const run: Run = { frame, state, source: tree.source, path, single };
    status = runStatements(part.commands, run);
  }
  return status;
}

function runStatements(statements: readonly shell.Statement[], run: Run): Status {
  let status: Status = 'success';
  statements.forEach((statement, i) => {
    if (run.state.exited) return;
    const next = statements[i + 1];
    const previous = statements[i - 1];
    const removal = removalSpan(statement, previous, next);
    status = runNode(statement.command, run, removal);
  });
  return status;
}

/** The text to delete for taking one element out of a list, its separator with it. */
function removalSpan(
  node: { pos: number; end: number },
  previous: { pos: number; end: number } | undefined,
  next: { pos: number; end: number } | undefined,
): Span | null {
  if (next) return span(node.pos, next.pos);
  if (previous) return span(previous.end, node.end);
  return null;
}

function runNode(node: shell.PipelineNode | shell.AndOr, run: Run, removal: Span | null): Status {
  if (run.frame.world.budget-- <= 0) {
    run.frame.world.truncated = true;
    run.state.exited = true;
    return 'unknown';
  }
  switch (node.type) {
    case 'Command':
      return runCommand(node, run, removal);
    case 'AndOr':
      return runAndOr(node, run);
    case 'Pipeline':
      return runPipeline(node, run);
    case 'Redirected':
      return runNode(node.command, run, null);
    case 'BraceGroup':
      return runStatements(node.body.commands, run);
    case 'Subshell':
      return runSubshell(node.body, run);
    case 'If':
      return runIf(node, run);
    case 'For':
    case 'Select':
      return runFor(node, run);
    case 'While':
      runNodeList(node.clause, run);
      return branch(run, () => runNodeList(node.body, run));
    case 'ArithmeticFor':
      return branch(run, () => runNodeList(node.body, run));
    case 'Case':
      return runCase(node, run);
    case 'Function':
      run.state.functions.set(node.name.text, () =>
        node.body.type === 'CompoundList' ? runNodeList(node.body, run) : runNode(node.body, run, null),
      );
      return 'success';
    case 'Coproc':
      return 'unknown';
    case 'TestCommand':
      return testExpression(node.expression, contextOf(run));
    case 'ArithmeticCommand':
      return 'unknown';
  }
}

const runNodeList = (list: shell.CompoundList, run: Run): Status => runStatements(list.commands, run);

function runAndOr(node: shell.AndOr, run: Run): Status {
  let status: Status = 'success';
  const all = node.commands;
  for (let i = 0; i < all.length; i++) {
    const command = all[i];
    if (!command || run.state.exited) break;
    const operator = i === 0 ? undefined : node.operators[i - 1];
    const neighbours = removableNeighbours(node, i);
    const execute = (): Status => runNode(command, run, neighbours);
    if (operator === undefined) status = execute();
    else if (operator === '&&') {
      if (status === 'failure') continue;
      status = status === 'success' ? execute() : branch(run, execute);
    } else {
      if (status === 'success') continue;
      if (status === 'failure') status = execute();
      else {
        branch(run, execute);
        status = 'success';
      }
    }
  }
  return status;
}

/** Only elements of a pure `&&` list can be taken out: beside `||` that would change what runs. */
function removableNeighbours(node: shell.AndOr, i: number): Span | null {
  if (node.operators.some((operator) => operator === '||')) return null;
  const command = node.commands[i];
  return command ? removalSpan(command, node.commands[i - 1], node.commands[i + 1]) : null;
}

function runPipeline(node: shell.Pipeline, run: Run): Status {
  if (node.commands.length === 1) {
    const only = node.commands[0];
    const status = only ? runNode(only, run, null) : 'success';
    if (!node.prefixes.some((prefix) => prefix.type === 'Negation')) return status;
    return status === 'unknown' ? 'unknown' : status === 'success' ? 'failure' : 'success';
  }
  let status: Status = 'success';
  for (const command of node.commands) {
    status = runNode(command, { ...run, state: subshellOf(run.state) }, null);
  }
  return status;
}

const runSubshell = (body: shell.CompoundList, run: Run): Status =>
  runNodeList(body, { ...run, state: subshellOf(run.state) });

function runIf(node: shell.If, run: Run): Status {
  const arms: { condition: shell.CompoundList | null; body: shell.CompoundList }[] = [
    { condition: node.clause, body: node.then },
    ...node.elif.map((arm) => ({ condition: arm.clause, body: arm.then })),
    ...(node.else ? [{ condition: null, body: node.else }] : []),
  ];
  return runArms(
    arms.map(({ condition, body }) => ({
      holds: () => (condition ? runNodeList(condition, run) : 'success'),
      body: () => runNodeList(body, run),
    })),
    run,
  );
}

function runCase(node: shell.Case, run: Run): Status {
  const context = contextOf(run);
  const word = expandToString(node.word, context);
  return runArms(
    node.items.map((item) => ({
      holds: (): Status => {
        const patterns = item.pattern.map((pattern) => expandToString(pattern, context));
        if (patterns.includes('*')) return 'success';
        if (!isKnown(word) || !patterns.every(isKnown)) return 'unknown';
        return patterns.some((pattern) => shellPattern(pattern.slice(0, 256)).test(word))
          ? 'success'
          : 'failure';
      },
      body: () => runNodeList(item.body, run),
    })),
    run,
  );
}

function runFor(node: shell.For | shell.Select, run: Run): Status {
  const context = contextOf(run);
  const words = node.wordlist?.flatMap((word) => expandWord(word, context)) ?? [
    { text: UNKNOWN, place: run.frame.instruction },
  ];
  const known =
    node.type === 'For' &&
    words.length > 0 &&
    words.every((word) => isKnown(word.text) && !/[*?[]/.test(word.text));
  const turn = (value: string, place: Place | null): Status => {
    bind(run.state.environment, node.name.text, binding(value, 'export', place, place, false));
    return runNodeList(node.body, run);
  };
  if (!known) return branch(run, () => turn(UNKNOWN, null));
  let status: Status = 'success';
  for (const word of words.slice(0, MAX_TURNS)) {
    if (run.state.exited) break;
    status = turn(word.text, word.place);
  }
  return status;
}

const binding = (
  value: string,
  how: Binding['how'],
  place: Place | null,
  valuePlace: Place | null,
  exported: boolean,
): Binding => ({ value, how, place, valuePlace, exported });

function contextOf(run: Run, environment = run.state.environment): WordContext {
  return {
    path: run.path,
    source: run.source,
    variable: (name) => (name === 'PWD' ? (run.state.folder ?? UNKNOWN) : valueOf(environment, name)),
    substitute: (script) => substitute(script, run),
  };
}

/** The output of `$(…)` where a program says it; commands in it run, but change no file that is followed. */
function substitute(script: shell.Script, run: Run): string {
  if (run.frame.depth >= MAX_DEPTH || script.source !== undefined) return UNKNOWN;
  const only = script.commands.length === 1 ? script.commands[0]?.command : undefined;
  if (only?.type !== 'Command') return UNKNOWN;
  const inner: Run = { ...run, frame: { ...run.frame, depth: run.frame.depth + 1 } };
  const words = commandWords(only, contextOf(inner));
  const [name, ...rest] = words;
  return name === undefined
    ? ''
    : substitutionOf(
        name.text,
        rest.map((word) => word.text),
        run.state,
        run.frame,
      );
}

const isWord = (
  node: shell.Word | shell.Assignment | shell.Redirection,
): node is shell.Word | shell.Assignment => node.type === 'Word' || node.type === 'Assignment';

function commandWords(node: shell.Command, context: WordContext): readonly Argument[] {
  const words = node.name ? [...expandWord(node.name, context)] : [];
  for (const argument of node.suffix) {
    if (!isWord(argument)) continue;
    if (argument.type === 'Word') words.push(...expandWord(argument, context));
    else words.push(assignmentArgument(argument, context));
  }
  return words;
}

/** `export A=b`'s arguments are assignments: their value is not split. */
function assignmentArgument(node: shell.Assignment, context: WordContext): Argument {
  const place: Place = { path: context.path, span: toFileSpan(context.source, span(node.pos, node.end)) };
  return { text: `${node.name}=${assignedValue(node, context)}`, place, literal: null };
}

function assignedValue(node: shell.Assignment, context: WordContext): string {
  if (node.value.type !== 'Word' || node.index !== undefined) return UNKNOWN;
  const value = expandToString(node.value, context);
  return node.append ? (context.variable(node.name) ?? '') + value : value;
}

function runCommand(node: shell.Command, run: Run, removal: Span | null): Status {
  const context = contextOf(run);
  const assignments = node.prefix.filter((part): part is shell.Assignment => part.type === 'Assignment');
  const words = commandWords(node, context);
  const bindings = assignments.map((assignment) => {
    const valueSpan = span(assignment.value.pos, assignment.value.end);
    return {
      name: assignment.name,
      binding: binding(
        assignedValue(assignment, context),
        'command',
        placeAt(run, span(assignment.pos, assignment.end)),
        placeAt(run, valueSpan.end > valueSpan.start ? valueSpan : span(assignment.end, assignment.end)),
        true,
      ),
    };
  });
  if (words.length === 0) {
    for (const { name, binding: set } of bindings) {
      const exported = bindingOf(run.state.environment, name)?.exported ?? false;
      bind(run.state.environment, name, { ...set, how: 'export', exported });
    }
    return 'success';
  }
  const environment = copyEnvironment(run.state.environment);
  for (const { name, binding: set } of bindings) bind(environment, name, set);
  const first = node.name ?? node;
  return runArguments(words, environment, run, {
    place: placeAt(run, span(node.pos, node.end)),
    commandPlace: placeAt(run, span(first.pos, node.end)),
    removal: removal ? placeAt(run, removal) : null,
    alone: run.single && removal === null,
    input: heredocOf(node, run),
  });
}

const placeAt = (run: Run, inner: Span): Place => ({ path: run.path, span: toFileSpan(run.source, inner) });

/** The body of a heredoc on standard input, as text with its places. */
function heredocOf(node: shell.Command, run: Run): Embedded | null {
  const heredoc = [...node.prefix, ...node.suffix].find(
    (part): part is shell.HereDoc => part.type === 'HereDoc',
  );
  if (!heredoc) return null;
  return slice(run.source, span(heredoc.body.pos, heredoc.body.end));
}

interface CommandSite {
  readonly place: Place;
  readonly commandPlace: Place;
  readonly removal: Place | null;
  readonly alone: boolean;
  readonly input: Embedded | null;
}

/** Gives a command to its program; also the way in for programs that run others (`env`, `sudo`, `xargs`). */
function runArguments(
  words: readonly Argument[],
  environment: Environment,
  run: Run,
  site: CommandSite,
): Status {
  const [command, ...rest] = words;
  if (!command) return 'success';
  const frame = run.frame;
  const call: Call = {
    name: command.text.slice(command.text.lastIndexOf('/') + 1),
    path: command.text,
    arguments: rest,
    place: site.place,
    namePlace: command.place,
    commandPlace: site.commandPlace,
    environment,
    shell: run.state,
    frame,
    input: site.input,
    removal: site.removal,
    alone: site.alone,
    runWords: (inner, scope) => {
      const head = inner[0]?.place.span;
      const tail = inner[inner.length - 1]?.place.span;
      const commandPlace = head && tail ? { path: run.path, span: cover(head, tail) } : site.commandPlace;
      if (frame.depth >= MAX_DEPTH) return 'unknown';
      const deeper: Run = { ...run, frame: { ...frame, depth: frame.depth + 1 } };
      return runArguments(inner, scope ?? environment, deeper, { ...site, commandPlace });
    },
    runScript: (script, options) => {
      const child = (): ShellState => ({
        ...subshellOf(run.state),
        folder: options.folder ?? run.state.folder,
        environment: exportedOf(options.environment ?? environment),
      });
      const state = options.sameShell ? run.state : child();
      return runShell(script, options.path ?? run.path, state, { ...frame, depth: frame.depth + 1 });
    },
  };
  const own = run.state.functions.get(call.path);
  if (own) return frame.depth < MAX_DEPTH ? own() : 'unknown';
  return programNamed(call)(call);
}
