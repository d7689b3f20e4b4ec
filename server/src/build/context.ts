// The build context: the folder that COPY reads, found or given, and read within the workspace's limits.
import { parentOf } from './file-system.js';
import type { AnalysisInput } from './model.js';
import type { World } from './machine.js';

/** The context's folder: as given, else the Dockerfile's own. */
export const contextFolder = (input: AnalysisInput): string => input.context ?? parentOf(input.path);

/** Workspace id of a path inside the build context. */
export function contextPath(input: AnalysisInput, path: string): string {
  const folder = contextFolder(input).replace(/\/$/, '');
  return path === '' ? folder : `${folder}/${path}`;
}

/** Text of a workspace file; what was read is kept, so that places in it can be shown. */
export function readContext(world: World, id: string): string | null {
  const known = world.texts.get(id);
  if (known !== undefined) return known;
  const text = world.input.files?.read(id) ?? null;
  if (text !== null) world.texts.set(id, text);
  return text;
}

export const listContext = (world: World, id: string): readonly string[] | null =>
  world.input.files?.list(id) ?? null;
