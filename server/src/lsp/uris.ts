// URIs of documents and the names that the core reads files by.
import { URI } from 'vscode-uri';
import { normalise } from '../workspace/paths.js';

/** The name of a document: a path for `file:`, otherwise scheme, authority and decoded path. */
export function nameOf(uri: string): string {
  const { scheme, authority, path } = URI.parse(uri);
  if (scheme !== 'file') return normalise(`${scheme}:${authority === '' ? '' : `//${authority}`}${path}`);
  const drive = /^\/([A-Za-z]):/.exec(path);
  if (drive) return normalise(`${drive[1]?.toLowerCase() ?? ''}${path.slice(2)}`);
  return normalise(authority === '' ? path : `//${authority}${path}`);
}

/** The URI of a name, as VS Code writes it. */
export function uriOf(name: string): string {
  const parts = /^([A-Za-z][A-Za-z0-9+.-]+):(?:\/\/([^/]*))?(.*)$/s.exec(name);
  if (!parts) return URI.file(name).toString();
  return URI.from({ scheme: parts[1] ?? '', authority: parts[2] ?? '', path: parts[3] ?? '' }).toString();
}

export const isFile = (uri: string): boolean => URI.parse(uri).scheme === 'file';
