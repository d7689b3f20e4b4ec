// The go command's environment as it takes effect: GOOS, GOARCH, GOFLAGS, whether cgo is on, and why.
import * as l10n from '@vscode/l10n';
import { goHas } from './go-version.js';
import { splitBlanks, splitQuoted } from './go-quoting.js';
import type { GoArgument } from './go-arguments.js';
import type { GoLinkInput } from './go-link-model.js';

export interface GoEnvironment {
  readonly goos: string;
  readonly goarch: string;
  /** Built for another platform than the toolchain runs on. */
  readonly cross: boolean;
  readonly cgo: boolean;
  /** CGO_ENABLED as set to 0 or 1; null where the default holds. */
  readonly cgoSet: boolean | null;
  /** Whole sentence: why cgo is on or off. */
  readonly cgoReason: string;
  /** The compiler's command, split into words: `['gcc', '-static']`. */
  readonly cc: readonly string[];
  readonly ccIsSet: boolean;
  readonly ccFound: boolean;
}

const platformOf = (goos: string, goarch: string): string => `${goos}/${goarch}`;

/** What the go command makes of its environment; only `0` and `1` count for CGO_ENABLED, everything else means the default. */
export function goEnvironment(input: Omit<GoLinkInput, 'arguments' | 'program'>): GoEnvironment {
  const { environment, host, compiler, goVersion } = input;
  const goos = environment['GOOS'] || 'linux';
  const goarch = environment['GOARCH'] || host.architecture;
  const cross = goos !== 'linux' || goarch !== host.architecture;
  const ccWords = splitQuoted(environment['CC'] ?? '').words;
  const ccIsSet = ccWords.length > 0;
  const cc = ccIsSet ? ccWords : ['gcc'];
  const ccFound = ccIsSet ? compiler.ccFound : compiler.defaultFound;
  const shared = { goos, goarch, cross, cc, ccIsSet, ccFound };
  const set = environment['CGO_ENABLED'];
  if (set === '0')
    return { ...shared, cgo: false, cgoSet: false, cgoReason: l10n.t('CGO_ENABLED is 0: cgo is off.') };
  if (set === '1')
    return { ...shared, cgo: true, cgoSet: true, cgoReason: l10n.t('CGO_ENABLED is 1: cgo is on.') };
  if (cross)
    return {
      ...shared,
      cgo: false,
      cgoSet: null,
      cgoReason: l10n.t(
        'CGO_ENABLED is 0 by default: the build is for {0}, the toolchain runs on {1}.',
        platformOf(goos, goarch),
        platformOf('linux', host.architecture),
      ),
    };
  if (goHas(goVersion, 'cgoOffWithoutCompiler') && !ccIsSet && !compiler.defaultFound)
    return {
      ...shared,
      cgo: false,
      cgoSet: null,
      cgoReason: l10n.t(
        'CGO_ENABLED is 0 by default: no C compiler is on PATH, and Go {0} then turns cgo off.',
        goVersion,
      ),
    };
  return {
    ...shared,
    cgo: true,
    cgoSet: null,
    cgoReason: defaultOn(goVersion, ccIsSet, cc[0] ?? 'gcc', compiler.defaultFound),
  };
}

function defaultOn(goVersion: string, ccIsSet: boolean, cc: string, defaultFound: boolean): string {
  if (ccIsSet) return l10n.t('CGO_ENABLED is 1 by default: a native build, and CC names {0}.', cc);
  if (defaultFound) return l10n.t('CGO_ENABLED is 1 by default: a native build, and gcc is on PATH.');
  return l10n.t(
    'CGO_ENABLED is 1 by default: Go {0} leaves cgo on for a native build, although no C compiler is on PATH.',
    goVersion,
  );
}

export interface GoFlagsWords {
  readonly flags: readonly GoArgument[];
  /** What Go prints where GOFLAGS cannot be read; null where it can. */
  readonly error: string | null;
}

/** Reads GOFLAGS: each word must be a flag of its own, so a value stands behind `=`. Places are not known here (`wordIndex` -1). */
export function parseGoFlags(value: string, goVersion: string): GoFlagsWords {
  const quoted = goHas(goVersion, 'quotedGoFlags');
  const split = quoted ? splitQuoted(value) : { words: splitBlanks(value), unterminated: null };
  if (split.unterminated !== null)
    return { flags: [], error: `go: parsing $GOFLAGS: unterminated ${split.unterminated} string` };
  const flags: GoArgument[] = [];
  for (const word of split.words) {
    if (!/^--?[^-=]/.test(word))
      return { flags: [], error: `go: parsing $GOFLAGS: non-flag ${JSON.stringify(word)}` };
    const bare = word.replace(/^--?/, '-');
    const equals = bare.indexOf('=');
    const name = equals < 0 ? bare : bare.slice(0, equals);
    if (linkerOnly.has(name) || !/^-[\w.]+$/.test(name))
      return { flags: [], error: `go: parsing $GOFLAGS: unknown flag ${name}` };
    flags.push({
      name,
      value: equals < 0 ? null : bare.slice(equals + 1),
      wordIndex: -1,
      valueWordIndex: null,
    });
  }
  return { flags, error: null };
}

// Flags of the linker that people put into GOFLAGS, where no go command knows them (-w is one of go env).
const linkerOnly = new Set(['-extldflags', '-linkmode', '-extld', '-X', '-s']);
