// Builds that stop, or do not do what a flag of theirs says: each build once, as sure as it is to run.
import type { Analysis, CcBuild, GoBuild } from '../build/model.js';
import type { Because } from '../text/because.js';
import type { Place } from '../text/span.js';
import { withBuildAssumption } from './assumption.js';
import { factsOf, oncePerPlace } from './facts.js';
import { lesser } from './load-faults.js';
import type { Saying } from './model.js';
import { chain, imageEvidence } from './wording.js';

export function goBuildsWith(analysis: Analysis, is: (build: GoBuild) => boolean): readonly GoBuild[] {
  return oncePerPlace(factsOf(analysis, 'go-build').filter(is));
}

export function ccBuildsWith(analysis: Analysis, is: (build: CcBuild) => boolean): readonly CcBuild[] {
  return oncePerPlace(factsOf(analysis, 'cc-build').filter(is));
}

/** What is said of a build: as sure as the build is to run, with how it comes out as evidence. */
export function buildSaying(
  analysis: Analysis,
  build: GoBuild | CcBuild,
  message: string,
  place: Place = build.place,
): Saying {
  const confidence = build.conditional ? lesser(build.confidence, 'likely') : build.confidence;
  return {
    message: withBuildAssumption(message, build, confidence),
    confidence,
    place,
    because: buildEvidence(analysis, build),
    predictedError: build.outcome.error,
  };
}

/** How the build comes out, and what the image it runs in is. */
export function buildEvidence(analysis: Analysis, build: GoBuild | CcBuild): readonly Because[] {
  const stage = analysis.stages[build.stage];
  const own = build.kind === 'go-build' ? build.because : build.outcome.because;
  return chain(own, stage ? imageEvidence(analysis, stage) : []);
}
