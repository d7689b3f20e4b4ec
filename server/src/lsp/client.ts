// What the client can do, as far as it decides what we send.
import type { InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from './protocol.js';

export interface Client {
  /** Asks for diagnostics itself; then none are pushed. */
  readonly pulls: boolean;
  /** Can be told to ask again. */
  readonly refreshes: boolean;
  readonly relatedInformation: boolean;
  readonly documentChanges: boolean;
  readonly snippets: boolean;
  readonly markdown: boolean;
  /** Answers `workspace/configuration`. */
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly workspaceFolders: boolean;
  /** Lets us say which files to watch. */
  readonly watches: boolean;
  /** Answers `libcLens/readFiles`. */
  readonly readsFiles: boolean;
}

export function clientOf({ capabilities, initializationOptions }: InitializeParams): Client {
  const { workspace, textDocument } = capabilities;
  const formats = textDocument?.hover?.contentFormat;
  return {
    pulls: textDocument?.diagnostic !== undefined,
    refreshes: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation:
      textDocument?.publishDiagnostics?.relatedInformation === true || textDocument?.diagnostic !== undefined,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    snippets: workspace?.workspaceEdit?.snippetEditSupport === true,
    markdown: formats === undefined || formats.includes('markdown'),
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    watches: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    readsFiles: optionsOf(initializationOptions).readsFiles === true,
  };
}

/** Whatever came as options, as an object. */
export const optionsOf = (value: unknown): InitializationOptions =>
  typeof value === 'object' && value !== null ? value : {};
