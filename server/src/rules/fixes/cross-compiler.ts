// Names a C compiler for the platform that a Go build is for, and installs it.
import * as l10n from '@vscode/l10n';
import type { Analysis, GoBuild } from '../../build/model.js';
import type { Architecture } from '../../knowledge/image-facts.js';
import { crossCompilerFor } from '../../knowledge/packages.js';
import type { Fix } from '../model.js';
import { startsCommand } from './command-place.js';
import { insertAt } from './edits.js';
import { installNamed } from './install-packages.js';
import { builds, whatIf } from './what-if.js';

/** Only where GOARCH is the same whoever builds, and no CC is set; Debian's cross compilers come with their libc. */
export function crossCompile(analysis: Analysis, build: GoBuild): readonly Fix[] {
  const { goos, goarch } = build.outcome;
  const manager = analysis.stages[build.stage]?.image.packageManager;
  const setting = (name: string) => build.settings.find((one) => one.name === name);
  if (goos !== 'linux' || !manager || setting('CC') || setting('GOARCH')?.followsTarget === true) return [];
  const found = crossCompilerFor(manager, goarch as Architecture);
  if (found === null || !startsCommand(analysis, build.place)) return [];
  const outcome = whatIf(build, {
    environment: { CC: found.command },
    compiler: { ccFound: true, libcHeaders: true, staticLibc: true },
  });
  const install = installNamed(analysis, build, found.packages);
  if (!builds(outcome) || install === null) return [];
  return [
    {
      title: l10n.t('Compile with {0}', found.command),
      safety: 'unsafe',
      edits: [...install.edits, insertAt(build.place.path, build.place.span.start, `CC=${found.command} `)],
      mends: true,
      caveat: l10n.t(
        'C libraries that the build uses must be installed for {0} as well (packages with :{0} behind their names).',
        goarch,
      ),
    },
  ];
}
