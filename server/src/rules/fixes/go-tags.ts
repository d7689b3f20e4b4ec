// Adds words to -tags of a Go build: netgo,osusergo, which take the C resolver and user look-ups out, or a tag that a module asks for.
import * as l10n from '@vscode/l10n';
import type { Analysis, GoBuild } from '../../build/model.js';
import { lastValue, parseGoArguments } from '../../linking/go-arguments.js';
import type { TextEdit } from '../../text/span.js';
import { textAt } from '../facts.js';
import type { Fix } from '../model.js';
import { isExecForm } from './command-place.js';
import { insertAt } from './edits.js';
import { whatIf, type Keeps } from './what-if.js';

const pureGo = ['netgo', 'osusergo'];

/** A fix that adds the tags to every one of the builds, where that gives what the finding asks for. */
export function addPureGoTags(analysis: Analysis, builds: readonly GoBuild[], keeps: Keeps): readonly Fix[] {
  const edits: TextEdit[] = [];
  for (const build of builds) {
    const made = addTags(analysis, build, pureGo);
    if (made === null || !keeps(build, whatIf(build, { arguments: made.arguments }))) return [];
    edits.push(made.edit);
  }
  if (edits.length === 0) return [];
  return [
    {
      title: l10n.t('Build with -tags netgo,osusergo'),
      safety: 'unsafe',
      edits,
      mends: true,
      caveat: builds.some(({ program }) => program === 'assumed')
        ? l10n.t('Enough only where no other package of the program uses cgo.')
        : null,
    },
  ];
}

/** Puts tags behind those that are there; null where all are, and where the command cannot be changed. */
export function addTags(
  analysis: Analysis,
  build: GoBuild,
  wanted: readonly string[],
): { edit: TextEdit; arguments: readonly string[] } | null {
  if (isExecForm(analysis, build.goPlace)) return null;
  const flag = build.flags.findLast(({ name }) => name === '-tags');
  if (!flag) {
    const inherited = tagsOf(build.input.environment['GOFLAGS'] ?? '');
    const added = missing(wanted, inherited);
    if (added.length === 0) return null;
    const value = [...inherited, ...added].join(',');
    const { path, span } = build.verbPlace;
    return {
      edit: insertAt(path, span.end, ` -tags ${value}`),
      arguments: [...build.input.arguments.slice(0, 1), '-tags', value, ...build.input.arguments.slice(1)],
    };
  }
  const raw = flag.valuePlace && textAt(analysis, flag.valuePlace);
  if (flag.value === null || !flag.valuePlace || raw === null) return null;
  const separator = /[ ']/.test(flag.value) ? ' ' : ',';
  const missed = missing(wanted, flag.value.split(/[ ,]+/));
  if (missed.length === 0) return null;
  const quoted = /["']$/.test(raw) ? 1 : 0;
  const added = (flag.value === '' ? '' : separator) + missed.join(separator);
  return {
    edit: insertAt(flag.valuePlace.path, flag.valuePlace.span.end - quoted, added),
    arguments: withTags(build.input.arguments, flag.value + added),
  };
}

const missing = (wanted: readonly string[], tags: readonly string[]): readonly string[] =>
  wanted.filter((tag) => !tags.includes(tag));

/** The build tags in force: those of the last -tags, or of GOFLAGS where the command gives none. */
export function tagsInForce({ flags, input }: GoBuild): readonly string[] {
  const flag = flags.findLast(({ name }) => name === '-tags');
  if (!flag) return tagsOf(input.environment['GOFLAGS'] ?? '');
  return (flag.value ?? '').split(/[\s,]+/).filter((tag) => tag !== '');
}

/** Tags that GOFLAGS gives; a `-tags` on the command line replaces them. */
function tagsOf(goflags: string): readonly string[] {
  const words = goflags.split(/\s+/).filter((word) => word !== '');
  const value = lastValue(parseGoArguments(['build', ...words]).flags, '-tags') ?? '';
  return value.split(',').filter((tag) => tag !== '');
}

function withTags(words: readonly string[], value: string): readonly string[] {
  const flag = parseGoArguments(words).flags.findLast(({ name }) => name === '-tags');
  if (!flag) return words;
  return words.map((word, index) => {
    if (flag.valueWordIndex === index) return value;
    return flag.valueWordIndex === null && flag.wordIndex === index ? `-tags=${value}` : word;
  });
}
