// Findings as code actions: a quick fix for each fix, an ignore comment, and one action for all that is safe.
import * as l10n from '@vscode/l10n';
import { CodeActionKind, type CodeAction, type Diagnostic, type Range } from 'vscode-languageserver-types';
import { workspaceEdit, type EditForm } from './edits.js';
import { ignoreEdit } from './ignore-comment.js';
import { mergeFixes } from './merge-fixes.js';
import type { Shown } from './diagnostics.js';
import type { Analysis } from '../build/model.js';
import type { Fix } from '../rules/model.js';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.libcLens`;

export interface CodeActionRequest {
  readonly range: Range;
  /** Kinds asked for; null: all. */
  readonly only: readonly string[] | null;
  /** Diagnostics as the client holds them, so that it can match them with what we attach. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Actions for the findings that touch the range, the best fix first, ignore comments behind all fixes. */
export function codeActions(
  analysis: Analysis,
  shown: readonly Shown[],
  request: CodeActionRequest,
  form: EditForm,
): CodeAction[] {
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix, request.only)) {
    const here = shown.filter(({ diagnostic }) => touches(diagnostic.range, request.range));
    actions.push(...quickFixes(analysis, here, request, form), ...ignores(analysis, here, request, form));
  }
  if (wanted(fixAllKind, request.only)) {
    const all = fixAll(analysis, shown, form);
    if (all !== null) actions.push(all);
  }
  return actions;
}

function quickFixes(
  analysis: Analysis,
  shown: readonly Shown[],
  request: CodeActionRequest,
  form: EditForm,
): CodeAction[] {
  const byContent = new Map<string, CodeAction & { diagnostics: Diagnostic[] }>();
  for (const { finding, diagnostic } of shown) {
    const preferred = finding.fixes.find(isSafeCure) ?? finding.fixes.find((fix) => fix.mends);
    for (const fix of finding.fixes) {
      const title = titleOf(fix);
      const key = JSON.stringify([title, fix.edits]);
      const known = byContent.get(key);
      if (known) {
        known.diagnostics.push(asHeld(diagnostic, request));
        continue;
      }
      byContent.set(key, {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [asHeld(diagnostic, request)],
        edit: workspaceEdit(analysis, fix.edits, form),
        ...(fix === preferred ? { isPreferred: true } : {}),
      });
    }
  }
  return [...byContent.values()];
}

const isSafeCure = (fix: Fix): boolean => fix.safety === 'safe' && fix.mends;

/** A menu has room for so much of a caveat; the hover tells the whole. */
const longestCaveat = 80;

/** The protocol has no place for a caveat but the title. */
const titleOf = ({ title, caveat }: Fix): string =>
  caveat === null ? title : l10n.t('{0} ({1})', title, inShort(caveat));

/** A sentence without its end where it is short; otherwise its first clause, or as many words as fit. */
function inShort(sentence: string): string {
  const whole = sentence.replace(/[.。]\s*$/, '');
  if (whole.length <= longestCaveat) return whole;
  const clause = /^.{20,}?(?=[:;.] |[：；。])/.exec(whole.slice(0, longestCaveat + 2))?.[0];
  return clause ?? `${whole.slice(0, longestCaveat).replace(/[\s,]+\S*$/, '')}…`;
}

function ignores(
  analysis: Analysis,
  shown: readonly Shown[],
  request: CodeActionRequest,
  form: EditForm,
): CodeAction[] {
  const actions: CodeAction[] = [];
  for (const { finding, diagnostic } of shown) {
    const ignore = ignoreEdit(finding, analysis);
    if (ignore === null) continue;
    const title = l10n.t('Ignore {0} here with a reason', finding.rule);
    if (actions.some((action) => action.title === title)) continue;
    actions.push({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [asHeld(diagnostic, request)],
      edit: workspaceEdit(analysis, [ignore.edit], form, () => ignore.snippet),
    });
  }
  return actions;
}

/** Fixes left out that a title can name. */
const mostNamed = 4;

/** The first safe fix of every finding of the document, as far as they can be applied together; the title names the rest. */
function fixAll(analysis: Analysis, shown: readonly Shown[], form: EditForm): CodeAction | null {
  const fixes = shown.flatMap(({ finding }) =>
    finding.fixes.filter((fix) => fix.safety === 'safe').slice(0, 1),
  );
  const { edits, applied, dropped } = mergeFixes(fixes);
  if (edits.length === 0) return null;
  const title =
    dropped.length === 0
      ? l10n.t('Apply all safe fixes of Libc Lens ({0})', applied.length)
      : l10n.t(
          'Apply all safe fixes of Libc Lens ({0}; they leave out: {1})',
          applied.length,
          [...new Set(dropped.map((fix) => fix.title))].slice(0, mostNamed).join(', '),
        );
  return { title, kind: fixAllKind, edit: workspaceEdit(analysis, edits, form) };
}

const wanted = (kind: string, only: readonly string[] | null): boolean =>
  only === null || only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));

/** The client's own copy of a diagnostic where it sent one. */
const asHeld = (diagnostic: Diagnostic, request: CodeActionRequest): Diagnostic =>
  request.diagnostics.find(
    (held) =>
      held.code === diagnostic.code &&
      held.source === diagnostic.source &&
      equal(held.range, diagnostic.range),
  ) ?? diagnostic;

const before = (a: Range['start'], b: Range['start']): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);

const touches = (a: Range, b: Range): boolean => !before(a.end, b.start) && !before(b.end, a.start);

const equal = (a: Range, b: Range): boolean =>
  !before(a.start, b.start) && !before(b.start, a.start) && !before(a.end, b.end) && !before(b.end, a.end);
