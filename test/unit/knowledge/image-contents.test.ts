// What images hold beside the libc, and how they say it.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { facts } from './image-table.js';

describe('contents of images', () => {
  it('finds a C compiler on Debian builders and none on Alpine ones', () => {
    for (const reference of [
      'golang:1.22',
      'golang:1.22-bookworm',
      'python:3.12',
      'node:20',
      'gcc',
      'rust:1-slim',
      'rust:alpine',
      'php:8.3',
      'buildpack-deps:bookworm',
    ]) {
      const found = facts(reference);
      assert.deepEqual([found.cCompiler, found.libcHeaders, found.staticLibc], [true, true, true], reference);
    }
    for (const reference of [
      'golang:1.22-alpine',
      'python:3.12-alpine',
      'python:3.12-slim',
      'node:20-slim',
      'node:20-alpine',
      'ruby:3.3-slim',
      'php:8.3-fpm-alpine',
      'buildpack-deps:bookworm-scm',
      'buildpack-deps:curl',
      'alpine',
      'debian:12',
      'fedora:39',
      'scratch',
    ])
      assert.equal(facts(reference).cCompiler, false, reference);
  });

  it('keeps libc.a apart where the distribution does', () => {
    assert.equal(facts('quay.io/pypa/manylinux2014_x86_64').cCompiler, true);
    assert.equal(facts('quay.io/pypa/manylinux2014_x86_64').staticLibc, false);
  });

  it('reads the version of Go from the tag, else takes the newest at the date', () => {
    const go = (reference: string, date?: string): string | null => facts(reference, date).go;
    assert.equal(go('golang:1.22.3-alpine3.19'), '1.22.3');
    assert.equal(go('golang:1.6-alpine'), '1.6');
    assert.equal(go('golang:1.22rc1-bookworm'), '1.22');
    assert.equal(go('golang'), '1.27');
    assert.equal(go('golang:alpine', '2024-03-01'), '1.22');
    assert.equal(go('golang:latest', '2023-08-07'), '1.20');
    assert.equal(go('golang:latest', '2023-08-09'), '1.21');
    assert.equal(go('golang:1', '2021-01-01'), '1.15');
    assert.equal(go('golang:alpine3.18'), '1.22');
    assert.equal(go('golang:buster'), '1.20');
    assert.equal(go('golang:tip'), null);
    assert.equal(facts('golang:tip-bookworm').hasGo, true);
    assert.equal(go('mcr.microsoft.com/devcontainers/go:1-1.22-bookworm'), '1.22');
    assert.equal(go('debian'), null);
    assert.equal(facts('debian').hasGo, false);
  });

  it('sets the environment of golang, GOTOOLCHAIN=local since 1.20.8 and 1.21.1', () => {
    const { environment, workdir } = facts('golang:1.22');
    assert.equal(environment['GOPATH'], '/go');
    assert.match(environment['PATH'] ?? '', /^\/go\/bin:\/usr\/local\/go\/bin:/);
    assert.equal(workdir, '/go');
    const local = (reference: string, date?: string): boolean =>
      facts(reference, date).environment['GOTOOLCHAIN'] === 'local';
    for (const tag of ['1.22', '1.21.1', '1.20.8', '1.21', '1.20', '1.27-alpine'])
      assert.ok(local(`golang:${tag}`), tag);
    for (const tag of ['1.21.0', '1.20.7', '1.19', '1.18-alpine']) assert.ok(!local(`golang:${tag}`), tag);
    assert.ok(!local('golang:1.21', '2023-09-01'));
  });

  it('names the shell and the package manager', () => {
    const of = (reference: string): unknown[] => {
      const { shell, hasShell, packageManager } = facts(reference);
      return [shell, hasShell, packageManager];
    };
    assert.deepEqual(of('alpine'), ['ash', true, 'apk']);
    assert.deepEqual(of('busybox'), ['ash', true, 'none']);
    assert.deepEqual(of('debian:12'), ['dash', true, 'apt']);
    assert.deepEqual(of('ubuntu'), ['dash', true, 'apt']);
    assert.deepEqual(of('centos:7'), ['bash-5.1', true, 'yum']);
    assert.deepEqual(of('rockylinux:9'), ['bash-5.1', true, 'dnf']);
    assert.deepEqual(of('fedora:36'), ['bash-5.1', true, 'dnf']);
    assert.deepEqual(of('fedora:40'), ['bash-5.2', true, 'dnf']);
    assert.deepEqual(of('redhat/ubi9-minimal'), ['bash-5.1', true, 'microdnf']);
    assert.deepEqual(of('opensuse/leap:15.5'), ['bash-5.1', true, 'zypper']);
    assert.deepEqual(of('archlinux'), ['bash-5.2', true, 'pacman']);
    assert.deepEqual(of('scratch'), [null, false, 'none']);
    assert.deepEqual(of('cgr.dev/chainguard/static'), [null, false, 'none']);
    assert.deepEqual(of('mcr.microsoft.com/dotnet/aspnet:8.0-jammy-chiseled'), [null, false, 'none']);
  });

  it('lists libraries only where the image was read', () => {
    const debian = facts('debian:bookworm-slim').libraries ?? [];
    for (const soname of ['libgcc_s.so.1', 'libstdc++.so.6', 'libz.so.1'])
      assert.ok(debian.includes(soname), soname);
    for (const soname of ['libssl.so.3', 'libsqlite3.so.0', 'libpng16.so.16'])
      assert.ok(!debian.includes(soname), soname);
    assert.ok(facts('debian:trixie-slim').libraries?.includes('libssl.so.3'));
    assert.deepEqual(facts('alpine:3.20').libraries, ['libssl.so.3', 'libcrypto.so.3', 'libz.so.1']);
    assert.deepEqual(facts('alpine:3.12').libraries, ['libssl.so.1.1', 'libcrypto.so.1.1', 'libz.so.1']);
    assert.ok(facts('node:20-alpine').libraries?.includes('libstdc++.so.6'));
    assert.deepEqual(facts('scratch').libraries, []);
    for (const reference of ['ubuntu:24.04', 'fedora:39', 'python:3.12', 'nginx', 'alpine:edge'])
      assert.equal(facts(reference).libraries, null, reference);
  });

  it('gives its evidence in sentences that stand for themselves', () => {
    const text = (reference: string): string =>
      facts(reference)
        .because.map((reason) => reason.text)
        .join(' ');
    assert.equal(
      text('golang:1.22'),
      'golang:1.22 was built on Debian 12 (bookworm) on 2026-11-25; the tag moves with time. Debian 12 (bookworm) carries glibc 2.36.',
    );
    assert.match(
      text('alpine:3.20'),
      /^alpine:3\.20 names Alpine 3\.20\. Alpine 3\.20 carries musl 1\.2\.5\./,
    );
    assert.match(text('golang:1.22-alpine'), /holds no C compiler/);
    assert.equal(text('scratch'), 'scratch holds no libc and no loader.');
    assert.equal(text('x/y'), 'Nothing is known of the image x/y.');
    for (const reference of ['golang', '$X', 'x/y', 'busybox:musl', 'bitnami/kubectl'])
      for (const reason of facts(reference).because) {
        assert.equal(reason.place, null);
        assert.ok(!/[!{}]|undefined|null/.test(reason.text), reason.text);
      }
  });
});
