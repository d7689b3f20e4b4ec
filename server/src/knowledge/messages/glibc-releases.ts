// Which releases of the common distributions have a glibc of at least some version.
import { releases } from '../distributions.js';
import { atLeast } from '../version.js';

const common: readonly (readonly [distribution: string, name: string])[] = [
  ['debian', 'Debian'],
  ['ubuntu', 'Ubuntu'],
  ['rhel', 'Red Hat'],
];

/** The oldest release of each that has it: `['Debian 12', 'Ubuntu 22.04', 'Red Hat 9']`; Ubuntu's long-supported ones only. */
export function firstReleasesWith(version: string): readonly string[] {
  return common.flatMap(([distribution, name]) => {
    const first = releases.find(
      (release) =>
        release.distribution === distribution &&
        release.version !== null &&
        (distribution !== 'ubuntu' || /^\d[02468]\.04$/.test(release.release ?? '')) &&
        atLeast(release.version, version),
    );
    return first ? [`${name} ${first.release ?? ''}`] : [];
  });
}
