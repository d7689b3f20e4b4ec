// `libc-lens explain`: what an error message, or the messages in a log, mean and what to do.
import * as l10n from '@vscode/l10n';
import { explain } from '../../knowledge/messages/explanation.js';
import type { Command } from '../command.js';
import { exit, Failure } from '../failure.js';
import { paragraph } from '../formats/prose.js';

/** Bytes of a log that are read from standard input. */
const logBytes = 64 << 20;

export const explainCommand: Command = {
  name: 'explain',
  operands: 'TEXT',
  summary: () => l10n.t('Explain an error message, or every message that is known in a log.'),
  details: () =>
    l10n.t('TEXT is the message as it was printed; - reads a log of up to 64 MiB from standard input.'),
  options: {},
  run: async (args, terminal) => {
    if (args.positionals.length === 0) throw new Failure(l10n.t('give the message, or - to read a log.'));
    const fromInput = args.positionals.length === 1 && args.positionals[0] === '-';
    const input = fromInput ? await terminal.input(logBytes) : Buffer.from(args.positionals.join(' '));
    if (input === null) throw new Failure(l10n.t('-: standard input holds more than 64 MiB.'));
    const { text, messages } = explain(input.toString('utf8'));
    terminal.out(
      messages.length === 0
        ? `${l10n.t('No message that Libc Lens knows stands in this text.')}\n`
        : paragraph(text, 0, terminal.width),
    );
    return exit.clean;
  },
};
