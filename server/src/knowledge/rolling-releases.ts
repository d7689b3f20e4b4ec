// The least glibc of distributions without fixed releases: what they had when they were looked at, and have at least ever since.

/** PEP 600 compliance table (mayeut/pep600_compliance) and Wolfi's glibc.yaml, read 2026-08. */
const floors: Readonly<Partial<Record<string, string>>> = {
  'debian:14': '2.42',
  'debian:sid': '2.43',
  'opensuse:tumbleweed': '2.43',
  'archlinux:rolling': '2.44',
  'wolfi:rolling': '2.43',
};

/** Least glibc of a rolling release; null for a release with a version of its own, or one that is not known. */
export const rollingFloor = (distribution: string | null, release: string | null): string | null =>
  floors[`${distribution ?? ''}:${release ?? ''}`] ?? null;
