// What clients and this server agree on beyond the Language Server Protocol: start-up options, settings, and reading files for us.
import type { RequestType } from 'vscode-languageserver';

/** `initializationOptions`; every field may be missing. */
export interface InitializationOptions {
  /** Bundle of translations: its contents, or where it lies. Without it the environment variable EXTENSION_BUNDLE_PATH is read, then English is spoken. */
  readonly l10n?: {
    readonly contents?: string | Record<string, string>;
    readonly fsPath?: string;
    readonly uri?: string;
  };
  /** Settings, for clients that answer no `workspace/configuration`. */
  readonly settings?: Partial<Settings>;
  /** URI of the folder that holds the rules' pages. */
  readonly documentation?: string;
  /** True where the client answers `libcLens/readFiles`, for folders that the server cannot reach (virtual workspaces, the web). */
  readonly readsFiles?: boolean;
}

/** The section `libcLens` of the client's configuration. */
export interface Settings {
  /** By rule; what stays unsure is shown milder all the same. */
  readonly severity: Readonly<Record<string, SeverityChoice>>;
  /** ISO date for which floating tags are resolved; empty: today. */
  readonly asOf: string;
}

export type SeverityChoice = 'error' | 'warning' | 'hint' | 'off';

export interface ReadFilesParams {
  /** URIs of files whose text is wanted. */
  readonly files: readonly string[];
  /** URIs of folders whose entries are wanted. */
  readonly folders: readonly string[];
}

export interface ReadFilesResult {
  /** URI → text; null where the file is not there, not text, or larger than 1 MiB. */
  readonly files: Readonly<Record<string, string | null>>;
  /** URI → names, folders with a trailing `/`; null where it is no folder. */
  readonly folders: Readonly<Record<string, readonly string[] | null>>;
}

/** Server → client. */
export const readFilesMethod = 'libcLens/readFiles';
export type ReadFilesRequest = RequestType<ReadFilesParams, ReadFilesResult, void>;
