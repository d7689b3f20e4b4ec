// Which Go an image of the golang family carries, and the environment it sets.
import { recordedLines } from './official-timelines.js';
import type { Tag } from './tag-grammar.js';
import { atLeast } from './version.js';

// Last Go that had tags for a system that was dropped since (`golang:alpine3.18`, `golang:buster`): git history of official-images.
const lastGoOf: Readonly<Record<string, readonly [until: string, go: string]>> = {
  wheezy: ['2017-02-15', '1.8'],
  jessie: ['2017-08-08', '1.8'],
  stretch: ['2022-07-06', '1.18'],
  buster: ['2023-06-06', '1.20'],
  bullseye: ['2025-08-12', '1.24'],
  'alpine3.5': ['2017-08-08', '1.8'],
  'alpine3.6': ['2018-02-07', '1.9'],
  'alpine3.7': ['2019-01-23', '1.11'],
  'alpine3.8': ['2019-02-12', '1.11'],
  'alpine3.9': ['2019-08-29', '1.12'],
  'alpine3.10': ['2020-02-13', '1.13'],
  'alpine3.11': ['2020-08-07', '1.14'],
  'alpine3.12': ['2021-06-10', '1.16'],
  'alpine3.13': ['2021-11-04', '1.17'],
  'alpine3.14': ['2022-05-10', '1.18'],
  'alpine3.15': ['2022-11-16', '1.19'],
  'alpine3.16': ['2023-05-02', '1.20'],
  'alpine3.17': ['2023-12-05', '1.21'],
  'alpine3.18': ['2024-05-07', '1.22'],
  'alpine3.19': ['2024-12-03', '1.23'],
  'alpine3.20': ['2025-05-27', '1.24'],
  'alpine3.21': ['2025-12-02', '1.25'],
  'alpine3.22': ['2026-06-08', '1.26'],
};

/** Go of a golang tag on a date: the version it names (`1.22`, `1.22.3`), else the newest that such a tag stood for. */
export function goOfTag(tag: Tag, asOf: string): string | null {
  const named = /^(\d+\.\d+(?:\.\d+)?)/.exec(tag.version ?? '')?.[1];
  if (named !== undefined) return named;
  if (tag.words.some((word) => word === 'tip' || word === 'rc' || word === 'cross')) return null;
  for (const word of tag.words) {
    const dropped = lastGoOf[word];
    if (dropped && dropped[0] < asOf) return dropped[1];
  }
  return recordedLines('golang', asOf).findLast((line) => line.includes('.')) ?? null;
}

// docker-library/golang commit b643595 of 2023-09-15: images made since then set GOTOOLCHAIN=local, 1.20.8 and 1.21.1 the first.
export function setsToolchainLocal(go: string, asOf: string): boolean {
  if (go.split('.').length > 2)
    return atLeast(go, '1.21') ? atLeast(go, '1.21.1') : go.startsWith('1.20.') && atLeast(go, '1.20.8');
  return atLeast(go, '1.20') && asOf >= '2023-09-15';
}
