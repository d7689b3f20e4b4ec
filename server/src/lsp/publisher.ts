// When diagnostics are made and sent: at once after a change, bursts as one, and only ever for the newest text.
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Analyses } from './analyses.js';
import type { Client } from './client.js';
import { nameOf } from './uris.js';
import type { Documents } from './documents.js';

export interface PublisherOptions {
  readonly client: Client;
  readonly documents: Documents;
  readonly analyses: Analyses;
  /** Calls in the next turn of the event loop. */
  later(run: () => void): void;
  now(): number;
  publish(params: PublishDiagnosticsParams): Promise<void>;
  /** Tells a client that pulls to pull again. */
  refresh(): void;
  /** Says once that a document is too large. */
  decline(uri: string): void;
  failed(doing: string, error: unknown): void;
}

export interface Publisher {
  documentChanged(uri: string): void;
  documentClosed(uri: string): void;
  /** Files that analyses may have read are others now on disk. */
  filesChanged(names: readonly string[]): void;
  /** Settings or folders changed. */
  allChanged(): void;
  declineIfTooLarge(uri: string): void;
}

/** Turns of the event loop without another change before an analysis: a message that has arrived takes one or two. */
const quietTurns = 2;
/** However fast changes arrive, diagnostics are not put off longer than this, in milliseconds. */
const longestWait = 50;

export function createPublisher(options: PublisherOptions): Publisher {
  const { client, documents, analyses } = options;
  const scheduled = new Set<string>();
  const declined = new Set<string>();
  const published = new Set<string>();

  /** Waits for changes that have arrived already and no longer, so that one keystroke costs no delay and a burst one analysis. */
  const schedule = (uri: string): void => {
    if (scheduled.has(uri)) return;
    scheduled.add(uri);
    const latest = options.now() + longestWait;
    const wait = (seen: number | null, quiet: number): void => {
      options.later(() => {
        const version = documents.get(uri)?.version ?? null;
        if (version !== seen && options.now() < latest) {
          wait(version, 1);
        } else if (quiet < quietTurns) {
          wait(seen, quiet + 1);
        } else {
          scheduled.delete(uri);
          publish(uri).catch((error: unknown) => {
            options.failed('publishing diagnostics', error);
          });
        }
      });
    };
    wait(documents.get(uri)?.version ?? null, 1);
  };

  const publish = async (uri: string): Promise<void> => {
    const document = documents.get(uri);
    if (document === null) return;
    declineIfTooLarge(uri);
    const analysed = await analyses.of(uri);
    const current = documents.get(uri);
    if (current === null || current.language === 'log') return;
    published.add(uri);
    if (analysed === null) {
      await options.publish({ uri, version: current.version, diagnostics: [] });
      return;
    }
    const diagnostics = analysed.shown.map(({ diagnostic }) =>
      client.relatedInformation ? diagnostic : { ...diagnostic, relatedInformation: undefined },
    );
    await options.publish({ uri, version: analysed.version, diagnostics });
  };

  const declineIfTooLarge = (uri: string): void => {
    const document = documents.get(uri);
    if (document === null || document.language === null || declined.has(uri) || !document.tooLarge()) return;
    declined.add(uri);
    options.decline(uri);
  };

  /** Brings the diagnostics of documents up to date that did not change themselves. */
  const renew = (uris: readonly string[]): void => {
    if (uris.length === 0) return;
    if (!client.pulls) uris.forEach(schedule);
    else if (client.refreshes) options.refresh();
  };

  /** A client that pulls asks again by itself when a document changes, for we say that files depend on each other. */
  const othersThatRead = (name: string, own: string): void => {
    const readers = analyses.changed(name, 'editor').filter((uri) => uri !== own);
    if (!client.pulls) renew(readers);
  };

  return {
    documentChanged(uri) {
      const document = documents.get(uri);
      if (document === null) return;
      if (document.language !== null && !client.pulls) schedule(uri);
      othersThatRead(document.name, uri);
    },
    documentClosed(uri) {
      analyses.closed(uri);
      othersThatRead(nameOf(uri), uri);
      declined.delete(uri);
      if (published.delete(uri)) {
        options.publish({ uri, diagnostics: [] }).catch((error: unknown) => {
          options.failed('publishing diagnostics', error);
        });
      }
    },
    filesChanged(names) {
      renew([...new Set(names.flatMap((name) => analyses.changed(name, 'disk')))]);
    },
    allChanged() {
      analyses.forgetAll();
      renew(documents.all().map(({ uri }) => uri));
    },
    declineIfTooLarge,
  };
}
