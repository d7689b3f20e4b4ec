// The assumption that a finding rests on where it is only likely, as a sentence behind its message.
import * as l10n from '@vscode/l10n';
import type { Analysis, CcBuild, Confidence, GoBuild } from '../build/model.js';
import { platformIsFixed } from './facts.js';
import type { LoadFault } from './load-faults.js';

/** The message of a load fault, with what is assumed where the fault is not certain. */
export function withAssumption(message: string, { members: [first], confidence }: LoadFault): string {
  if (confidence !== 'likely') return message;
  return followedBy(
    message,
    assumed(first.goBuild) ?? assumedOf(first.artifact.program) ?? doubtOf(first.stage.because),
  );
}

/** The same for a build. */
export function withBuildAssumption(
  message: string,
  build: GoBuild | CcBuild,
  confidence: Confidence,
): string {
  if (confidence !== 'likely') return message;
  return followedBy(message, assumed(build));
}

const followedBy = (message: string, sentence: string | null): string =>
  sentence === null ? message : `${message} ${sentence}`;

function assumed(build: GoBuild | CcBuild | null): string | null {
  if (build === null) return null;
  if (build.kind === 'go-build' && build.program === 'assumed')
    return l10n.t('Assumed: the program, whose sources were not all read, imports net or holds C code.');
  return build.conditional
    ? l10n.t('Assumed: the build command, which stands in a condition, does run.')
    : null;
}

/** `make` stands for what ./configure and make install of a project do by custom. */
const assumedOf = (program: string): string | null =>
  program === 'make' ? l10n.t('Assumed: the project links as ./configure and make do by custom.') : null;

/** Something happened in the image of which nothing is known. */
const doubtOf = (reasons: LoadFault['members'][0]['stage']['because']): string | null =>
  reasons.some(({ text }) => text !== '')
    ? l10n.t('Assumed: what else happens in the image brings no loader and no C library.')
    : null;

/** An image or script whose platform the file does not name is built for that of the machine, for which amd64 stands; null where it is named. */
export function assumedMachine(analysis: Analysis, { stage }: { readonly stage: number }): string | null {
  const found = analysis.stages[stage];
  return found === undefined || platformIsFixed(found)
    ? null
    : l10n.t('Assumed: the machine that runs the build is {0}.', found.architecture);
}
