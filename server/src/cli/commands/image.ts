// `libc-lens image`: what is known of images by their references alone; nothing is pulled.
import * as l10n from '@vscode/l10n';
import { resolveImage } from '../../knowledge/images.js';
import { asOfOption, formatOption, readDate } from '../build-options.js';
import type { Command } from '../command.js';
import { exit, Failure } from '../failure.js';
import { imageText } from '../formats/image-text.js';
import { json } from '../formats/json.js';
import { reportImage } from '../image-report.js';
import { locator } from '../locate.js';
import type { Terminal } from '../terminal.js';

/** Bytes of references that are read from standard input. */
const inputBytes = 16 << 20;

export const imageCommand: Command = {
  name: 'image',
  operands: 'REF…',
  summary: () =>
    l10n.t('Tell the libc, its version, the compiler and the shell of images, from their names alone.'),
  details: () => l10n.t('REF is an image reference; - reads references from standard input, one a line.'),
  options: { format: formatOption, 'as-of': asOfOption },
  run: async (args, terminal) => {
    if (args.positionals.length === 0) throw new Failure(l10n.t('name at least one image.'));
    const asOf = readDate(args, terminal);
    const locate = locator(new Map(), (path) => path);
    const references = await readReferences(args.positionals, terminal);
    const images = references.map((reference) => reportImage(resolveImage(reference, { asOf }), locate));
    const asJson = args.values.get('format') === 'json';
    terminal.out(asJson ? json({ version: 1, images }) : imageText(images, terminal.colours));
    return exit.clean;
  },
};

async function readReferences(operands: readonly string[], terminal: Terminal): Promise<string[]> {
  const references: string[] = [];
  for (const operand of operands) {
    if (operand !== '-') references.push(operand);
    else {
      const input = await terminal.input(inputBytes);
      if (input === null) throw new Failure(l10n.t('-: standard input holds more than 16 MiB.'));
      for (const line of input.toString('utf8').split(/\r?\n/))
        if (line.trim() !== '') references.push(line.trim());
    }
  }
  return references;
}
