// Builds on the Alpine twin of the build image, with a C compiler where cgo is needed.
import * as l10n from '@vscode/l10n';
import type { Analysis, GoBuild, Stage } from '../../build/model.js';
import { alpineTwin } from '../../knowledge/image-twins.js';
import { packagesFor } from '../../knowledge/packages.js';
import { packageChangesIn, rootOf, stagesOnRoot } from '../facts.js';
import type { LoadFault } from '../load-faults.js';
import type { Fix } from '../model.js';
import { lineAfterFrom } from './edits.js';
import { replaceImage } from './from-image.js';
import { installCommand } from './install-packages.js';
import { builds, whatIf, wouldStart } from './what-if.js';

/** Only for Go builds whose stage uses no other distribution's package manager: everything else would have to be rewritten. */
export function buildOnAlpine(analysis: Analysis, { members }: LoadFault): readonly Fix[] {
  const [first] = members;
  if (first.stage.runtime.libc !== 'musl') return [];
  const root = rootOf(analysis, first.builder);
  if (!members.every(({ builder }) => rootOf(analysis, builder) === root)) return [];
  if (usesOtherManager(analysis, root)) return [];
  const twin = alpineTwin(root.image.reference);
  const edit = twin === null ? null : replaceImage(analysis, root, twin);
  if (twin === null || edit === null) return [];
  const go = members.map(({ goBuild }) => goBuild);
  const compiler = go.some((build) => build !== null && wantsCompiler(build));
  const starts = members.every((member) => {
    if (member.goBuild === null) return false;
    const outcome = onAlpine(member.goBuild, compiler);
    return builds(outcome) && wouldStart(outcome.linkage, member);
  });
  if (!starts) return [];
  const packages = packagesFor('apk', 'c-compiler') ?? [];
  const command = installCommand('apk', packages);
  const install = compiler && command !== null ? lineAfterFrom(analysis, root, `RUN ${command}`) : null;
  return [
    {
      title: compiler
        ? l10n.t('Build on {0}, with {1}', twin, packages.join(' '))
        : l10n.t('Build on {0}', twin),
      safety: 'unsafe',
      edits: install ? [edit, install] : [edit],
      mends: true,
      caveat: l10n.t(
        "Alpine's image has neither bash nor git, and C libraries that the build uses come from other packages (…-dev). musl of the build image must not be newer than that of the image where the program starts.",
      ),
    },
  ];
}

function usesOtherManager(analysis: Analysis, root: Stage): boolean {
  return packageChangesIn(analysis, stagesOnRoot(analysis, root)).some(({ manager }) => manager !== 'apk');
}

/** Whether the program holds C code, is said to, or may. */
const wantsCompiler = ({ input, program, outcome }: GoBuild): boolean =>
  input.program.cgoPackages.length > 0 ||
  input.environment['CGO_ENABLED'] === '1' ||
  (program === 'assumed' && outcome.cgo);

function onAlpine(build: GoBuild, compiler: boolean): ReturnType<typeof whatIf> {
  return whatIf(build, {
    host: { libc: 'musl', libcVersion: null, standardLibraryLibcVersion: null },
    compiler: { defaultFound: compiler, ccFound: compiler, libcHeaders: compiler, staticLibc: compiler },
  });
}
