// Which documents the server is asked about.
import type { WorkspaceFolder } from 'vscode';

export const languages = ['dockerfile', 'shellscript', 'makefile', 'libc-log'] as const;

/** Schemes of documents that are somebody's work; `git:` and other read-only views of it would say everything twice. */
const ownSchemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs'];

/** One filter per language and scheme; virtual workspaces bring the scheme of their folders. */
export function documentSelector(
  folders: readonly WorkspaceFolder[],
): { readonly language: string; readonly scheme: string }[] {
  const schemes = new Set([...ownSchemes, ...folders.map((folder) => folder.uri.scheme)]);
  return languages.flatMap((language) => [...schemes].map((scheme) => ({ language, scheme })));
}
