// Sets CGO_ENABLED=0, on the build command itself or for the whole stage.
import * as l10n from '@vscode/l10n';
import type { Analysis, GoBuild, Setting } from '../../build/model.js';
import type { TextEdit } from '../../text/span.js';
import type { Fix } from '../model.js';
import { startsCommand } from './command-place.js';
import { eachOnce, insertAt, lineAfterFrom, replaceAt } from './edits.js';
import { whatIf, type Keeps } from './what-if.js';

/** Fixes that turn cgo off in every one of the builds; none where one of them needs cgo or would not profit. */
export function turnCgoOff(analysis: Analysis, builds: readonly GoBuild[], keeps: Keeps): readonly Fix[] {
  const off = { CGO_ENABLED: '0' };
  if (builds.length === 0 || builds.some(holdsStub)) return [];
  if (!builds.every((build) => keeps(build, whatIf(build, { environment: off })))) return [];
  const caveat = caveatOf(builds);
  const fixes: Fix[] = [];
  const onCommand = editsOf(builds, (build) => onTheCommand(analysis, build));
  if (onCommand) {
    const title = l10n.t('Set CGO_ENABLED=0 for this build');
    fixes.push({ title, safety: 'unsafe', edits: onCommand, mends: true, caveat });
  }
  const inStage = editsOf(builds, (build) => inTheStage(analysis, build));
  if (inStage) {
    const title = l10n.t('Set CGO_ENABLED=0 for the whole build stage (ENV)');
    fixes.push({ title, safety: 'unsafe', edits: inStage, mends: true, caveat });
  }
  return fixes;
}

/** The edits of all builds, or null where one of them has none. */
function editsOf(
  builds: readonly GoBuild[],
  make: (build: GoBuild) => TextEdit | null,
): readonly TextEdit[] | null {
  const edits: TextEdit[] = [];
  for (const build of builds) {
    const edit = make(build);
    if (edit === null) return null;
    edits.push(edit);
  }
  return eachOnce(edits);
}

function onTheCommand(analysis: Analysis, build: GoBuild): TextEdit | null {
  const setting = settingOf(build);
  if (setting?.valuePlace && isOfThisStage(setting)) return replaceAt(setting.valuePlace, '0');
  if (!startsCommand(analysis, build.place)) return null;
  return insertAt(build.place.path, build.place.span.start, 'CGO_ENABLED=0 ');
}

function inTheStage(analysis: Analysis, build: GoBuild): TextEdit | null {
  const setting = settingOf(build);
  if (setting?.place && isOfThisStage(setting)) return null;
  const stage = analysis.stages[build.stage];
  return stage ? lineAfterFrom(analysis, stage, 'ENV CGO_ENABLED=0') : null;
}

const settingOf = (build: GoBuild): Setting | undefined =>
  build.settings.find(({ name }) => name === 'CGO_ENABLED');

/** A value that another stage or the image gave is left alone: others may rely on it. */
const isOfThisStage = ({ how }: Setting): boolean => how !== 'parent' && how !== 'image' && how !== 'default';

/** A module that builds with cgo off, and then fails where it is used. */
const holdsStub = ({ cgoModules }: GoBuild): boolean =>
  cgoModules.some(({ facts }) => facts.withoutCgo === 'stub');

function caveatOf(builds: readonly GoBuild[]): string | null {
  const pure = builds
    .flatMap(({ input }) => input.program.cgoPackages)
    .find((own) => own.withoutCgo === 'pure');
  if (pure)
    return l10n.t(
      '{0} then builds from its pure Go files, which may be a stub: try what needs it before you ship.',
      pure.importPath,
    );
  if (builds.some(({ program }) => program === 'assumed'))
    return l10n.t(
      'The program itself was not read: a package that needs cgo (go-sqlite3, confluent-kafka-go) then fails to build or to run.',
    );
  return l10n.t(
    'Go then resolves names and looks up users itself: /etc/nsswitch.conf is read only in part, LDAP and mDNS are not asked.',
  );
}
