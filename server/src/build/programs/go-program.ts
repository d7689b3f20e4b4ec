// The program behind a `go build`: which packages that use cgo it reaches, read from the build context where it is there.
import type { GoArguments } from '../../linking/go-arguments.js';
import { lastValue } from '../../linking/go-arguments.js';
import type { GoProgram } from '../../linking/go-link-model.js';
import { isStandardPackage, reachesCgo } from '../../knowledge/go-standard-library.js';
import {
  evaluateConstraint,
  fileNameConstraint,
  isPlatformTag,
  readGoSource,
  type GoConstraint,
  type GoSource,
} from '../../syntax/go-source.js';
import { readGoModule } from '../../syntax/go-module.js';
import { because, type Because } from '../../text/because.js';
import type { Place } from '../../text/span.js';
import * as l10n from '@vscode/l10n';
import { lookUp, normalise, parentOf } from '../file-system.js';
import type { Files, KnownModule } from '../model.js';
import { contextPath, readContext } from '../context.js';
import { isKnown } from '../value.js';
import type { Call } from './call.js';
import { settingFor, type Settings } from './go-settings.js';
import { lastElement } from './go-outputs.js';
import { noteModule, notePackage, noteUnread, nothingReached, type Reached } from './go-reached.js';

export interface ProgramReading {
  readonly how: 'read' | 'assumed';
  /** The ordinary reading, taken unless something speaks against it. */
  readonly ordinary: GoProgram;
  /** Readings that cannot be excluded. */
  readonly others: readonly GoProgram[];
  /** Import path of the package in the folder where `go` runs; null where not known. */
  readonly packagePath: string | null;
  /** Names of the executables that the operands make, where the sources tell. */
  readonly names: readonly string[] | null;
  readonly cgoModules: readonly KnownModule[];
  readonly because: readonly Because[];
}

const NOTHING: GoProgram = { imports: [], cgoPackages: [] };
/** Most programs that are put into an image serve or call something over the network (stated where it is assumed). */
const NETWORK: GoProgram = { imports: ['net'], cgoPackages: [] };

/** Packages followed at most; a larger program is taken as not known beyond them. */
const MAX_PACKAGES = 400;

export function readProgram(
  call: Call,
  folder: string | null,
  packages: readonly string[],
  parsed: GoArguments,
  settings: Settings,
): ProgramReading {
  const files = call.frame.world.input.files;
  const read =
    files && folder !== null ? followSources(call, files, folder, packages, parsed, settings) : null;
  if (read) return read;
  return {
    how: 'assumed',
    ordinary: NETWORK,
    others: [NOTHING],
    packagePath: null,
    names: null,
    cgoModules: [],
    because: [
      because(
        l10n.t(
          'The sources are not at hand; it is assumed that the program reaches net, as servers and clients do.',
        ),
        null,
      ),
    ],
  };
}

interface Module {
  readonly path: string;
  /** Folder in the stage. */
  readonly folder: string;
}

function followSources(
  call: Call,
  files: Files,
  folder: string,
  packages: readonly string[],
  parsed: GoArguments,
  settings: Settings,
): ProgramReading | null {
  if (packages.some((word) => !isKnown(word) || word.includes('@'))) return null;
  const sourceOf = (path: string): string | null => {
    const entry = lookUp(call.frame.stage.files, path);
    return entry?.kind === 'context' ? contextPath(call.frame.world.input, entry.source) : null;
  };
  const module = findModule(files, folder, sourceOf);
  const tagsValue = lastValue(parsed.flags, '-tags') ?? '';
  if (!isKnown(tagsValue)) return null;
  const tags = new Set(tagsValue.split(/[\s,]+/).filter((tag) => tag !== ''));
  const goos = settingFor(settings, 'GOOS')?.value ?? 'linux';
  const goarch = settingFor(settings, 'GOARCH')?.value ?? call.frame.stage.architecture;
  const scan: Scan = {
    call,
    files,
    module,
    sourceOf,
    tags,
    goos: goos === '' ? 'linux' : goos,
    goarch: goarch === '' ? call.frame.stage.architecture : goarch,
    seen: new Map(),
  };
  const roots = rootsOf(scan, folder, packages);
  if (roots === null || roots.length === 0) return null;
  const reached = nothingReached(call.frame.stage.image.distribution);
  let found = false;
  for (const root of roots) found = visit(scan, root.folder, root.path, root.only, true, reached) || found;
  if (!found) return null;
  const ordinary: GoProgram = {
    imports: [...reached.imports.keys()].sort(),
    cgoPackages: reached.cgoPackages,
  };
  const reasons = [...[...reached.imports.values()].slice(0, 2), ...reached.cgoReasons.slice(0, 2)];
  const names = roots.filter((root) => root.main).map((root) => root.name);
  const shared = {
    cgoModules: reached.cgoModules,
    packagePath: module === null ? null : importPathOf(module, folder),
    names: names.length > 0 ? names : null,
  };
  const decided = ordinary.imports.length > 0 || ordinary.cgoPackages.length > 0;
  if (reached.unread.size === 0 || decided) {
    return {
      ...shared,
      how: 'read',
      ordinary,
      others: [],
      because: decided ? reasons : [because(l10n.t('Nothing that the program imports uses cgo.'), null)],
    };
  }
  const example = [...reached.unread][0] ?? '';
  return {
    ...shared,
    how: 'assumed',
    ordinary: { ...ordinary, imports: ['net'] },
    others: [ordinary],
    because: [
      because(
        l10n.t('The program imports {0}, whose source is not at hand; it is assumed to reach net.', example),
        null,
      ),
    ],
  };
}

