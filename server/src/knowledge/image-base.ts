// Finds what an image is built on: the release that its tag or name says, or the one its family had at the date.
import {
  anyRelease,
  newestRelease,
  releaseByAge,
  releaseByCodename,
  releaseById,
  type Release,
} from './distributions.js';
import type { Base, Family } from './image-family.js';
import type { ImageReference } from './image-reference.js';
import { recordedBase } from './official-timelines.js';
import { systemIn, type SystemName, type Tag } from './tag-grammar.js';

export interface FoundBase {
  /** Null where there is no libc at all. */
  readonly release: Release | null;
  /** How it is known: the tag or the name says it, the tag stands for it at the date, or the family is always built so. */
  readonly how: 'named' | 'moves' | 'family';
  /** True where the tag moves to other releases with time. */
  readonly floating: boolean;
}

/** A glibc of which neither distribution nor version is known. */
const anyGlibc: Release = {
  id: 'glibc:?',
  distribution: '',
  release: null,
  codename: null,
  libc: 'glibc',
  version: null,
  packageManager: 'none',
  shell: 'dash',
  since: '',
};

/** Base of an image of a known family on an ISO date; null where it is not known. */
export function familyBase(
  family: Family,
  reference: ImageReference,
  tag: Tag,
  asOf: string,
): FoundBase | null {
  const found =
    reference.tag === null && reference.digest !== null
      ? digestBase(family, reference, asOf)
      : taggedBase(family, reference, tag, asOf);
  return found && reference.digest !== null ? { ...found, floating: false } : found;
}

/** A digest without a tag may be any of the family's: only what all of them share is known. */
function digestBase(family: Family, reference: ImageReference, asOf: string): FoundBase | null {
  const where = family.system ?? 'tag';
  if (where === 'tag') return null;
  const named = where === 'name' || where === 'name-release' ? nameSystem(reference.name) : null;
  if (named?.release) return { release: named.release, how: 'named', floating: false };
  if (where === 'release' || where === 'name-release') {
    const release = anyRelease(named?.distribution ?? distributionOfName(reference.name));
    return release && { release, how: 'family', floating: false };
  }
  const found = family.base === null ? null : baseAt(family.base, asOf);
  if (found === null || found.startsWith('official:')) return null;
  if (found === 'none') return { release: null, how: 'family', floating: false };
  const release =
    typeof family.base === 'string' && !found.endsWith('*')
      ? releaseOf(found, asOf)
      : vague(releaseOf(found, asOf));
  return release && { release, how: 'family', floating: false };
}

const vague = (release: Release | null): Release | null =>
  release ? anyRelease(release.distribution) : null;

function taggedBase(family: Family, reference: ImageReference, tag: Tag, asOf: string): FoundBase | null {
  const where = family.system ?? 'tag';
  for (const [word, base] of Object.entries(family.wordBases ?? {})) {
    if (!tag.words.some((own) => (word.endsWith('*') ? own.startsWith(word.slice(0, -1)) : own === word)))
      continue;
    // `maven:3-amazoncorretto-21-alpine` is on Alpine: what the tag names outright goes first.
    if (tag.system && where !== 'nowhere' && (tag.system.hasRelease || tag.system.distribution !== word))
      break;
    return resolved(base, asOf);
  }
  if (where === 'release') return ownRelease(distributionOfName(reference.name), tag, asOf);
  if (where === 'name' || where === 'name-release') {
    const named = nameSystem(reference.name);
    if (named?.release) return { release: named.release, how: 'named', floating: false };
    if (where === 'name-release' && named) return ownRelease(named.distribution, tag, asOf) ?? unnamed(named);
  }
  if (where !== 'nowhere' && tag.system) return systemBase(family, reference.name, tag, tag.system, asOf);
  const versioned = tag.version === null ? undefined : byVersion(family.versions, tag.version);
  const base = versioned ?? family.base;
  if (base === null) return null;
  if (typeof base === 'string' && base.startsWith('official:'))
    return officialBase(family, base.slice(9), tag, asOf);
  return resolved(base, asOf);
}

