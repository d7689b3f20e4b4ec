// Families of images by name: the base an unsuffixed tag had on which date, and what such an image holds.
import type { ContentsName } from './image-contents.js';

/** Base by ISO date of its first use, oldest first. */
export type Timeline = readonly (readonly [since: string, base: string])[];

/** Id of a release (`debian:12`), `distribution:*` for its newest at the date, `none`, or a timeline of such. */
export type Base = string | Timeline;

export interface Family {
  /** Names as `parseReference` gives them; `*` at the end stands for anything. */
  readonly names: readonly string[];
  /** Base where the tag names no system; null where it is not known. */
  readonly base: Base | null;
  /** Bases by version prefix, where they are not the family's; the longest prefix wins. */
  readonly versions?: Readonly<Record<string, Base>>;
  /** Bases by the tag's whole text, for tags whose words would be misread. */
  readonly tags?: Readonly<Record<string, Base>>;
  readonly contents: ContentsName;
  readonly slim?: ContentsName;
  /** Contents on Alpine. */
  readonly alpine?: ContentsName;
  /** Contents by a word of the tag (`devel`, `debug`, `aot`). */
  readonly words?: Readonly<Record<string, ContentsName>>;
  /** True where the tag's words never name a distribution (nginx's `stable`, arangodb's numbers). */
  readonly tagNamesNoSystem?: boolean;
  /** Second libc that the image carries. */
  readonly secondGlibc?: string | null;
  /** Distribution to report where it is not the base's own (`distroless`). */
  readonly distribution?: string;
  readonly golang?: boolean;
}

// Git history of docker-library/official-images, date of the first commit with the new value.
const debianMoves = (
  stretch: string,
  buster: string,
  bullseye: string,
  bookworm: string,
  trixie: string,
): Timeline => [
  ['', 'debian:8'],
  [stretch, 'debian:9'],
  [buster, 'debian:10'],
  [bullseye, 'debian:11'],
  [bookworm, 'debian:12'],
  [trixie, 'debian:13'],
];
const golang = debianMoves('2017-08-24', '2019-07-19', '2021-08-16', '2023-06-14', '2025-08-13');
const python = debianMoves('2018-05-23', '2019-07-12', '2021-08-16', '2023-06-14', '2025-08-12');
const rust = debianMoves('2017-08-01', '2019-08-15', '2021-09-09', '2023-08-24', '2025-08-19');
const ruby = debianMoves('2017-12-01', '2019-07-12', '2021-08-16', '2023-06-14', '2025-08-12');
const php = debianMoves('2017-11-30', '2019-07-12', '2021-08-16', '2023-06-14', '2025-08-12');
const until = (timeline: Timeline, last: string): Timeline => {
  const index = timeline.findIndex(([, base]) => base === last);
  return timeline.slice(0, index + 1);
};
const each = (versions: string, base: Base): Record<string, Base> =>
  Object.fromEntries(versions.split(' ').map((version) => [version, base]));

export const families: readonly Family[] = [
  { names: ['scratch'], base: 'none', contents: 'bare', tagNamesNoSystem: true },
  { names: ['alpine'], base: 'alpine:*', contents: 'plain' },
  { names: ['debian'], base: 'debian:*', contents: 'plain' },
  { names: ['ubuntu'], base: 'ubuntu:*', contents: 'plain' },
  {
    names: ['fedora', 'registry.fedoraproject.org/fedora', 'quay.io/fedora/fedora'],
    base: 'fedora:*',
    contents: 'plain',
  },
  {
    names: ['registry.fedoraproject.org/fedora-minimal', 'quay.io/fedora/fedora-minimal'],
    base: 'fedora:*',
    contents: 'plain',
  },
  {
    names: ['amazonlinux', 'public.ecr.aws/amazonlinux/amazonlinux'],
    base: 'amazonlinux:*',
    contents: 'plain',
  },
  { names: ['centos'], base: 'centos:8', contents: 'plain' },
  { names: ['quay.io/centos/centos'], base: null, contents: 'plain' },
  { names: ['rockylinux', 'rockylinux/rockylinux'], base: null, contents: 'plain' },
  { names: ['almalinux'], base: 'almalinux:10', contents: 'plain' },
  { names: ['oraclelinux'], base: null, contents: 'plain' },
  {
    names: ['archlinux', 'archlinux/archlinux'],
    base: 'archlinux:rolling',
    contents: 'application',
    tagNamesNoSystem: true,
  },
  {
    names: ['golang'],
    base: golang,
    versions: {
      ...each('1.5 1.6 1.7 1.8', until(golang, 'debian:8')),
      ...each('1.9 1.10 1.11', until(golang, 'debian:9')),
      ...each('1.12 1.13 1.14 1.15', until(golang, 'debian:10')),
      ...each('1.16 1.17 1.18', until(golang, 'debian:11')),
      ...each('1.19 1.20 1.21 1.22 1.23', until(golang, 'debian:12')),
    },
    contents: 'compiler',
    alpine: 'plain',
    golang: true,
  },
  {
    names: ['python'],
    base: python,
    versions: {
      ...each('2 2.7 3.5', until(python, 'debian:10')),
      '3.6': until(python, 'debian:11'),
      ...each('3.7 3.8', until(python, 'debian:12')),
    },
    contents: 'buildpack',
    slim: 'application',
    alpine: 'application',
  },
  {
    names: ['node'],
    base: [
      ['', 'debian:12'],
      ['2026-05-05', 'debian:13'],
    ],
    versions: {
      ...each('0 4 5 6 7 8 9', 'debian:8'),
      ...each('10 11 12 13 15', 'debian:9'),
      '14': [
        ['', 'debian:9'],
        ['2022-07-05', 'debian:10'],
      ],
      '16': 'debian:10',
      ...each('17 19', 'debian:11'),
      ...each('18 20', [
        ['', 'debian:11'],
        ['2023-06-12', 'debian:12'],
      ]),
      ...each('21 22 23 24 25', 'debian:12'),
      '26': 'debian:13',
    },
    tags: { lts: 'debian:12' },
    contents: 'buildpack',
    slim: 'application',
    alpine: 'cxxRuntime',
  },
  { names: ['rust'], base: rust, contents: 'buildpack', slim: 'compiler', alpine: 'compiler' },
  { names: ['ruby'], base: ruby, contents: 'buildpack', slim: 'application', alpine: 'application' },
  { names: ['php'], base: php, contents: 'compiler', alpine: 'application' },
  { names: ['busybox'], base: 'busybox:glibc', contents: 'busybox' },
  { names: ['hello-world', 'nats'], base: 'none', contents: 'bare' },
  {
    names:
      'adminer api-firewall arangodb bash bonita caddy composer docker eclipse-mosquitto eggdrop krakend registry teamspeak traefik znc'.split(
        ' ',
      ),
    base: 'alpine:*',
    contents: 'application',
    tagNamesNoSystem: true,
  },
  { names: ['gcr.io/distroless/static*'], base: 'none', contents: 'bare', tagNamesNoSystem: true },
  {
    names: ['cgr.dev/chainguard/static', 'chainguard/static'],
    base: 'none',
    contents: 'bare',
    tagNamesNoSystem: true,
  },
  {
    names: ['ghcr.io/osgeo/gdal', 'osgeo/gdal'],
    base: null,
    contents: 'application',
  },
];
