// Runs `make TARGET` symbolically: variables in make's order of precedence, prerequisites first, every recipe line in a shell of its own.
import { parseMakefile } from '../syntax/makefile.js';
import type {
  Makefile,
  MakeAssignment,
  MakeConditional,
  MakeItem,
  MakeRecipe,
  MakeRule,
} from '../syntax/makefile-tree.js';
import { slice, type Embedded } from '../text/embedded.js';
import { span } from '../text/span.js';
import { bind, bindingOf, copyEnvironment, valueOf, type Environment } from './environment.js';
import { expandMake, expandMakeText, stemOf, type MakeVariables } from './make-expand.js';
import { isKnown, UNKNOWN } from './value.js';

export interface MakeFile {
  /** Workspace id, for places. */
  readonly id: string;
  readonly text: string;
}

export interface MakeRequest {
  readonly makefile: MakeFile;
  /** Where make runs, in the stage. */
  readonly folder: string;
  readonly targets: readonly string[];
  /** `NAME=value` on the command line: they win over the file. */
  readonly overrides: ReadonlyMap<string, string>;
  readonly environment: Environment;
  /** Reads an included file by its path as written; null where it is not there. */
  readonly include: (path: string) => MakeFile | null;
  /** Runs one recipe line (or, under `.ONESHELL`, a whole recipe) in a child shell. */
  readonly shell: (script: Embedded, path: string, environment: Environment) => void;
  /** Output of `$(shell …)`. */
  readonly output: (command: string) => string;
}

interface Definition {
  readonly text: string;
  /** `:=` values are expanded already. */
  readonly expanded: boolean;
}

interface Rule {
  readonly rule: MakeRule;
  readonly file: string;
  readonly targets: readonly string[];
  readonly prerequisites: readonly string[];
}

interface State {
  readonly request: MakeRequest;
  readonly definitions: Map<string, Definition>;
  readonly specific: { targets: readonly string[]; assignment: MakeAssignment }[];
  readonly exported: Set<string>;
  exportAll: boolean;
  readonly rules: Rule[];
  oneShell: boolean;
  readonly files: Set<string>;
  readonly busy: Set<string>;
}

const MAX_INCLUDES = 32;
const MAX_TARGETS = 500;

/** Runs the targets (the default goal where none is named); returns the targets that were reached. */
export function runMake(request: MakeRequest): readonly string[] {
  const state: State = {
    request,
    definitions: new Map(),
    specific: [],
    exported: new Set(),
    exportAll: false,
    rules: [],
    oneShell: false,
    files: new Set(),
    busy: new Set(),
  };
  readFile(state, request.makefile);
  const done = new Set<string>();
  const goals = request.targets.length > 0 ? request.targets : defaultGoal(state);
  for (const goal of goals) reach(state, goal, done, new Map());
  return [...done];
}

/** Every target that a Makefile names literally, in order. */
export function targetsOf(request: MakeRequest): readonly string[] {
  const state: State = {
    request,
    definitions: new Map(),
    specific: [],
    exported: new Set(),
    exportAll: false,
    rules: [],
    oneShell: false,
    files: new Set(),
    busy: new Set(),
  };
  readFile(state, request.makefile);
  return [...new Set(state.rules.flatMap((rule) => rule.targets))]
    .filter((target) => !target.startsWith('.') && !target.includes('%') && isKnown(target))
    .slice(0, MAX_TARGETS);
}

function defaultGoal(state: State): readonly string[] {
  const named = variablesOf(state).value('.DEFAULT_GOAL');
  if (named !== undefined && named !== '' && isKnown(named)) return [named];
  const first = state.rules
    .flatMap((rule) => rule.targets)
    .find((target) => !/^\.[^/]/.test(target) && !target.includes('%'));
  return first === undefined ? [] : [first];
}

function readFile(state: State, file: MakeFile): void {
  if (state.files.has(file.id) || state.files.size >= MAX_INCLUDES) return;
  state.files.add(file.id);
  const tree: Makefile = parseMakefile(file.text);
  readItems(state, tree.items, file.id);
}

