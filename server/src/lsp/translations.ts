// Loads the bundle of translations, before the first word is said.
import * as l10n from '@vscode/l10n';
import type { Log } from './log.js';
import type { InitializationOptions } from './protocol.js';

/** Contents first, then a file, then a URI, then the path from outside; a bundle that cannot be read leaves English. */
export async function loadTranslations(
  given: InitializationOptions['l10n'],
  bundlePath: string | null,
  log: Log,
): Promise<void> {
  try {
    if (given?.contents !== undefined) l10n.config({ contents: given.contents });
    else if (given?.fsPath !== undefined) l10n.config({ fsPath: given.fsPath });
    else if (given?.uri !== undefined) await l10n.config({ uri: given.uri });
    else if (bundlePath !== null) l10n.config({ fsPath: bundlePath });
  } catch (error) {
    log.failed('loading translations', error);
  }
}
