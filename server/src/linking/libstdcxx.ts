// Which symbol versions of libstdc++ a distribution release provides.
import { atLeast } from '../knowledge/version.js';

/** Highest GLIBCXX version in the libstdc++6 of Debian 11, 12 and 13 (strings of the library, 2026-11-25); of others it is not known. */
const debian: Readonly<Record<string, string>> = { '11': '3.4.28', '12': '3.4.30', '13': '3.4.33' };

/** `3.4.30`; null where it is not known. */
export function libstdcxxVersion(distribution: string | null, release: string | null): string | null {
  if (release === null || (distribution !== 'debian' && distribution !== 'distroless')) return null;
  return debian[release] ?? null;
}

/** Whether a version such as `GLIBCXX_3.4.32` is beyond what a library provides. */
export const isBeyond = (version: string, provided: string): boolean => {
  const number = /^GLIBCXX_([\d.]+)$/.exec(version)?.[1];
  return number !== undefined && !atLeast(provided, number);
};
