// A command of the command line, and the help that is built from it.
import * as l10n from '@vscode/l10n';
import type { ExitCode } from './failure.js';
import { describeOptions, helpOption, type Arguments, type Options } from './options.js';
import type { Terminal } from './terminal.js';

export interface Command {
  readonly name: string;
  /** What follows the options in the synopsis: `PATH…`. */
  readonly operands: string;
  /** One line for the list of commands. */
  readonly summary: () => string;
  /** What the operands are and what comes out. */
  readonly details: () => string;
  readonly options: Options;
  readonly run: (args: Arguments, terminal: Terminal) => Promise<ExitCode>;
}

export const optionsOf = (command: Command): Options => ({ ...command.options, help: helpOption });

export function helpOf(command: Command): string {
  const synopsis = ['libc-lens', command.name, '[OPTIONS]', command.operands].filter((word) => word !== '');
  return (
    `${synopsis.join(' ')}\n\n${command.summary()}\n${command.details()}\n\n` +
    `${l10n.t('Options')}\n${describeOptions(optionsOf(command))}`
  );
}

/** The help of the whole program. */
export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  const list = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary()}\n`).join('');
  return (
    `libc-lens COMMAND [OPTIONS] …\n\n` +
    `${l10n.t('Will the binary that this Dockerfile or build script makes start where it is put?')}\n\n` +
    `${l10n.t('Commands')}\n${list}\n` +
    `${l10n.t("'libc-lens COMMAND --help' tells more of one. 'libc-lens --version' prints the version.")}\n\n` +
    `${l10n.t('Exit codes')}\n` +
    `  0  ${l10n.t('nothing found at or above the severity that was asked for')}\n` +
    `  1  ${l10n.t('findings')}\n` +
    `  2  ${l10n.t('wrong usage, or an input that cannot be read')}\n` +
    `  3  ${l10n.t('an error of Libc Lens itself')}\n`
  );
}
