// Which symbol versions of libstdc++ a distribution release provides.
import { atLeast } from '../knowledge/version.js';

/** Highest GLIBCXX version by distribution and release: GCC's ABI history (gcc.gnu.org/onlinedocs/libstdc++/manual/abi.html) and each release's libstdc++6 (2026-11). */
const highest: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  debian: { '8': '3.4.20', '9': '3.4.22', '10': '3.4.25', '11': '3.4.28', '12': '3.4.30', '13': '3.4.33' },
  ubuntu: { '16.04': '3.4.21', '18.04': '3.4.25', '20.04': '3.4.28', '22.04': '3.4.30', '24.04': '3.4.33' },
  enterprise: { '7': '3.4.19', '8': '3.4.25', '9': '3.4.29', '10': '3.4.33' },
  amazonlinux: { '2': '3.4.24', '2023': '3.4.29' },
};

const enterprise = new Set(['rhel', 'centos', 'rocky', 'almalinux', 'oraclelinux', 'ubi']);

/** `3.4.30`; null where it is not known. */
export function libstdcxxVersion(distribution: string | null, release: string | null): string | null {
  if (distribution === null || release === null) return null;
  const table =
    highest[
      enterprise.has(distribution) ? 'enterprise' : distribution === 'distroless' ? 'debian' : distribution
    ];
  return table?.[enterprise.has(distribution) ? (release.split('.')[0] ?? release) : release] ?? null;
}

/** Whether a version such as `GLIBCXX_3.4.32` is beyond what a library provides. */
export const isBeyond = (version: string, provided: string): boolean => {
  const number = /^GLIBCXX_([\d.]+)$/.exec(version)?.[1];
  return number !== undefined && !atLeast(provided, number);
};
