// Variables in force at a point of a run: their values, and where each was set.
import type { Place } from '../text/span.js';
import type { Setting } from './model.js';
import { UNKNOWN } from './value.js';

export interface Binding {
  /** May hold `UNKNOWN`. */
  readonly value: string;
  readonly how: Setting['how'];
  readonly place: Place | null;
  readonly valuePlace: Place | null;
  readonly exported: boolean;
}

/** A scope of variables, over another one or by itself. Changed only through the functions of this file. */
export interface Environment {
  /** Scope behind this one; it must not change while this one lives. */
  readonly behind: Environment | null;
  /** Own bindings; null takes a name of the scope behind away. Copies share one map until one of them is changed. */
  own: Map<string, Binding | null>;
  shared: boolean;
  /** Set once something unknown (a sourced file) may have set any variable. */
  opaque: boolean;
}

export const emptyEnvironment = (): Environment => ({
  behind: null,
  own: new Map(),
  shared: false,
  opaque: false,
});

/** A scope that starts as the other one and is changed apart from it, at the cost of its changes alone. */
export const childEnvironment = (behind: Environment): Environment => ({
  behind,
  own: new Map(),
  shared: false,
  opaque: behind.opaque,
});

export function copyEnvironment(environment: Environment): Environment {
  environment.shared = true;
  return { ...environment };
}

function change(environment: Environment, name: string, binding: Binding | null): void {
  if (environment.shared) {
    environment.own = new Map(environment.own);
    environment.shared = false;
  }
  environment.own.set(name, binding);
}

/** What is bound to a name; undefined where nothing is. */
export function bindingOf(environment: Environment, name: string): Binding | undefined {
  for (let scope: Environment | null = environment; scope; scope = scope.behind) {
    const binding = scope.own.get(name);
    if (binding !== undefined) return binding ?? undefined;
  }
  return undefined;
}

/** Every binding in force. */
export function bindingsOf(environment: Environment): ReadonlyMap<string, Binding> {
  const bindings = new Map(environment.behind ? bindingsOf(environment.behind) : []);
  for (const [name, binding] of environment.own) {
    if (binding) bindings.set(name, binding);
    else bindings.delete(name);
  }
  return bindings;
}

/** The value of a variable: undefined where it is not set, `UNKNOWN` where something unknown may have set it. */
export function valueOf(environment: Environment, name: string): string | undefined {
  return bindingOf(environment, name)?.value ?? (environment.opaque ? UNKNOWN : undefined);
}

export const bind = (environment: Environment, name: string, binding: Binding): void =>
  change(environment, name, binding);

export function unbind(environment: Environment, name: string): void {
  if (bindingOf(environment, name)) change(environment, name, null);
}

/** What a child process sees. */
export function exportedOf(environment: Environment): Environment {
  const child = copyEnvironment(environment);
  for (const [name, binding] of environment.own) if (binding?.exported === false) unbind(child, name);
  return child;
}

/** After a branch that may or may not have run: what both agree on stays, the rest is unknown. */
export function joinEnvironments(into: Environment, other: Environment): void {
  into.opaque ||= other.opaque;
  if (into.own === other.own && into.behind === other.behind) return;
  const names =
    into.behind === other.behind
      ? [...into.own.keys(), ...other.own.keys()]
      : [...bindingsOf(into).keys(), ...bindingsOf(other).keys()];
  for (const name of new Set(names)) {
    const a = bindingOf(into, name);
    const b = bindingOf(other, name);
    if (a?.value === b?.value && a?.exported === b?.exported) continue;
    const either = b ?? a;
    if (either) bind(into, name, { ...either, value: UNKNOWN });
  }
}
