// The whole program as one function: arguments and a terminal in, an exit code out.
import * as l10n from '@vscode/l10n';
import { checkCommand } from './commands/check.js';
import { explainCommand } from './commands/explain.js';
import { imageCommand } from './commands/image.js';
import { lspCommand } from './commands/lsp.js';
import { ruleCommand } from './commands/rule.js';
import { traceCommand } from './commands/trace.js';
import { helpOf, optionsOf, overview } from './command.js';
import { exit, Failure, messageOf, type ExitCode } from './failure.js';
import { readArguments } from './options.js';
import type { Terminal } from './terminal.js';

const commands = [checkCommand, traceCommand, imageCommand, explainCommand, ruleCommand, lspCommand];

/** Runs one command line; never throws. `version` is what `--version` prints. */
export async function run(args: readonly string[], version: string, terminal: Terminal): Promise<ExitCode> {
  try {
    return await dispatch(args, version, terminal);
  } catch (thrown) {
    if (thrown instanceof Failure) {
      terminal.error(thrown.message);
      return exit.usage;
    }
    const cause = thrown instanceof Error ? (thrown.stack ?? thrown.message) : messageOf(thrown);
    terminal.error(l10n.t('an error inside Libc Lens, please report it: {0}', cause));
    return exit.internal;
  }
}

async function dispatch(args: readonly string[], version: string, terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === '--version' || name === '-v') {
    terminal.out(`${version}\n`);
    return exit.clean;
  }
  if (name === '--help' || name === '-h') {
    terminal.out(overview(commands));
    return exit.clean;
  }
  const command = commands.find((one) => one.name === name);
  if (!command) throw new Failure(unknownCommand(name));
  if (rest.includes('-h')) {
    terminal.out(helpOf(command));
    return exit.clean;
  }
  const parsed = readArguments(command.name, optionsOf(command), rest);
  if (parsed.values.has('help')) {
    terminal.out(helpOf(command));
    return exit.clean;
  }
  return command.run(parsed, terminal);
}

function unknownCommand(name: string | undefined): string {
  const names = commands.map((command) => command.name).join(', ');
  return name === undefined
    ? l10n.t("name a command: {0}. 'libc-lens --help' tells more.", names)
    : l10n.t("'{0}' is not a command: choose {1}. 'libc-lens --help' tells more.", name, names);
}
