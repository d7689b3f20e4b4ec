// References taken apart, and references that are none.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import fc from 'fast-check';
import { parseReference } from '../../../server/src/knowledge/image-reference.js';
import { resolveImage } from '../../../server/src/knowledge/images.js';
import { parseTag } from '../../../server/src/knowledge/tag-grammar.js';
import { compareVersions } from '../../../server/src/knowledge/version.js';
import { asOf, facts } from './image-table.js';

const hostile = [
  '',
  ' ',
  ':',
  '@',
  '/',
  ':latest',
  '@sha256:',
  '$X',
  '${X}',
  'golang:$V',
  'golang:${V:-1.22}',
  '{{ .Image }}',
  '{{.Repo}}:{{.Tag}}',
  '<image>',
  'golang:',
  'golang::1.22',
  'golang:1.22:alpine',
  'GOLANG:1.22',
  'golang:1.22 AS build',
  'golang:1.22\nalpine',
  'golang@sha256:zz',
  'http://example.com/x',
  '../../etc/passwd',
  '--platform=linux/amd64',
  'алпайн:3',
  'golang:\u0000',
  '\uD800',
  'a'.repeat(5000),
  'alpine:'.repeat(800),
  `alpine:${'3.'.repeat(2500)}`,
  `x/${'a-'.repeat(2000)}alpine`,
  '__proto__',
  'constructor:toString',
  'alpine:__proto__',
  'golang:hasOwnProperty',
];

describe('references', () => {
  it('that are none are not known, and say so', () => {
    for (const reference of hostile) {
      const found = facts(reference);
      assert.equal(found.reference, reference);
      assert.ok(found.because.length > 0);
      if (parseReference(reference) === null) assert.equal(found.libc, 'unknown', reference.slice(0, 40));
    }
    for (const reference of hostile.filter((each) => /[$<{}\s:]$|[${<]|^$/.test(each)))
      assert.equal(parseReference(reference), null, reference.slice(0, 40));
  });

  it('are taken apart as Docker does', () => {
    const digest = `sha256:${'ab'.repeat(32)}`;
    assert.deepEqual(parseReference('golang'), {
      name: 'golang',
      namespace: null,
      tag: null,
      digest: null,
      architecture: null,
    });
    assert.deepEqual(parseReference(`golang:1.22@${digest}`), {
      name: 'golang',
      namespace: null,
      tag: '1.22',
      digest,
      architecture: null,
    });
    assert.equal(parseReference('localhost:5000/x:7')?.name, 'localhost:5000/x');
    assert.equal(parseReference('localhost:5000/x:7')?.tag, '7');
    assert.equal(parseReference('node:20')?.tag, '20');
    assert.equal(parseReference('arm64v8/alpine')?.architecture, 'arm64');
    assert.equal(parseReference('docker.io/library/alpine')?.name, 'alpine');
    assert.equal(parseReference('arm64v8/alpine/x')?.architecture, null);
  });

  it('of any text give facts', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[a-z0-9./:@-]{0,40}$/)),
        fc.string(),
        (text, date) => {
          const found = resolveImage(text, { asOf: date });
          return found.reference === text && found.because.every((reason) => reason.text !== '');
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('with any tag of a known image give facts', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'golang',
          'alpine',
          'debian',
          'node',
          'busybox',
          'ubi',
          'openjdk',
          'gcr.io/distroless/base',
        ),
        fc.stringMatching(/^[a-z0-9_][a-z0-9_.-]{0,30}$/),
        (name, tag) => {
          const { libc, version } = resolveImage(`${name}:${tag}`, { asOf });
          return libc === 'unknown' ? version === null : true;
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('are read in time that grows with their length', () => {
    const started = process.cpuUsage().user;
    for (let i = 0; i < 200; i++) for (const reference of hostile) facts(reference);
    // Far above what it takes, far below what backtracking would.
    assert.ok(process.cpuUsage().user - started < 5_000_000);
  });
});

describe('tags', () => {
  it('hold their version in any spelling', () => {
    const versions: Record<string, string | null> = {
      '1.22.3-alpine3.19': '1.22.3',
      'v2.10': '2.10',
      '21.0.3_9-jdk': '21.0.3.9',
      '8u302-jdk': '8.302',
      latest: null,
      alpine: null,
      'bookworm-slim': null,
    };
    for (const [tag, version] of Object.entries(versions)) assert.equal(parseTag(tag).version, version, tag);
  });

  it('name their system anywhere', () => {
    const systems: Record<string, string | null> = {
      '3.13-slim-bookworm': 'debian:12',
      '21-jdk-ubi9-minimal': 'rhel:9',
      '8.4-fpm-alpine3.23': 'alpine:3.23',
      '21-al2023-jdk': 'amazonlinux:2023',
      'jdk21-alpine': 'alpine',
      '21-jdk-alpine-3.23': 'alpine:3.23',
      '21-jdk-ubuntu-24.04': 'ubuntu:24.04',
      '7.2.4-debian-12-r3': 'debian:12',
      '8.0-cbl-mariner2.0': 'azurelinux:2.0',
      '1-rockylinux8': 'rockylinux:8',
      stable: null,
      'ol-1': 'oraclelinux',
      all: null,
      alpha: null,
      almost: null,
      '1.22': null,
    };
    for (const [tag, system] of Object.entries(systems)) {
      const found = parseTag(tag).system;
      assert.equal(found ? (found.release?.id ?? found.distribution) : null, system, tag);
    }
  });
});

describe('versions', () => {
  it('order by their numbers', () => {
    const ordered = ['1.2', '1.9', '1.10', '1.10.1', '1.22', '1.22.3', '2', '2.36', '10'];
    for (let i = 1; i < ordered.length; i++) {
      assert.ok(compareVersions(ordered[i - 1] ?? '', ordered[i] ?? '') < 0);
      assert.ok(compareVersions(ordered[i] ?? '', ordered[i - 1] ?? '') > 0);
    }
    assert.equal(compareVersions('1.22', '1.22.0'), 0);
    assert.equal(compareVersions('1.2.4_git20230717', '1.2.4'), 0);
  });
});
