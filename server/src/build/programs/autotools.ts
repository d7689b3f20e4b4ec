// ./configure and make install as autotools write them: programs under PREFIX/bin, libraries under PREFIX/lib, below DESTDIR.
import * as l10n from '@vscode/l10n';
import { ccLink } from '../../linking/cc-link.js';
import { knownSoftware } from '../../knowledge/known-software.js';
import { because } from '../../text/because.js';
import { hostLibc } from '../host.js';
import { normalise } from '../file-system.js';
import { valueOf } from '../environment.js';
import { isKnown } from '../value.js';
import type { ArtifactKind } from '../model.js';
import type { Call, Program } from './call.js';

/** What `./configure` settled for a folder: GNU Coding Standards' directory variables. */
export interface Configuration {
  readonly prefix: string;
  readonly bindir: string | null;
  readonly libdir: string | null;
  readonly isStatic: boolean;
  readonly place: Call['place'];
}

const configure: Program = (call) => {
  const folder = call.shell.folder;
  if (folder === null || !call.path.includes('/')) return 'success';
  const option = (name: string): string | null => {
    const word = call.arguments.find((argument) => argument.text.startsWith(`--${name}=`))?.text;
    const value = word?.slice(name.length + 3) ?? null;
    return value === null || !isKnown(value) ? null : value;
  };
  const flags = [
    valueOf(call.environment, 'LDFLAGS') ?? '',
    valueOf(call.environment, 'CFLAGS') ?? '',
    ...call.arguments.map((a) => a.text),
  ].join(' ');
  const isStatic = /(^|[\s=])-(all-)?static(\s|$)/.test(flags);
  const { stage, world } = call.frame;
  world.facts.push({
    kind: 'configure',
    stage: stage.index,
    place: call.place,
    namePlace: call.namePlace,
    isStatic,
  });
  stage.configurations.set(folder, {
    prefix: option('prefix') ?? '/usr/local',
    bindir: option('bindir'),
    libdir: option('libdir'),
    isStatic,
    place: call.place,
  });
  return 'success';
};

/** What `make install` of a configured folder puts where; other targets change nothing that is followed. */
export function installConfigured(
  call: Call,
  configuration: Configuration,
  folder: string,
  targets: readonly string[],
  overrides: ReadonlyMap<string, string>,
): void {
  if (!targets.some((word) => word === 'install' || word === 'install-strip' || word === 'install-exec'))
    return;
  const assigned = (name: string): string | null => {
    const value = overrides.get(name) ?? valueOf(call.environment, name) ?? null;
    return value === null || !isKnown(value) ? null : value;
  };
  const destination = assigned('DESTDIR') ?? '';
  const prefix = assigned('prefix') ?? configuration.prefix;
  const name = softwareOf(folder);
  const at = (path: string): string => normalise(destination + path, folder);
  for (const bin of [configuration.bindir ?? `${prefix}/bin`, `${prefix}/sbin`]) {
    installed(call, configuration, at(bin), 'executable', name);
  }
  installed(call, configuration, at(configuration.libdir ?? `${prefix}/lib`), 'shared-library', name);
}

/** The name of a source folder: `libxml2-2.9.9` → `libxml2`. */
const softwareOf = (folder: string): string =>
  (folder.split('/').pop() ?? '').replace(/[-_]?v?\d[\d.]*.*$/, '').toLowerCase();

function installed(
  call: Call,
  configuration: Configuration,
  folder: string,
  kind: ArtifactKind,
  name: string,
): void {
  const { stage, world } = call.frame;
  const host = hostLibc(stage);
  if (host === null) return;
  const outcome = ccLink({
    compiler: 'gcc',
    host: { ...host, distribution: stage.image.distribution, architecture: stage.architecture },
    staticLibc: stage.toolbox.staticLibc ?? true,
    arguments: [
      ...(kind === 'shared-library' ? ['-shared'] : []),
      ...(configuration.isStatic ? ['-static'] : []),
    ],
    language: 'c',
  });
  const software = knownSoftware(name);
  const id = world.artifacts.length;
  world.artifacts.push({
    id,
    stage: stage.index,
    path: `${folder}/*`,
    kind,
    linkage: {
      ...outcome.linkage,
      symbols: software ? software.symbols : outcome.linkage.symbols,
      minimumIsExact: false,
    },
    architecture: stage.architecture,
    // An ordinary autotools program is assumed: it links the libc of its host, dynamically.
    confidence: 'likely',
    madeBy: call.place,
    program: 'make',
    because: [
      because(
        l10n.t(
          './configure found the C compiler of {0}, and no flag asks for a static link.',
          stage.image.reference,
        ),
        configuration.place,
      ),
      because(l10n.t('make install puts programs and libraries under {0}.', folder), call.place),
      ...outcome.because.map((reason) => ({ ...reason, place: reason.place ?? configuration.place })),
    ],
    error: null,
    goBuild: null,
    ccBuild: null,
    programNames: software?.programs ?? [],
  });
  stage.files.wild.set(folder, { artifact: id, carrier: null, programsOnly: false });
}

/** `./configure` is a file of that name in the current folder; other commands called so are none of ours. */
export const autotools: Readonly<Record<string, Program>> = { configure };
