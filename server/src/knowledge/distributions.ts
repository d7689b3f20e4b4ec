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
  /** True where the libc is only inside static programs: there is no loader for dynamic ones. */
  readonly staticOnly?: true;
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
  ['8', 'jessie', '2.19', '2015-04-29'],
  ['9', 'stretch', '2.24', '2017-06-20'],
  ['10', 'buster', '2.28', '2019-07-09'],
  ['11', 'bullseye', '2.31', '2021-08-16'],
  ['12', 'bookworm', '2.36', '2023-06-12'],
  ['13', 'trixie', '2.41', '2025-08-12'],
  ['14', 'forky', null, ''],
  ['sid', 'sid', null, ''],
]);

const ubuntu = rows('ubuntu', 'glibc', 'apt', 'dash', [
  ['12.04', 'precise', '2.15', '2012-04-26'],
  ['14.04', 'trusty', '2.19', '2014-04-24'],
  ['16.04', 'xenial', '2.23', '2016-04-25'],
  ['16.10', 'yakkety', '2.24', '2016-10-13'],
  ['17.04', 'zesty', '2.24', '2017-04-13'],
  ['17.10', 'artful', '2.26', '2017-10-19'],
  ['18.04', 'bionic', '2.27', '2018-04-27'],
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
  ['26.04', 'resolute', '2.43', '2026-05-04'],
  ['26.10', 'stonking', null, '2026-10-15'],
]);

const alpine = rows('alpine', 'musl', 'apk', 'ash', [
  ['3.1', null, '1.1.5', '2015-03-17'],
  ['3.2', null, '1.1.11', '2015-05-28'],
  ['3.3', null, '1.1.12', '2015-12-24'],
  ['3.4', null, '1.1.14', '2016-06-02'],
  ['3.5', null, '1.1.15', '2017-01-03'],
  ['3.6', null, '1.1.16', '2017-05-25'],
  ['3.7', null, '1.1.18', '2017-12-01'],
  ['3.8', null, '1.1.19', '2018-07-05'],
  ['3.9', null, '1.1.20', '2019-01-30'],
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
]);

/** RHEL and what is built from its sources; `since`: dates on which `latest` began to name a release. */
const enterprise = (distribution: string, since: Readonly<Record<string, string>> = {}): Release[] => [
  ...rows(distribution, 'glibc', 'yum', 'bash-5.1', [
    ['5', null, '2.5', ''],
    ['6', null, '2.12', ''],
    ['7', null, '2.17', since['7'] ?? ''],
  ]),
  ...rows(distribution, 'glibc', 'dnf', 'bash-5.1', [
    ['8', null, '2.28', since['8'] ?? ''],
    ['9', null, '2.34', since['9'] ?? ''],
  ]),
  ...rows(distribution, 'glibc', 'dnf', 'bash-5.2', [['10', null, '2.39', since['10'] ?? '']]),
];

const fedora = [
  ...rows('fedora', 'glibc', 'dnf', 'bash-5.1', [
    ['22', null, '2.21', '2015-05-27'],
    ['23', null, '2.22', '2015-11-03'],
    ['24', null, '2.23', '2016-06-20'],
    ['25', null, '2.24', '2016-11-22'],
    ['26', null, '2.25', '2017-07-11'],
    ['27', null, '2.26', '2017-11-14'],
    ['28', null, '2.27', '2018-05-04'],
    ['29', null, '2.28', '2018-11-06'],
    ['30', null, '2.29', '2019-06-05'],
    ['31', null, '2.30', '2019-10-28'],
    ['32', null, '2.31', '2020-06-23'],
    ['33', null, '2.32', '2020-10-26'],
    ['34', null, '2.33', '2021-04-27'],
    ['35', null, '2.34', '2021-11-02'],
    ['36', null, '2.35', '2022-05-12'],
  ]),
  ...rows('fedora', 'glibc', 'dnf', 'bash-5.2', [
    ['37', null, '2.36', '2022-11-15'],
    ['38', null, '2.37', '2023-04-20'],
    ['39', null, '2.38', '2023-11-06'],
    ['40', null, '2.39', '2024-04-22'],
    ['41', null, '2.40', '2024-10-31'],
    ['42', null, '2.41', '2025-04-15'],
    ['43', null, '2.42', '2025-12-04'],
    ['44', null, '2.43', '2026-04-27'],
    ['45', null, '2.44', ''],
  ]),
];

