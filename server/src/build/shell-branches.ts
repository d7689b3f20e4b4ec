// Branches of a script of which it is not known whether they run: each runs apart, and the states are joined.
import { copyEnvironment, joinEnvironments, type Environment } from './environment.js';
import { copyStage, joinStages, type StageState } from './machine.js';
import type { Status } from './programs/call.js';
import type { Run } from './shell-state.js';

/** Runs what may or may not run: on the real state, then joined with the state before. */
export function branch(run: Run, execute: () => Status): Status {
  const before = copyStage(run.frame.stage, run.frame.stage.index);
  const environment = copyEnvironment(run.state.environment);
  const { folder } = run.state;
  run.frame.conditional++;
  execute();
  run.frame.conditional--;
  joinStages(run.frame.stage, before);
  joinEnvironments(run.state.environment, environment);
  if (run.state.folder !== folder) run.state.folder = null;
  run.state.exited = false;
  return 'unknown';
}

/** Arms of `if` and `case`: the first whose condition holds runs; where that cannot be told, all possible ones run apart and are joined. */
export function runArms(arms: readonly { holds: () => Status; body: () => Status }[], run: Run): Status {
  const results: { stage: StageState; environment: Environment; folder: string | null }[] = [];
  const start = { stage: copyStage(run.frame.stage, run.frame.stage.index), ...snapshot(run) };
  let decided = false;
  let unsure = false;
  let status: Status = 'success';
  for (const arm of arms) {
    const holds = arm.holds();
    if (holds === 'failure') continue;
    if (holds === 'success' && !unsure) return arm.body();
    unsure = true;
    restore(run, start);
    run.frame.conditional++;
    status = arm.body();
    run.frame.conditional--;
    if (!run.state.exited)
      results.push({ stage: copyStage(run.frame.stage, run.frame.stage.index), ...snapshot(run) });
    run.state.exited = false;
    if (holds === 'success') {
      decided = true;
      break;
    }
  }
  if (!unsure) return 'success';
  restore(run, start);
  const outcomes = decided ? results : [start, ...results];
  const first = outcomes[0];
  if (first) {
    restore(run, first);
    for (const other of outcomes.slice(1)) {
      joinStages(run.frame.stage, other.stage);
      joinEnvironments(run.state.environment, other.environment);
      if (run.state.folder !== other.folder) run.state.folder = null;
    }
  }
  return status === 'success' && decided ? 'success' : 'unknown';
}

const snapshot = (run: Run): { environment: Environment; folder: string | null } => ({
  environment: copyEnvironment(run.state.environment),
  folder: run.state.folder,
});

function restore(
  run: Run,
  from: { stage: StageState; environment: Environment; folder: string | null },
): void {
  Object.assign(run.frame.stage, copyStage(from.stage, from.stage.index));
  run.state.environment = copyEnvironment(from.environment);
  run.state.folder = from.folder;
}
