// One `go build` as its words and its environment define it: flags in force, tags, build mode, sanitizer, compiler.
import { reachesCgo } from '../knowledge/go-standard-library.js';
import { isOn, lastValue, parseGoArguments, type GoArgument } from './go-arguments.js';
import { goEnvironment, parseGoFlags, type GoEnvironment } from './go-environment.js';
import type { GoLinkInput } from './go-link-model.js';
import { linkerFlags, type LinkerFlags } from './go-ldflags.js';
import { cTarget, type CTarget } from './c-target.js';
import { splitQuoted } from './go-quoting.js';

export interface GoBuildPlan {
  readonly input: GoLinkInput;
  readonly verb: string;
  readonly environment: GoEnvironment;
  /** Those of GOFLAGS, then the command line's; the last of a name wins. */
  readonly flags: readonly GoArgument[];
  readonly linker: LinkerFlags;
  readonly tags: readonly string[];
  /** `exe` where none is given. */
  readonly buildMode: string;
  /** Position independent executable, by flag or by the platform's default. */
  readonly pie: boolean;
  readonly sanitizer: '-race' | '-msan' | '-asan' | null;
  /** What the C compiler in force makes. */
  readonly target: CTarget;
  /** Standard packages with C parts that the program reaches: `net`, `os/user`, `plugin`, `runtime/cgo`. */
  readonly leaves: ReadonlySet<string>;
  /** What Go prints where GOFLAGS or a flag's value cannot be read. */
  readonly error: string | null;
}

export function planBuild(input: GoLinkInput): GoBuildPlan {
  const parsed = parseGoArguments(input.arguments);
  const fromEnvironment = parseGoFlags(input.environment['GOFLAGS'] ?? '', input.goVersion);
  const flags = [...fromEnvironment.flags, ...parsed.flags];
  const environment = goEnvironment(input);
  const linker = linkerFlags(flags, input.goVersion);
  const tags = readTags(lastValue(flags, '-tags') ?? '');
  const named = lastValue(flags, '-buildmode') ?? 'exe';
  const buildMode = named === 'default' || named === '' ? 'exe' : named;
  return {
    input,
    verb: parsed.verb,
    environment,
    flags,
    linker,
    tags: tags.words,
    buildMode,
    pie: buildMode === 'pie' || (buildMode === 'exe' && environment.goos === 'android'),
    sanitizer: (['-race', '-msan', '-asan'] as const).find((name) => isOn(flags, name)) ?? null,
    target: cTarget(environment.cc, input.host),
    leaves: leavesOf(input.program.imports),
    error: fromEnvironment.error ?? tags.error ?? linker.error,
  };
}

/** Commas part tags; a value with a blank or a single quote is split like the old blank-separated list, where a comma is an error. */
function readTags(value: string): { words: readonly string[]; error: string | null } {
  if (!/[ ']/.test(value)) return { words: value.split(',').filter((tag) => tag !== ''), error: null };
  const { words, unterminated } = splitQuoted(value);
  if (unterminated !== null)
    return {
      words,
      error: `invalid value ${JSON.stringify(value)} for flag -tags: unterminated ${unterminated} string`,
    };
  if (words.some((word) => word.includes(',')))
    return { words, error: 'go: -tags space-separated list contains comma' };
  return { words, error: null };
}

function leavesOf(imports: readonly string[]): ReadonlySet<string> {
  return new Set(imports.flatMap((path) => reachesCgo(path)));
}

/** Whether a flag reaches packages beyond the named ones, so that the standard library is compiled anew. */
export function recompilesStandardLibrary({
  flags,
  input,
  buildMode,
  sanitizer,
  environment,
}: GoBuildPlan): boolean {
  if (isOn(flags, '-a') || sanitizer !== null || environment.cross) return true;
  if (buildMode !== 'exe' && buildMode !== 'archive') return true;
  if ((lastValue(flags, '-installsuffix') ?? '') !== '') return true;
  const { CC = '', CGO_CFLAGS = '', CGO_CPPFLAGS = '', CGO_LDFLAGS = '' } = input.environment;
  if ([CC, CGO_CFLAGS, CGO_CPPFLAGS, CGO_LDFLAGS].some((value) => value !== '')) return true;
  return flags.some(
    ({ name, value }) =>
      (name === '-gcflags' || name === '-asmflags') && /^\s*(all|std|\.\.\.|cmd)\s*=/.test(value ?? ''),
  );
}