function systemBase(
  family: Family,
  name: string,
  tag: Tag,
  system: SystemName,
  asOf: string,
): FoundBase | null {
  if (system.release) return { release: system.release, how: 'named', floating: false };
  if (system.hasRelease || tag.preRelease) return unnamed(system);
  const official =
    typeof family.base === 'string' && family.base.startsWith('official:') ? family.base.slice(9) : name;
  const kind = system.distribution === 'alpine' ? 'alpine' : 'default';
  const word = recordedBase(official, kind, keyOf(tag), asOf);
  const release =
    word === null ? null : kind === 'alpine' ? releaseById(`alpine:${word}`) : wordRelease(word);
  if (release?.distribution === system.distribution)
    return { release, how: 'moves', floating: !isFullVersion(tag) };
  return unnamed(system);
}

const unnamed = ({ distribution }: SystemName): FoundBase | null => {
  const release = anyRelease(distribution);
  return release && { release, how: 'named', floating: true };
};

function officialBase(family: Family, name: string, tag: Tag, asOf: string): FoundBase | null {
  const key = keyOf(tag);
  const word =
    (tag.slim ? recordedBase(name, 'slim', key, asOf) : null) ?? recordedBase(name, 'default', key, asOf);
  const release = word === null || word === '' ? null : wordRelease(word);
  const fallback = releaseOf(family.unrecorded ?? 'glibc:?', asOf);
  if (release && !tag.preRelease) return { release, how: 'moves', floating: !isFullVersion(tag) };
  const shared = release && release.distribution === 'debian' ? anyRelease('debian') : fallback;
  return shared && { release: shared, how: 'family', floating: true };
}

function wordRelease(word: string): Release | null {
  const system = systemIn([word]);
  return system && (system.release ?? anyRelease(system.distribution));
}

/** What the moves of official images are recorded under: the version, else the first word that is no system and no size. */
function keyOf(tag: Tag): string {
  if (tag.version !== null) return tag.version;
  const [first = 'latest', second] = tag.words.filter((word) => word !== 'slim' && systemIn([word]) === null);
  // `lts-gallium`: the name of the line counts.
  return first === 'lts' && second !== undefined ? second : first;
}

const isFullVersion = (tag: Tag): boolean => (tag.version ?? '').split('.').length > 2;

function resolved(base: Base, asOf: string): FoundBase | null {
  const id = baseAt(base, asOf);
  if (id === 'none') return { release: null, how: 'family', floating: typeof base !== 'string' };
  const release = releaseOf(id, asOf);
  const fixed =
    typeof base === 'string' &&
    !id.endsWith('*') &&
    release?.release !== null &&
    release?.release !== 'rolling' &&
    release?.release !== 'tumbleweed';
  return release && { release, how: typeof base === 'string' ? 'family' : 'moves', floating: !fixed };
}

function releaseOf(id: string, asOf: string): Release | null {
  if (id === 'glibc:?') return anyGlibc;
  const [distribution = '', release] = id.split(':');
  if (release === '*') return newestRelease(distribution, asOf);
  return releaseById(id) ?? (release === '?' ? anyRelease(distribution) : null);
}

function baseAt(base: Base, asOf: string): string {
  if (typeof base === 'string') return base;
  let found = base[0]?.[1] ?? 'none';
  for (const [since, id] of base) if (since <= asOf) found = id;
  return found;
}

function byVersion(versions: Family['versions'], version: string): Base | undefined {
  const parts = version.split('.');
  for (let length = parts.length; length > 0; length--) {
    const base = versions?.[parts.slice(0, length).join('.')];
    if (base !== undefined) return base;
  }
  return undefined;
}

const distributionOfName = (name: string): string => {
  const last = name.slice(name.lastIndexOf('/') + 1);
  return nameAliases[last] ?? last;
};
const nameAliases: Readonly<Record<string, string>> = {
  leap: 'opensuse',
  'fedora-minimal': 'fedora',
  'alpine-glibc': 'alpine',
  sle15: 'sles',
  'bci-base': 'sles',
  'bci-minimal': 'sles',
  'bci-micro': 'sles',
  'bci-busybox': 'sles',
  'bci-init': 'sles',
};