interface Scan {
  readonly call: Call;
  readonly files: Files;
  readonly module: Module | null;
  readonly sourceOf: (path: string) => string | null;
  readonly tags: ReadonlySet<string>;
  readonly goos: string;
  readonly goarch: string;
  /** Folders that were followed, with whether they are built with cgo off as well. */
  readonly seen: Map<string, boolean>;
}

function findModule(files: Files, folder: string, sourceOf: (path: string) => string | null): Module | null {
  for (let at = folder; ; at = parentOf(at)) {
    const source = sourceOf(normalise('go.mod', at));
    const text = source === null ? null : files.read(source);
    if (text !== null) {
      const { module } = readGoModule(text);
      return module === null ? null : { path: module, folder: at };
    }
    if (at === '/') return null;
  }
}

const importPathOf = (module: Module, folder: string): string =>
  module.path + folder.slice(module.folder === '/' ? 0 : module.folder.length).replace(/\/$/, '');

interface Root {
  readonly folder: string;
  readonly path: string;
  /** Only these files of the folder (`go build main.go`); null: all. */
  readonly only: ReadonlySet<string> | null;
  readonly name: string;
  readonly main: boolean;
}

function rootsOf(scan: Scan, folder: string, packages: readonly string[]): readonly Root[] | null {
  const { module } = scan;
  const sources = packages.filter((word) => word.endsWith('.go'));
  const root = (at: string, only: ReadonlySet<string> | null): Root => {
    const path =
      module === null
        ? at
        : module.path + at.slice(module.folder === '/' ? 0 : module.folder.length).replace(/\/$/, '');
    const name = lastElement(path);
    return { folder: at, path, only, name, main: isMain(scan, at, only) };
  };
  if (sources.length > 0) {
    const first = normalise(sources[0] ?? '', folder);
    return [root(parentOf(first), new Set(sources.map((word) => normalise(word, folder))))];
  }
  const roots: Root[] = [];
  for (const word of packages.length > 0 ? packages : ['.']) {
    const recursive = word.endsWith('...');
    const bare = word.replace(/\/?\.\.\.$/, '');
    let at: string | null = null;
    if (bare === '' || bare.startsWith('.') || bare.startsWith('/'))
      at = normalise(bare === '' ? '.' : bare, folder);
    else if (module !== null && (bare === module.path || bare.startsWith(`${module.path}/`)))
      at = normalise(module.folder + bare.slice(module.path.length));
    if (at === null) return null;
    if (recursive) roots.push(...allFolders(scan, at).map((one) => root(one, null)));
    else roots.push(root(at, null));
  }
  const mains = roots.filter((one) => one.main);
  return mains.length > 0 ? mains : roots;
}

function allFolders(scan: Scan, top: string): readonly string[] {
  const folders: string[] = [];
  const queue = [top];
  while (queue.length > 0 && folders.length < MAX_PACKAGES) {
    const at = queue.shift() ?? top;
    const names = namesIn(scan, at);
    if (names.some((name) => name.endsWith('.go'))) folders.push(at);
    for (const name of names) {
      if (name.endsWith('/') && !/^(\.|_|testdata\/|vendor\/|node_modules\/)/.test(name))
        queue.push(normalise(name, at));
    }
  }
  return folders;
}

/** Names in a folder of the stage: those of the context's folder behind it, and single entries that were put into it. */
function namesIn(scan: Scan, folder: string): readonly string[] {
  const source = scan.sourceOf(folder);
  const names = new Set(source === null ? [] : (scan.files.list(source) ?? []));
  const { entries } = scan.call.frame.stage.files;
  if (entries.hasBelow(folder)) {
    const head = folder === '/' ? '/' : `${folder}/`;
    for (const [path, entry] of entries) {
      if (!path.startsWith(head) || path === head) continue;
      const rest = path.slice(head.length);
      const slash = rest.indexOf('/');
      if (slash >= 0) names.add(rest.slice(0, slash + 1));
      else
        names.add(
          entry.kind === 'folder' || (entry.kind === 'context' && entry.folder === true) ? `${rest}/` : rest,
        );
    }
  }
  return [...names];
}

