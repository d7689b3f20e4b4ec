// Releases of Linux distributions: which libc and version, package manager and shell each carries, and since when.
import type { Libc, PackageManager, Shell } from './image-facts.js';

export interface Release {
  /** `debian:12`, `alpine:3.20`, `wolfi`: distribution and release. */
  readonly id: string;
  readonly distribution: string;
  readonly release: string | null;
  readonly codename: string | null;
  readonly libc: Libc;
  /** Version of the libc; null where the release is rolling and has no fixed one. */
  readonly version: string | null;
  readonly packageManager: PackageManager;
  readonly shell: Shell;
  /** ISO date on which the release's `latest`-like tags began to name it; empty where that never mattered. */
  readonly since: string;
}

type Row = readonly [release: string, codename: string | null, version: string | null, since: string];

const rows = (
  distribution: string,
  libc: Libc,
  packageManager: PackageManager,
  shell: Shell,
  list: readonly Row[],
): Release[] =>
  list.map(([release, codename, version, since]) => ({
    id: `${distribution}:${release}`,
    distribution,
    release,
    codename,
    libc,
    version,
    packageManager,
    shell,
    since,
  }));

// glibc numbers: mayeut/pep600_compliance README (2026 snapshot), libc6 in debuerreotype manifests, packages.ubuntu.com;
// musl numbers: apk databases of the minirootfs archives in alpinelinux/docker-alpine, pkgs.alpinelinux.org.
const debian = rows('debian', 'glibc', 'apt', 'dash', [
  ['6', 'squeeze', '2.11', '2011-02-06'],
  ['7', 'wheezy', '2.13', '2013-05-04'],
  ['8', 'jessie', '2.19', '2015-04-25'],
  ['9', 'stretch', '2.24', '2017-06-17'],
  ['10', 'buster', '2.28', '2019-07-06'],
  ['11', 'bullseye', '2.31', '2021-08-14'],
  ['12', 'bookworm', '2.36', '2023-06-10'],
  ['13', 'trixie', '2.41', '2025-08-09'],
  ['14', 'forky', null, ''],
  ['sid', 'sid', null, ''],
]);

const ubuntu = rows('ubuntu', 'glibc', 'apt', 'dash', [
  ['12.04', 'precise', '2.15', ''],
  ['14.04', 'trusty', '2.19', '2014-04-17'],
  ['16.04', 'xenial', '2.23', '2016-04-21'],
  ['16.10', 'yakkety', '2.24', '2016-10-13'],
  ['17.04', 'zesty', '2.24', '2017-04-13'],
  ['17.10', 'artful', '2.26', '2017-10-19'],
  ['18.04', 'bionic', '2.27', '2018-04-26'],
  ['18.10', 'cosmic', '2.28', '2018-10-18'],
  ['19.04', 'disco', '2.29', '2019-04-18'],
  ['19.10', 'eoan', '2.30', '2019-10-17'],
  ['20.04', 'focal', '2.31', '2020-04-23'],
  ['20.10', 'groovy', '2.32', '2020-10-22'],
  ['21.04', 'hirsute', '2.33', '2021-04-22'],
  ['21.10', 'impish', '2.34', '2021-10-14'],
  ['22.04', 'jammy', '2.35', '2022-04-21'],
  ['22.10', 'kinetic', '2.36', '2022-10-20'],
  ['23.04', 'lunar', '2.37', '2023-04-20'],
  ['23.10', 'mantic', '2.38', '2023-10-12'],
  ['24.04', 'noble', '2.39', '2024-04-25'],
  ['24.10', 'oracular', '2.40', '2024-10-10'],
  ['25.04', 'plucky', '2.41', '2025-04-17'],
  ['25.10', 'questing', '2.42', '2025-10-09'],
  ['26.04', 'resolute', '2.43', '2026-04-23'],
  ['26.10', 'stonking', null, '2026-10-15'],
]);

const alpine = rows('alpine', 'musl', 'apk', 'ash', [
  ['2.6', null, null, ''],
  ['2.7', null, null, ''],
  ['3.1', null, '1.1.5', '2014-12-10'],
  ['3.2', null, '1.1.11', '2015-05-26'],
  ['3.3', null, '1.1.12', '2015-12-18'],
  ['3.4', null, '1.1.14', '2016-05-31'],
  ['3.5', null, '1.1.15', '2016-12-22'],
  ['3.6', null, '1.1.16', '2017-05-24'],
  ['3.7', null, '1.1.18', '2017-11-30'],
  ['3.8', null, '1.1.19', '2018-06-26'],
  ['3.9', null, '1.1.20', '2019-01-29'],
  ['3.10', null, '1.1.22', '2019-06-19'],
  ['3.11', null, '1.1.24', '2019-12-19'],
  ['3.12', null, '1.1.24', '2020-05-29'],
  ['3.13', null, '1.2.2', '2021-01-14'],
  ['3.14', null, '1.2.2', '2021-06-15'],
  ['3.15', null, '1.2.2', '2021-11-24'],
  ['3.16', null, '1.2.3', '2022-05-23'],
  ['3.17', null, '1.2.3', '2022-11-22'],
  ['3.18', null, '1.2.4', '2023-05-09'],
  ['3.19', null, '1.2.4', '2023-12-07'],
  ['3.20', null, '1.2.5', '2024-05-22'],
  ['3.21', null, '1.2.5', '2024-12-05'],
  ['3.22', null, '1.2.5', '2025-05-30'],
  ['3.23', null, '1.2.5', '2025-12-03'],
  ['3.24', null, '1.2.6', '2026-06-09'],
  ['edge', null, null, ''],
]).map((row): Release =>
  row.libc === 'musl' && /^(2\.|3\.0)/.test(row.release ?? '') ? { ...row, libc: 'uclibc' } : row,
);

