// Images beside the official ones: vendors, the community, and strangers whose tag says something or nothing.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { facts, table } from './image-table.js';

describe('images of vendors and the community', () => {
  describe('distroless', () => {
    table({
      'gcr.io/distroless/static': 'none',
      'gcr.io/distroless/static-debian12:nonroot': 'none',
      'gcr.io/distroless/static:debug': 'none',
      'gcr.io/distroless/base': 'glibc 2.41 debian 13',
      'gcr.io/distroless/base:nonroot': 'glibc 2.41 debian 13',
      'gcr.io/distroless/base-debian11': 'glibc 2.31 debian 11',
      'gcr.io/distroless/base-nossl-debian12:nonroot-arm64': 'glibc 2.36 debian 12',
      'gcr.io/distroless/cc-debian12': 'glibc 2.36 debian 12',
      'gcr.io/distroless/java17-debian12:debug': 'glibc 2.36 debian 12',
      'gcr.io/distroless/nodejs20-debian11': 'glibc 2.31 debian 11',
      'gcr.io/distroless/python3': 'glibc 2.41 debian 13',
    });
    table({ 'gcr.io/distroless/base': 'glibc 2.36 debian 12' }, '2025-06-01');
    table({ 'gcr.io/distroless/base': 'glibc 2.31 debian 11' }, '2023-06-01');

    it('has a shell in its debug images only, and no package manager', () => {
      assert.equal(facts('gcr.io/distroless/base-debian12').hasShell, false);
      assert.equal(facts('gcr.io/distroless/base-debian12:debug').hasShell, true);
      assert.equal(facts('gcr.io/distroless/base-debian12:debug-nonroot').shell, 'ash');
      assert.equal(facts('gcr.io/distroless/cc-debian12').packageManager, 'none');
    });

    it('lists the libraries of base and cc', () => {
      assert.deepEqual(facts('gcr.io/distroless/base-debian11').libraries, [
        'libssl.so.1.1',
        'libcrypto.so.1.1',
      ]);
      const cc = facts('gcr.io/distroless/cc-debian12').libraries ?? [];
      for (const soname of ['libstdc++.so.6', 'libgcc_s.so.1', 'libssl.so.3'])
        assert.ok(cc.includes(soname), soname);
      assert.deepEqual(facts('gcr.io/distroless/base-nossl-debian12').libraries, []);
    });
  });

  describe('vendors', () => {
    table({
      'cgr.dev/chainguard/static': 'none',
      'cgr.dev/chainguard/static:latest-glibc': 'none',
      'chainguard/go:latest-dev': 'glibc ? wolfi rolling',
      'cgr.dev/chainguard/wolfi-base': 'glibc ? wolfi rolling',
      'cgr.dev/chainguard/glibc-dynamic': 'glibc ? wolfi rolling',
      'cgr.dev/chainguard/busybox': 'glibc ? wolfi rolling',
      'mcr.microsoft.com/dotnet/sdk:8.0': 'glibc 2.36 debian 12',
      'mcr.microsoft.com/dotnet/sdk:10.0': 'glibc 2.39 ubuntu 24.04',
      'mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled': 'glibc 2.39 ubuntu 24.04',
      'mcr.microsoft.com/dotnet/runtime-deps:8.0-cbl-mariner2.0-distroless': 'glibc 2.35 azurelinux 2.0',
      'mcr.microsoft.com/dotnet/sdk:10.0-alpine3.22-aot': 'musl 1.2.5 alpine 3.22',
      'mcr.microsoft.com/dotnet/runtime:7.0-alpine': 'musl ? alpine ?',
      'mcr.microsoft.com/devcontainers/base:alpine-3.19': 'musl ? alpine ?',
      'mcr.microsoft.com/devcontainers/go:1-1.22-bookworm': 'glibc 2.36 debian 12',
      'mcr.microsoft.com/azurelinux/base/core:3.0': 'glibc 2.38 azurelinux 3.0',
      'redhat/ubi9': 'glibc 2.34 rhel 9',
      'registry.access.redhat.com/ubi8/ubi-minimal:8.9': 'glibc 2.28 rhel 8',
      'registry.access.redhat.com/ubi9-micro': 'glibc 2.34 rhel 9',
      'registry.access.redhat.com/ubi10/ubi': 'glibc 2.39 rhel 10',
      'public.ecr.aws/lambda/python:3.11': 'glibc 2.26 amazonlinux 2',
      'public.ecr.aws/lambda/python:3.12': 'glibc 2.34 amazonlinux 2023',
      'public.ecr.aws/lambda/provided:al2023': 'glibc 2.34 amazonlinux 2023',
      'public.ecr.aws/lambda/provided:al2': 'glibc 2.26 amazonlinux 2',
      'nvidia/cuda:12.2.0-devel-ubuntu22.04': 'glibc 2.35 ubuntu 22.04',
      'nvidia/cuda:12.2.0-base-ubi8': 'glibc 2.28 rhel 8',
      'opensuse/leap:15.6': 'glibc 2.38 opensuse 15.6',
      'opensuse/tumbleweed': 'glibc ? opensuse tumbleweed',
    });
  });

  describe('the community', () => {
    table({
      'osgeo/gdal:alpine-normal-latest': 'musl ? alpine ?',
      'osgeo/gdal:alpine-small-3.8.4': 'musl ? alpine ?',
      'ghcr.io/osgeo/gdal:ubuntu-full-3.9.0': 'glibc ? ubuntu ?',
      'ghcr.io/astral-sh/uv': 'none',
      'ghcr.io/astral-sh/uv:0.5.1': 'none',
      'ghcr.io/astral-sh/uv:python3.12-bookworm-slim': 'glibc 2.36 debian 12',
      'ghcr.io/astral-sh/uv:0.9-alpine3.22': 'musl 1.2.5 alpine 3.22',
      'bitnami/redis:7.2.4-debian-12-r3': 'glibc 2.36 debian 12',
      'bitnami/kubectl:latest': 'glibc ? ? ?',
      'bitnami/minideb:bookworm': 'glibc 2.36 debian 12',
      'frolvlad/alpine-glibc': 'musl 1.2.6 alpine 3.24',
      'frolvlad/alpine-glibc:alpine-3.19_glibc-2.34': 'musl 1.2.4 alpine 3.19',
      'quay.io/pypa/manylinux2014_x86_64': 'glibc 2.17 centos 7',
      'quay.io/pypa/manylinux_2_28_aarch64:latest': 'glibc 2.28 almalinux 8',
      'quay.io/pypa/musllinux_1_1_x86_64': 'musl 1.1.24 alpine 3.12',
      'messense/rust-musl-cross:x86_64-musl': 'glibc 2.35 ubuntu 22.04',
      'clux/muslrust:stable': 'glibc ? ubuntu ?',
      'ekidd/rust-musl-builder': 'glibc 2.27 ubuntu 18.04',
      'lukemathwalker/cargo-chef:latest-rust-1': 'glibc 2.41 debian 13',
      'lukemathwalker/cargo-chef:0.1.62-rust-1.70-alpine3.17': 'musl 1.2.3 alpine 3.17',
      'goreleaser/goreleaser': 'musl ? alpine ?',
      'tonistiigi/xx:1.2.1': 'none',
      'lscr.io/linuxserver/baseimage-alpine:3.20': 'musl 1.2.5 alpine 3.20',
      'lscr.io/linuxserver/baseimage-ubuntu:jammy': 'glibc 2.35 ubuntu 22.04',
      'balenalib/raspberrypi3-debian:bookworm-run': 'glibc 2.36 debian 12',
      'balenalib/amd64-alpine:3.18-build': 'musl 1.2.4 alpine 3.18',
      'gliderlabs/alpine:3.2': 'musl 1.1.11 alpine 3.2',
      'mhart/alpine-node:8': 'musl ? alpine ?',
      'phusion/baseimage:noble-1.0.2': 'glibc 2.39 ubuntu 24.04',
      'paketobuildpacks/ubuntu-noble-run-tiny:latest': 'glibc 2.39 ubuntu 24.04',
      'denoland/deno:alpine': 'musl ? alpine ?',
      'denoland/deno:bin': 'none',
      'registry.k8s.io/build-image/debian-base:bookworm-v1.0.4': 'glibc 2.36 debian 12',
    });

    it('knows of a glibc beside musl', () => {
      assert.deepEqual(facts('frolvlad/alpine-glibc').secondLibc, { libc: 'glibc', version: '2.42' });
      assert.equal(facts('frolvlad/alpine-glibc:alpine-3.19_glibc-2.34').secondLibc?.version, '2.34');
      assert.equal(facts('denoland/deno:alpine').secondLibc?.libc, 'glibc');
      assert.equal(facts('denoland/deno:debian').secondLibc, null);
      assert.equal(facts('alpine').secondLibc, null);
    });
  });

  describe('strangers', () => {
    table({
      'x/y:1.2-alpine3.18': 'musl 1.2.4 alpine 3.18',
      'x/y:1.2.3-alpine': 'musl ? alpine ?',
      'x/y:alpine-1.2.3': 'musl ? alpine ?',
      'x/y:alpine-3.18': 'musl ? alpine ?',
      'ghcr.io/x/y/z:v1-bookworm': 'glibc 2.36 debian 12',
      'x/y:1-jammy': 'glibc 2.35 ubuntu 22.04',
      'x/y:noble': 'glibc 2.39 ubuntu 24.04',
      'x/y:2-ubuntu22.04': 'glibc 2.35 ubuntu 22.04',
      'x/y:2-debian-12': 'glibc 2.36 debian 12',
      'x/y:3-ubi9': 'glibc 2.34 rhel 9',
      'surnet/alpine-wkhtmltopdf:3.16.2-0.12.6-full': 'musl ? alpine ?',
      'registry.example.com/team/alpine:3.18': 'musl 1.2.4 alpine 3.18',
      'registry.example.com/team/debian:bookworm-slim': 'glibc 2.36 debian 12',
      'x/y': 'unknown',
      'x/y:1.2.3': 'unknown',
      'x/y:slim': 'unknown',
      'x/y:stable': 'unknown',
      'x/y:1-groovy': 'unknown',
      'x/y:lunar': 'unknown',
      'x/y:debian': 'unknown',
      'x/cache-buster:1': 'unknown',
      'x/alpinejs-demo:1': 'unknown',
      'x/groovy-lint:1': 'unknown',
      'x/centos-exporter:1': 'unknown',
      'ghcr.io/openfaas/license-check:0.4.1': 'unknown',
      'distroless/static': 'unknown',
    });

    it('says nothing of what a stranger holds beside its libc', () => {
      const found = facts('x/y:1.2-alpine3.18');
      assert.equal(found.cCompiler, null);
      assert.equal(found.hasGo, null);
      assert.equal(found.hasShell, null);
      assert.equal(found.libraries, null);
      assert.equal(found.packageManager, 'apk');
    });
  });
});
