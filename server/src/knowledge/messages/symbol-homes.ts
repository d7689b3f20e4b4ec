// Where a symbol that musl's loader misses is to be had: in gcompat, in a newer musl, or in glibc alone.
import { releaseById } from '../distributions.js';
import { inGcompat, inGcompat110, inNeither, inSomeMusl } from '../glibc-symbols.js';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));
const always = words(inGcompat);
const since110 = words(inGcompat110);
const nowhere = words(inNeither);

/** Older than the releases that were measured; from musl's release notes. */
const gainedBefore: Readonly<Record<string, string>> = { getrandom: '3.9' };

export type GcompatHome = 'every release' | 'since 1.1.0' | 'no';

/** Whether gcompat exports a symbol: every release of it, those since 1.1.0, or none. */
export function gcompatHome(symbol: string): GcompatHome {
  if (since110.has(symbol)) return 'since 1.1.0';
  return always.has(symbol) ? 'every release' : 'no';
}

/** Whether glibc exports a symbol and no musl does. */
export const onlyInGlibc = (symbol: string): boolean =>
  nowhere.has(symbol) || always.has(symbol) || since110.has(symbol);

export interface MuslHome {
  readonly alpine: string;
  readonly musl: string | null;
}

/** The first release of Alpine whose musl has a symbol that older ones lack; null where musl always or never had it. */
export function muslGained(symbol: string): MuslHome | null {
  const [first] = Object.hasOwn(inSomeMusl, symbol) ? (inSomeMusl[symbol] ?? []) : [];
  const alpine = Object.hasOwn(gainedBefore, symbol) ? gainedBefore[symbol] : first;
  if (alpine === undefined || alpine === '3.13') return null;
  return { alpine, musl: releaseById(`alpine:${alpine}`)?.version ?? null };
}
