// Names of things as messages show them: files, images and versions, made safe for one line of plain text.
import * as l10n from '@vscode/l10n';
import type { Analysis, Stage } from '../build/model.js';
import type { Because } from '../text/because.js';
import { rootOf } from './facts.js';
import type { Member } from './load-faults.js';

const longest = 120;

/** Text from a file, for one line: control characters become blanks, what is too long is cut. */
export function shown(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** `/a`, or `/a (and 2 more)` for several files that share a fault. */
export function severalFiles(paths: readonly string[]): string {
  const [first = '', ...rest] = [...new Set(paths)].map(shown);
  if (rest.length === 0) return first;
  return l10n.t('{0} (and {1} more)', first, rest.length);
}

/** The image a stage stands on, as written after substitution. */
export const imageName = (stage: Stage): string => shown(stage.image.reference);

/** `glibc 2.36`, or `glibc` where the version is not known. */
export const withVersion = (name: string, version: string | null): string =>
  version === null ? name : `${name} ${version}`;

/** Reasons one after the other, each once. */
export function chain(...lists: readonly (readonly Because[])[]): readonly Because[] {
  const seen = new Set<string>();
  return lists.flat().filter(({ text, place }) => {
    const key = `${text}\n${place?.path ?? ''}\n${place?.span.start ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The whole chain of one placement: how the file was made, what the image is, what stands in doubt, why it fails. */
export function evidence(
  analysis: Analysis,
  { artifact, stage, builder, placement }: Member,
  more: readonly Because[] = [],
): readonly Because[] {
  return chain(
    imageEvidence(analysis, builder),
    artifact.because,
    imageEvidence(analysis, stage),
    stage.because.filter(({ text }) => text !== ''),
    placement.verdict.because,
    more,
  );
}

/** What is known of the image a stage stands on, at the FROM that names it. */
export function imageEvidence(analysis: Analysis, stage: Stage): readonly Because[] {
  const place = { path: analysis.path, span: rootOf(analysis, stage).imageSpan };
  return stage.image.because.map((reason) => ({ text: reason.text, place: reason.place ?? place }));
}
