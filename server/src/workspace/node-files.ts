// Files of one folder of the disk, for Node: confined to that folder, bounded, text only, and never written.
import fs from 'node:fs';
import type { Files } from '../build/model.js';
import { fromNative, isWithin, normalise, resolve } from './paths.js';

export interface Limits {
  /** Bytes of one file. */
  readonly fileBytes: number;
  /** Bytes of all files together. */
  readonly totalBytes: number;
  /** Files and folders asked for, each counted once. */
  readonly reads: number;
  /** Names in one folder. */
  readonly entries: number;
}

export const defaultLimits: Limits = {
  fileBytes: 1 << 20,
  totalBytes: 32 << 20,
  reads: 4000,
  entries: 10_000,
};

/** What was found on disk, for sharing between the analyses of one root; whoever hears of a change deletes the path. */
export interface FileCache {
  readonly texts: Map<string, string | null>;
  readonly lists: Map<string, readonly string[] | null>;
}

export const fileCache = (): FileCache => ({ texts: new Map(), lists: new Map() });

/**
 * Read access to what lies below `root`, for one analysis: the limits hold for the life of the result.
 *
 * Reads regular files whose real path lies below the real path of `root` (so no symbolic link leads out), decoded as
 * UTF-8 without a byte order mark. Everything else (missing, binary, too large, a device, a FIFO, no permission, a
 * limit met) is null. Never throws, never blocks on a FIFO.
 *
 * @param root Folder, as the operating system or as `paths.ts` writes it; `.` is the working folder.
 */
export function nodeFiles(root: string, limits: Partial<Limits> = {}, cache: FileCache = fileCache()): Files {
  const bounds = { ...defaultLimits, ...limits };
  const base = normalise(toName(root));
  const asked = new Set<string>();
  const charged = new Set<string>();
  let bytes = 0;
  let realBase: string | null | undefined;

  /** The real path of a name that may be read, or null. */
  const admit = (path: string): string | null => {
    if (path.includes('\0')) return null;
    realBase ??= realPath(base);
    if (realBase === null) return null;
    const real = realPath(path);
    return real !== null && isWithin(toName(realBase), toName(real)) ? real : null;
  };

  /** A name below the root for which the number of reads is not used up, or null. */
  const ask = (path: string): string | null => {
    const name = resolve(base, toName(path));
    if (!isWithin(base, name)) return null;
    if (!asked.has(name)) {
      if (asked.size >= bounds.reads) return null;
      asked.add(name);
    }
    return name;
  };

  return {
    read(path) {
      const name = ask(path);
      if (name === null) return null;
      let text = cache.texts.get(name);
      if (text === undefined) {
        const real = admit(name);
        text = real === null ? null : readText(real, bounds.fileBytes);
        cache.texts.set(name, text);
      }
      if (text === null || charged.has(name)) return text;
      if (bytes + text.length > bounds.totalBytes) return null;
      bytes += text.length;
      charged.add(name);
      return text;
    },
    list(path) {
      const name = ask(path);
      if (name === null) return null;
      let names = cache.lists.get(name);
      if (names === undefined) {
        const real = admit(name);
        names = real === null ? null : readNames(real, bounds.entries);
        cache.lists.set(name, names);
      }
      return names;
    },
  };
}

const toName = (path: string): string => fromNative(path, process.platform === 'win32');

function realPath(path: string): string | null {
  try {
    return fs.realpathSync.native(path);
  } catch {
    return null;
  }
}

/** O_NONBLOCK keeps a FIFO from blocking, O_NOFOLLOW a link from slipping in after the check; Windows knows neither. */
const flags = fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0) | (fs.constants.O_NOFOLLOW ?? 0);

function readText(path: string, limit: number): string | null {
  let file: number | undefined;
  try {
    file = fs.openSync(path, flags);
    const stat = fs.fstatSync(file);
    if (!stat.isFile() || stat.size > limit) return null;
    const buffer = Buffer.allocUnsafe(stat.size);
    let length = 0;
    for (let count = 1; count > 0 && length < buffer.length; length += count) {
      count = fs.readSync(file, buffer, length, buffer.length - length, null);
    }
    return decodeText(buffer.subarray(0, length));
  } catch {
    return null;
  } finally {
    if (file !== undefined) close(file);
  }
}

function close(file: number): void {
  try {
    fs.closeSync(file);
  } catch {
    // Only reading was done: nothing is lost.
  }
}

/** UTF-8 without its byte order mark, as editors hold a file; null where a NUL says that it is no text. */
export function decodeText(bytes: Uint8Array): string | null {
  return bytes.includes(0) ? null : new TextDecoder('utf-8').decode(bytes);
}

function readNames(path: string, limit: number): readonly string[] | null {
  let folder: fs.Dir | undefined;
  try {
    folder = fs.opendirSync(path);
    const names: string[] = [];
    for (let entry = folder.readSync(); entry !== null && names.length < limit; entry = folder.readSync()) {
      names.push(entry.isDirectory() ? `${entry.name}/` : entry.name);
    }
    return names.sort();
  } catch {
    return null;
  } finally {
    closeFolder(folder);
  }
}

function closeFolder(folder: fs.Dir | undefined): void {
  try {
    folder?.closeSync();
  } catch {
    // As above.
  }
}