/** The release that the tag of a distribution's own image names: number, codename, age, or a date of Alpine's edge. */
export function ownRelease(distribution: string, tag: Tag, asOf: string): FoundBase | null {
  const [first = ''] = tag.words;
  const named = (release: Release): FoundBase => ({ release, how: 'named', floating: false });
  const codenamed = releaseByCodename(first);
  if (codenamed) return codenamed.distribution === distribution ? named(codenamed) : null;
  if (tag.system?.distribution === distribution && tag.system.release) return named(tag.system.release);
  const version = tag.version ?? '';
  if (distribution === 'amazonlinux' && /^201[678]\.\d\d/.test(version)) return exact(distribution, '1');
  if (distribution === 'alpine' && /^20\d{6}$/.test(version)) return exact(distribution, 'edge');
  const parts = version.split('.');
  for (let length = Math.min(parts.length, 2); length > 0; length--) {
    const found = exact(distribution, parts.slice(0, length).join('.'));
    if (found) return found;
  }
  const worded = exact(distribution, first);
  if (worded) return { ...worded, floating: first === 'edge' || first === 'tumbleweed' };
  if (first === 'rawhide') return moving(releaseById('fedora:45'));
  if (version !== '') {
    const within = newestWithin(distribution, version, asOf);
    return within ? moving(within) : vagueOf(distribution);
  }
  if (first === 'alpine' && tag.words[1] !== undefined) return exact(distribution, tag.words[1]);
  return moving(releaseByAge(distribution, first, asOf)) ?? (ages.has(first) ? vagueOf(distribution) : null);
}

const ages = new Set(['latest', 'stable', 'oldstable', 'oldoldstable', 'testing', 'rolling', 'devel']);

const exact = (distribution: string, name: string): FoundBase | null => {
  const release = releaseById(`${distribution}:${name}`);
  return release && { release, how: 'named', floating: false };
};

const moving = (release: Release | null): FoundBase | null =>
  release && { release, how: 'moves', floating: true };

const vagueOf = (distribution: string): FoundBase | null => {
  const release = anyRelease(distribution);
  return release && { release, how: 'family', floating: true };
};

/** `alpine:3` is the newest 3.x at the date. */
function newestWithin(distribution: string, version: string, asOf: string): Release | null {
  const newest = newestRelease(distribution, asOf);
  return newest?.release?.startsWith(`${version}.`) === true ? newest : null;
}

// Codenames that are words of daily use: in a stranger's tag they may mean anything.
const plainWords = new Set(['sid', 'groovy', 'disco', 'cosmic', 'lunar', 'artful']);
const distributionNames = new Set(
  'alpine debian ubuntu fedora centos rockylinux almalinux amazonlinux oraclelinux'.split(' '),
);

/** Base of an image of which nothing is recorded, as far as its tag or its name says it outright. */
export function strangerBase(reference: ImageReference, tag: Tag, asOf: string): FoundBase | null {
  const last = reference.name.slice(reference.name.lastIndexOf('/') + 1);
  if (distributionNames.has(last)) {
    if (reference.tag === null && reference.digest !== null) return vagueOf(last);
    return ownRelease(last, tag, asOf) ?? vagueOf(last);
  }
  const { system } = tag;
  if (system && reference.tag !== null) {
    const codename = system.release?.codename ?? null;
    const doubtful =
      codename !== null && plainWords.has(codename) && !tag.words.includes(system.distribution);
    if (system.release && !doubtful) return { release: system.release, how: 'named', floating: false };
    if (system.distribution === 'alpine') return unnamed(system);
  }
  return strangerName(last);
}

function strangerName(last: string): FoundBase | null {
  const words = last.split(/[-_.]/);
  const system = nameSystem(last);
  if (!system) return null;
  const says = words.some((word) => word.startsWith(system.distribution));
  if (system.release && says) return { release: system.release, how: 'named', floating: false };
  if (system.distribution !== 'alpine') return null;
  return words[0] === 'alpine' || words.at(-1) === 'alpine' ? unnamed(system) : null;
}

/** A system that the last part of a repository's name holds: `cc-debian12`, `ubuntu-noble-run`, `alpine-node`. */
function nameSystem(name: string): SystemName | null {
  return systemIn(name.slice(name.lastIndexOf('/') + 1).split(/[-_]/));
}
