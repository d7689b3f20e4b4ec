// The shapes of a verdict.
import { because, type Because } from '../text/because.js';
import type { Verdict } from './loader-model.js';

export const runs: Verdict = {
  kind: 'runs',
  cause: null,
  predictedError: null,
  exitCode: null,
  missing: null,
  certain: true,
  because: [],
};

export const unknown = (...reasons: readonly string[]): Verdict => ({
  ...runs,
  kind: 'unknown',
  certain: false,
  because: reasons.map((reason) => because(reason)),
});

export interface Failure {
  readonly cause: NonNullable<Verdict['cause']>;
  readonly error: string | null;
  readonly exitCode: number | null;
  readonly missing: string | null;
  readonly reason: string | Because;
  readonly certain?: boolean;
}

export const fails = ({ cause, error, exitCode, missing, reason, certain = true }: Failure): Verdict => ({
  kind: 'fails',
  cause,
  predictedError: error,
  exitCode,
  missing,
  certain,
  because: [typeof reason === 'string' ? because(reason) : reason],
});
