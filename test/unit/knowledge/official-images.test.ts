// Docker's official images: base, release and libc of each kind of tag.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { facts, table } from './image-table.js';

describe('official images', () => {
  describe('distributions', () => {
    table({
      scratch: 'none',
      alpine: 'musl 1.2.6 alpine 3.24',
      'alpine:latest': 'musl 1.2.6 alpine 3.24',
      'alpine:3': 'musl 1.2.6 alpine 3.24',
      'alpine:3.20': 'musl 1.2.5 alpine 3.20',
      'alpine:3.20.3': 'musl 1.2.5 alpine 3.20',
      'alpine:3.12': 'musl 1.1.24 alpine 3.12',
      'alpine:edge': 'musl ? alpine edge',
      'alpine:20240329': 'musl ? alpine edge',
      debian: 'glibc 2.41 debian 13',
      'debian:bookworm-slim': 'glibc 2.36 debian 12',
      'debian:12': 'glibc 2.36 debian 12',
      'debian:12.11': 'glibc 2.36 debian 12',
      'debian:12.11-slim': 'glibc 2.36 debian 12',
      'debian:bookworm-20240701-slim': 'glibc 2.36 debian 12',
      'debian:10.3': 'glibc 2.28 debian 10',
      'debian:stable-slim': 'glibc 2.41 debian 13',
      'debian:oldstable': 'glibc 2.36 debian 12',
      'debian:oldoldstable-slim': 'glibc 2.31 debian 11',
      'debian:testing': 'glibc ? debian 14',
      'debian:sid-slim': 'glibc ? debian sid',
      ubuntu: 'glibc 2.43 ubuntu 26.04',
      'ubuntu:22.04': 'glibc 2.35 ubuntu 22.04',
      'ubuntu:jammy-20240111': 'glibc 2.35 ubuntu 22.04',
      'ubuntu:rolling': 'glibc ? ubuntu 26.10',
      'ubuntu:devel': 'glibc ? ubuntu ?',
      'centos:7': 'glibc 2.17 centos 7',
      'centos:centos7.9.2009': 'glibc 2.17 centos 7',
      'centos:stream9': 'glibc 2.34 centos 9',
      'quay.io/centos/centos:stream10': 'glibc 2.39 centos 10',
      'rockylinux:9.3-minimal': 'glibc 2.34 rockylinux 9',
      'rockylinux/rockylinux:8': 'glibc 2.28 rockylinux 8',
      almalinux: 'glibc 2.39 almalinux 10',
      'almalinux:8': 'glibc 2.28 almalinux 8',
      'oraclelinux:8-slim': 'glibc 2.28 oraclelinux 8',
      'fedora:39': 'glibc 2.38 fedora 39',
      fedora: 'glibc 2.43 fedora 44',
      amazonlinux: 'glibc 2.34 amazonlinux 2023',
      'amazonlinux:2': 'glibc 2.26 amazonlinux 2',
      'amazonlinux:2.0.20240109.0': 'glibc 2.26 amazonlinux 2',
      'amazonlinux:2018.03': 'glibc 2.17 amazonlinux 1',
      'photon:5.0': 'glibc 2.36 photon 5.0',
      'buildpack-deps:bookworm-scm': 'glibc 2.36 debian 12',
      'buildpack-deps:20.04-curl': 'glibc 2.31 ubuntu 20.04',
      archlinux: 'glibc ? archlinux rolling',
    });
  });

  describe('languages', () => {
    table({
      golang: 'glibc 2.41 debian 13',
      'golang:1': 'glibc 2.41 debian 13',
      'golang:1.22': 'glibc 2.36 debian 12',
      'golang:1.22-alpine': 'musl 1.2.5 alpine 3.21',
      'golang:1.22.3-alpine': 'musl 1.2.5 alpine 3.20',
      'golang:1.22.2-alpine': 'musl 1.2.4 alpine 3.19',
      'golang:1.22-alpine3.19': 'musl 1.2.4 alpine 3.19',
      'golang:alpine': 'musl 1.2.6 alpine 3.24',
      'golang:alpine3.18': 'musl 1.2.4 alpine 3.18',
      'golang:1-alpine3.20': 'musl 1.2.5 alpine 3.20',
      'golang:bookworm': 'glibc 2.36 debian 12',
      'golang:1.21-bullseye': 'glibc 2.31 debian 11',
      'golang:1.18': 'glibc 2.31 debian 11',
      'golang:1.12': 'glibc 2.28 debian 10',
      'golang:1.29-alpine3.25': 'musl ? alpine ?',
      'python:3.12': 'glibc 2.41 debian 13',
      'python:3.7.7-buster': 'glibc 2.28 debian 10',
      'python:3.7.7': 'glibc 2.28 debian 10',
      'python:3.6': 'glibc 2.31 debian 11',
      'python:3.12-slim': 'glibc 2.41 debian 13',
      'python:3.13-slim-bookworm': 'glibc 2.36 debian 12',
      'python:slim': 'glibc 2.41 debian 13',
      'python:3.11-alpine3.18': 'musl 1.2.4 alpine 3.18',
      'node:14': 'glibc 2.28 debian 10',
      'node:16': 'glibc 2.28 debian 10',
      'node:17': 'glibc 2.31 debian 11',
      'node:20': 'glibc 2.36 debian 12',
      'node:20.2.0': 'glibc 2.31 debian 11',
      'node:20.5': 'glibc 2.36 debian 12',
      'node:lts': 'glibc 2.36 debian 12',
      'node:lts-gallium': 'glibc 2.28 debian 10',
      'node:current-slim': 'glibc 2.41 debian 13',
      'node:20-bookworm-slim': 'glibc 2.36 debian 12',
      'node:lts-alpine3.14': 'musl 1.2.2 alpine 3.14',
      'node:20-alpine': 'musl 1.2.5 alpine 3.23',
      'rust:1.70-alpine3.17': 'musl 1.2.3 alpine 3.17',
      'rust:1-slim': 'glibc 2.41 debian 13',
      'rust:1.71': 'glibc 2.31 debian 11',
      'ruby:3.0': 'glibc 2.31 debian 11',
      'php:8.4-fpm-alpine3.23': 'musl 1.2.5 alpine 3.23',
      'php:7.4-apache': 'glibc 2.31 debian 11',
      'gcc:12': 'glibc 2.36 debian 12',
      'openjdk:17': 'glibc 2.28 oraclelinux 8',
      'openjdk:17-slim': 'glibc 2.31 debian 11',
      'openjdk:8-jdk-alpine': 'musl 1.1.20 alpine 3.9',
      'openjdk:11': 'glibc 2.31 debian 11',
      'eclipse-temurin:21': 'glibc 2.43 ubuntu 26.04',
      'eclipse-temurin:17.0.1_12-jre': 'glibc 2.31 ubuntu 20.04',
      'eclipse-temurin:21-jdk-alpine-3.23': 'musl 1.2.5 alpine 3.23',
      'eclipse-temurin:21-jdk-ubi9-minimal': 'glibc 2.34 rhel 9',
      'amazoncorretto:21-al2023-jdk': 'glibc 2.34 amazonlinux 2023',
      'maven:3.9-amazoncorretto-21': 'glibc ? amazonlinux ?',
      'swift:6.1-rhel-ubi9': 'glibc 2.34 rhel 9',
      'groovy:jdk21-alpine': 'musl ? alpine ?',
    });
  });

  describe('tags built once, before their release', () => {
    table({
      'golang:1.27rc1': 'glibc ? debian ?',
      'golang:1.21rc4-alpine': 'musl ? alpine ?',
      'golang:1.21rc4-bookworm': 'glibc 2.36 debian 12',
      'golang:rc': 'glibc ? debian ?',
      'golang:tip-20260301': 'glibc ? ? ?',
      'python:3.14.0b1': 'glibc ? debian ?',
      'python:3.15-rc-slim': 'glibc ? debian ?',
      'openjdk:22-ea-29-jdk': 'glibc ? ? ?',
      'openjdk:22-ea-29-jdk-slim': 'glibc ? debian ?',
      'docker:27.4.0-rc.1': 'musl ? alpine ?',
      'node:20-onbuild': 'glibc ? debian ?',
    });
  });

  describe('flavours that stand on another system', () => {
    table({
      'maven:3.9-amazoncorretto-21-alpine': 'musl ? alpine ?',
      'maven:3-amazoncorretto-8-debian': 'glibc ? debian ?',
      'maven:3.6-jdk-8': 'glibc ? ? ?',
      'gradle:8.5-jdk-alpine': 'musl ? alpine ?',
      'tomcat:10.1-jdk17-temurin': 'glibc ? ? ?',
      'tomcat:9': 'glibc 2.39 ubuntu 24.04',
      'jetty:12.0-jdk21-alpine-amazoncorretto': 'musl ? alpine ?',
      'mysql:8.0-oracle': 'glibc 2.34 oraclelinux 9',
      'mysql:8.0-debian': 'glibc ? debian ?',
      'wordpress:cli': 'musl ? alpine ?',
      'wordpress:php8.3-fpm': 'glibc ? debian ?',
      'eclipse-temurin:17_35-jdk': 'glibc 2.31 ubuntu 20.04',
      'redis:32bit': 'glibc 2.41 debian 13',
      'arangodb:3.2': 'glibc 2.24 debian 9',
      'kong:2.8': 'musl ? alpine ?',
      'kong:3.4': 'glibc ? ? ?',
    });
  });

  describe('traps', () => {
    table({
      groovy: 'glibc 2.39 ubuntu 24.04',
      'nginx:stable': 'glibc 2.41 debian 13',
      'nginx:1.24': 'glibc 2.31 debian 11',
      'nginx:stable-alpine': 'musl 1.2.6 alpine 3.24',
      'nginx:1.20': 'glibc ? ? ?',
      'mongo:noble': 'glibc 2.39 ubuntu 24.04',
      'mysql:8': 'glibc 2.34 oraclelinux 9',
      'arangodb:3.12': 'musl ? alpine ?',
      'arangodb:3.12.10.1': 'musl ? alpine ?',
      docker: 'musl 1.2.6 alpine 3.24',
      'docker:cli': 'musl 1.2.6 alpine 3.24',
      'docker:19.03-dind': 'musl 1.2.2 alpine 3.13',
      'traefik:v2.10': 'musl ? alpine ?',
      caddy: 'musl ? alpine ?',
      'registry:2': 'musl ? alpine ?',
      'hello-world': 'none',
      nats: 'none',
      'nats:linux': 'none',
      'nats:alpine': 'musl 1.2.5 alpine 3.22',
      'redis:7.2-alpine': 'musl 1.2.5 alpine 3.21',
    });
  });

  describe('busybox by variant and architecture', () => {
    table({
      busybox: 'glibc 2.41 busybox ?',
      'busybox:1.36': 'glibc 2.41 busybox ?',
      'busybox:stable-glibc': 'glibc 2.41 busybox ?',
      'busybox:musl': 'musl ? busybox ?',
      'busybox:1.36-uclibc': 'uclibc ? busybox ?',
      'arm32v6/busybox': 'musl ? busybox ?',
      'arm32v7/busybox': 'glibc 2.41 busybox ?',
    });

    it('knows that musl and uClibc are only inside its static program', () => {
      assert.equal(facts('busybox:musl').staticOnly, true);
      assert.equal(facts('busybox:glibc').staticOnly, undefined);
    });
  });

  describe('registries and namespaces that carry the same images', () => {
    table({
      'docker.io/library/golang:1.22.1': 'glibc 2.36 debian 12',
      'docker.io/golang:1.22': 'glibc 2.36 debian 12',
      'index.docker.io/library/alpine:3.18': 'musl 1.2.4 alpine 3.18',
      'public.ecr.aws/docker/library/alpine:3.18': 'musl 1.2.4 alpine 3.18',
      'mirror.gcr.io/library/debian:bookworm': 'glibc 2.36 debian 12',
      'harbor.example.com:8443/hub/library/golang:1.22': 'glibc 2.36 debian 12',
      'localhost:5000/library/golang:1.22': 'glibc 2.36 debian 12',
      'amd64/golang:1.22': 'glibc 2.36 debian 12',
      'arm64v8/alpine:3.20': 'musl 1.2.5 alpine 3.20',
      'someone/golang:1.22': 'unknown',
    });
  });

  it('reads a tag beside a digest, and takes a digest as fixed', () => {
    const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
    const tagged = facts(`alpine:3.20@${digest}`);
    assert.equal(tagged.release, '3.20');
    assert.equal(tagged.floating, false);
    assert.equal(facts(`golang:1.22@${digest}`).floating, false);
    assert.equal(facts(`alpine@${digest}`).libc, 'musl');
    assert.equal(facts(`alpine@${digest}`).version, null);
    assert.equal(facts(`golang@${digest}`).libc, 'unknown');
    assert.equal(facts(`golang@${digest}`).hasGo, true);
  });

  it('says which tags move', () => {
    for (const moving of [
      'golang',
      'golang:1.22',
      'golang:1.22-alpine',
      'alpine',
      'alpine:3',
      'debian:stable',
      'node:20',
      'busybox',
    ])
      assert.equal(facts(moving).floating, true, moving);
    for (const fixed of [
      'golang:1.22-bookworm',
      'golang:1.22.3',
      'alpine:3.20',
      'debian:12',
      'centos:7',
      'node:20-alpine3.20',
    ])
      assert.equal(facts(fixed).floating, false, fixed);
  });

  it('leaves images for Windows alone', () => {
    for (const reference of [
      'golang:1.22-nanoserver-1809',
      'mcr.microsoft.com/windows/servercore:ltsc2022',
      'golang:1.27-windowsservercore-ltsc2022',
    ]) {
      const found = facts(reference);
      assert.equal(found.windows, true, reference);
      assert.equal(found.libc, 'unknown', reference);
    }
    assert.equal(facts('golang:1.22').windows, false);
  });
});
