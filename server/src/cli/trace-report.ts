// The result of `trace`, in the shape of its JSON: stages, the files they make, and where those files end up.
import type { Analysis, Artifact, Confidence, Placement, Stage } from '../build/model.js';
import type { Verdict } from '../linking/loader-model.js';
import type { Linkage, LinkageType } from '../linking/linkage.js';
import type { Range } from '../text/span.js';
import { reportImage, type ImageReport } from './image-report.js';
import type { Evidence, Locator } from './locate.js';

export interface TraceReport {
  readonly version: 1;
  readonly path: string;
  readonly stages: readonly StageReport[];
  readonly artifacts: readonly ArtifactReport[];
  readonly placements: readonly PlacementReport[];
}

export interface StageReport {
  readonly index: number;
  readonly name: string | null;
  readonly image: ImageReport;
  readonly platform: string;
  readonly range: Range;
}

export interface LinkageReport {
  readonly type: LinkageType;
  readonly libc: Linkage['libc'];
  readonly loader: string | null;
  readonly minimumVersion: string | null;
  readonly needed: readonly string[];
}

export interface ArtifactReport {
  readonly id: number;
  readonly stage: number;
  readonly path: string;
  readonly kind: Artifact['kind'];
  readonly linkage: LinkageReport;
  readonly arch: string | null;
  readonly confidence: Confidence;
  readonly because: readonly Evidence[];
  readonly error: string | null;
}

export interface PlacementReport {
  readonly artifact: number;
  readonly stage: number;
  readonly path: string;
  readonly range: Range;
  readonly verdict: Verdict['kind'];
  readonly predictedError: string | null;
}

export function traceReport(analysis: Analysis, locate: Locator): TraceReport {
  return {
    version: 1,
    path: locate.name(analysis.path),
    stages: analysis.stages.map((stage) => reportStage(stage, analysis.path, locate)),
    artifacts: analysis.artifacts.map((artifact) => reportArtifact(artifact, locate)),
    placements: analysis.placements.map((placement) => reportPlacement(placement, locate)),
  };
}

const reportStage = (stage: Stage, path: string, locate: Locator): StageReport => ({
  index: stage.index,
  name: stage.name,
  image: reportImage(stage.image, locate),
  platform: stage.platform,
  range: locate.range(path, stage.span),
});

const reportArtifact = (artifact: Artifact, locate: Locator): ArtifactReport => ({
  id: artifact.id,
  stage: artifact.stage,
  path: artifact.path,
  kind: artifact.kind,
  linkage: reportLinkage(artifact.linkage),
  arch: artifact.architecture,
  confidence: artifact.confidence,
  because: locate.evidence(artifact.because),
  error: artifact.error,
});

const reportLinkage = (linkage: Linkage): LinkageReport => ({
  type: linkage.type,
  libc: linkage.libc,
  loader: linkage.interpreter,
  minimumVersion: linkage.minimumVersion,
  needed: linkage.needed,
});

const reportPlacement = (placement: Placement, locate: Locator): PlacementReport => ({
  artifact: placement.artifact,
  stage: placement.stage,
  path: placement.path,
  range: locate.range(placement.place.path, placement.place.span),
  verdict: placement.verdict.kind,
  predictedError: placement.verdict.predictedError,
});
