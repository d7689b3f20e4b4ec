// The section `libcLens` of the configuration, whatever shape it comes in.
import type { SeverityChoice, Settings } from './protocol.js';

export const section = 'libcLens';

export const defaultSettings: Settings = { severity: {}, asOf: '' };

/** Settings out of any value; what does not fit is as if it were not set. */
export function settingsFrom(value: unknown): Settings {
  if (!isRecord(value)) return defaultSettings;
  const { severity, asOf } = value;
  return {
    severity: isRecord(severity) ? Object.fromEntries(Object.entries(severity).filter(isChoice)) : {},
    asOf: typeof asOf === 'string' && isDate(asOf) ? asOf : '',
  };
}

const choices: readonly unknown[] = ['error', 'warning', 'hint', 'off'] satisfies readonly SeverityChoice[];

const isChoice = (entry: [string, unknown]): entry is [string, SeverityChoice] => choices.includes(entry[1]);

/** The section out of what `workspace/didChangeConfiguration` carries; undefined where it carries none. */
export const sectionOf = (settings: unknown): unknown => (isRecord(settings) ? settings[section] : undefined);

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
