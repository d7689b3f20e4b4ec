// Shared libraries that COPY and ADD may bring along: by their names, or unknown where a whole folder or an archive comes.
import type { CopyRequest } from './copy.js';
import { hasGlob, inside, lookUp, nameOf, normalise, type FileSystem } from './file-system.js';
import type { StageState } from './machine.js';
import { isKnown } from './value.js';

/** Notes the libraries that are told by name, and on a folder that may hold others that they are not known. */
export function noteLibraries(stage: StageState, { sources, destination, origin }: CopyRequest): void {
  const target = isKnown(destination) ? normalise(destination, stage.workdir) : '/';
  for (const { text } of sources) {
    const name = nameOf(text);
    if (isKnown(text) && !hasGlob(name) && isLibrary(name)) {
      for (const one of namesOf(name)) stage.libraries.add(one);
      continue;
    }
    const from = origin.kind === 'stage' ? origin.stage.files : null;
    if (isKnown(text) && (holdsNone(target) || isFile(text, from))) continue;
    stage.unknownLibraries = true;
  }
}

const isLibrary = (name: string): boolean => /\.so(?:\.\d+)*$/.test(name);

/** A library's file is often named in full: `libstdc++.so.6.0.33` is found as `libstdc++.so.6`. */
const namesOf = (name: string): readonly string[] => [name, name.replace(/(\.so\.\d+)[.\d]*$/, '$1')];

/** Folders in which no loader looks for libraries (ld.so(8), musl's ldso/dynlink.c). */
const withoutLibraries = [
  '/bin',
  '/sbin',
  '/usr/bin',
  '/usr/sbin',
  '/usr/local/bin',
  '/usr/local/sbin',
  '/etc',
  '/usr/share',
  '/var',
  '/tmp',
];

const holdsNone = (target: string): boolean =>
  withoutLibraries.some((folder) => folder === target || inside(folder, target));

/** One file, as far as is known: something that was built, or a name with an ending that no archive has. */
function isFile(source: string, from: FileSystem | null): boolean {
  if (hasGlob(source) || source.endsWith('/')) return false;
  if (from && lookUp(from, normalise(source))?.kind === 'artifact') return !from.wild.has(normalise(source));
  return (
    /\.[a-z]\w*$/i.test(nameOf(source)) &&
    !/\.(?:tar|tgz|txz|tbz2?|tzst|zip|d)(?:\.\w+)?$/i.test(source) &&
    !/\.tar\.\w+$/i.test(source)
  );
}
