// The build command at an offset, of whatever compiler.
import { ccBuildBlocks } from './cc-build.js';
import { goBuildBlocks } from './go-build.js';
import type { HoverPart } from './hover-part.js';
import { separator } from '../blocks.js';
import { contains } from '../../text/span.js';
import type { Analysis, CcBuild, GoBuild } from '../../build/model.js';
import type { Finding } from '../../rules/model.js';

/** @param told Findings that the hover has spoken of already. */
export function buildHover(analysis: Analysis, told: readonly Finding[], offset: number): HoverPart | null {
  let found: GoBuild | CcBuild | null = null;
  for (const fact of analysis.facts) {
    if (fact.kind !== 'go-build' && fact.kind !== 'cc-build') continue;
    if (fact.place.path !== analysis.path || !contains(fact.place.span, offset)) continue;
    if (found === null || width(fact) < width(found)) found = fact;
  }
  if (found === null) return null;
  const { error } = found.outcome;
  const known = error !== null && told.some(({ predictedError }) => predictedError === error);
  const blocks =
    found.kind === 'go-build' ? goBuildBlocks(analysis, found, known) : ccBuildBlocks(analysis, found, known);
  return { blocks: [separator, ...blocks], span: found.place.span };
}

const width = ({ place }: GoBuild | CcBuild): number => place.span.end - place.span.start;
