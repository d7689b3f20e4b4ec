// The commands of the palette.
import { commands, Uri, window, workspace, type Disposable, type LogOutputChannel } from 'vscode';

export function registerCommands(
  session: { restart(): Promise<void> },
  output: LogOutputChannel,
  extensionUri: Uri,
): Disposable[] {
  return [
    commands.registerCommand('libcLens.restart', () => session.restart()),
    commands.registerCommand('libcLens.showOutput', () => output.show()),
    commands.registerCommand('libcLens.openSample', () => openSample(extensionUri)),
  ];
}

/** A copy without a name, so that fixes can be tried and nothing of the extension is changed. */
async function openSample(extensionUri: Uri): Promise<void> {
  const sample = Uri.joinPath(extensionUri, 'client', 'walkthrough', 'sample.Dockerfile');
  const content = new TextDecoder().decode(await workspace.fs.readFile(sample));
  await window.showTextDocument(await workspace.openTextDocument({ language: 'dockerfile', content }));
}
