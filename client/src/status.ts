// The language status item: whether the server is ready, and why not.
import { l10n, languages as editorLanguages, LanguageStatusSeverity, type Disposable } from 'vscode';
import { State } from 'vscode-languageclient';
import { languages } from './languages.js';

export interface Status extends Disposable {
  /** Shows what the client says of its connection. */
  show(state: State): void;
  /** Shows that there is no server, and why. */
  off(reason: string): void;
}

/** A status item for the languages we read; a click opens the output. */
export function createStatus(): Status {
  const item = editorLanguages.createLanguageStatusItem(
    'libcLens.status',
    languages.map((language) => ({ language })),
  );
  item.name = 'Libc Lens';
  item.command = { command: 'libcLens.showOutput', title: l10n.t('Show Output') };

  const off = (reason: string): void => {
    item.busy = false;
    item.severity = LanguageStatusSeverity.Error;
    item.text = l10n.t('Libc Lens: off');
    item.detail = reason;
  };
  const show = (state: State): void => {
    switch (state) {
      case State.Starting:
        item.busy = true;
        item.severity = LanguageStatusSeverity.Information;
        item.text = l10n.t('Libc Lens: starting');
        item.detail = undefined;
        break;
      case State.Running:
        item.busy = false;
        item.severity = LanguageStatusSeverity.Information;
        item.text = l10n.t('Libc Lens: ready');
        item.detail = undefined;
        break;
      case State.Stopped:
        off(l10n.t('The language server has stopped. "Libc Lens: Restart Language Server" starts it again.'));
        break;
      case State.StartFailed:
        off(l10n.t('The language server did not start. The output says why.'));
        break;
    }
  };
  show(State.Starting);
  return { show, off, dispose: () => item.dispose() };
}