function isMain(scan: Scan, folder: string, only: ReadonlySet<string> | null): boolean {
  return sourcesIn(scan, folder, only).some((source) => source.parsed.packageName === 'main');
}

interface SourceFile {
  readonly place: string;
  readonly parsed: GoSource;
}

/** The folder's Go files that the build would read under its constraints, cgo taken as on. */
function sourcesIn(scan: Scan, folder: string, only: ReadonlySet<string> | null): readonly SourceFile[] {
  const found: SourceFile[] = [];
  for (const name of namesIn(scan, folder)) {
    if (!name.endsWith('.go') || name.startsWith('_') || name.startsWith('.')) continue;
    const path = normalise(name, folder);
    if (only && !only.has(path)) continue;
    if (!only && !fileNameConstraint(name, scan.goos, scan.goarch)) continue;
    const source = scan.sourceOf(path);
    const text = source === null ? null : readContext(scan.call.frame.world, source);
    if (source === null || text === null) continue;
    found.push({ place: source, parsed: readGoSource(text) });
  }
  return found;
}

const counts = (scan: Scan, condition: GoConstraint | null, cgo = true): boolean =>
  condition === null ||
  evaluateConstraint(
    condition,
    (tag) =>
      (tag === 'cgo' && cgo) ||
      scan.tags.has(tag) ||
      tag === 'gc' ||
      /^go1\.\d+$/.test(tag) ||
      isPlatformTag(tag, scan.goos, scan.goarch),
  );

const satisfied = (scan: Scan, source: GoSource, cgo: boolean): boolean =>
  counts(scan, source.constraint, cgo);

/**
 * Follows a package's imports; false where no source of it is at hand.
 * @param withoutCgo whether the package is a part of the program with cgo off as well.
 */
function visit(
  scan: Scan,
  folder: string,
  path: string,
  only: ReadonlySet<string> | null,
  withoutCgo: boolean,
  reached: Reached,
): boolean {
  const before = scan.seen.get(folder);
  if (before === true || before === withoutCgo) return true;
  if (scan.seen.size >= MAX_PACKAGES) return false;
  scan.seen.set(folder, withoutCgo);
  const all = sourcesIn(scan, folder, only);
  if (all.length === 0) return false;
  const withCgo = all.filter(({ parsed }) => satisfied(scan, parsed, true));
  const own = withCgo.filter(({ parsed }) => parsed.importsC);
  const first = own[0];
  if (first) {
    const without = all.filter(({ parsed }) => satisfied(scan, parsed, false) && !parsed.importsC);
    notePackage(reached, {
      importPath: path,
      withoutCgo: !withoutCgo
        ? 'pure'
        : without.length === 0
          ? 'excluded'
          : without.length < withCgo.length - own.length + 1
            ? 'broken'
            : 'pure',
      ldflags: own.flatMap(({ parsed }) =>
        parsed.cgoLines
          .filter((line) => line.variable === 'LDFLAGS' && counts(scan, line.condition))
          .flatMap((line) => line.words),
      ),
      minimumGlibc: null,
    });
    reached.cgoReasons.push(
      because(l10n.t('{0} imports "C": it uses cgo itself.', path), placeOfImport(first, 'C')),
    );
  }
  for (const source of withCgo) {
    const stays = withoutCgo && !source.parsed.importsC && satisfied(scan, source.parsed, false);
    for (const { path: imported, span } of source.parsed.imports) {
      if (imported === 'C') continue;
      if (isStandardPackage(imported)) {
        for (const leaf of reachesCgo(imported)) {
          if (reached.imports.has(leaf)) continue;
          const text =
            imported === leaf
              ? l10n.t('The program imports {0}, which uses cgo.', leaf)
              : l10n.t('The program imports {0}, which reaches {1}, which uses cgo.', imported, leaf);
          reached.imports.set(leaf, because(text, { path: source.place, span }));
        }
        continue;
      }
      const place = { path: source.place, span };
      if (stays) noteModule(reached, imported, place);
      const at = folderOf(scan, imported);
      if (at === null || !visit(scan, at, imported, null, stays, reached))
        noteUnread(reached, imported, place, stays);
    }
  }
  return true;
}

const placeOfImport = (source: SourceFile, name: string): Place => ({
  path: source.place,
  span: source.parsed.imports.find((one) => one.path === name)?.span ?? { start: 0, end: 0 },
});

/** The workspace's own packages and vendored ones. */
function folderOf(scan: Scan, imported: string): string | null {
  const { module } = scan;
  if (module === null) return null;
  if (imported === module.path) return module.folder;
  if (imported.startsWith(`${module.path}/`))
    return normalise(module.folder + imported.slice(module.path.length));
  const vendored = normalise(`vendor/${imported}`, module.folder);
  return namesIn(scan, vendored).length > 0 ? vendored : null;
}
