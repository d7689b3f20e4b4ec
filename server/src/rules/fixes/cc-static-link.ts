// Adds -static to the command line of a C compiler.
import * as l10n from '@vscode/l10n';
import type { Analysis, CcBuild } from '../../build/model.js';
import type { TextEdit } from '../../text/span.js';
import type { Fix } from '../model.js';
import { isExecForm } from './command-place.js';
import { eachOnce, insertAt } from './edits.js';
import { installPackages } from './install-packages.js';

const compilerName = /(?:^|[-/])(?:gcc|g\+\+|cc|c\+\+|clang|clang\+\+)(?:-\d+)?$/;

/** A fix that links what the compiler calls make statically; only for executables that a compiler is called for by name. */
export function linkCStatically(analysis: Analysis, builds: readonly CcBuild[]): readonly Fix[] {
  const edits: TextEdit[] = [];
  for (const build of builds) {
    if (build.outcome.produces !== 'executable' || !compilerName.test(build.compiler)) return [];
    if (isExecForm(analysis, build.compilerPlace)) return [];
    const stage = analysis.stages[build.stage];
    if (!stage || stage.image.staticLibc === null) return [];
    if (!stage.image.staticLibc) {
      const install = installPackages(analysis, build, ['static-libc']);
      if (install === null) return [];
      edits.push(...install.edits);
    }
    edits.push(insertAt(build.compilerPlace.path, build.compilerPlace.span.end, ' -static'));
  }
  if (edits.length === 0) return [];
  return [
    {
      title: l10n.t('Link statically with -static'),
      safety: 'unsafe',
      edits: eachOnce(edits),
      mends: true,
      caveat: l10n.t(
        'Every other library it links must be there as an archive (.a) too; look-ups of users and host names still want the shared libraries of the same glibc.',
      ),
    },
  ];
}
