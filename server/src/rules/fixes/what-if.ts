// Asks the link model what a changed build would give, so that a fix promises only what the model confirms.
import type { GoBuild, Stage } from '../../build/model.js';
import { goLink } from '../../linking/go-link.js';
import type { GoLinkInput, GoLinkOutcome } from '../../linking/go-link-model.js';
import { load } from '../../linking/loader.js';
import type { Linkage } from '../../linking/linkage.js';
import type { Runtime } from '../../linking/loader-model.js';
import type { Member } from '../load-faults.js';

export interface Change {
  readonly environment?: Readonly<Record<string, string>>;
  readonly arguments?: readonly string[];
  readonly host?: Partial<GoLinkInput['host']>;
  readonly compiler?: Partial<GoLinkInput['compiler']>;
}

/** Whether a changed outcome is what the finding asks for. */
export type Keeps = (build: GoBuild, outcome: GoLinkOutcome) => boolean;

/** The outcome of a build after a change of its inputs. */
export function whatIf({ input }: GoBuild, change: Change): GoLinkOutcome {
  return goLink({
    ...input,
    environment: { ...input.environment, ...change.environment },
    arguments: change.arguments ?? input.arguments,
    host: { ...input.host, ...change.host },
    compiler: { ...input.compiler, ...change.compiler },
  });
}

/** Whether the build comes to an end and its program lives past its first instruction. */
export const builds = (outcome: GoLinkOutcome): boolean => outcome.error === null && !outcome.crashesAtStart;

export const isStatic = ({ type }: Linkage): boolean => type === 'static' || type === 'static-pie';

/** Whether a file linked like this would start where a member's file is placed now. */
export function wouldStart(linkage: Linkage, member: Member): boolean {
  return startsIn(linkage, member, member.stage.runtime);
}

export function startsIn(linkage: Linkage, member: Member, runtime: Runtime): boolean {
  const { kind } = load({
    linkage,
    architecture: member.artifact.architecture,
    path: member.placement.path,
    runtime,
    starter: 'exec',
  });
  return kind === 'runs' || kind === 'degraded';
}

/** The first of the stages in which an executable linked like this would not start for lack of its libc. */
export function foreignTo(linkage: Linkage, stages: readonly Stage[]): Stage | null {
  const fails = ({ runtime }: Stage): boolean =>
    load({ linkage, architecture: runtime.architecture, path: '/app', runtime, starter: 'exec' }).kind ===
    'fails';
  return stages.find(fails) ?? null;
}

/** A stage's runtime with something added to it. */
export const runtimeWith = (stage: Stage, more: Partial<Runtime>): Runtime => ({ ...stage.runtime, ...more });
