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
  readonly bindings: Map<string, Binding>;
  opaque: boolean;
}

export const emptyEnvironment = (): Environment => ({ bindings: new Map(), opaque: false });

export const copyEnvironment = (environment: Environment): Environment => ({
  bindings: new Map(environment.bindings),
  opaque: environment.opaque,
});

/** The value of a variable: undefined where it is not set, `UNKNOWN` where something unknown may have set it. */
export function valueOf(environment: Environment, name: string): string | undefined {
  return environment.bindings.get(name)?.value ?? (environment.opaque ? UNKNOWN : undefined);
}

export function bind(environment: Environment, name: string, binding: Binding): void {
  environment.bindings.set(name, binding);
}

/** After a branch that may or may not have run: what both agree on stays, the rest is unknown. */
export function joinEnvironments(into: Environment, other: Environment): void {
  for (const name of new Set([...into.bindings.keys(), ...other.bindings.keys()])) {
    const a = into.bindings.get(name);
    const b = other.bindings.get(name);
    if (a?.value === b?.value && a?.exported === b?.exported) continue;
    const either = b ?? a;
    if (either) into.bindings.set(name, { ...either, value: UNKNOWN });
  }
  into.opaque ||= other.opaque;
}
