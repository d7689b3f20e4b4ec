// What the tests ask VS Code: documents of the workspace, and what the extension says of them.
import * as vscode from 'vscode';
import { eventually, present } from './expect.js';

export const extensionId = 'libc-lens.vscode-libc-lens';

export const fileUri = (name: string): vscode.Uri =>
  vscode.Uri.joinPath(present(vscode.workspace.workspaceFolders?.[0], 'a folder').uri, name);

export async function open(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(fileUri(name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Ours alone; other extensions may have their say too. */
export const diagnosticsOf = (document: vscode.TextDocument): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'libc-lens');

export const ruleOf = ({ code }: vscode.Diagnostic): string =>
  String(typeof code === 'object' ? code.value : code);

export const accused = (document: vscode.TextDocument): Promise<vscode.Diagnostic[]> =>
  eventually(
    `a diagnostic in ${document.uri.path}`,
    () => {
      const diagnostics = diagnosticsOf(document);
      return diagnostics.length > 0 && diagnostics;
    },
    () => vscode.languages.getDiagnostics(document.uri),
  );

export const silent = (document: vscode.TextDocument): Promise<true> =>
  eventually(
    `no diagnostic in ${document.uri.path}`,
    () => diagnosticsOf(document).length === 0,
    () => diagnosticsOf(document).map(({ message }) => message),
  );

/** Where `text` first stands. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  if (start < 0) throw new Error(`${document.uri.path} holds no ${JSON.stringify(text)}`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** Markdown of all hovers over the middle of `text`. */
export async function hoverOver(document: vscode.TextDocument, text: string): Promise<string> {
  const { start } = rangeOf(document, text);
  const position = start.translate(0, Math.floor(text.length / 2));
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

export const actionsAt = (
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind = vscode.CodeActionKind.QuickFix,
): Thenable<vscode.CodeAction[]> =>
  vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind.value,
  );

export async function apply(actions: readonly vscode.CodeAction[], title: RegExp): Promise<void> {
  const action = actions.find((candidate) => title.test(candidate.title));
  if (action?.edit === undefined) {
    throw new Error(`No action like ${title} among ${actions.map((known) => known.title).join(' · ')}`);
  }
  if (!(await vscode.workspace.applyEdit(action.edit))) throw new Error(`${action.title} cannot be applied.`);
}

/** Replaces the first `text` by `by`, as typing would. */
export async function type(document: vscode.TextDocument, text: string, by: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, text), by);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error('The edit was refused.');
}

export const textOnDisk = async (document: vscode.TextDocument): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri));

/** Sets a setting of ours for the workspace; undefined takes it away again. */
export const configure = (name: string, value: unknown): Thenable<void> =>
  vscode.workspace.getConfiguration('libcLens').update(name, value, vscode.ConfigurationTarget.Workspace);
