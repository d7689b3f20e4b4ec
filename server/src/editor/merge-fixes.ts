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
  const taken = new Map<string, TextEdit[]>();
  const applied: Fix[] = [];
  const dropped: Fix[] = [];
  for (const fix of fixes) {
    const fresh = fix.edits.filter((edit) => !neighbours(taken.get(edit.path) ?? [], edit).some(same(edit)));
    if (fresh.some((edit) => neighbours(taken.get(edit.path) ?? [], edit).length > 0)) {
      dropped.push(fix);
      continue;
    }
    for (const edit of fresh) {
      const list = taken.get(edit.path) ?? [];
      taken.set(edit.path, list);
      list.splice(firstReaching(list, edit.span.start), 0, edit);
    }
    applied.push(fix);
  }
  return { edits: [...taken.values()].flat(), applied, dropped };
}

/** Of edits in the order of the file, none overlapping another: those that an edit overlaps. */
function neighbours(list: readonly TextEdit[], { span }: TextEdit): TextEdit[] {
  const found: TextEdit[] = [];
  for (let i = firstReaching(list, span.start); i < list.length; i++) {
    const other = list[i];
    if (other === undefined || other.span.start > span.end) break;
    if (overlaps(other.span, span)) found.push(other);
  }
  return found;
}

/** Index of the first edit that ends at the offset or behind it. */
function firstReaching(list: readonly TextEdit[], offset: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.span.end ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const same =
  (a: TextEdit) =>
  (b: TextEdit): boolean =>
    a.span.start === b.span.start && a.span.end === b.span.end && a.newText === b.newText;