const enterprise = (distribution: string, seven: PackageManager): Release[] => [
  ...rows(distribution, 'glibc', seven, 'bash-5.1', [
    ['5', null, '2.5', ''],
    ['6', null, '2.12', ''],
    ['7', null, '2.17', ''],
  ]),
  ...rows(distribution, 'glibc', 'dnf', 'bash-5.1', [
    ['8', null, '2.28', ''],
    ['9', null, '2.34', ''],
  ]),
  ...rows(distribution, 'glibc', 'dnf', 'bash-5.2', [['10', null, '2.39', '']]),
];

const fedora = [
  ...rows('fedora', 'glibc', 'dnf', 'bash-5.1', [
    ['22', null, '2.21', '2015-05-26'],
    ['23', null, '2.22', '2015-11-03'],
    ['24', null, '2.23', '2016-06-21'],
    ['25', null, '2.24', '2016-11-22'],
    ['26', null, '2.25', '2017-07-11'],
    ['27', null, '2.26', '2017-11-14'],
    ['28', null, '2.27', '2018-05-01'],
    ['29', null, '2.28', '2018-10-30'],
    ['30', null, '2.29', '2019-05-07'],
    ['31', null, '2.30', '2019-10-29'],
    ['32', null, '2.31', '2020-04-28'],
    ['33', null, '2.32', '2020-10-27'],
    ['34', null, '2.33', '2021-04-27'],
    ['35', null, '2.34', '2021-11-02'],
    ['36', null, '2.35', '2022-05-10'],
  ]),
  ...rows('fedora', 'glibc', 'dnf', 'bash-5.2', [
    ['37', null, '2.36', '2022-11-15'],
    ['38', null, '2.37', '2023-04-18'],
    ['39', null, '2.38', '2023-11-07'],
    ['40', null, '2.39', '2024-04-23'],
    ['41', null, '2.40', '2024-10-29'],
    ['42', null, '2.41', '2025-04-15'],
    ['43', null, '2.42', '2025-10-28'],
    ['44', null, '2.43', '2026-04-28'],
    ['45', null, '2.44', ''],
  ]),
];

const others: Release[] = [
  ...rows('amazonlinux', 'glibc', 'yum', 'bash-5.1', [
    ['1', null, '2.17', '2016-10-27'],
    ['2', null, '2.26', '2018-06-26'],
  ]),
  ...rows('amazonlinux', 'glibc', 'dnf', 'bash-5.2', [['2023', null, '2.34', '2023-03-16']]),
  ...rows('opensuse', 'glibc', 'zypper', 'bash-5.1', [
    ['42.3', null, '2.22', ''],
    ['15.0', null, '2.26', ''],
    ['15.1', null, '2.26', ''],
    ['15.2', null, '2.26', ''],
    ['15.3', null, '2.31', ''],
    ['15.4', null, '2.31', ''],
    ['15.5', null, '2.31', ''],
    ['15.6', null, '2.38', ''],
  ]),
  ...rows('opensuse', 'glibc', 'zypper', 'bash-5.2', [
    ['16.0', null, '2.40', ''],
    ['tumbleweed', null, null, ''],
  ]),
  ...rows('photon', 'glibc', 'tdnf', 'bash-5.1', [
    ['1.0', null, '2.22', ''],
    ['2.0', null, '2.26', ''],
    ['3.0', null, '2.28', ''],
    ['4.0', null, '2.32', ''],
  ]),
  ...rows('photon', 'glibc', 'tdnf', 'bash-5.2', [['5.0', null, '2.36', '']]),
  ...rows('azurelinux', 'glibc', 'tdnf', 'bash-5.1', [
    ['1.0', null, '2.28', ''],
    ['2.0', null, '2.35', ''],
  ]),
  ...rows('azurelinux', 'glibc', 'tdnf', 'bash-5.2', [['3.0', null, '2.38', '']]),
  ...rows('archlinux', 'glibc', 'pacman', 'bash-5.2', [['rolling', null, null, '']]),
  ...rows('wolfi', 'glibc', 'apk', 'ash', [['rolling', null, null, '']]),
  ...rows('mageia', 'glibc', 'dnf', 'bash-5.2', [
    ['9', null, '2.36', ''],
    ['10', null, '2.42', ''],
  ]),
];

export const releases: readonly Release[] = [
  ...debian,
  ...ubuntu,
  ...alpine,
  ...enterprise('rhel', 'yum'),
  ...enterprise('centos', 'yum'),
  ...enterprise('oraclelinux', 'yum'),
  ...enterprise('rockylinux', 'yum'),
  ...enterprise('almalinux', 'yum'),
  ...fedora,
  ...others,
];

const byId = new Map(releases.map((release) => [release.id, release]));
const byCodename = new Map(
  releases.flatMap((release) => (release.codename === null ? [] : [[release.codename, release] as const])),
);

/** The release of an id such as `debian:12` or `alpine:3.20`; null where we hold none. */
export const releaseById = (id: string): Release | null => byId.get(id) ?? null;

/** The Debian or Ubuntu release of a codename (`bookworm`, `noble`); null for any other word. */
export const releaseByCodename = (codename: string): Release | null => byCodename.get(codename) ?? null;

/** The newest release of a distribution that `latest` could name on an ISO date; null where dates are not known. */
export function newestRelease(distribution: string, asOf: string): Release | null {
  let found: Release | null = null;
  for (const release of releases)
    if (release.distribution === distribution && release.since !== '' && release.since <= asOf)
      found = release;
  return found;
}
