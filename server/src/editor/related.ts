// What else to look at for a finding: the line that made the file, the image it starts in, and the evidence with a place.
import * as l10n from '@vscode/l10n';
import { samePlace } from './places.js';
import type { Place } from '../text/span.js';
import type { Analysis, Placement } from '../build/model.js';
import type { Finding } from '../rules/model.js';

export interface Related {
  readonly text: string;
  readonly place: Place;
}

/**
 * Where a finding is shown in the analysed document: its own place; for one in another file the instruction that ran
 * that file, or the first of its reasons that stands here. Null where nothing of the document leads to it.
 */
export function shownAt(finding: Finding, analysis: Analysis): Place | null {
  const { place, because } = finding;
  if (place.path === analysis.path) return place;
  const caller = analysis.callers.get(place.path) ?? null;
  return caller ?? because.find((reason) => reason.place?.path === analysis.path)?.place ?? null;
}

/** In the order of the chain: evidence, then what the placements add; each place once, the finding's own not at all. */
export function relatedTo(finding: Finding, analysis: Analysis): Related[] {
  const shown = shownAt(finding, analysis);
  const related = new Map<string, { place: Place; texts: Set<string> }>();
  const add = (text: string, place: Place | null): void => {
    if (place === null || (shown !== null && samePlace(place, shown))) return;
    const entry = related.get(key(place)) ?? { place, texts: new Set() };
    related.set(key(place), entry);
    entry.texts.add(text);
  };
  const addNew = (text: string, place: Place): void => {
    if (!related.has(key(place))) add(text, place);
  };
  if (finding.place.path !== analysis.path) add(finding.message, finding.place);
  for (const reason of finding.because) add(reason.text, reason.place);
  for (const placement of placementsOf(finding, analysis)) {
    const artifact = analysis.artifacts[placement.artifact];
    const stage = analysis.stages[placement.stage];
    if (artifact) addNew(l10n.t('{0} is made here.', artifact.path), artifact.madeBy);
    if (stage && stage.imageSpan.end > stage.imageSpan.start) {
      const image = { path: analysis.path, span: stage.imageSpan };
      addNew(l10n.t('This is the image in which {0} would start.', placement.path), image);
    }
  }
  return [...related.values()].map(({ place, texts }) => ({ place, text: [...texts].join(' ') }));
}

/** The placements a finding speaks of: those carried by the very instruction or operand that it accuses. */
export function placementsOf(finding: Finding, analysis: Analysis): readonly Placement[] {
  let index = indexes.get(analysis);
  if (index === undefined) indexes.set(analysis, (index = indexPlacements(analysis)));
  return index.get(key(finding.place)) ?? [];
}

/** Placements that may not run, by instruction and by operand; made once, for findings can be as many as lines. */
const indexes = new WeakMap<Analysis, ReadonlyMap<string, readonly Placement[]>>();

function indexPlacements(analysis: Analysis): ReadonlyMap<string, readonly Placement[]> {
  const index = new Map<string, Placement[]>();
  for (const placement of analysis.placements) {
    if (placement.verdict.kind === 'runs') continue;
    const { place, sourceSpan } = placement;
    const keys = new Set([key(place)]);
    if (sourceSpan !== null) keys.add(key({ path: place.path, span: sourceSpan }));
    for (const one of keys) {
      const list = index.get(one);
      if (list) list.push(placement);
      else index.set(one, [placement]);
    }
  }
  return index;
}

const key = (place: Place): string => `${place.span.start}:${place.span.end}:${place.path}`;
