// Many fixes as one set of edits that can be applied together.
import { overlaps, type TextEdit } from '../text/span.js';
import type { Fix } from '../rules/model.js';

export interface MergedFixes {
  /** Edits of the applied fixes, each once, none touching another. */
  readonly edits: readonly TextEdit[];
  readonly applied: readonly Fix[];
  /** Fixes with an edit that touches one taken before; nothing of them is in `edits`. */
  readonly dropped: readonly Fix[];
}

/** Takes fixes in the given order, each whole or not at all. An edit that was taken before counts as done. */
export function mergeFixes(fixes: readonly Fix[]): MergedFixes {
  const edits: TextEdit[] = [];
  const applied: Fix[] = [];
  const dropped: Fix[] = [];
  for (const fix of fixes) {
    const fresh = fix.edits.filter((edit) => !edits.some((taken) => same(taken, edit)));
    const clash = fresh.some((edit) =>
      edits.some((taken) => taken.path === edit.path && overlaps(taken.span, edit.span)),
    );
    if (clash) {
      dropped.push(fix);
      continue;
    }
    edits.push(...fresh);
    applied.push(fix);
  }
  return { edits, applied, dropped };
}

const same = (a: TextEdit, b: TextEdit): boolean =>
  a.path === b.path && a.span.start === b.span.start && a.span.end === b.span.end && a.newText === b.newText;
