// COPY and ADD: what they take from a stage, an image or the build context, and where it lands.
import type { Place, Span } from '../text/span.js';
import type { ImageFacts, Libc } from '../knowledge/image-facts.js';
import { isLoaderPath, loaderLibc, loaderPathsOf } from '../knowledge/loaders.js';
import { noteLibraries } from './copied-libraries.js';
import type { Carrier, Entry, FileSystem, Found } from './file-system.js';
import {
  globExpression,
  hasGlob,
  inside,
  isFolder,
  lookUp,
  matching,
  nameOf,
  normalise,
  put,
  take,
} from './file-system.js';
import type { StageState } from './machine.js';
import { isKnown } from './value.js';

export interface CopyRequest {
  readonly sources: readonly { readonly text: string; readonly span: Span }[];
  readonly destination: string;
  /** The whole instruction. */
  readonly place: Place;
  readonly origin: Origin;
  readonly parents: boolean;
}

export type Origin =
  | { readonly kind: 'stage'; readonly stage: StageState }
  | { readonly kind: 'image'; readonly image: ImageFacts }
  | { readonly kind: 'context'; readonly list: (folder: string) => readonly string[] | null }
  | { readonly kind: 'unknown' };

/** Changes the stage's files; loaders and libraries that come along are noted on the stage. */
export function copyInto(stage: StageState, request: CopyRequest): void {
  const { destination, origin } = request;
  noteLibraries(stage, request);
  if (!isKnown(destination) || destination === '') return;
  const target = normalise(destination, stage.workdir);
  const several = request.sources.length > 1 || request.sources.some((source) => hasGlob(source.text));
  const into =
    destination.endsWith('/') || destination.endsWith('/.') || several || isFolder(stage.files, target);
  for (const source of request.sources) {
    if (!isKnown(source.text)) continue;
    const carrier: Carrier = { place: request.place, sourceSpan: source.span };
    if (origin.kind === 'stage') fromStage(stage, origin.stage, source.text, target, into, carrier);
    else if (origin.kind === 'context') fromContext(stage, source.text, target, into, carrier, origin.list);
    else if (origin.kind === 'image') fromImage(stage, origin.image.libc, source.text, target, into, carrier);
    else
      put(
        stage.files,
        into && !source.text.endsWith('/') ? normalise(`${target}/${nameOf(source.text)}`) : target,
        { kind: 'unknown', carrier },
      );
  }
}

function fromStage(
  stage: StageState,
  from: StageState,
  source: string,
  target: string,
  into: boolean,
  carrier: Carrier,
): void {
  const path = normalise(source);
  if (hasGlob(path)) {
    const { paths, wildFolders } = matching(from.files, path);
    for (const one of paths) carry(stage, from, one, target, true, carrier);
    for (const folder of wildFolders) {
      const wild = from.files.wild.get(folder);
      if (wild) stage.files.wild.set(target, { ...wild, carrier });
    }
    noteLoaderFolder(stage, from.image.libc, path.slice(0, path.lastIndexOf('/')) || '/', target, path);
    return;
  }
  carry(stage, from, path, target, into, carrier);
}

/** One literal path: a folder's contents go into the target, a file goes into or onto it. */
function carry(
  stage: StageState,
  from: StageState,
  path: string,
  target: string,
  into: boolean,
  carrier: Carrier,
): void {
  const found = take(from.files, path);
  const folder = isFolder(from.files, path) || from.files.wild.has(path);
  const file = normalise(`${target}/${nameOf(path)}`);
  if (found.length === 0) {
    const entry: Entry = { kind: 'image', libc: from.image.libc, source: path, carrier };
    noteLoader(stage, from, path, into ? file : target);
    noteLoaderFolder(stage, from.image.libc, path, target, null);
    // A path of the base image: a loader or library is told by its name, of the rest only that it is there.
    if (!folder) put(stage.files, into && nameOf(path).includes('.') ? file : into ? file : target, entry);
    return;
  }
  const root = folder ? target : into ? file : target;
  placeCarried(stage.files, found, root, carrier);
  for (const [loader, libc] of from.loaders)
    if (loader === path || inside(path, loader))
      stage.loaders.set(normalise(root + loader.slice(path.length)), libc);
  noteLoader(stage, from, path, root);
  if (folder) noteLoaderFolder(stage, from.image.libc, path, target, null);
}

