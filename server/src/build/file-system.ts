// The files of a stage as far as they are known: artifacts, links, downloads, copies of the build context and of other images.
import type { Libc } from '../knowledge/image-facts.js';
import type { Place, Span } from '../text/span.js';
import { PathMap } from './path-map.js';

/** The instruction that last carried an entry from one stage or image into another. */
export interface Carrier {
  readonly place: Place;
  readonly sourceSpan: Span | null;
}

export type Entry =
  | { readonly kind: 'artifact'; readonly artifact: number; readonly carrier: Carrier | null }
  | { readonly kind: 'link'; readonly target: string; readonly carrier: Carrier | null }
  /** A file or folder of the build context; `source` is its path there. */
  | {
      readonly kind: 'context';
      readonly source: string;
      readonly folder: boolean | null;
      readonly carrier: Carrier | null;
    }
  /** A file or folder that an image brought along, copied out of it. */
  | {
      readonly kind: 'image';
      readonly libc: Libc | 'unknown';
      readonly source: string;
      readonly carrier: Carrier | null;
    }
  | { readonly kind: 'download'; readonly url: string; readonly carrier: Carrier | null }
  | { readonly kind: 'folder' }
  /** Something is there, and nothing is known of it. */
  | { readonly kind: 'unknown'; readonly carrier: Carrier | null };

/** Names in a folder that are not known one by one, all of one making (`go install ./...`, `make install`). */
export interface WildEntry {
  readonly artifact: number;
  readonly carrier: Carrier | null;
  /** True where only names that look like programs (no dot) belong to it. */
  readonly programsOnly: boolean;
}

export interface FileSystem {
  readonly entries: PathMap<Entry>;
  readonly wild: PathMap<WildEntry>;
}

export const emptyFileSystem = (): FileSystem => ({ entries: new PathMap(), wild: new PathMap() });

export const copyFileSystem = (files: FileSystem): FileSystem => ({
  entries: files.entries.copy(),
  wild: files.wild.copy(),
});

