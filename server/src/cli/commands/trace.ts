// `libc-lens trace`: what a build file makes, how it is linked and where it ends up, found wanting or not.
import * as l10n from '@vscode/l10n';
import { analyse } from '../../build/analyse.js';
import {
  analysisInputs,
  buildOptions,
  formatOption,
  readBuildSettings,
  requireTarget,
} from '../build-options.js';
import type { Command } from '../command.js';
import { readDocument } from '../documents.js';
import { exit, Failure } from '../failure.js';
import { json } from '../formats/json.js';
import { traceText } from '../formats/trace-text.js';
import { locator } from '../locate.js';
import { shownPaths } from '../shown-path.js';
import { traceReport } from '../trace-report.js';

export const traceCommand: Command = {
  name: 'trace',
  operands: 'PATH',
  summary: () =>
    l10n.t(
      'Show every binary that a build file makes: how it is linked, and what becomes of it where it is put.',
    ),
  details: () =>
    l10n.t('PATH is a Dockerfile or Containerfile, a shell script or a Makefile; - reads standard input.'),
  options: { format: formatOption, ...buildOptions },
  run: async (args, terminal) => {
    const [operand, ...more] = args.positionals;
    if (operand === undefined || more.length > 0)
      throw new Failure(l10n.t('name exactly one file to trace.'));
    const settings = readBuildSettings(args, terminal);
    const document = await readDocument(operand, args.values.get('stdin-filename'), terminal);
    const analysis = analyse(analysisInputs(settings)(document));
    requireTarget(document, settings.target, analysis);
    const trace = traceReport(analysis, locator(analysis.texts, shownPaths([document], terminal.folder)));
    const asJson = args.values.get('format') === 'json';
    terminal.out(asJson ? json(trace) : traceText(trace, terminal));
    if (analysis.truncated)
      terminal.error(l10n.t('{0}: is so large that a part of it was not looked at.', document.shown));
    return exit.clean;
  },
};
