// `libc-lens check`: findings of every file that is named.
import * as l10n from '@vscode/l10n';
import { analyse } from '../../build/analyse.js';
import { check } from '../../rules/check.js';
import type { Severity } from '../../rules/model.js';
import {
  analysisInputs,
  buildOptions,
  formatOption,
  readBuildSettings,
  requireTarget,
  type BuildSettings,
} from '../build-options.js';
import { atLeastAsSevere, checkReport, reportFinding, shownTexts, type Located } from '../check-report.js';
import type { Command } from '../command.js';
import { readDocument, type Document } from '../documents.js';
import { exit, Failure, messageOf, type ExitCode } from '../failure.js';
import { checkText } from '../formats/check-text.js';
import { checkJson } from '../formats/json.js';
import { locator } from '../locate.js';
import { shownPaths } from '../shown-path.js';
import type { Terminal } from '../terminal.js';

export const checkCommand: Command = {
  name: 'check',
  operands: 'PATH…',
  summary: () => l10n.t('Find what will not build, link or start, and say why and what to change.'),
  details: () =>
    l10n.t('PATH is a Dockerfile or Containerfile, a shell script or a Makefile; - reads standard input.'),
  options: {
    format: formatOption,
    severity: {
      value: 'LEVEL',
      choices: ['error', 'warning', 'hint'],
      description: () =>
        l10n.t(
          'Report only findings of this level and above. Unless hint is asked for, hints alone exit with 0.',
        ),
    },
    ...buildOptions,
  },
  run: async (args, terminal) => {
    if (args.positionals.length === 0) throw new Failure(l10n.t('name at least one file to check.'));
    const settings = readBuildSettings(args, terminal);
    const { documents, code } = await readAll(args.positionals, args.values.get('stdin-filename'), terminal);
    const severity = args.values.get('severity') as Severity | undefined;
    const threshold = { shown: severity ?? 'hint', failing: severity ?? 'warning' };
    const result = checkAll(documents, settings, threshold.shown, terminal);
    const report = checkReport(
      documents.map((document) => document.shown),
      result.found,
    );
    const asJson = args.values.get('format') === 'json';
    // Where nothing could be read, the text format has nothing to add to the errors.
    if (asJson) terminal.out(checkJson(report));
    else if (documents.length > 0) terminal.out(checkText(report, result.texts, terminal));
    const failing = report.files.some((file) =>
      file.findings.some((finding) => atLeastAsSevere(finding.severity, threshold.failing)),
    );
    return worst([code, result.code, failing ? exit.findings : exit.clean]);
  },
};

const worst = (codes: readonly ExitCode[]): ExitCode => codes.reduce((a, b) => (b > a ? b : a));

async function readAll(
  operands: readonly string[],
  inputName: string | undefined,
  terminal: Terminal,
): Promise<{ documents: Document[]; code: ExitCode }> {
  const documents = new Map<string, Document>();
  let code: ExitCode = exit.clean;
  for (const operand of new Set(operands)) {
    try {
      const document = await readDocument(operand, inputName, terminal);
      if (!documents.has(document.path)) documents.set(document.path, document);
    } catch (thrown) {
      if (!(thrown instanceof Failure)) throw thrown;
      terminal.error(thrown.message);
      code = exit.usage;
    }
  }
  return { documents: [...documents.values()], code };
}

interface Checked {
  readonly found: readonly Located[];
  readonly texts: ReadonlyMap<string, string>;
  readonly code: ExitCode;
}

/** Checks each document by itself: what goes wrong with one does not keep the others from being checked. */
function checkAll(
  documents: readonly Document[],
  settings: BuildSettings,
  shown: Severity,
  terminal: Terminal,
): Checked {
  const found: Located[] = [];
  const texts = new Map<string, string>();
  const inputOf = analysisInputs(settings);
  const name = shownPaths(documents, terminal.folder);
  let code: ExitCode = exit.clean;
  for (const document of documents) {
    texts.set(document.shown, document.text);
    try {
      const analysis = analyse(inputOf(document));
      requireTarget(document, settings.target, analysis);
      const locate = locator(analysis.texts, name);
      for (const [path, text] of shownTexts(analysis, locate)) texts.set(path, text);
      for (const finding of check(analysis)) {
        if (atLeastAsSevere(finding.severity, shown)) found.push(reportFinding(finding, locate));
      }
      if (analysis.truncated)
        terminal.error(l10n.t('{0}: is so large that a part of it was not looked at.', document.shown));
    } catch (thrown) {
      code = worst([code, thrown instanceof Failure ? exit.usage : exit.internal]);
      terminal.error(
        thrown instanceof Failure
          ? thrown.message
          : l10n.t('{0}: an error inside Libc Lens, please report it: {1}', document.shown, stackOf(thrown)),
      );
    }
  }
  return { found, texts, code };
}

const stackOf = (thrown: unknown): string =>
  thrown instanceof Error && thrown.stack !== undefined ? thrown.stack : messageOf(thrown);
