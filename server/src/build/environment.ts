// Variables in force at a point of a run: their values, and where each was set.
import type { Place } from '../text/span.js';
import { UNKNOWN } from './value.js';
import type { Setting } from './model.js';

export interface Binding {
  /** May hold `UNKNOWN`. */
  readonly value: string;
  readonly how: Setting['how'];
  readonly place: Place | null;
  readonly valuePlace: Place | null;
  readonly exported: boolean;
}

/** A scope of variables. `opaque` is set once something unknown (a sourced file) may have set any of them. */
export interface Environment {
  readonly bindings: ReadonlyMap<string, Binding>;
  opaque: boolean;
}

/** Copies share one map until one of them is changed: most commands change nothing. */
interface OwnedEnvironment {
  bindings: Map<string, Binding>;
  opaque: boolean;
  shared: boolean;
}

const owned = (bindings: Map<string, Binding>, opaque: boolean, shared: boolean): OwnedEnvironment => ({
  bindings,
  opaque,
  shared,
});

export const emptyEnvironment = (): Environment => owned(new Map(), false, false);

export function copyEnvironment(environment: Environment): Environment {
  const own = environment as OwnedEnvironment;
  own.shared = true;
  return owned(own.bindings, own.opaque, true);
}

function writable(environment: Environment): Map<string, Binding> {
  const own = environment as OwnedEnvironment;
  if (own.shared) {
    own.bindings = new Map(own.bindings);
    own.shared = false;
  }
  return own.bindings;
}

/** The value of a variable: undefined where it is not set, `UNKNOWN` where something unknown may have set it. */
export function valueOf(environment: Environment, name: string): string | undefined {
  return environment.bindings.get(name)?.value ?? (environment.opaque ? UNKNOWN : undefined);
}

export function bind(environment: Environment, name: string, binding: Binding): void {
  writable(environment).set(name, binding);
}

export function unbind(environment: Environment, name: string): void {
  if (environment.bindings.has(name)) writable(environment).delete(name);
}

/** After a branch that may or may not have run: what both agree on stays, the rest is unknown. */
export function joinEnvironments(into: Environment, other: Environment): void {
  if (into.bindings === other.bindings) {
    into.opaque ||= other.opaque;
    return;
  }
  for (const name of new Set([...into.bindings.keys(), ...other.bindings.keys()])) {
    const a = into.bindings.get(name);
    const b = other.bindings.get(name);
    if (a?.value === b?.value && a?.exported === b?.exported) continue;
    const either = b ?? a;
    if (either) bind(into, name, { ...either, value: UNKNOWN });
  }
  into.opaque ||= other.opaque;
}
