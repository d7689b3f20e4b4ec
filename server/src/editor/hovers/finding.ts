// Hover of a finding: what is wrong, the error to expect, the chain of evidence and the ways out.
import * as l10n from '@vscode/l10n';
import { code, heading, list, paragraph, paragraphs, separator, type Block } from '../blocks.js';
import { documentationUrl, type Documentation } from '../documentation-url.js';
import { evidence } from './evidence.js';
import type { HoverPart } from './hover-part.js';
import { shownAt } from '../related.js';
import { contains } from '../../text/span.js';
import type { Analysis } from '../../build/model.js';
import type { Finding, Fix } from '../../rules/model.js';

/** All findings whose place holds the offset, the narrowest first. */
export function findingHover(
  analysis: Analysis,
  findings: readonly Finding[],
  offset: number,
  documentation: Documentation,
): HoverPart | null {
  const here = findings
    .map((finding) => ({ finding, span: shownAt(finding, analysis)?.span ?? null }))
    .flatMap(({ finding, span }) => (span !== null && contains(span, offset) ? [{ finding, span }] : []))
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
  const narrowest = here[0]?.span;
  if (narrowest === undefined) return null;
  return {
    blocks: here.flatMap(({ finding }) => [separator, ...say(finding, analysis, documentation)]),
    span: narrowest,
  };
}

function say(finding: Finding, analysis: Analysis, documentation: Documentation): Block[] {
  const href = documentationUrl(finding.rule, documentation);
  const { rule, message, predictedError, fixes } = finding;
  return [
    ...paragraphs(message),
    ...(predictedError === null ? [] : [heading(l10n.t('What you would read')), code(predictedError)]),
    ...evidence(analysis, finding.because),
    ...waysOut(fixes),
    paragraph(l10n.t('Rule: '), href === null ? rule : { text: rule, href }),
  ];
}

/** Fixes by title, each with what to know before choosing it. */
export function waysOut(fixes: readonly Fix[]): Block[] {
  if (fixes.length === 0) return [];
  const items = fixes.map(({ title, caveat }) => (caveat === null ? [title] : [`${title}: `, caveat]));
  return [heading(l10n.t('Ways out')), list(items)];
}
