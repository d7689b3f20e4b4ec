// Moving tags: which base they stood for before and after each move, and where those that are no longer built came to rest.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { resolveImage } from '../../../server/src/knowledge/images.js';
import { facts } from './image-table.js';

const moves: readonly (readonly [reference: string, date: string, before: string, after: string])[] = [
  ['golang', '2021-08-16', '10', '11'],
  ['golang', '2023-06-14', '11', '12'],
  ['golang:1.20', '2023-06-14', '11', '12'],
  ['golang:latest', '2025-08-13', '12', '13'],
  ['golang:1.24', '2025-08-13', '12', '13'],
  ['golang:alpine', '2024-05-22', '3.19', '3.20'],
  ['golang:1.22-alpine', '2024-12-06', '3.20', '3.21'],
  ['python:3.12', '2025-08-12', '12', '13'],
  ['python:3.12-slim', '2025-08-12', '12', '13'],
  ['node:20', '2023-06-12', '11', '12'],
  ['node:14', '2022-07-05', '9', '10'],
  ['node', '2026-05-06', '12', '13'],
  ['rust', '2023-08-24', '11', '12'],
  ['eclipse-temurin:17', '2024-07-22', '22.04', '24.04'],
  ['postgres:16', '2025-08-12', '12', '13'],
  ['debian', '2023-06-12', '11', '12'],
  ['debian:stable-slim', '2025-08-12', '12', '13'],
  ['debian:oldstable', '2025-08-12', '11', '12'],
  ['ubuntu', '2024-04-25', '22.04', '24.04'],
  ['alpine', '2023-05-09', '3.17', '3.18'],
  ['fedora', '2024-04-22', '39', '40'],
  ['amazonlinux', '2023-03-15', '2', '2023'],
  ['centos', '2019-10-01', '7', '8'],
  ['almalinux', '2025-11-25', '9', '10'],
  ['gcr.io/distroless/cc', '2024-04-22', '11', '12'],
  ['gcr.io/distroless/base', '2026-01-30', '12', '13'],
];

const dayBefore = (date: string): string =>
  new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);

describe('tags that move', () => {
  for (const [reference, date, before, after] of moves)
    it(`${reference} moved from ${before} to ${after} on ${date}`, () => {
      assert.equal(facts(reference, dayBefore(date)).release, before);
      assert.equal(facts(reference, date).release, after);
    });

  it('stay where they were last built', () => {
    const last = {
      'golang:1.11': '10',
      'golang:1.15': '10',
      'golang:1.18': '11',
      'golang:1.23': '12',
      'golang:1.20-alpine': '3.19',
      'golang:1.21-alpine': '3.20',
      'node:16': '10',
      'python:2.7': '10',
      'python:3.8': '12',
      'ruby:2.7': '11',
    };
    for (const [reference, release] of Object.entries(last)) {
      assert.equal(facts(reference, '2026-11-25').release, release, reference);
      assert.equal(facts(reference, '2040-01-01').release, release, reference);
    }
  });

  it('hold still once a full version was replaced by the next', () => {
    const fixed = {
      'golang:1.20.4': '11',
      'golang:1.20.5': '12',
      'golang:1.16.6': '10',
      'golang:1.16.7': '11',
      'golang:1.24.5': '12',
      'golang:1.24.6': '13',
      'golang:1.20.4-alpine': '3.18',
      'golang:1.20.3-alpine': '3.17',
      'node:20.2.0': '11',
      'node:20.3.0': '12',
    };
    for (const [reference, release] of Object.entries(fixed))
      assert.equal(facts(reference).release, release, reference);
  });

  it('carry versions that come after the last record as the newest was', () => {
    assert.equal(facts('golang:1.30').release, '13');
    assert.equal(facts('golang:1.30-alpine').libc, 'musl');
    assert.equal(facts('node:30').codename, 'trixie');
  });

  it('take any date without failing', () => {
    for (const asOf of ['', 'today', '0000-00-00', '9999-12-31', '2014-01-01'])
      for (const reference of [
        'golang',
        'debian',
        'ubuntu',
        'alpine',
        'busybox',
        'node:20',
        'gcr.io/distroless/base',
      ])
        assert.ok(
          ['glibc', 'musl', 'uclibc', 'unknown'].includes(resolveImage(reference, { asOf }).libc),
          `${reference} ${asOf}`,
        );
  });
});
