// Which releases have which glibc, for telling where a version is met. Releases of 2026-08; see images of the distributions.
import { atLeast } from '../version.js';

const releases: readonly (readonly [name: string, glibc: string])[] = [
  ['Debian 10', '2.28'],
  ['Debian 11', '2.31'],
  ['Debian 12', '2.36'],
  ['Debian 13', '2.41'],
  ['Ubuntu 20.04', '2.31'],
  ['Ubuntu 22.04', '2.35'],
  ['Ubuntu 24.04', '2.39'],
  ['RHEL 8', '2.28'],
  ['RHEL 9', '2.34'],
  ['RHEL 10', '2.39'],
];

/** The first release of each family of distributions whose glibc is at least `version`: `['Debian 12', 'Ubuntu 22.04', 'RHEL 9']`. */
export function firstReleasesWith(version: string): readonly string[] {
  const first = new Map<string, string>();
  for (const [name, glibc] of releases) {
    const family = name.split(' ')[0] ?? name;
    if (!first.has(family) && atLeast(glibc, version)) first.set(family, name);
  }
  return [...first.values()];
}
