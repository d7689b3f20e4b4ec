// The shapes in which a Go link ends: built with a linkage, or failed with a text.
import { because, type Because } from '../text/because.js';
import type { GoBuildPlan } from './go-build.js';
import type { GoLinkOutcome } from './go-link-model.js';
import { staticLinkage, type Linkage } from './linkage.js';

export type GoFailure = NonNullable<GoLinkOutcome['failure']>;

/** A build under way: what is planned, and the reasons found so far in the order of the derivation. */
export interface GoDerivation {
  readonly plan: GoBuildPlan;
  readonly reasons: readonly Because[];
}

/** The same derivation with further reasons. */
export const derive = (
  { plan, reasons }: GoDerivation,
  ...more: readonly (string | Because)[]
): GoDerivation => ({
  plan,
  reasons: [...reasons, ...more.map((one) => (typeof one === 'string' ? because(one) : one))],
});

export function built(
  { plan, reasons }: GoDerivation,
  linkage: Linkage,
  linkMode: 'internal' | 'external',
  extra: Partial<Pick<GoLinkOutcome, 'warnings' | 'crashesAtStart' | 'staticFlagIgnored'>> = {},
): GoLinkOutcome {
  return {
    linkage,
    cgo: plan.environment.cgo,
    linkMode,
    buildMode: plan.buildMode,
    goos: plan.environment.goos,
    goarch: plan.environment.goarch,
    error: null,
    failure: null,
    warnings: [],
    crashesAtStart: false,
    staticFlagIgnored: false,
    because: reasons,
    ...extra,
  };
}

export const failed = (
  derivation: GoDerivation,
  failure: GoFailure,
  error: string,
  linkMode: 'internal' | 'external' = 'internal',
): GoLinkOutcome => ({
  ...built(derivation, { ...staticLinkage(), type: 'not-built' }, linkMode),
  failure,
  error,
});
