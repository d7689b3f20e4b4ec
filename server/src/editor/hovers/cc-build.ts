// Hover of a C or C++ compiler's command: what it makes, how that is linked, and where it runs.
import * as l10n from '@vscode/l10n';
import { code, heading, table, type Block, type Line } from '../blocks.js';
import { evidence } from './evidence.js';
import { libcName, linkageLine, minimumLine, runsOnLine } from './portability-words.js';
import type { Analysis, CcBuild } from '../../build/model.js';

/** @param told Whether a finding above has told the error and the evidence. */
export function ccBuildBlocks(analysis: Analysis, build: CcBuild, told: boolean): Block[] {
  const { outcome } = build;
  const { linkage, produces, error } = outcome;
  const image = analysis.stages[build.stage]?.image;
  const linked = produces !== 'object' && error === null;
  const rows: (readonly [string, Line | null])[] = [
    [
      l10n.t('Builds in'),
      image === undefined || image.libc === 'unknown'
        ? null
        : [{ code: image.reference }, `, ${libcName(image.libc, image.version)}`],
    ],
    [l10n.t('Makes'), [products[produces]()]],
    [l10n.t('Result'), error !== null ? [l10n.t('the build fails')] : linked ? linkageLine(linkage) : null],
    [l10n.t('Minimum'), linked ? minimumLine(linkage) : null],
    [l10n.t('Runs on'), linked ? runsOnLine(linkage) : null],
  ];
  return [
    heading({ code: build.compiler }),
    table(
      [l10n.t('Build'), ''],
      rows.flatMap(([label, value]) => (value === null ? [] : [[[label], value]])),
    ),
    ...(error === null || told ? [] : [heading(l10n.t('What the build prints')), code(error)]),
    ...(told ? [] : evidence(analysis, outcome.because)),
  ];
}

const products: Readonly<Record<CcBuild['outcome']['produces'], () => string>> = {
  executable: () => l10n.t('an executable'),
  'shared-library': () => l10n.t('a shared library'),
  object: () => l10n.t('an object file, linked later'),
};
