// The form of one row of the tables of images.
import type { ContentsName } from './image-contents.js';

/** Base by ISO date of its first use, oldest first. */
export type Timeline = readonly (readonly [since: string, base: string])[];

/**
 * A base: `debian:12` (a release), `debian:*` (the newest at the date), `debian:?` (release not known), `glibc:?`, `none` (no libc),
 * `official:rust` (as the official image of that name), or a timeline of such.
 */
export type Base = string | Timeline;

export interface Family {
  /** Names as `parseReference` gives them; `*` at the end stands for anything. */
  readonly names: readonly string[];
  /** Base where the tag names no system; null where it is not known. */
  readonly base: Base | null;
  /** Bases by version prefix, where they are not the family's; the longest prefix wins. */
  readonly versions?: Readonly<Record<string, Base>>;
  /** Bases by a word of the tag (`musl`, `corretto`), before anything else. */
  readonly wordBases?: Readonly<Record<string, Base>>;
  /** Base of tags of an `official:` image whose base is not recorded; `glibc:?` without it. */
  readonly unrecorded?: string;
  /** Distribution to report where there is no libc (`distroless`). */
  readonly distribution?: string;
  readonly contents: ContentsName;
  readonly slim?: ContentsName;
  /** Contents on Alpine. */
  readonly alpine?: ContentsName;
  /** Contents by a word of the tag or the name (`devel`, `chiseled`); the first in the table wins. */
  readonly words?: Readonly<Record<string, ContentsName>>;
  /** Word of the tag that adds a shell to the contents (distroless `debug`). */
  readonly shellWord?: string;
  /** The tag that counts stands behind this word (`latest-rust-1.70`). */
  readonly tagBehind?: string;
  /**
   * Where a system may be named: `tag` (default), `name` (`gcr.io/distroless/cc-debian12`, then the tag), `release` (the tag is
   * the release itself: `debian:12`), `name-release` (the name names the distribution and the tag its release), `nowhere`.
   */
  readonly system?: 'tag' | 'name' | 'release' | 'name-release' | 'nowhere';
  /** Version of a glibc that the image carries beside musl; null where it is not known. */
  readonly secondGlibc?: string | null;
  /** Tag word for which alone `secondGlibc` holds; without it, for every tag. */
  readonly secondGlibcFor?: string;
  /** Go on PATH: its version is the tag's (`tag`), the tag's behind another version (`second`), or not told (`unknown`). */
  readonly go?: 'tag' | 'second' | 'unknown';
  readonly environment?: Readonly<Record<string, string>>;
  readonly workdir?: string;
}

/** One version-to-base entry for each of several versions. */
export const each = (versions: string, base: Base): Record<string, Base> =>
  Object.fromEntries(versions.split(' ').map((version) => [version, base]));
