// What a tag says: `<version>[-<flavour>…][-<os>]`, where the part that names the system may stand anywhere.
import { releaseByCodename, releaseById } from './distributions.js';

export interface Tag {
  readonly text: string;
  /** Leading version (`1.22.3`, `3.12`); null where the tag has none. */
  readonly version: string | null;
  /** Words between the dashes. */
  readonly words: readonly string[];
  /** Distribution that the tag names, and its release where it says that too (`alpine:3.20`, `alpine`). */
  readonly system: {
    readonly distribution: string;
    readonly releaseId: string | null;
    readonly word: string;
  } | null;
  readonly slim: boolean;
  readonly windows: boolean;
}

interface SystemWord {
  readonly pattern: RegExp;
  readonly distribution: string;
}

// Grammar of official-images tags (README and Tags lines of docker-library/official-images) and of Microsoft's and Amazon's.
const systemWords: readonly SystemWord[] = [
  { pattern: /^alpine-?(\d+\.\d+|edge)?(?:\.\d+)?$/, distribution: 'alpine' },
  { pattern: /^debian-?(\d+)?(?:\.\d+)?$/, distribution: 'debian' },
  { pattern: /^ubuntu-?(\d\d\.\d\d)?$/, distribution: 'ubuntu' },
  { pattern: /^(?:ubi|rhel)-?(\d+)?(?:\.\d+)?$/, distribution: 'rhel' },
  { pattern: /^centos-?(\d+)?(?:\.\d+)*$/, distribution: 'centos' },
  { pattern: /^(?:rockylinux|rocky)-?(\d+)?(?:\.\d+)?$/, distribution: 'rockylinux' },
  { pattern: /^almalinux-?(\d+)?(?:\.\d+)?$/, distribution: 'almalinux' },
  { pattern: /^(?:oraclelinux|oracle|ol)-?(\d+)?$/, distribution: 'oraclelinux' },
  { pattern: /^(?:al|amazonlinux|amzn)-?(1|2|2023)?$/, distribution: 'amazonlinux' },
  { pattern: /^fedora-?(\d+)?$/, distribution: 'fedora' },
  { pattern: /^azurelinux-?(\d+\.\d+)?$/, distribution: 'azurelinux' },
  { pattern: /^mariner-?(\d+\.\d+)?$/, distribution: 'azurelinux' },
];

/** Reads a tag; never fails, what it does not say is null. */
export function parseTag(text: string): Tag {
  const words = text.split('-');
  const version = /^v?(\d+(?:\.\d+)*)/.exec(text)?.[1] ?? null;
  return {
    text,
    version,
    words,
    system: systemIn(words),
    slim: words.includes('slim'),
    windows: words.some((word) => /^(nanoserver|windowsservercore|windows|ltsc20\d\d)/.test(word)),
  };
}

function systemIn(words: readonly string[]): Tag['system'] {
  for (let i = words.length - 1; i >= 0; i--) {
    const word = (words[i] ?? '').toLowerCase();
    const codenamed = releaseByCodename(word);
    if (codenamed) return { distribution: codenamed.distribution, releaseId: codenamed.id, word };
    const next = words[i + 1];
    const joined = next !== undefined && /^\d+(\.\d+)*$/.test(next) ? `${word}-${next}` : null;
    for (const { pattern, distribution } of systemWords) {
      const match = (joined === null ? null : pattern.exec(joined)) ?? pattern.exec(word);
      if (!match) continue;
      const release = match[1] === undefined ? null : releaseById(`${distribution}:${match[1]}`);
      return { distribution, releaseId: release?.id ?? null, word: match[0] };
    }
  }
  return null;
}
