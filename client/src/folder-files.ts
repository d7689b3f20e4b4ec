// Reads files and folders of the workspace for the server, where it cannot reach them itself: virtual workspaces and the web.
import { FileType, Uri, workspace } from 'vscode';
import type { ReadFilesParams, ReadFilesResult } from '../../server/src/lsp/protocol.js';

const maximumBytes = 1 << 20;

/**
 * Texts and names as `libcLens/readFiles` wants them.
 *
 * Only what lies in a workspace folder is read, and nothing behind a symbolic link, which may lead out of it.
 * Whatever cannot be read is null; never rejects.
 */
export async function readFiles({ files, folders }: ReadFilesParams): Promise<ReadFilesResult> {
  const types = new Map<string, Promise<FileType>>();
  const answer = async <T>(
    names: readonly string[],
    read: (uri: Uri) => Promise<T>,
  ): Promise<Record<string, T | null>> =>
    Object.fromEntries(
      await Promise.all(
        names.map(async (name) => {
          const uri = Uri.parse(name);
          return [name, (await isOwn(uri, types)) ? await orNull(read(uri)) : null] as const;
        }),
      ),
    );
  const [texts, names] = await Promise.all([answer(files, readText), answer(folders, readNames)]);
  return { files: texts, folders: names };
}

async function readText(uri: Uri): Promise<string | null> {
  const stat = await workspace.fs.stat(uri);
  if (stat.type !== FileType.File || stat.size > maximumBytes) return null;
  const bytes = await workspace.fs.readFile(uri);
  return bytes.length > maximumBytes || bytes.includes(0) ? null : new TextDecoder('utf-8').decode(bytes);
}

async function readNames(uri: Uri): Promise<readonly string[] | null> {
  const entries = await workspace.fs.readDirectory(uri);
  return entries.map(([name, type]) => (type === FileType.Directory ? `${name}/` : name)).sort();
}

/** Whether `uri` lies in a workspace folder and no step from the folder down to it is a symbolic link. */
async function isOwn(uri: Uri, types: Map<string, Promise<FileType>>): Promise<boolean> {
  const root = workspace.getWorkspaceFolder(uri)?.uri;
  if (root === undefined || uri.path.split('/').includes('..')) return false;
  const base = root.path.replace(/\/$/, '');
  if (uri.path !== base && !uri.path.startsWith(`${base}/`)) return false;
  const steps = uri.path
    .slice(base.length)
    .split('/')
    .filter((step) => step !== '');
  for (let depth = 1; depth <= steps.length; depth++) {
    const step = Uri.joinPath(root, ...steps.slice(0, depth));
    const key = step.toString();
    let type = types.get(key);
    if (type === undefined) {
      type = typeOf(step);
      types.set(key, type);
    }
    const found = await type;
    if (found === FileType.Unknown || (found & FileType.SymbolicLink) !== 0) return false;
  }
  return true;
}

/** `Unknown` where nothing is there. */
async function typeOf(uri: Uri): Promise<FileType> {
  return (await orNull(Promise.resolve(workspace.fs.stat(uri))))?.type ?? FileType.Unknown;
}

async function orNull<T>(promise: Promise<T>): Promise<T | null> {
  try {
    return await promise;
  } catch {
    return null;
  }
}
