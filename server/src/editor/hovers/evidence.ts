// Reasons as a list that says where each stands.
import * as l10n from '@vscode/l10n';
import { heading, list, type Block, type Line } from '../blocks.js';
import { rangeAt } from '../places.js';
import type { Because } from '../../text/because.js';
import type { Place } from '../../text/span.js';
import type { Analysis } from '../../build/model.js';

/** Reasons shown in one list; a chain is longer only where many files share one fate. */
const most = 12;

/** `How we know`, each reason once; nothing where there is none. */
export function evidence(analysis: Analysis, reasons: readonly Because[]): Block[] {
  const items = new Map<string, Line>();
  for (const { text, place } of reasons) {
    if (text === '' || items.has(text)) continue;
    items.set(text, place === null ? [text] : [text, ' ', where(analysis, place)]);
  }
  if (items.size === 0) return [];
  return [heading(l10n.t('How we know')), list([...items.values()].slice(0, most))];
}

/** `(line 3)`, or `(Makefile, line 3)` for a place in another file. */
export function where(analysis: Analysis, place: Place): string {
  const line = rangeAt(analysis, place).start.line + 1;
  if (place.path === analysis.path) return l10n.t('(line {0})', line);
  return l10n.t('({0}, line {1})', place.path.slice(place.path.lastIndexOf('/') + 1), line);
}
