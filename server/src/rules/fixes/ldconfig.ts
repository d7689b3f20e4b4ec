// Takes an ldconfig call out: the whole instruction where it is all that runs, otherwise the one command of the list.
import * as l10n from '@vscode/l10n';
import type { Analysis, LdconfigRun } from '../../build/model.js';
import type { TextEdit } from '../../text/span.js';
import type { Fix } from '../model.js';
import { withoutLines } from './edits.js';

export function removeLdconfig(analysis: Analysis, run: LdconfigRun, safe: boolean): readonly Fix[] {
  const edit = removal(analysis, run);
  if (edit === null) return [];
  const title = l10n.t('Remove ldconfig');
  return [{ title, safety: safe ? 'safe' : 'unsafe', edits: [edit], mends: true, caveat: null }];
}

function removal(analysis: Analysis, { alone, instruction, removal: element }: LdconfigRun): TextEdit | null {
  if (alone && instruction) {
    const text = analysis.texts.get(instruction.path);
    return text === undefined ? null : withoutLines(text, instruction);
  }
  return element && { ...element, newText: '' };
}
