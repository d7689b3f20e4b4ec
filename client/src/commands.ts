// The commands of the palette.
import { commands, type Disposable, type LogOutputChannel } from 'vscode';

export function registerCommands(
  session: { restart(): Promise<void> },
  output: LogOutputChannel,
): Disposable[] {
  return [
    commands.registerCommand('libcLens.restart', () => session.restart()),
    commands.registerCommand('libcLens.showOutput', () => output.show()),
  ];
}
