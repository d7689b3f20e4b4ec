// What the instructions of one Dockerfile share: its stages, global variables, and the expansion of words in a scope.
import { expandDockerWord, splitKeyValues } from '../syntax/docker-words.js';
import type { Dockerfile, DockerFlag, DockerInstruction } from '../syntax/dockerfile-tree.js';
import type { Span } from '../text/span.js';
import { bind, bindingOf, bindingsOf, childEnvironment, valueOf, type Environment } from './environment.js';
import type { StageState, World } from './machine.js';
import type { AnalysedInstruction } from './model.js';
import { fromNullable, UNKNOWN } from './value.js';

/** A stage after its run, with what FROM said. */
export interface RanStage {
  readonly state: StageState;
  readonly name: string | null;
  readonly written: string;
  readonly writtenPlatform: string | null;
  readonly span: Span;
  readonly imageSpan: Span;
  readonly parent: number | null;
  /** Stages that copy from it, mount it or start from it. */
  readonly users: Set<number>;
  /** Whether it may be an export of files only: `FROM scratch AS name` that runs and starts nothing (`docker build --target name -o .`). */
  exportsOnly: boolean;
}

export interface Context {
  readonly world: World;
  readonly tree: Dockerfile;
  readonly stages: RanStage[];
  readonly globals: Environment;
  readonly instructions: AnalysedInstruction[];
  /** ONBUILD triggers of stages, run in those that start from them. */
  readonly triggers: Map<number, DockerInstruction[]>;
}

export const fixed = (value: string) => ({
  value,
  how: 'default' as const,
  place: null,
  valuePlace: null,
  exported: true,
});

export const flagNamed = (instruction: DockerInstruction, name: string): DockerFlag | null =>
  instruction.flags.find((flag) => flag.name === name) ?? null;

/** Expands a Docker word with the scope's variables; `UNKNOWN` where it depends on one that is not known. */
export function expand(word: string, scope: Environment, context: Context): string {
  // The mark of what is not known goes through the expansion like any text, so the known parts around it stay.
  const { value } = expandDockerWord(word, (name) => valueOf(scope, name), context.tree.escape);
  return fromNullable(value);
}

/** `--from` sees the stage's own variables and, behind them, the global ARGs. */
export function mergedScope(context: Context, current: RanStage): Environment {
  const scope = childEnvironment(context.globals);
  for (const [name, binding] of bindingsOf(current.state.environment)) bind(scope, name, binding);
  return scope;
}

export function declareArguments(
  context: Context,
  scope: Environment,
  globals: Environment | null,
  instruction: DockerInstruction,
): void {
  const { path, buildArguments } = context.world.input;
  for (const pair of splitKeyValues(instruction)) {
    const given = buildArguments[pair.name];
    const inherited = globals ? bindingOf(globals, pair.name) : undefined;
    const existing = bindingOf(scope, pair.name);
    // An ENV of the same name wins over ARG (Dockerfile reference, "Using ARG variables").
    if (globals && existing && existing.how !== 'arg') continue;
    const preset = PLATFORM_ARGUMENT.test(pair.name) && bindingOf(globals ?? scope, pair.name);
    const value =
      given ??
      (preset
        ? preset.value
        : pair.value !== null
          ? expand(pair.value, scope, context)
          : (inherited?.value ?? UNKNOWN));
    bind(scope, pair.name, {
      value,
      how: 'arg',
      place: { path, span: pair.span },
      valuePlace: pair.valueSpan ? { path, span: pair.valueSpan } : null,
      exported: true,
    });
  }
}

/** BuildKit sets these, whatever default the file gives (Dockerfile reference, "Automatic platform ARGs in the global scope"). */
const PLATFORM_ARGUMENT = /^(TARGET|BUILD)(PLATFORM|OS|ARCH|VARIANT)$/;