function readItems(state: State, items: readonly MakeItem[], file: string): void {
  for (const item of items) {
    switch (item.kind) {
      case 'assignment':
        if (item.targets === null) assign(state, item);
        else
          state.specific.push({
            targets: wordsOf(expandMakeText(item.targets.text, variablesOf(state))),
            assignment: item,
          });
        break;
      case 'conditional':
        for (const arm of armsOf(state, item)) readItems(state, arm, file);
        break;
      case 'include':
        for (const path of wordsOf(expandMakeText(item.paths.text, variablesOf(state)))) {
          const included = isKnown(path) ? state.request.include(path) : null;
          if (included) readFile(state, included);
        }
        break;
      case 'export': {
        const names = wordsOf(expandMakeText(item.names.text, variablesOf(state)));
        if (names.length === 0) state.exportAll = item.exports;
        for (const name of names)
          if (item.exports) state.exported.add(name);
          else state.exported.delete(name);
        break;
      }
      case 'rule': {
        const variables = variablesOf(state);
        const targets = wordsOf(expandMakeText(item.targets.text, variables));
        if (targets.includes('.ONESHELL')) state.oneShell = true;
        if (targets.includes('.EXPORT_ALL_VARIABLES')) state.exportAll = true;
        const prerequisites = wordsOf(expandMakeText(item.prerequisites.text, variables)).filter(
          (word) => word !== '|',
        );
        state.rules.push({ rule: item, file, targets, prerequisites });
        break;
      }
    }
  }
}

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/** The arm that holds; both where that is not known. */
function armsOf<Item>(state: State, item: MakeConditional<Item>): readonly (readonly Item[])[] {
  const holds = conditionHolds(state, item);
  if (holds === null) return [item.then, item.otherwise];
  return [holds ? item.then : item.otherwise];
}

function conditionHolds<Item>(state: State, { directive, operands }: MakeConditional<Item>): boolean | null {
  const variables = variablesOf(state);
  if (directive === 'ifdef' || directive === 'ifndef') {
    const name = expandMakeText(operands.text, variables).trim();
    const raw =
      state.request.overrides.get(name) ??
      state.definitions.get(name)?.text ??
      valueOf(state.request.environment, name);
    return (raw !== undefined && raw !== '') === (directive === 'ifdef');
  }
  const pair = operandsOf(operands.text);
  if (!pair) return null;
  const [left, right] = pair.map((one) => expandMakeText(one, variables).trim());
  if (left === undefined || right === undefined || !isKnown(left) || !isKnown(right)) return null;
  return (left === right) === (directive === 'ifeq');
}

