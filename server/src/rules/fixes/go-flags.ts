// Takes flags of a go command out again, those that have had no use since Go 1.10.
import type { Analysis, GoBuild, GoFlag } from '../../build/model.js';
import { parseGoArguments } from '../../linking/go-arguments.js';
import type { TextEdit } from '../../text/span.js';
import { isExecForm } from './command-place.js';
import { joined, withoutWord } from './edits.js';

/** Edits that delete the flags with their values; null in exec form and where the text is not at hand. */
export function withoutFlags(
  analysis: Analysis,
  build: GoBuild,
  flags: readonly GoFlag[],
): readonly TextEdit[] | null {
  if (isExecForm(analysis, build.goPlace)) return null;
  const edits: TextEdit[] = [];
  for (const { place } of flags) {
    const text = analysis.texts.get(place.path);
    if (text === undefined) return null;
    edits.push(withoutWord(text, place));
  }
  return joined(edits);
}

/** The decoded arguments without the flags of these names. */
export function argumentsWithout(words: readonly string[], names: readonly string[]): readonly string[] {
  const gone = new Set<number>();
  for (const flag of parseGoArguments(words).flags) {
    if (!names.includes(flag.name)) continue;
    gone.add(flag.wordIndex);
    if (flag.valueWordIndex !== null) gone.add(flag.valueWordIndex);
  }
  return words.filter((_, index) => !gone.has(index));
}