// The bash of Fedora 37 and of Amazon Linux 2023 is from general knowledge, not looked up: it decides the wording of a failed start alone.
const others: Release[] = [
  ...rows('amazonlinux', 'glibc', 'yum', 'bash-5.1', [
    ['1', null, '2.17', '2016-11-15'],
    ['2', null, '2.26', '2018-06-26'],
  ]),
  ...rows('amazonlinux', 'glibc', 'dnf', 'bash-5.2', [['2023', null, '2.34', '2023-03-15']]),
  ...rows('opensuse', 'glibc', 'zypper', 'bash-5.1', [
    ['42.3', null, '2.22', ''],
    ['15.0', null, '2.26', ''],
    ['15.1', null, '2.26', ''],
    ['15.2', null, '2.26', ''],
    ['15.3', null, '2.31', '2021-06-02'],
    ['15.4', null, '2.31', '2022-06-08'],
    ['15.5', null, '2.31', '2023-06-07'],
    ['15.6', null, '2.38', '2024-06-12'],
  ]),
  ...rows('opensuse', 'glibc', 'zypper', 'bash-5.2', [
    ['16.0', null, '2.40', '2025-10-01'],
    ['tumbleweed', null, null, ''],
  ]),
  ...rows('photon', 'glibc', 'tdnf', 'bash-5.1', [
    ['1.0', null, '2.22', '2016-06-27'],
    ['2.0', null, '2.26', '2018-03-26'],
    ['3.0', null, '2.28', '2019-03-08'],
    ['4.0', null, '2.32', '2021-02-26'],
  ]),
  ...rows('photon', 'glibc', 'tdnf', 'bash-5.2', [['5.0', null, '2.36', '2023-05-09']]),
  ...rows('azurelinux', 'glibc', 'tdnf', 'bash-5.1', [
    ['1.0', null, '2.28', ''],
    ['2.0', null, '2.35', ''],
  ]),
  ...rows('azurelinux', 'glibc', 'tdnf', 'bash-5.2', [['3.0', null, '2.38', '']]),
  ...rows('sles', 'glibc', 'zypper', 'bash-5.1', [
    ['12.5', null, '2.22', ''],
    ['15', null, '2.26', ''],
    ['15.1', null, '2.26', ''],
    ['15.2', null, '2.26', ''],
    ['15.3', null, '2.31', ''],
    ['15.4', null, '2.31', ''],
    ['15.5', null, '2.31', ''],
    ['15.6', null, '2.38', ''],
    ['15.7', null, '2.38', ''],
  ]),
  ...rows('archlinux', 'glibc', 'pacman', 'bash-5.2', [['rolling', null, null, '']]),
  ...rows('wolfi', 'glibc', 'apk', 'ash', [['rolling', null, null, '']]),
  ...rows('mageia', 'glibc', 'dnf', 'bash-5.2', [
    ['9', null, '2.36', '2024-04-03'],
    ['10', null, '2.42', '2026-07-15'],
  ]),
];

// docker-library/busybox, Dockerfile.builder: glibc of the Debian release it is built on; musl and uClibc linked into the one program.
const busyboxOf = (libc: Libc, version: string | null, name: string = version ?? '?'): Release => ({
  id: `busybox:${name}`,
  distribution: 'busybox',
  release: null,
  codename: null,
  libc,
  version,
  packageManager: 'none',
  shell: 'ash',
  since: '',
  ...(libc === 'glibc' ? {} : { staticOnly: true }),
});
const busybox: readonly Release[] = [
  ...['2.19', '2.24', '2.28', '2.31', '2.36', '2.41'].map((version) => busyboxOf('glibc', version)),
  busyboxOf('uclibc', null, 'uclibc'),
  busyboxOf('musl', null, 'musl'),
  busyboxOf('glibc', null),
];

export const releases: readonly Release[] = [
  ...debian,
  ...ubuntu,
  ...alpine,
  ...enterprise('rhel'),
  ...enterprise('centos', { '7': '2014-09-04', '8': '2019-10-01' }),
  ...enterprise('oraclelinux', { '7': '2014-12-31' }),
  ...enterprise('rockylinux', { '8': '2021-12-15' }),
  ...enterprise('almalinux', { '8': '2021-05-14', '9': '2023-05-12', '10': '2025-11-25' }),
  ...fedora,
  ...others,
  ...busybox,
];

