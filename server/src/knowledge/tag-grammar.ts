// What a tag says: `<version>[-<flavour>…][-<os>]`, where the part that names the system may stand anywhere.
import { releaseByCodename, releaseById, type Release } from './distributions.js';

export interface SystemName {
  readonly distribution: string;
  /** Null where only the distribution is named (`alpine`), or a release of which we hold nothing (`alpine3.99`). */
  readonly release: Release | null;
  /** Whether a release is named, known or not. */
  readonly hasRelease: boolean;
}

export interface Tag {
  readonly text: string;
  /** Leading version (`1.22.3`, `3.12`, `21.0.3.9` for `21.0.3_9`); null where the tag has none. */
  readonly version: string | null;
  /** Words between the dashes, in lower case. */
  readonly words: readonly string[];
  readonly system: SystemName | null;
  /** A release candidate, a beta, an early access or onbuild tag: built once, on what was usual then. */
  readonly preRelease: boolean;
  readonly slim: boolean;
  readonly windows: boolean;
}

interface SystemWord {
  readonly pattern: RegExp;
  readonly distribution: string;
}

// Grammar of official-images tags (Tags lines of docker-library/official-images) and of Microsoft's, Red Hat's and Amazon's.
const systemWords: readonly SystemWord[] = [
  { pattern: /^alpine-?v?(\d+\.\d+|edge)?(?:\.\d+)?$/, distribution: 'alpine' },
  { pattern: /^debian-?(\d+)?(?:\.\d+)*$/, distribution: 'debian' },
  { pattern: /^ubuntu-?(\d\d\.\d\d)?$/, distribution: 'ubuntu' },
  { pattern: /^(?:ubi|rhel)-?(\d+)?(?:\.\d+)*$/, distribution: 'rhel' },
  { pattern: /^centos-?(?:stream-?)?(\d+)?(?:\.\d+)*$/, distribution: 'centos' },
  { pattern: /^stream-?(\d+)$/, distribution: 'centos' },
  { pattern: /^rocky(?:linux)?-?(\d+)?(?:\.\d+)*$/, distribution: 'rockylinux' },
  { pattern: /^almalinux-?(\d+)?(?:\.\d+)*$/, distribution: 'almalinux' },
  { pattern: /^(?:oraclelinux|oracle|ol)-?(\d+)?(?:\.\d+)*$/, distribution: 'oraclelinux' },
  { pattern: /^al(1|2|2023)$/, distribution: 'amazonlinux' },
  { pattern: /^amazonlinux-?(1|2|2023)?$/, distribution: 'amazonlinux' },
  { pattern: /^fedora-?(\d\d)$/, distribution: 'fedora' },
  { pattern: /^fedora$/, distribution: 'fedora' },
  { pattern: /^azurelinux-?(\d+\.\d+)?$/, distribution: 'azurelinux' },
  { pattern: /^mariner-?(\d+\.\d+)?$/, distribution: 'azurelinux' },
  { pattern: /^photon-?(\d+\.\d+|\d+)?$/, distribution: 'photon' },
];
// A cheap test before the patterns: what no system word begins with.
const mayNameSystem = /^(?:al|am|az|ce|de|fe|ma|ol|or|ph|rh|ro|st|ub)/;
const windowsWord = /^(?:nanoserver|windowsservercore|windows|winamd64|ltsc20\d\d|servercore)/;

const preRelease = /^(?:a|b|c|m|rc|alpha|beta|dev|pre|preview)$/i;
const preReleaseWord = /^(?:rc|alpha|beta|dev|pre|preview|ea|m|tip|onbuild)[.\d]*$/;

/** `21.0.3_9` is 21.0.3.9, `21_35` is 21.0.0.35 and `8u302` is 8.302, so that they sort. */
const normalVersion = (digits: string): string => digits.replace(/^(\d+)_/, '$1.0.0.').replace(/[_u]/g, '.');

/** Reads a tag; never fails, what it does not say is null. */
export function parseTag(text: string): Tag {
  const words = text.toLowerCase().split(/[-_]/);
  const [, digits, letters] = /^v?(\d+(?:[._u]\d+)*)([a-z]*)/i.exec(text) ?? [];
  const isVersion = digits !== undefined && (letters === '' || preRelease.test(letters ?? ''));
  return {
    text,
    version: isVersion ? normalVersion(digits) : null,
    preRelease:
      preRelease.test((isVersion ? letters : '') ?? '') || words.some((word) => preReleaseWord.test(word)),
    words,
    system: systemIn(words),
    slim: words.includes('slim'),
    windows: words.some((word) => windowsWord.test(word)),
  };
}

/** The last words that name a distribution; a release in the next word counts (`debian-12`, `jdk-alpine-3.23`). */
export function systemIn(words: readonly string[]): SystemName | null {
  let nameless: SystemName | null = null;
  for (let i = words.length - 1; i >= 0; i--) {
    const word = words[i] ?? '';
    const codenamed = releaseByCodename(word);
    if (codenamed) return { distribution: codenamed.distribution, release: codenamed, hasRelease: true };
    if (!mayNameSystem.test(word)) continue;
    const next = words[i + 1];
    // `alpine-3.18` alone may be version 3.18 of the program, on some Alpine.
    const joined =
      next !== undefined && /^\d+(\.\d+)*$/.test(next) && !(i === 0 && word === 'alpine')
        ? `${word}-${next}`
        : null;
    for (const { pattern, distribution } of systemWords) {
      const match = (joined === null ? null : pattern.exec(joined)) ?? pattern.exec(word);
      if (!match) continue;
      const release = match[1] === undefined ? null : releaseById(`${distribution}:${match[1]}`);
      if (release) return { distribution, release, hasRelease: true };
      nameless ??= { distribution, release: null, hasRelease: match[1] !== undefined };
      break;
    }
  }
  return nameless;
}
