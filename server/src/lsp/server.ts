// Wires a connection to the editor room: what arrives, what answers. No judgement is made here.
import * as l10n from '@vscode/l10n';
import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  MessageType,
  PositionEncodingKind,
  ShowMessageNotification,
  TextDocuments,
  TextDocumentSyncKind,
  type CodeAction,
  type CodeActionParams,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type HoverParams,
  type InitializeParams,
  type InitializeResult,
  type ShowMessageParams,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codeActions, fixAllKind } from '../editor/code-actions.js';
import { source } from '../editor/diagnostics.js';
import { hoverAt, hoverInText } from '../editor/hover.js';
import { basename } from '../workspace/paths.js';
import { createAnalyses, type Analyses, type Analysed } from './analyses.js';
import { clientOf, optionsOf, type Client } from './client.js';
import { fetchFiles } from './client-files.js';
import { createConfiguration, type Configuration } from './configuration.js';
import { createDocuments } from './documents.js';
import { createFolders } from './folders.js';
import type { Host } from './host.js';
import { loadTranslations } from './translations.js';
import { createPublisher, type Publisher } from './publisher.js';
import { readFilesMethod, type ReadFilesResult } from './protocol.js';
import { nameOf } from './uris.js';
import { watchedPatterns } from './watching.js';
import type { Log } from './log.js';

