// Takes `-linkmode external` and the flags for the C linker out of -ldflags, so that Go's own linker makes a static program.
import * as l10n from '@vscode/l10n';
import type { Analysis, GoBuild } from '../../build/model.js';
import { parseGoArguments } from '../../linking/go-arguments.js';
import { textAt } from '../facts.js';
import type { Fix } from '../model.js';
import { isExecForm } from './command-place.js';
import { replaceAt } from './edits.js';
import { argumentsWithout, withoutFlags } from './go-flags.js';
import { builds, isStatic, whatIf } from './what-if.js';

const linkMode = /-linkmode(?:=|\s+)\\?["']?external\\?["']?/g;
const linkerFlags = /-extldflags(?:=|\s+)(?:\\"[^"\\]*\\"|"[^"]*"|'[^']*'|[^\s"']+)/g;

/** None where the program would not be static without them. */
export function linkInternally(analysis: Analysis, build: GoBuild): readonly Fix[] {
  const flag = build.flags.findLast(({ name }) => name === '-ldflags');
  const raw = flag?.valuePlace ? textAt(analysis, flag.valuePlace) : null;
  if (!flag?.valuePlace || flag.value === null || raw === null || isExecForm(analysis, build.goPlace))
    return [];
  const value = bare(flag.value);
  const written = bare(raw);
  if (value === flag.value || written === raw) return [];
  const empty = value === '';
  const words = empty ? argumentsWithout(build.input.arguments, ['-ldflags']) : withValue(build, value);
  const outcome = whatIf(build, { arguments: words });
  const edits = empty ? withoutFlags(analysis, build, [flag]) : [replaceAt(flag.valuePlace, written)];
  if (edits === null || !builds(outcome) || !isStatic(outcome.linkage)) return [];
  const title = l10n.t("Link with Go's own linker (without -linkmode external)");
  return [{ title, safety: 'unsafe', edits, mends: true, caveat: null }];
}

/** A value, quoted or not, without the words that send the link to the C linker. */
const bare = (value: string): string =>
  value
    .replace(linkMode, '')
    .replace(linkerFlags, '')
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/^(["']?) +/, '$1')
    .replace(/ +(["']?)$/, '$1');

function withValue(build: GoBuild, value: string): readonly string[] {
  const { arguments: words } = build.input;
  const flag = parseGoArguments(words).flags.findLast(({ name }) => name === '-ldflags');
  return words.map((word, index) => {
    if (flag?.valueWordIndex === index) return value;
    return flag?.valueWordIndex === null && flag.wordIndex === index ? `-ldflags=${value}` : word;
  });
}
