// Runs every rule over an analysis: findings with their severity, without what is suppressed, in the order of the file.
import * as l10n from '@vscode/l10n';
import type { Analysis, Confidence } from '../build/model.js';
import { because } from '../text/because.js';
import { placeKey } from './facts.js';
import { rules } from './index.js';
import type { Finding, Rule, Severity } from './model.js';
import { suppress, type Ignore } from './suppression.js';
import { shown } from './wording.js';
import { unusedIgnore, type UnusedIgnore } from './unused-ignore.js';

export interface CheckOptions {
  /** Severity by rule in place of the rule's own; confidence still caps it. Names that are no rule are ignored. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
}

/** All findings of an analysis, each fault once, sorted by place and rule. Never throws. */
export function check(analysis: Analysis, options: CheckOptions = {}): Finding[] {
  const chosen = new Map(Object.entries(options.severities ?? {}));
  const isOff = (name: string): boolean => chosen.get(name) === 'off';
  const found = once(
    rules.filter(({ name }) => !isOff(name)).flatMap((rule) => findingsOf(rule, analysis, chosen)),
  );
  const { kept, unused } = suppress(
    analysis,
    found.flatMap((finding) => inDocument(analysis, finding)),
  );
  const findings = [...kept];
  if (!isOff(unusedIgnore.name) && !analysis.truncated) {
    const speaking = unused.filter(({ rule }) => !isOff(rule) && rule !== unusedIgnore.name);
    const own = statesOf(speaking).map((state) => findingOf(unusedIgnore, state, analysis, chosen));
    findings.push(...suppress(analysis, own).kept);
  }
  return findings.sort(compare);
}

/** A fault in a script or Makefile is said at the instruction that runs it, and not at all where none does. */
function inDocument(analysis: Analysis, finding: Finding): readonly Finding[] {
  const { place } = finding;
  if (place.path === analysis.path) return [finding];
  const caller = analysis.callers.get(place.path);
  if (caller?.path !== analysis.path) return [];
  const name = shown(place.path.slice(place.path.lastIndexOf('/') + 1));
  const origin = because(l10n.t('This command of {0} is meant, which runs here.', name), place);
  return [{ ...finding, place: caller, because: [origin, ...finding.because] }];
}

function findingsOf(
  rule: Rule,
  analysis: Analysis,
  chosen: ReadonlyMap<string, Severity | 'off'>,
): readonly Finding[] {
  return rule.detect(analysis).map((state) => findingOf(rule, state, analysis, chosen));
}

function findingOf<State>(
  rule: Rule<State>,
  state: State,
  analysis: Analysis,
  chosen: ReadonlyMap<string, Severity | 'off'>,
): Finding {
  const said = rule.say(state, analysis);
  const choice = chosen.get(rule.name);
  const own = rule.ceiling?.(state, analysis) ?? rule.severity;
  const ceiling = choice === undefined || choice === 'off' ? own : choice;
  return {
    ...said,
    rule: rule.name,
    severity: milder(ceiling, severityFor(said.confidence)),
    fixes: rule.repair(state, analysis),
  };
}

/** What is certain may be an error, what is likely a warning, what is possible a hint. */
function severityFor(confidence: Confidence): Severity {
  return confidence === 'certain' ? 'error' : confidence === 'likely' ? 'warning' : 'hint';
}

const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

const milder = (a: Severity, b: Severity): Severity => (weight[a] >= weight[b] ? a : b);

/** One rule says the same of one place once. */
function once(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, place, message }) => {
    const key = `${rule}\n${placeKey(place)}\n${message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function statesOf(unused: readonly Ignore[]): readonly UnusedIgnore[] {
  const names = new Set(rules.map(({ name }) => name));
  return unused.map((ignore) => ({
    ignore,
    known: names.has(ignore.rule),
    whole:
      unused.filter(({ comment }) => comment.start === ignore.comment.start).length === ignore.names.length,
  }));
}

function compare(a: Finding, b: Finding): number {
  return (
    a.place.span.start - b.place.span.start ||
    weight[a.severity] - weight[b.severity] ||
    order(a.rule, b.rule)
  );
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
