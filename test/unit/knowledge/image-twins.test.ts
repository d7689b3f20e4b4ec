// Twins of images: tags that exist, and none that do not.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  alpineTwin,
  debianCodenameOf,
  pinnedTwin,
  runtimeTwin,
  slimImageFor,
} from '../../../server/src/knowledge/image-twins.js';
import { facts } from './image-table.js';

describe('twins of images', () => {
  it('are on Alpine where such tags exist', () => {
    const twins: Record<string, string | null> = {
      golang: 'golang:alpine',
      'golang:1.22': 'golang:1.22-alpine',
      'golang:1.22-bookworm': 'golang:1.22-alpine',
      'golang:bookworm': 'golang:alpine',
      'docker.io/library/golang:1.22.1': 'docker.io/library/golang:1.22.1-alpine',
      'python:3.12-bookworm': 'python:3.12-alpine',
      'python:3.12-slim': 'python:3.12-alpine',
      'node:20-bookworm-slim': 'node:20-alpine',
      'rust:1.80-slim': 'rust:1.80-alpine',
      'php:8.2-fpm': 'php:8.2-fpm-alpine',
      'golang:1.30': 'golang:1.30-alpine',
      'golang:1.22-alpine': null,
      'gcc:13': null,
      'debian:12': null,
      'haskell:9': null,
      'x/golang:1.22': null,
      'golang:1.27-nanoserver': null,
      $X: null,
      '': null,
    };
    for (const [reference, twin] of Object.entries(twins))
      assert.equal(alpineTwin(reference), twin, reference);
  });

  it('are on a Debian release where such tags exist', () => {
    const twins: readonly (readonly [string, string, string | null])[] = [
      ['golang:1.22', 'bookworm', 'golang:1.22-bookworm'],
      ['golang:1.22', 'bullseye', 'golang:1.22-bullseye'],
      ['golang:1.22', 'buster', null],
      ['golang:1.22', 'trixie', null],
      ['golang:1.22', 'jammy', null],
      ['golang:1.22-bookworm', 'bookworm', null],
      ['golang:1.19.9', 'bookworm', null],
      ['golang:1.19.10', 'bookworm', 'golang:1.19.10-bookworm'],
      ['golang', 'bookworm', 'golang:bookworm'],
      ['golang:1.22-alpine', 'bookworm', null],
      ['golang:1.25', 'bullseye', null],
      ['python:3.12-slim', 'bookworm', 'python:3.12-slim-bookworm'],
      ['node:20-slim', 'bullseye', 'node:20-bullseye-slim'],
      ['php:8.2-fpm', 'bookworm', 'php:8.2-fpm-bookworm'],
      ['gcc:13', 'bookworm', 'gcc:13-bookworm'],
      ['x/y:1', 'bookworm', null],
    ];
    for (const [reference, codename, twin] of twins)
      assert.equal(pinnedTwin(reference, codename), twin, `${reference} ${codename}`);
  });

  it('are bases on which the program starts', () => {
    const twins: readonly (readonly [runtime: string, builder: string, twin: string | null])[] = [
      ['alpine:3.20', 'golang:1.22', 'debian:bookworm-slim'],
      ['scratch', 'golang:1.22', 'gcr.io/distroless/base-debian12'],
      ['scratch', 'gcc:13-bookworm', 'gcr.io/distroless/cc-debian12'],
      ['gcr.io/distroless/static-debian11', 'golang:1.22', 'gcr.io/distroless/base-debian12'],
      ['alpine', 'python:3.7.7-buster', 'debian:buster-slim'],
      ['osgeo/gdal:alpine-normal-latest', 'python:3.7.7-buster', 'osgeo/gdal:ubuntu-small-latest'],
      ['python:3.12-alpine', 'golang:1.22', 'python:3.12-slim-bookworm'],
      ['node:20-alpine', 'golang:1.22', 'node:20-bookworm-slim'],
      ['debian:bullseye-slim', 'golang:1.22', 'debian:bookworm-slim'],
      ['debian:12', 'golang:1.22-alpine', 'alpine:3.21'],
      ['alpine', 'fedora:39', 'fedora:39'],
      ['scratch', 'ubuntu:22.04', 'ubuntu:22.04'],
      ['debian:bookworm-slim', 'golang:1.22', null],
      ['nginx:alpine', 'golang:1.22', null],
      ['x/y', 'golang:1.22', null],
      ['alpine', 'x/y', null],
      ['alpine', 'scratch', null],
    ];
    for (const [runtime, builder, twin] of twins)
      assert.equal(runtimeTwin(facts(runtime), facts(builder)), twin, `${runtime} for ${builder}`);
  });

  it('say what they are built on by our own tables', () => {
    for (const reference of ['golang:1.22', 'python:3.12-slim', 'node:20', 'rust:1.80', 'php:8.2-fpm'])
      for (const codename of ['bullseye', 'bookworm', 'trixie']) {
        const pinned = pinnedTwin(reference, codename);
        if (pinned !== null) assert.equal(facts(pinned).codename, codename, pinned);
        assert.equal(facts(alpineTwin(reference) ?? '').libc, 'musl', reference);
      }
  });

  it('name the small base of a release', () => {
    assert.equal(slimImageFor('bookworm'), 'debian:bookworm-slim');
    assert.equal(slimImageFor('noble'), 'ubuntu:24.04');
    assert.equal(slimImageFor('nonsense'), null);
    assert.equal(debianCodenameOf(facts('golang:1.22')), 'bookworm');
    assert.equal(debianCodenameOf(facts('ubuntu')), null);
  });
});
