// Builds that stop, or do not do what a flag of theirs says: each build once, as sure as it is to run.
import type { Analysis, CcBuild, Confidence, GoBuild } from '../build/model.js';
import type { Because } from '../text/because.js';
import { factsOf, oncePerPlace } from './facts.js';
import { lesser } from './load-faults.js';
import { chain, imageEvidence } from './wording.js';

export function goBuildsWith(analysis: Analysis, is: (build: GoBuild) => boolean): readonly GoBuild[] {
  return oncePerPlace(factsOf(analysis, 'go-build').filter(is));
}

export function ccBuildsWith(analysis: Analysis, is: (build: CcBuild) => boolean): readonly CcBuild[] {
  return oncePerPlace(factsOf(analysis, 'cc-build').filter(is));
}

/** A build that may not run at all is never certain to fail. */
export const sureness = ({ confidence, conditional }: GoBuild | CcBuild): Confidence =>
  conditional ? lesser(confidence, 'likely') : confidence;

/** How the build comes out, and what the image it runs in is. */
export function buildEvidence(analysis: Analysis, build: GoBuild | CcBuild): readonly Because[] {
  const stage = analysis.stages[build.stage];
  const own = build.kind === 'go-build' ? build.because : build.outcome.because;
  return chain(own, stage ? imageEvidence(analysis, stage) : []);
}