/** `(a,b)`, `"a" "b"`, `'a' 'b'`. */
function operandsOf(text: string): readonly [string, string] | null {
  const trimmed = text.trim();
  if (trimmed.startsWith('(')) {
    let depth = 0;
    for (let i = 1; i < trimmed.length; i++) {
      const c = trimmed.charAt(i);
      if (c === '(' || c === '{') depth++;
      else if (c === ')' || c === '}') depth--;
      else if (c === ',' && depth === 0)
        return [trimmed.slice(1, i), trimmed.slice(i + 1).replace(/\)\s*$/, '')];
    }
    return null;
  }
  const quoted = /^(["'])(.*?)\1\s*(["'])(.*?)\3$/.exec(trimmed);
  return quoted ? [quoted[2] ?? '', quoted[4] ?? ''] : null;
}

function assign(state: State, item: MakeAssignment, into = state.definitions): void {
  const variables = variablesOf(state);
  const name = expandMakeText(item.name.text, variables).trim();
  if (item.exported) state.exported.add(name);
  const before = into.get(name) ?? state.definitions.get(name);
  const inherited = before?.text ?? valueOf(state.request.environment, name);
  const value = item.value.text.replace(/[ \t]+$/, '');
  switch (item.operator) {
    case '=':
      into.set(name, { text: value, expanded: false });
      break;
    case ':=':
      into.set(name, { text: expandMakeText(value, variables), expanded: true });
      break;
    case '?=':
      if (inherited === undefined) into.set(name, { text: value, expanded: false });
      break;
    case '!=':
      into.set(name, { text: state.request.output(expandMakeText(value, variables)), expanded: true });
      break;
    case '+=': {
      const added = before?.expanded === true ? expandMakeText(value, variables) : value;
      into.set(name, {
        text: inherited === undefined || inherited === '' ? added : `${inherited} ${added}`,
        expanded: before?.expanded ?? false,
      });
    }
  }
}

function variablesOf(
  state: State,
  local: ReadonlyMap<string, Definition> = new Map(),
  automatic: ReadonlyMap<string, string> = new Map(),
): MakeVariables {
  const variables: MakeVariables = {
    value: (name) => {
      const given = automatic.get(name) ?? state.request.overrides.get(name);
      if (given !== undefined) return given;
      const definition = local.get(name) ?? state.definitions.get(name);
      if (definition) {
        if (definition.expanded) return definition.text;
        if (state.busy.has(name)) return UNKNOWN;
        state.busy.add(name);
        const value = expandMakeText(definition.text, variables);
        state.busy.delete(name);
        return value;
      }
      const inherited = valueOf(state.request.environment, name);
      if (inherited !== undefined) return inherited;
      if (name === 'CURDIR') return state.request.folder;
      if (name === 'MAKEFILE_LIST') return ' Makefile';
      return BUILT_IN[name];
    },
    shell: (command) => state.request.output(command),
    folder: state.request.folder,
  };
  return variables;
}

/** GNU make's own defaults that recipes use (make -p, 4.3). */
const BUILT_IN: Partial<Record<string, string>> = {
  MAKE: 'make',
  CC: 'cc',
  CXX: 'g++',
  RM: 'rm -f',
  AR: 'ar',
  SHELL: '/bin/sh',
  MAKEFLAGS: '',
  MAKECMDGOALS: UNKNOWN,
};

function reach(
  state: State,
  target: string,
  done: Set<string>,
  inherited: ReadonlyMap<string, Definition>,
): void {
  if (done.has(target) || done.size >= MAX_TARGETS || !isKnown(target)) return;
  done.add(target);
  const exact = state.rules.filter((rule) => rule.targets.includes(target));
  const pattern = exact.some((rule) => rule.rule.recipe.length > 0)
    ? undefined
    : state.rules.find((rule) =>
        rule.targets.some((one) => one.includes('%') && stemOf(target, one) !== null),
      );
  const local = new Map(inherited);
  for (const { targets, assignment } of state.specific) {
    if (targets.some((one) => stemOf(target, one) !== null)) assign(state, assignment, local);
  }
  const used = pattern ? [...exact, pattern] : exact;
  const prerequisites: string[] = [];
  for (const rule of used) {
    const stem =
      rule === pattern
        ? (rule.targets.map((one) => stemOf(target, one)).find((one) => one !== null) ?? '')
        : null;
    for (const one of rule.prerequisites)
      prerequisites.push(stem === null ? one : one.replace('%', () => stem));
  }
  for (const one of prerequisites) reach(state, one, done, local);
  for (const rule of used) {
    const stem =
      rule === pattern
        ? (rule.targets.map((one) => stemOf(target, one)).find((one) => one !== null) ?? '')
        : '';
    runRecipe(state, rule, target, prerequisites, stem, local);
  }
}

function runRecipe(
  state: State,
  { rule, file }: Rule,
  target: string,
  prerequisites: readonly string[],
  stem: string,
  local: ReadonlyMap<string, Definition>,
): void {
  const first = prerequisites[0] ?? '';
  const folder = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.');
  const automatic = new Map([
    ['@', target],
    ['<', first],
    ['^', prerequisites.join(' ')],
    ['+', prerequisites.join(' ')],
    ['?', prerequisites.join(' ')],
    ['*', stem],
    ['@D', folder(target)],
    ['@F', target.slice(target.lastIndexOf('/') + 1)],
    ['<D', folder(first)],
    ['<F', first.slice(first.lastIndexOf('/') + 1)],
  ]);
  const variables = variablesOf(state, local, automatic);
  const environment = recipeEnvironment(state, variables, local);
  for (const line of linesOf(state, rule.recipe)) {
    const expanded = expandMake(line, variables);
    const prefix = /^[ \t]*(?:[@+-][ \t]*)*/.exec(expanded.text)?.[0].length ?? 0;
    const script = slice(expanded, span(prefix, expanded.text.length));
    if (script.text.trim() !== '') state.request.shell(script, file, environment);
  }
}

function linesOf(state: State, recipe: readonly MakeRecipe[]): readonly Embedded[] {
  const lines: Embedded[] = [];
  for (const item of recipe) {
    if (item.kind === 'line') lines.push(item.text);
    else for (const arm of armsOf(state, item)) lines.push(...linesOf(state, arm));
  }
  if (!state.oneShell || lines.length < 2) return lines;
  const pieces = [];
  let text = '';
  for (const line of lines) {
    for (const piece of line.pieces) pieces.push({ ...piece, at: piece.at + text.length });
    text += `${line.text}\n`;
  }
  return [{ text, pieces }];
}

/** What a recipe's shell sees: the environment, exported variables, those of the command line, and file values of inherited names. */
function recipeEnvironment(
  state: State,
  variables: MakeVariables,
  local: ReadonlyMap<string, Definition>,
): Environment {
  const environment = copyEnvironment(state.request.environment);
  const set = (name: string): void => {
    const value = variables.value(name);
    if (value !== undefined)
      bind(environment, name, { value, how: 'export', place: null, valuePlace: null, exported: true });
  };
  for (const name of state.request.overrides.keys()) set(name);
  for (const name of [...state.definitions.keys(), ...local.keys()]) {
    if (state.exportAll || state.exported.has(name) || bindingOf(environment, name)?.exported === true)
      set(name);
  }
  return environment;
}