/** Serves one client over the connection until it is closed; call once, then it listens. */
export function serve(connection: Connection, host: Host, log: Log): void {
  const open = new TextDocuments(TextDocument);
  const documents = createDocuments(open);
  const folders = createFolders();
  let session: Session | null = null;

  connection.onInitialize(async (params): Promise<InitializeResult> => {
    await loadTranslations(optionsOf(params.initializationOptions).l10n, host.bundlePath, log);
    folders.set(params);
    session = createSession(params);
    return {
      serverInfo: { name: source, version: host.version },
      capabilities: capabilitiesFor(session.client),
    };
  });

  const documentationFor = (params: InitializeParams): string | null => {
    const { documentation } = optionsOf(params.initializationOptions);
    return typeof documentation === 'string' ? documentation : host.documentation;
  };

  const createSession = (params: InitializeParams): Session => {
    const client = clientOf(params);
    const configuration = createConfiguration(
      client.configuration ? (asked) => connection.workspace.getConfiguration(asked) : null,
      optionsOf(params.initializationOptions).settings,
      log.failed,
    );
    let watches = false;
    const analyses = createAnalyses({
      documents,
      disk: host.disk,
      fetch: client.readsFiles
        ? (missing, into) =>
            fetchFiles(
              (asked) => connection.sendRequest<ReadFilesResult>(readFilesMethod, asked),
              missing,
              into,
            )
        : null,
      settingsOf: configuration.of,
      folders: folders.names,
      watches: () => watches,
      today: host.today,
      documentation: documentationFor(params),
      failed: log.failed,
    });
    const publisher = createPublisher({
      client,
      documents,
      analyses,
      later: host.later,
      now: host.now,
      publish: (diagnostics) => connection.sendDiagnostics(diagnostics),
      refresh: () => {
        log.guard('asking for a refresh', connection.languages.diagnostics.refresh());
      },
      decline: (uri) => {
        // A notification: `window.showWarningMessage` is a request, which clients may refuse.
        const message = l10n.t(
          'Libc Lens does not read {0}: it is larger than 1 MiB.',
          basename(nameOf(uri)),
        );
        const shown: ShowMessageParams = { type: MessageType.Warning, message };
        log.guard('showing a message', connection.sendNotification(ShowMessageNotification.type, shown));
      },
      failed: log.failed,
    });
    const watch = async (): Promise<void> => {
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: watchedPatterns.map((globPattern) => ({ globPattern })),
      });
      watches = true;
    };
    return { client, configuration, analyses, publisher, watch, documentation: documentationFor(params) };
  };

  connection.onInitialized(() => {
    if (session === null) return;
    const { client, configuration, publisher, watch } = session;
    if (client.registersConfiguration) {
      log.guard(
        'registering for settings',
        connection.client.register(DidChangeConfigurationNotification.type),
      );
    }
    if (client.watches) log.guard('registering for file changes', watch());
    if (client.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        folders.change(added, removed);
        configuration.forget();
        publisher.allChanged();
      });
    }
  });

  connection.onDidChangeConfiguration(({ settings }) => {
    session?.configuration.changed(settings);
    session?.publisher.allChanged();
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    session?.publisher.filesChanged(changes.map(({ uri }) => nameOf(uri)));
  });

  open.onDidOpen(() => {
    session?.analyses.forgetUnwatched();
  });
  open.onDidChangeContent(({ document: { uri } }) => {
    session?.publisher.documentChanged(uri);
  });
  open.onDidClose(({ document: { uri } }) => {
    session?.configuration.forget(uri);
    session?.publisher.documentClosed(uri);
  });
  open.onDidSave(({ document: { uri } }) => {
    session?.analyses.forgetUnwatched();
    session?.publisher.filesChanged([nameOf(uri)]);
  });

  connection.languages.diagnostics.on((params): Promise<DocumentDiagnosticReport> =>
    log.answer<DocumentDiagnosticReport>('diagnostics', emptyReport, async () => {
      const { uri } = params.textDocument;
      session?.publisher.declineIfTooLarge(uri);
      const analysed = (await session?.analyses.of(uri)) ?? null;
      const resultId = String(analysed?.serial ?? 0);
      if (analysed !== null && params.previousResultId === resultId) {
        return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      }
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsOf(analysed) };
    }),
  );

  connection.onHover((params) => log.answer('hover', null, () => hover(params)));

  const hover = async ({ textDocument: { uri }, position }: HoverParams): Promise<Hover | null> => {
    const document = documents.get(uri);
    if (document === null || document.language === null || document.tooLarge()) return null;
    const analysed = document.language === 'log' ? null : ((await session?.analyses.of(uri)) ?? null);
    const found =
      analysed === null
        ? hoverInText(document.text(), document.offsetAt(position))
        : hoverAt(
            analysed.analysis,
            analysed.findings,
            document.offsetAt(position),
            session?.documentation ?? null,
          );
    if (found === null) return null;
    const { markdown, plain, range } = found;
    return session?.client.markdown === false
      ? { contents: { kind: 'plaintext', value: plain }, range }
      : { contents: { kind: 'markdown', value: markdown }, range };
  };

  connection.onCodeAction((params) => log.answer('code actions', [], () => actions(params)));

  const actions = async ({
    textDocument: { uri },
    range,
    context,
  }: CodeActionParams): Promise<CodeAction[]> => {
    const analysed = await session?.analyses.of(uri);
    if (!session || !analysed) return [];
    const { documentChanges, snippets } = session.client;
    const request = { range, only: context.only ?? null, diagnostics: context.diagnostics };
    const { uriOf, versionOf } = documents;
    return codeActions(analysed.analysis, analysed.shown, request, {
      documentChanges,
      snippets,
      uriOf,
      versionOf,
    });
  };

  open.listen(connection);
  connection.listen();
}

interface Session {
  readonly client: Client;
  readonly configuration: Configuration;
  readonly analyses: Analyses;
  readonly publisher: Publisher;
  readonly documentation: string | null;
  /** Asks the client to tell of file changes. */
  watch(): Promise<void>;
}

const emptyReport: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

const diagnosticsOf = (analysed: Analysed | null): Diagnostic[] =>
  analysed?.shown.map(({ diagnostic }) => diagnostic) ?? [];

function capabilitiesFor(client: Client): InitializeResult['capabilities'] {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: { includeText: false },
    },
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
    ...(client.pulls && {
      diagnosticProvider: { identifier: source, interFileDependencies: true, workspaceDiagnostics: false },
    }),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