function placeCarried(files: FileSystem, found: readonly Found[], root: string, carrier: Carrier): void {
  for (const { below, entry, wild } of found) {
    const at = normalise(root + below);
    if (entry) put(files, at, entry.kind === 'folder' ? entry : { ...entry, carrier });
    if (wild) files.wild.set(at, { ...wild, carrier });
  }
}

/** A loader of another image that is copied in makes that image's binaries start. */
function noteLoader(stage: StageState, from: StageState, path: string, at: string): void {
  if (!isLoaderPath(path) && !isLoaderPath(at)) return;
  stage.loaders.set(at, loaderLibc(path) ?? from.image.libc);
}

/** `COPY --from=builder /lib64 /lib64`, `/lib/ /lib/`, `/ /`: the folder's loader comes along. */
function noteLoaderFolder(
  stage: StageState,
  libc: Libc | 'unknown',
  folder: string,
  target: string,
  pattern: string | null,
): void {
  const expression = pattern === null ? null : globExpression(pattern);
  for (const loader of loaderPathsOf(libc)) {
    if (folder !== '/' && !inside(folder, loader)) continue;
    if (expression && !expression.test(loader)) continue;
    stage.loaders.set(normalise(`${target}/${loader.slice(folder === '/' ? 1 : folder.length + 1)}`), libc);
  }
}

function fromImage(
  stage: StageState,
  libc: Libc | 'unknown',
  source: string,
  target: string,
  into: boolean,
  carrier: Carrier,
): void {
  const path = normalise(source);
  const at = into && path !== '/' ? normalise(`${target}/${nameOf(path)}`) : target;
  if (isLoaderPath(path) || isLoaderPath(at)) stage.loaders.set(at, loaderLibc(path) ?? libc);
  noteLoaderFolder(stage, libc, path, target, null);
  put(stage.files, at, { kind: 'image', libc, source: path, carrier });
}

function fromContext(
  stage: StageState,
  source: string,
  target: string,
  into: boolean,
  carrier: Carrier,
  list: (folder: string) => readonly string[] | null,
): void {
  if (/^(https?|ftp|git):\/\/|^git@/.test(source)) {
    const at = into ? normalise(`${target}/${nameOf(source)}`) : target;
    put(stage.files, at, { kind: 'download', url: source, carrier });
    return;
  }
  const path = normalise(source).slice(1);
  if (hasGlob(path)) {
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
    const names = hasGlob(folder) ? null : list(folder);
    const expression = globExpression(nameOf(`/${path}`));
    for (const name of names ?? []) {
      const bare = name.replace(/\/$/, '');
      if (!expression.test(bare)) continue;
      put(stage.files, normalise(`${target}/${bare}`), {
        kind: 'context',
        source: folder === '' ? bare : `${folder}/${bare}`,
        folder: name.endsWith('/'),
        carrier,
      });
    }
    return;
  }
  const folder = path === '' ? true : list(path) !== null ? true : source.endsWith('/') ? true : null;
  const contents = folder === true;
  const at = into && !contents ? normalise(`${target}/${nameOf(`/${path}`)}`) : target;
  if (contents) {
    const names = list(path);
    // A folder's contents merge into what is there: name by name where they can be listed.
    if (names && stage.files.entries.get(at)) {
      for (const name of names) {
        const bare = name.replace(/\/$/, '');
        put(stage.files, normalise(`${at}/${bare}`), {
          kind: 'context',
          source: path === '' ? bare : `${path}/${bare}`,
          folder: name.endsWith('/'),
          carrier,
        });
      }
      return;
    }
  }
  if (contents && isFolder(stage.files, at) && lookUp(stage.files, at)?.kind !== 'context') {
    stage.files.entries.set(at, { kind: 'context', source: path, folder: true, carrier });
    return;
  }
  put(stage.files, at, { kind: 'context', source: path, folder, carrier });
}
