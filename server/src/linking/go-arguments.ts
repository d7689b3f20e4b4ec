// The words behind `go`, read as the go command reads them: verb, flags with their values, packages.

export interface GoArgument {
  /** With one dash, as Go's own messages write it: `-ldflags`. */
  readonly name: string;
  /** Null for a boolean flag without `=`. */
  readonly value: string | null;
  /** Index into the words that were parsed. */
  readonly wordIndex: number;
  /** Index of the word that holds the value alone; null where it stands in the flag's own word behind `=`, or there is none. */
  readonly valueWordIndex: number | null;
}

export interface GoArguments {
  /** `build`, `install`, `test`, `run`…; empty where there is no word. */
  readonly verb: string;
  /** Index of the verb's word. */
  readonly verbIndex: number;
  /** In the order written; of several with the same name the last wins. */
  readonly flags: readonly GoArgument[];
  readonly packages: readonly { readonly word: string; readonly wordIndex: number }[];
  /** Value of `-C`, Go ≥ 1.20. */
  readonly directory: string | null;
  /** A flag that stands last although it takes a value, with one dash; Go then refuses to run. */
  readonly missingValue: string | null;
}

// Flags of `go build`, `install`, `run`, `get`, `vet` and `test` that stand alone; source: cmd/go/internal/work/build.go and
// test/testflag.go, Go 1.15 to 1.26. Every other flag takes a value, from its own word behind `=` or from the next word.
const booleanFlags = new Set(
  (
    '-a -asan -benchmem -buildvcs -c -cover -d -failfast -fix -fullpath -i -insecure -json -linkshared -m -modcacherw -msan -n ' +
    '-race -short -t -trimpath -u -v -work -x -artifacts'
  ).split(' '),
);

// Of `-u` and `-t` only `go get` knows; there `-u=patch` carries its value behind `=`, which booleans may do as well.

const isFlag = (word: string): boolean => word.length > 1 && word.startsWith('-') && word !== '--';

/**
 * Reads the words behind `go`, the verb first (`['build', '-o', '/a', '.']`).
 * `--flag` equals `-flag`; the first word that is no flag ends the flags, except for `go test`, whose own flags may follow
 * its packages. Never fails.
 */
export function parseGoArguments(words: readonly string[]): GoArguments {
  const flags: GoArgument[] = [];
  const packages: { word: string; wordIndex: number }[] = [];
  const verb = words[0] ?? '';
  let missingValue: string | null = null;
  let index = 1;
  let flagsEnded = false;
  while (index < words.length) {
    const word = words[index] ?? '';
    if (word === '-args' && verb === 'test') break;
    if (flagsEnded && verb !== 'test') {
      if (verb === 'run' && packages.length > 0 && !isGoFile(word)) break;
      packages.push({ word, wordIndex: index });
      index++;
      continue;
    }
    if (word === '--') {
      flagsEnded = true;
      index++;
      continue;
    }
    if (!isFlag(word)) {
      flagsEnded = true;
      packages.push({ word, wordIndex: index });
      // `go run` takes one package or a row of .go files; the rest belongs to the program.
      if (verb === 'run' && !isGoFile(word)) break;
      index++;
      continue;
    }
    const bare = word.replace(/^--?/, '-');
    const equals = bare.indexOf('=');
    if (equals > 0) {
      flags.push({
        name: bare.slice(0, equals),
        value: bare.slice(equals + 1),
        wordIndex: index,
        valueWordIndex: null,
      });
      index++;
      continue;
    }
    if (booleanFlags.has(bare)) {
      flags.push({ name: bare, value: null, wordIndex: index, valueWordIndex: null });
      index++;
      continue;
    }
    const value = words[index + 1];
    if (value === undefined) {
      missingValue = bare;
      flags.push({ name: bare, value: null, wordIndex: index, valueWordIndex: null });
      index++;
      continue;
    }
    flags.push({ name: bare, value, wordIndex: index, valueWordIndex: index + 1 });
    index += 2;
  }
  return { verb, verbIndex: 0, flags, packages, directory: lastValue(flags, '-C'), missingValue };
}

const isGoFile = (word: string): boolean => word.endsWith('.go');

/** Value of the last flag of that name; null where there is none or it has no value. */
export function lastValue(flags: readonly GoArgument[], name: string): string | null {
  for (let i = flags.length - 1; i >= 0; i--) {
    const flag = flags[i];
    if (flag?.name === name) return flag.value;
  }
  return null;
}

/** Whether a boolean flag is on: bare, or with a value that Go's strconv.ParseBool takes for true; the last of its name wins. */
export function isOn(flags: readonly GoArgument[], name: string): boolean {
  for (let i = flags.length - 1; i >= 0; i--) {
    const flag = flags[i];
    if (flag?.name === name) return flag.value === null || /^(1|t|T|true|TRUE|True)$/.test(flag.value);
  }
  return false;
}
