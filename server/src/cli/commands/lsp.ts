// `libc-lens lsp --stdio`: the language server, for editors that start one by a command line.
import * as l10n from '@vscode/l10n';
import type { Command } from '../command.js';
import { exit, Failure } from '../failure.js';

export const lspCommand: Command = {
  name: 'lsp',
  operands: '',
  summary: () => l10n.t('Run the language server on standard input and output, for an editor.'),
  details: () => l10n.t('The server ends when the editor tells it to, or when the editor is gone.'),
  options: {
    stdio: { value: null, description: () => l10n.t('Speak on standard input and output.') },
    clientProcessId: {
      value: 'PID',
      description: () => l10n.t('Process of the editor; the server ends with it.'),
    },
  },
  run: async (args) => {
    if (!args.values.has('stdio')) throw new Failure(l10n.t("'lsp' needs --stdio."));
    // A name that is no literal: the server is a bundle of its own beside this one, loaded only for this command.
    const server = './server.cjs';
    await import(server);
    return exit.clean;
  },
};
