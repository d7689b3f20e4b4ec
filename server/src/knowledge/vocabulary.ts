// The words of the trade that a hover explains: variables, flags, build tags, packages and tools.
import { codeSpan } from '../text/markdown.js';
import { cAndRustFlags } from './vocabulary/c-and-rust-flags.js';
import type { Entry } from './vocabulary/entry.js';
import { goEnvironment } from './vocabulary/go-environment.js';
import { goFlags } from './vocabulary/go-flags.js';
import { packages } from './vocabulary/packages.js';
import { tools } from './vocabulary/tools.js';

export interface VocabularyEntry {
  /** As the vocabulary writes it: `CGO_ENABLED`, `-extldflags`, `gcompat`. */
  readonly word: string;
  /** One line, without markup. */
  readonly title: string;
  /** `go` for words such as `-a` and `-tags` that mean this only as an argument of `go`; null: everywhere. */
  readonly command: 'go' | null;
  /** Title and text as Markdown; holds nothing from any file. */
  readonly markdown: string;
}

const byWord: ReadonlyMap<string, Entry> = new Map(
  [...goEnvironment, ...goFlags, ...cAndRustFlags, ...packages, ...tools].flatMap((entry) =>
    entry.words.map((word): [string, Entry] => [word, entry]),
  ),
);

/** Every word that has an entry. */
export const vocabulary: readonly string[] = [...byWord.keys()];

/**
 * What a word means: as it stands in a file, with quotes, a value (`CGO_ENABLED=0`, `-buildmode=pie`), a second dash, a
 * folder (`/usr/bin/ldd`) or a version (`gcompat=1.1.0-r4`) around it. Null for a word that is not ours.
 */
export function vocabularyEntry(word: string): VocabularyEntry | null {
  if (word.length > 200) return null;
  for (const candidate of spellings(word)) {
    const entry = byWord.get(candidate);
    if (entry) return render(candidate, entry);
  }
  return null;
}

function* spellings(word: string): Generator<string> {
  const bare = word.replace(/^["'`]+|["'`,;]+$/g, '');
  yield bare;
  const name = bare.replace(/[=@<>~].*$/s, '').replace(/^["'`]+/, '');
  yield name;
  if (name.startsWith('--')) yield name.slice(1);
  if (name.startsWith('/')) yield name.slice(name.lastIndexOf('/') + 1);
  if (bare.startsWith('${')) yield name.replace(/^\$\{|[}:].*$/g, '');
  else if (bare.startsWith('$')) yield name.slice(1);
}

function render(word: string, entry: Entry): VocabularyEntry {
  const title = entry.title();
  const markdown = [`**${codeSpan(word)}** · ${title}`, ...entry.paragraphs(codeSpan)].join('\n\n');
  return { word, title, command: entry.command, markdown };
}