/** An absolute path without `.`, `..`, doubled or trailing slashes. */
export function normalise(path: string, folder = '/'): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${folder}/${path}`).split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return `/${parts.join('/')}`;
}

export const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
export const inside = (folder: string, path: string): boolean =>
  folder === '/' ? path !== '/' : path.startsWith(`${folder}/`);

/** What stands at a path; links are followed, wild folders and copied trees answer for the names in them. */
export function lookUp(files: FileSystem, path: string, depth = 0): Entry | null {
  if (depth > 16) return null;
  const exact = files.entries.get(path);
  if (exact?.kind === 'link') {
    return lookUp(files, normalise(exact.target, parentOf(path)), depth + 1) ?? exact;
  }
  if (exact) return exact;
  const wild = files.wild.get(parentOf(path));
  if (wild && (!wild.programsOnly || !nameOf(path).includes('.'))) {
    return { kind: 'artifact', artifact: wild.artifact, carrier: wild.carrier };
  }
  for (let folder = parentOf(path); ; folder = parentOf(folder)) {
    const entry = files.entries.get(folder);
    const rest = folder === '/' ? path : path.slice(folder.length);
    if (entry?.kind === 'image') return { ...entry, source: entry.source.replace(/\/$/, '') + rest };
    if (entry?.kind === 'context' && entry.folder !== false) {
      return { ...entry, source: (entry.source + rest).replace(/^\//, ''), folder: null };
    }
    if (entry?.kind === 'link') {
      return lookUp(files, normalise(entry.target, parentOf(folder)) + rest, depth + 1);
    }
    if (entry?.kind === 'unknown') return entry;
    if (folder === '/') return null;
  }
}

/** Whether a path is known to be a folder. */
export function isFolder(files: FileSystem, path: string): boolean {
  const entry = files.entries.get(path);
  if (entry) return entry.kind === 'folder' || (entry.kind === 'context' && entry.folder === true);
  if (files.wild.has(path)) return true;
  return files.entries.hasBelow(path) || files.wild.hasBelow(path) || WELL_KNOWN_FOLDERS.has(path);
}

/** Folders of the Filesystem Hierarchy Standard 3.0, present in every base image but scratch. */
const WELL_KNOWN_FOLDERS = new Set(
  [
    '',
    'bin',
    'sbin',
    'lib',
    'lib64',
    'etc',
    'opt',
    'tmp',
    'usr',
    'usr/bin',
    'usr/sbin',
    'usr/lib',
    'var',
    'home',
    'root',
  ]
    .concat([
      'usr/local',
      'usr/local/bin',
      'usr/local/sbin',
      'usr/local/lib',
      'usr/src',
      'srv',
      'run',
      'mnt',
      'media',
    ])
    .map((name) => `/${name}`),
);

export function put(files: FileSystem, path: string, entry: Entry): void {
  if (entry.kind !== 'folder') removeBelow(files.entries, path);
  if (entry.kind === 'folder' && files.entries.has(path)) return;
  files.entries.set(path, entry);
}

export function remove(files: FileSystem, path: string): void {
  files.entries.delete(path);
  files.wild.delete(path);
  removeBelow(files.entries, path);
  removeBelow(files.wild, path);
}

function removeBelow<Value>(map: PathMap<Value>, folder: string): void {
  if (!map.hasBelow(folder)) return;
  for (const path of [...map.keys()]) if (inside(folder, path)) map.delete(path);
}

/** A copied piece of a file system: where it lies relative to what was named. */
export interface Found {
  /** Path of the entry below the copied root: empty for the root itself. */
  readonly below: string;
  readonly entry: Entry | null;
  readonly wild: WildEntry | null;
}

/** What a COPY or `cp -r` of one literal path takes along. */
export function take(files: FileSystem, path: string): readonly Found[] {
  const found: Found[] = [];
  const folder = isFolder(files, path) && files.entries.get(path)?.kind !== 'context';
  const entry = lookUp(files, path);
  const raw = files.entries.get(path);
  if (entry && !(folder && entry.kind === 'folder')) {
    found.push({ below: '', entry: raw?.kind === 'link' && entry.kind === 'link' ? raw : entry, wild: null });
  }
  const wild = files.wild.get(path);
  if (wild) found.push({ below: '', entry: null, wild });
  for (const [other, inner] of files.entries.hasBelow(path) ? files.entries : []) {
    if (inside(path, other))
      found.push({ below: other.slice(path === '/' ? 0 : path.length), entry: inner, wild: null });
  }
  for (const [other, inner] of files.wild.hasBelow(path) ? files.wild : []) {
    if (inside(path, other))
      found.push({ below: other.slice(path === '/' ? 0 : path.length), entry: null, wild: inner });
  }
  return found;
}

/** Known paths that a pattern with `*`, `?` or `[…]` names, and whether a wild folder answers to it. */
export function matching(
  files: FileSystem,
  pattern: string,
): { paths: readonly string[]; wildFolders: readonly string[] } {
  const expression = globExpression(pattern);
  const depth = pattern.split('/').length;
  const paths = new Set<string>();
  for (const path of [...files.entries.keys(), ...files.wild.keys()]) {
    const head = path.split('/').slice(0, depth).join('/');
    if (expression.test(head)) paths.add(head);
  }
  const folder = globExpression(parentOf(pattern));
  const wildFolders = [...files.wild.keys()].filter((path) => folder.test(path));
  return { paths: [...paths].sort(), wildFolders };
}

export const hasGlob = (path: string): boolean => /[*?[]/.test(path);

/** Go's filepath.Match, which Docker uses; the shell's globs agree with it as far as paths of files go. */
export function globExpression(pattern: string): RegExp {
  let source = '';
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern.charAt(i);
    const close = c === '[' ? pattern.indexOf(']', i + 2) : -1;
    if (c === '*') {
      if (!source.endsWith('[^/]*')) source += '[^/]*';
    } else if (c === '?') source += '[^/]';
    else if (close > 0) {
      const inner = pattern.slice(i + 1, close).replace(/[\\\]]/g, '\\$&');
      source += `[${inner.startsWith('!') || inner.startsWith('^') ? `^${inner.slice(1)}` : inner}]`;
      i = close;
    } else source += c.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  }
  try {
    return new RegExp(`^${source}$`);
  } catch {
    return /^(?!)/;
  }
}
