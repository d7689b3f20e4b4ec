// The user's settings for each document, asked of the client once and kept until they change.
import { section, sectionOf, settingsFrom } from './settings.js';
import type { Settings } from './protocol.js';

export interface Configuration {
  of(uri: string): Promise<Settings>;
  /** What came with `workspace/didChangeConfiguration`. */
  changed(settings: unknown): void;
  /** Without a URI: of all documents. */
  forget(uri?: string): void;
}

/**
 * @param ask Null where the client answers no `workspace/configuration`; then what it sends is all there is.
 * @param given Settings from the start-up options.
 */
export function createConfiguration(
  ask: ((scope: { section: string; scopeUri: string }) => Promise<unknown>) | null,
  given: unknown,
  failed: (doing: string, error: unknown) => void,
): Configuration {
  const known = new Map<string, Promise<Settings>>();
  let common = Promise.resolve(settingsFrom(given));

  const fetch = async (uri: string): Promise<Settings> => {
    try {
      const value = await ask?.({ section, scopeUri: uri });
      return value === undefined || value === null ? await common : settingsFrom(value);
    } catch (error) {
      failed('asking for settings', error);
      return common;
    }
  };

  return {
    of(uri) {
      if (ask === null) return common;
      let settings = known.get(uri);
      if (settings === undefined) known.set(uri, (settings = fetch(uri)));
      return settings;
    },
    changed(settings) {
      const own = sectionOf(settings);
      if (own !== undefined) common = Promise.resolve(settingsFrom(own));
      known.clear();
    },
    forget(uri) {
      if (uri === undefined) known.clear();
      else known.delete(uri);
    },
  };
}
