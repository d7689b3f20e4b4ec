// Options: what each is called, what it takes, how it reads in the help, and the values of one command line.
import { parseArgs } from 'node:util';
import * as l10n from '@vscode/l10n';
import { Failure } from './failure.js';

export interface Option {
  /** Name of the value in the help (`DIR`); null for a switch. */
  readonly value: string | null;
  readonly description: () => string;
  readonly multiple?: boolean;
  /** The only values it takes. */
  readonly choices?: readonly string[];
}

export type Options = Readonly<Record<string, Option>>;

export interface Arguments {
  /** Last value of each option that was given; switches are ''. */
  readonly values: ReadonlyMap<string, string>;
  readonly all: (name: string) => readonly string[];
  readonly positionals: readonly string[];
}

export const helpOption: Option = { value: null, description: () => l10n.t('Show this help.') };

/**
 * Reads the arguments of one command.
 * @throws Failure naming the option that is unknown, lacks its value, or has one it does not take.
 */
export function readArguments(command: string, options: Options, args: readonly string[]): Arguments {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(options).map(([name, option]) => [
        name,
        { type: option.value === null ? ('boolean' as const) : ('string' as const) },
      ]),
    ),
    strict: false,
    tokens: true,
  });
  const given = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (!option) throw unknownOption(command, token.rawName);
    const inline = token.inlineValue === true;
    checkValue(token.rawName, option, token.value, inline);
    given.set(token.name, [...(given.get(token.name) ?? []), token.value ?? '']);
  }
  return {
    values: new Map([...given].map(([name, values]) => [name, values.at(-1) ?? ''])),
    all: (name) => given.get(name) ?? [],
    positionals,
  };
}

function unknownOption(command: string, option: string): Failure {
  return new Failure(
    l10n.t("'{0}' is not an option of '{1}'. 'libc-lens {1} --help' lists them.", option, command),
  );
}

function checkValue(name: string, option: Option, value: string | undefined, inline: boolean): void {
  if (option.value === null) {
    if (value !== undefined) throw new Failure(l10n.t("'{0}' takes no value.", name));
    return;
  }
  const missing = value === undefined || value === '' || (!inline && /^-./.test(value));
  if (missing) throw new Failure(l10n.t("'{0}' needs a value: {0} {1}.", name, option.value));
  if (option.choices && !option.choices.includes(value))
    throw new Failure(
      l10n.t("'{0}' is not a value of {1}: choose {2}.", value, name, option.choices.join(', ')),
    );
}

/** The lines that describe the options in a help text. */
export function describeOptions(options: Options): string {
  const rows = Object.entries(options).map(([name, option]) => {
    const value = option.choices ? ` ${option.choices.join('|')}` : option.value ? ` ${option.value}` : '';
    return [`--${name}${value}`, option.description()] as const;
  });
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('');
}
