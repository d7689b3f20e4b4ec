// A rule: metadata, documentation, detect, say, repair. A finding: what it says of one place.
import type { Because } from '../text/because.js';
import type { Place, TextEdit } from '../text/span.js';
import type { Analysis, Confidence } from '../build/model.js';

export type Severity = 'error' | 'warning' | 'hint';

/** safe: cannot change what already works. unsafe: shown, never applied by fix-all. */
export type Safety = 'safe' | 'unsafe';

export interface Fix {
  readonly title: string;
  readonly safety: Safety;
  /** Narrow edits that leave a file that parses. */
  readonly edits: readonly TextEdit[];
  /** Whether applying it takes this finding away; false for steps that only help (with `caveat`). */
  readonly mends: boolean;
  /** What the user should know before choosing it; null where nothing. */
  readonly caveat: string | null;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** What is wrong, why, what to do: plain text, localised. */
  readonly message: string;
  readonly place: Place;
  readonly because: readonly Because[];
  /** What the user would read when it fails, verbatim. */
  readonly predictedError: string | null;
  /** Best first. */
  readonly fixes: readonly Fix[];
}

export interface Example {
  /** File name → text; `Dockerfile` is the one that is checked. */
  readonly files: Readonly<Record<string, string>>;
}

export interface Documentation {
  /** What it finds, in one or two sentences. */
  readonly finds: string;
  /** Why it fails, with the error as the user sees it. */
  readonly why: string;
  readonly broken: Example;
  readonly mended: Example;
  readonly ignoreWhen: string;
}

/** What a rule says of one state; the severity follows from it. */
export type Saying = Omit<Finding, 'rule' | 'severity' | 'fixes'>;

/**
 * `State` is what `detect` saw; `say` and `repair` read nothing else but the analysis.
 * `severity` is the highest the rule gives: a likely finding is a warning at most, a possible one a hint.
 */
export interface Rule<State = unknown> {
  readonly name: string;
  readonly severity: Severity;
  readonly since: string;
  documentation(): Documentation;
  detect(analysis: Analysis): readonly State[];
  say(state: State, analysis: Analysis): Saying;
  repair(state: State, analysis: Analysis): readonly Fix[];
  /** The highest severity this very state deserves, where that can be less than the rule's. */
  ceiling?(state: State, analysis: Analysis): Severity;
}
