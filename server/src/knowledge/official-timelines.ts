// Reads the recorded moves of official images: on which base a tag was built at a date.
import { officialBases } from './official-bases.js';
import { compareVersions } from './version.js';

interface Move {
  readonly date: string;
  /** First version of the line that stayed on this base; empty where none did. */
  readonly first: string;
  /** Word of the base (`bookworm`, `3.20`, `oraclelinux9`); empty where it is not recorded. */
  readonly base: string;
}

type Lines = ReadonlyMap<string, readonly Move[]>;

export type TagKind = 'default' | 'slim' | 'alpine';

interface Image {
  readonly kinds: ReadonlyMap<string, Lines>;
  readonly suites: ReadonlyMap<string, readonly Suite[]>;
}

interface Suite {
  readonly codename: string;
  readonly first: string | null;
  readonly last: string | null;
}

const raw = new Map<string, (readonly [kind: string, lines: string])[]>();
for (const [key, lines] of Object.entries(officialBases)) {
  const [image = '', kind = ''] = key.split('/');
  const rows = raw.get(image) ?? [];
  rows.push([kind, lines]);
  raw.set(image, rows);
}
const parsed = new Map<string, Image>();

function imageOf(name: string): Image | null {
  const before = parsed.get(name);
  if (before) return before;
  const rows = raw.get(name);
  if (!rows) return null;
  const kinds = new Map<string, Lines>();
  const suites = new Map<string, readonly Suite[]>();
  for (const [kind, lines] of rows) {
    const cells = lines.split(/\s+/).map((cell) => cell.split('='));
    if (kind === 'suites')
      for (const [line = '', list = ''] of cells) suites.set(line, list.split(',').map(suiteOf));
    else kinds.set(kind, new Map(cells.map(([line = '', list = '']) => [line, list.split(',').map(moveOf)])));
  }
  const image = { kinds, suites };
  parsed.set(name, image);
  return image;
}

function moveOf(text: string): Move {
  const [date = '', first = '', base = ''] = text.split('/');
  return { date, first, base };
}

function suiteOf(text: string): Suite {
  const [, codename = '', first = null, last = null] =
    /^([a-z]+)(?:>([\d.]+))?(?:<([\d.]+))?$/.exec(text) ?? [];
  return { codename, first, last };
}

/**
 * Word of the base that a tag had on a date.
 * @param key version (`1.22.3`, `20`) or first word (`latest`, `lts`) of the tag.
 * @returns `''` where the tag is recorded and its base is not; null where nothing is recorded of it.
 */
export function recordedBase(name: string, kind: TagKind, key: string, asOf: string): string | null {
  const lines = imageOf(name)?.kinds.get(kind);
  if (!lines) return null;
  const own = lines.get(key);
  if (own) return baseAt(own, asOf, null);
  if (!/^\d/.test(key)) return null;
  const parts = key.split('.');
  for (let length = parts.length - 1; length > 0; length--) {
    const moves = lines.get(parts.slice(0, length).join('.'));
    if (moves && moves.some(({ first }) => first !== '')) return baseAt(moves, asOf, key);
  }
  // A version newer than everything recorded is built as the newest was.
  const newest = lines.get('latest');
  return newest && isNewerThanRecorded(name, key) ? baseAt(newest, asOf, null) : null;
}

function baseAt(moves: readonly Move[], asOf: string, version: string | null): string {
  let base = moves[0]?.base ?? '';
  for (const move of moves) {
    if (move.date > asOf) break;
    if (version === null || (move.first !== '' && !isBefore(version, move.first))) base = move.base;
  }
  return base;
}

/** `20.5` stands for the last of 20.5.x, so it is before 20.6.0 and not before 20.5.1. */
const isBefore = (version: string, first: string): boolean =>
  compareVersions(version, first) < 0 && !first.startsWith(`${version}.`);

function isNewerThanAll(lines: Lines, version: string): boolean {
  for (const line of lines.keys()) if (/^\d/.test(line) && compareVersions(line, version) > 0) return false;
  return true;
}

/** Lines of releases (`1.22`, `20`) that an image had tags for by a date, oldest first. */
export function recordedLines(name: string, asOf: string): readonly string[] {
  const lines = imageOf(name)?.kinds.get('default');
  if (!lines) return [];
  return [...lines]
    .filter(([line, moves]) => /^\d/.test(line) && (moves[0]?.date ?? '9') <= asOf)
    .map(([line]) => line)
    .sort(compareVersions);
}

/** Whether an image has, or had, a tag of this version (or of `latest`) for a Debian suite. */
export function hasSuite(name: string, key: string, codename: string): boolean {
  const suites = imageOf(name)?.suites;
  const parts = key.split('.');
  for (let length = parts.length; length > 0; length--) {
    const found = suites?.get(parts.slice(0, length).join('.'));
    if (!found) continue;
    const suite = found.find((each) => each.codename === codename);
    if (!suite) return false;
    if (length === parts.length) return true;
    return (
      (suite.first === null || !isBefore(key, suite.first)) &&
      (suite.last === null || compareVersions(key, suite.last) <= 0 || suite.last.startsWith(`${key}.`))
    );
  }
  return false;
}

/** Whether an image has, or had, tags of this version (or of `latest`) on Alpine. */
export function hasAlpine(name: string, key: string): boolean {
  const lines = imageOf(name)?.kinds.get('alpine');
  if (!lines) return false;
  if (lines.has(key)) return true;
  const parts = key.split('.');
  for (let length = parts.length - 1; length > 0; length--)
    if (lines.has(parts.slice(0, length).join('.'))) return true;
  return false;
}

/** Whether anything is recorded of an official image of this name. */
export const hasTags = (name: string): boolean => raw.has(name);

/** Whether a version is newer than every one that is recorded of an image; false for words. */
export function isNewerThanRecorded(name: string, key: string): boolean {
  const lines = imageOf(name)?.kinds.get('default');
  return lines !== undefined && /^\d/.test(key) && isNewerThanAll(lines, key);
}