const byId = new Map(releases.map((release) => [release.id, release]));
const byCodename = new Map(
  releases.flatMap((release) => (release.codename === null ? [] : [[release.codename, release] as const])),
);
const byDistribution = new Map<string, Release[]>();
for (const release of releases) {
  const own = byDistribution.get(release.distribution) ?? [];
  own.push(release);
  byDistribution.set(release.distribution, own);
}

/** The release of an id such as `debian:12` or `alpine:3.20`; null where we hold none. */
export const releaseById = (id: string): Release | null => byId.get(id) ?? null;

/** The Debian or Ubuntu release of a codename (`bookworm`, `noble`); null for any other word. */
export const releaseByCodename = (codename: string): Release | null => byCodename.get(codename) ?? null;

/** Releases of a distribution that were out on an ISO date, oldest first. */
export const releasesBy = (distribution: string, asOf: string): readonly Release[] =>
  (byDistribution.get(distribution) ?? []).filter(({ since }) => since !== '' && since <= asOf);

/** The newest release of a distribution that `latest` could name on an ISO date; null where dates are not known. */
export const newestRelease = (distribution: string, asOf: string): Release | null =>
  releasesBy(distribution, asOf).at(-1) ??
  byDistribution.get(distribution)?.find(({ since }) => since !== '') ??
  null;

/** A distribution of which the release is not known: its libc, manager and shell, without version. */
export function anyRelease(distribution: string): Release | null {
  const last = byDistribution.get(distribution)?.at(-1);
  return last
    ? { ...last, id: `${distribution}:?`, release: null, codename: null, version: null, since: '' }
    : null;
}

/** What Debian and Ubuntu call their releases by age, on an ISO date: `stable`, `oldstable`, `rolling`, `devel`. */
export function releaseByAge(distribution: string, word: string, asOf: string): Release | null {
  const out = releasesBy(distribution, asOf);
  const all = byDistribution.get(distribution) ?? [];
  const newest = out.at(-1);
  if (!newest) return null;
  const next = all[all.indexOf(newest) + 1] ?? null;
  if (distribution === 'debian')
    switch (word) {
      case 'latest':
      case 'stable':
        return newest;
      case 'oldstable':
        return out.at(-2) ?? null;
      case 'oldoldstable':
        return out.at(-3) ?? null;
      case 'testing':
        return next;
      case 'unstable':
      case 'experimental':
      case 'rc':
        return releaseById('debian:sid');
      default:
        return null;
    }
  if (distribution === 'ubuntu')
    switch (word) {
      case 'latest':
        return out.findLast(({ release }) => isLongTerm(release)) ?? null;
      case 'rolling':
        return newest;
      case 'devel':
        return next;
      default:
        return null;
    }
  return word === 'latest' ? newest : null;
}

const isLongTerm = (release: string | null): boolean => /^\d[02468]\.04$/.test(release ?? '');

const displayNames: Readonly<Record<string, string>> = {
  debian: 'Debian',
  ubuntu: 'Ubuntu',
  alpine: 'Alpine',
  rhel: 'RHEL',
  centos: 'CentOS',
  oraclelinux: 'Oracle Linux',
  rockylinux: 'Rocky Linux',
  almalinux: 'AlmaLinux',
  fedora: 'Fedora',
  amazonlinux: 'Amazon Linux',
  opensuse: 'openSUSE',
  sles: 'SUSE Linux Enterprise',
  photon: 'Photon OS',
  azurelinux: 'Azure Linux',
  archlinux: 'Arch Linux',
  wolfi: 'Wolfi',
  mageia: 'Mageia',
  busybox: 'BusyBox',
};

/** `Debian 12 (bookworm)`, `Alpine 3.20`, `Wolfi`: the names are the same in every language. */
export function releaseLabel({ distribution, release, codename }: Release): string {
  const name = displayNames[distribution] ?? distribution;
  if (release === null || release === 'rolling') return name;
  return codename === null || codename === release
    ? `${name} ${release}`
    : `${name} ${release} (${codename})`;
}
