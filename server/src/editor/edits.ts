// Edits of ours as workspace edits, in the form the client understands.
import type {
  AnnotatedTextEdit,
  SnippetTextEdit,
  TextEdit as LspTextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import { rangeAt } from './places.js';
import type { TextEdit } from '../text/span.js';
import type { Analysis } from '../build/model.js';

/** What of the client decides the form of an edit. */
export interface EditForm {
  uriOf(path: string): string;
  /** Version of the document as the server knows it; null for files that are not open. */
  versionOf(path: string): number | null;
  /** `workspace.workspaceEdit.documentChanges`. */
  readonly documentChanges: boolean;
  /** `workspace.workspaceEdit.snippetEditSupport`. */
  readonly snippets: boolean;
}

/** With `snippet` each new text is one, with `$1`-style places to type at; only where the client knows snippets. */
export function workspaceEdit(
  analysis: Analysis,
  edits: readonly TextEdit[],
  form: EditForm,
  snippet: ((edit: TextEdit) => string) | null = null,
): WorkspaceEdit {
  const byPath = new Map<string, TextEdit[]>();
  for (const edit of edits) {
    const list = byPath.get(edit.path);
    if (list) list.push(edit);
    else byPath.set(edit.path, [edit]);
  }
  if (!form.documentChanges) {
    const changes: Record<string, LspTextEdit[]> = {};
    for (const [path, list] of byPath)
      changes[form.uriOf(path)] = list.map((edit) => plainEdit(analysis, edit));
    return { changes };
  }
  return {
    documentChanges: [...byPath].map(([path, list]) => ({
      textDocument: { uri: form.uriOf(path), version: form.versionOf(path) },
      edits: list.map((edit): LspTextEdit | AnnotatedTextEdit | SnippetTextEdit =>
        snippet !== null && form.snippets
          ? { range: rangeAt(analysis, edit), snippet: { kind: 'snippet', value: snippet(edit) } }
          : plainEdit(analysis, edit),
      ),
    })),
  };
}

const plainEdit = (analysis: Analysis, edit: TextEdit): LspTextEdit => ({
  range: rangeAt(analysis, edit),
  newText: edit.newText,
});
