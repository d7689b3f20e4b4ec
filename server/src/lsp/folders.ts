// The workspace folders, by name.
import type { InitializeParams, WorkspaceFolder } from 'vscode-languageserver';
import { nameOf } from './uris.js';

export interface Folders {
  set(params: InitializeParams): void;
  change(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): void;
  names(): readonly string[];
}

export function createFolders(): Folders {
  let names: readonly string[] = [];
  return {
    set({ workspaceFolders, rootUri }) {
      const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
      names = uris.map(nameOf);
    },
    change(added, removed) {
      const gone = new Set(removed.map(({ uri }) => nameOf(uri)));
      names = [...names.filter((name) => !gone.has(name)), ...added.map(({ uri }) => nameOf(uri))];
    },
    names: () => names,
  };
}
