// One analysis for each version of each open document, made once and shared by all that ask.
import { check } from '../rules/check.js';
import { analyse } from '../build/analyse.js';
import { shownFindings, type Shown } from '../editor/diagnostics.js';
import { openFilesFirst, recordReads } from '../workspace/layered-files.js';
import { analyseInRounds, emptySnapshot, type Missing, type Snapshot } from '../workspace/snapshot-files.js';
import { dirname, isWithin } from '../workspace/paths.js';
import { isWatched } from './watching.js';
import { rootOf } from './roots.js';
import { isFile } from './uris.js';
import type { Documents, OpenDocument } from './documents.js';
import type { Settings } from './protocol.js';
import type { Analysis, DocumentKind, Files } from '../build/model.js';
import type { Finding } from '../rules/model.js';
import type { Disk } from '../workspace/disk.js';

export interface Analysed {
  readonly version: number;
  /** Differs between any two results of one server. */
  readonly serial: number;
  readonly analysis: Analysis;
  /** With the severities that the user chose. */
  readonly findings: readonly Finding[];
  readonly shown: readonly Shown[];
}

export interface AnalysesOptions {
  readonly documents: Documents;
  readonly disk: Disk | null;
  /** Null where the client reads no files for us. */
  readonly fetch: ((missing: Missing, into: Snapshot) => Promise<void>) | null;
  settingsOf(uri: string): Promise<Settings>;
  /** Names of the workspace folders. */
  folders(): readonly string[];
  /** Whether the client tells us of changes below the workspace folders. */
  watches(): boolean;
  today(): string;
  /** Folder of the rules' pages as a URI; null where there is none. */
  readonly documentation: string | null;
  failed(doing: string, error: unknown): void;
}

export interface Analyses {
  /** The analysis of the newest text; null where the document is not open, not ours, too large, or cannot be analysed. */
  of(uri: string): Promise<Analysed | null>;
  /** A file was changed, made or removed, on disk or in an editor: gives the URIs of documents whose analysis read it, now stale. */
  changed(name: string, on: 'disk' | 'editor'): string[];
  /** Forgets what the client read for us and nobody will report: now and then, for each look costs a round trip. */
  forgetUnwatched(): void;
  /** Everything is to be analysed anew. */
  forgetAll(): void;
  closed(uri: string): void;
}

interface Entry {
  readonly version: number;
  result: Promise<Analysed | null>;
  /** Names that were read, found or not. */
  asked: ReadonlySet<string>;
  stale: boolean;
}

export function createAnalyses(options: AnalysesOptions): Analyses {
  const { documents, disk } = options;
  const entries = new Map<string, Entry>();
  const snapshots = new Map<string, Snapshot>();
  let serial = 0;

  const snapshotOf = (root: string): Snapshot => {
    let snapshot = snapshots.get(root);
    if (snapshot === undefined) snapshots.set(root, (snapshot = emptySnapshot()));
    return snapshot;
  };

  const start = (document: OpenDocument, kind: DocumentKind, settings: Settings): Entry => {
    const { uri, version } = document;
    const entry: Entry = { version, result: Promise.resolve(null), asked: new Set(), stale: false };
    entries.set(uri, entry);
    entry.result = run(document, kind, settings, entry).catch((error: unknown) => {
      options.failed(`analysing ${uri}`, error);
      return null;
    });
    return entry;
  };

  const run = async (
    document: OpenDocument,
    kind: DocumentKind,
    settings: Settings,
    entry: Entry,
  ): Promise<Analysed> => {
    const text = document.text();
    const root = rootOf(document.name, options.folders());
    const open = (name: string): string | null => (isWithin(root, name) ? documents.textOf(name) : null);
    const judge = (files: Files | null): Omit<Analysed, 'serial'> => {
      const reads = files === null ? null : recordReads(root, openFilesFirst(root, open, files));
      const analysis = analyse({
        path: document.name,
        text,
        kind,
        files: reads,
        context: null,
        buildArguments: {},
        platform: null,
        target: null,
        asOf: settings.asOf === '' ? options.today() : settings.asOf,
      });
      if (reads !== null) entry.asked = reads.asked;
      const findings = check(analysis, { severities: settings.severity });
      const shown = shownFindings(analysis, findings, documents.uriOf, options.documentation);
      return { version: entry.version, analysis, findings, shown };
    };
    const found = await inFolder(document, root, judge, () => entries.get(document.uri) !== entry);
    return { ...found, serial: ++serial };
  };

  /** Runs an analysis with the files that the document may read. */
  const inFolder = async <T>(
    document: OpenDocument,
    root: string,
    judge: (files: Files | null) => T,
    outdated: () => boolean,
  ): Promise<T> => {
    if (disk !== null && isFile(document.uri)) {
      const told = options.watches() && options.folders().includes(root);
      disk.forget(told ? isWatched : () => false);
      return judge(disk.files(root));
    }
    const { fetch } = options;
    if (fetch === null || document.isUntitled) return judge(null);
    return analyseInRounds(
      root,
      snapshotOf(root),
      judge,
      async (missing, into) => {
        try {
          await fetch(missing, into);
        } catch (error) {
          options.failed('reading files through the client', error);
        }
      },
      outdated,
    );
  };

  return {
    async of(uri) {
      for (;;) {
        const settings = await options.settingsOf(uri);
        const document = documents.get(uri);
        const kind = document?.language ?? null;
        if (document === null || kind === null || kind === 'log' || document.tooLarge()) return null;
        const known = entries.get(uri);
        const fresh = known !== undefined && known.version === document.version && !known.stale;
        const entry = fresh ? known : start(document, kind, settings);
        const result = await entry.result;
        // While the client read files for us the text may have moved on; only the newest is worth an answer.
        if (entries.get(uri) === entry || !documents.get(uri)) return result;
      }
    },
    changed(name, on) {
      if (on === 'disk') {
        disk?.changed(name);
        for (const { texts, lists } of snapshots.values()) {
          texts.delete(name);
          lists.delete(name);
          lists.delete(dirname(name));
        }
      }
      const readers: string[] = [];
      for (const [uri, entry] of entries) {
        if (!entry.asked.has(name) && !(on === 'disk' && entry.asked.has(dirname(name)))) continue;
        entry.stale = true;
        readers.push(uri);
      }
      return readers;
    },
    forgetUnwatched() {
      for (const { texts, lists } of snapshots.values()) {
        for (const known of [texts, lists]) {
          for (const name of known.keys()) if (!options.watches() || !isWatched(name)) known.delete(name);
        }
      }
    },
    forgetAll() {
      entries.clear();
      snapshots.clear();
      disk?.forget(() => false);
    },
    closed(uri) {
      entries.delete(uri);
    },
  };
}
