// What stands in -ldflags: which of several counts, the linker's own flags in it, and the words that go on to the C compiler.
import { goHas } from './go-version.js';
import { splitBlanks, splitQuoted } from './go-quoting.js';
import type { GoArgument } from './go-arguments.js';

export interface LinkerFlags {
  /** `-linkmode`; null where it is not given. */
  readonly linkMode: 'internal' | 'external' | null;
  /** As Go names it in messages: `-linkmode` or `-linkmode=external`. */
  readonly linkModeWord: string | null;
  /** Words of the last `-extldflags`. */
  readonly extldflags: readonly string[];
  /** `-d`: no dynamic executable. */
  readonly disableDynamic: boolean;
  /** `-I`: a loader of the user's own choice. */
  readonly interpreter: string | null;
  /** `-extld`. */
  readonly externalLinker: string | null;
  /** What Go prints where the value cannot be read; null where it can. */
  readonly error: string | null;
}

const nothing: LinkerFlags = {
  linkMode: null,
  linkModeWord: null,
  extldflags: [],
  disableDynamic: false,
  interpreter: null,
  externalLinker: null,
  error: null,
};

// Flags of cmd/link that stand alone; source: cmd/link/internal/ld/main.go, Go 1.15 to 1.26.
const booleanLinkerFlags = new Set(
  (
    '-8 -a -aslr -asan -bindnow -c -checklinkname -compressdwarf -d -debugnosplit -dumpdep -e -f -g -h -linkshared -msan -n ' +
    '-pruneweakmap -race -s -u -v -w'
  ).split(' '),
);

/** Words of one `-ldflags` value; `pattern` is what stands before `=` in `[pattern=]flags`, null where nothing does. */
export interface PatternedFlags {
  readonly pattern: string | null;
  readonly words: readonly string[];
  readonly error: string | null;
}

/** Reads `[pattern=]arg list` as cmd/go/internal/load does: a value that starts with a dash holds no pattern. */
export function splitPattern(value: string): PatternedFlags {
  const text = value.trim();
  if (text === '' || text.startsWith('-')) return wordsOf(text, null);
  const equals = text.indexOf('=');
  if (equals < 0) return { pattern: null, words: [], error: 'missing =<value> in <pattern>=<value>' };
  if (equals === 0) return { pattern: null, words: [], error: 'missing <pattern> in <pattern>=<value>' };
  const quote = text.charAt(0);
  if (quote === "'" || quote === '"')
    return { pattern: null, words: [], error: `parameter may not start with quote character ${quote}` };
  return wordsOf(text.slice(equals + 1), text.slice(0, equals).trim());
}

function wordsOf(text: string, pattern: string | null): PatternedFlags {
  const { words, unterminated } = splitQuoted(text);
  return unterminated === null
    ? { pattern, words, error: null }
    : { pattern, words: [], error: `unterminated ${unterminated} string` };
}

/** Patterns that never name the program being linked. */
const namesOthers = (pattern: string): boolean => pattern === 'std' || pattern === 'cmd';

/**
 * The linker flags in force: of all `-ldflags` (those of GOFLAGS first, then the command line's) the last whose pattern
 * covers the program replaces the ones before it wholly.
 */
export function linkerFlags(flags: readonly GoArgument[], goVersion: string): LinkerFlags {
  let words: readonly string[] = [];
  for (const flag of flags) {
    if (flag.name !== '-ldflags') continue;
    const value = flag.value ?? '';
    const read = splitPattern(value);
    if (read.error !== null)
      return { ...nothing, error: `invalid value ${JSON.stringify(value)} for flag -ldflags: ${read.error}` };
    if (read.pattern === null || !namesOthers(read.pattern)) words = read.words;
  }
  return readLinkerFlags(words, goVersion);
}

/** Parses the linker's own words; unknown ones are taken to carry a value, as most of them do. */
export function readLinkerFlags(words: readonly string[], goVersion: string): LinkerFlags {
  let result = nothing;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (!word.startsWith('-') || word === '-' || word === '--') break;
    const bare = word.replace(/^--?/, '-');
    const equals = bare.indexOf('=');
    const name = equals < 0 ? bare : bare.slice(0, equals);
    let value = equals < 0 ? null : bare.slice(equals + 1);
    if (equals < 0 && !booleanLinkerFlags.has(name)) {
      value = words[i + 1] ?? '';
      i++;
    }
    result = apply(result, name, value, word, goVersion);
    if (result.error !== null) return result;
  }
  return result;
}

function apply(
  flags: LinkerFlags,
  name: string,
  value: string | null,
  word: string,
  goVersion: string,
): LinkerFlags {
  switch (name) {
    case '-linkmode':
      if (value === 'internal' || value === 'external')
        return { ...flags, linkMode: value, linkModeWord: word };
      return value === 'auto' ? { ...flags, linkMode: null, linkModeWord: null } : flags;
    case '-extldflags': {
      if (!goHas(goVersion, 'quotedExtldflags')) return { ...flags, extldflags: splitBlanks(value ?? '') };
      const { words, unterminated } = splitQuoted(value ?? '');
      if (unterminated !== null)
        return {
          ...flags,
          error: `invalid value ${JSON.stringify(value)} for flag -extldflags: unterminated ${unterminated} string`,
        };
      return { ...flags, extldflags: words };
    }
    case '-d':
      return { ...flags, disableDynamic: value === null || value === 'true' || value === '1' };
    case '-I':
      return { ...flags, interpreter: value };
    case '-extld':
      return { ...flags, externalLinker: value };
    default:
      return flags;
  }
}
