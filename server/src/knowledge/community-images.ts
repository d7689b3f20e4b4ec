// Well-known images of the community: build environments of languages, glibc beside musl, and others.
import type { Family } from './image-family.js';

// pypa/manylinux README and build.sh; musllinux_1_2 moved with Alpine.
const manylinux = (name: string, base: string): Family => ({
  names: [`quay.io/pypa/${name}*`, `ghcr.io/pypa/${name}*`],
  base,
  contents: 'compilerNoStatic',
  system: 'nowhere',
});
const python: readonly Family[] = [
  manylinux('manylinux1_', 'centos:5'),
  manylinux('manylinux2010_', 'centos:6'),
  manylinux('manylinux2014_', 'centos:7'),
  manylinux('manylinux_2_24_', 'debian:9'),
  manylinux('manylinux_2_28_', 'almalinux:8'),
  manylinux('manylinux_2_31_', 'ubuntu:20.04'),
  manylinux('manylinux_2_34_', 'almalinux:9'),
  manylinux('manylinux_2_35_', 'ubuntu:22.04'),
  manylinux('manylinux_2_39_', 'almalinux:10'),
  { names: ['quay.io/pypa/musllinux_1_1_*'], base: 'alpine:3.12', contents: 'compiler', system: 'nowhere' },
  { names: ['quay.io/pypa/musllinux_1_2_*'], base: 'alpine:?', contents: 'compiler', system: 'nowhere' },
  {
    names: ['ghcr.io/astral-sh/uv'],
    base: 'none',
    wordBases: { debian: 'debian:?' },
    contents: 'bare',
    words: { alpine: 'application', debian: 'unlisted', bookworm: 'unlisted', trixie: 'unlisted' },
  },
];

const rust: readonly Family[] = [
  {
    names: ['messense/rust-musl-cross', 'ghcr.io/rust-cross/rust-musl-cross'],
    base: 'ubuntu:22.04',
    contents: 'unlisted',
    system: 'nowhere',
  },
  { names: ['clux/muslrust'], base: 'ubuntu:?', contents: 'unlisted', system: 'nowhere' },
  { names: ['ekidd/rust-musl-builder'], base: 'ubuntu:18.04', contents: 'unlisted', system: 'nowhere' },
  {
    names: ['lukemathwalker/cargo-chef'],
    base: 'official:rust',
    tagBehind: 'rust',
    contents: 'buildpack',
    slim: 'compilerOnly',
    alpine: 'compilerOnly',
  },
];

const go: readonly Family[] = [
  {
    names: ['goreleaser/goreleaser', 'ghcr.io/goreleaser/goreleaser'],
    base: 'alpine:?',
    contents: 'unlisted',
    go: 'unknown',
    system: 'nowhere',
  },
  {
    names: ['goreleaser/goreleaser-cross', 'ghcr.io/goreleaser/goreleaser-cross'],
    base: 'debian:?',
    contents: 'compiler',
    go: 'tag',
    system: 'nowhere',
  },
  {
    names: ['techknowlogick/xgo', 'ghcr.io/techknowlogick/xgo', 'crazymax/xgo'],
    base: 'ubuntu:?',
    contents: 'compiler',
    go: 'unknown',
    system: 'nowhere',
  },
  {
    names: [
      'karalabe/xgo-*',
      'dockercore/golang-cross',
      'troian/golang-cross',
      'ghcr.io/gythialy/golang-cross',
    ],
    base: 'glibc:?',
    contents: 'compiler',
    go: 'unknown',
    system: 'nowhere',
  },
  { names: ['cimg/go'], base: 'ubuntu:?', contents: 'compiler', go: 'tag', system: 'nowhere' },
  { names: ['cimg/*'], base: 'ubuntu:?', contents: 'unlisted', system: 'nowhere' },
  { names: ['circleci/golang'], base: 'debian:?', contents: 'compiler', go: 'tag' },
  {
    names: ['tonistiigi/xx', 'ghcr.io/tonistiigi/xx', 'tonistiigi/binfmt'],
    base: 'none',
    contents: 'bare',
    system: 'nowhere',
  },
  {
    names: [
      'registry.k8s.io/build-image/go-runner',
      'k8s.gcr.io/build-image/go-runner',
      'registry.k8s.io/pause',
      'k8s.gcr.io/pause',
    ],
    base: 'none',
    contents: 'bare',
    system: 'nowhere',
  },
  {
    names: ['registry.k8s.io/build-image/debian-base', 'k8s.gcr.io/build-image/debian-base'],
    base: 'debian:?',
    contents: 'application',
  },
  {
    names: ['registry.k8s.io/build-image/distroless-iptables'],
    base: 'debian:?',
    contents: 'micro',
    system: 'nowhere',
  },
];

// A whole glibc beside musl: frolvlad/docker-alpine-glibc and jeanblanchard Dockerfiles; sgerrand's package in the others.
const glibcOnAlpine: readonly Family[] = [
  {
    names: ['frolvlad/alpine-glibc'],
    base: 'alpine:?',
    contents: 'plain',
    system: 'release',
    secondGlibc: '2.42',
  },
  {
    names: ['jeanblanchard/alpine-glibc', 'jeanblanchard/java'],
    base: 'alpine:3.19',
    contents: 'application',
    system: 'nowhere',
    secondGlibc: '2.35',
  },
  {
    names: [
      'anapsix/alpine-java',
      'frolvlad/alpine-java',
      'cgswong/java',
      'sgerrand/alpine-glibc',
      'mcandre/docker-alpine-glibc',
      'jsfillman/alpine-glibc',
      'zenika/alpine-glibc',
    ],
    base: 'alpine:?',
    contents: 'application',
    system: 'nowhere',
    secondGlibc: null,
  },
  {
    names: ['denoland/deno'],
    base: 'debian:?',
    wordBases: { bin: 'none', distroless: 'debian:?', ubuntu: 'ubuntu:22.04' },
    contents: 'application',
    words: { bin: 'bare', distroless: 'shellless' },
    secondGlibc: null,
    secondGlibcFor: 'alpine',
  },
  {
    names: ['adoptopenjdk/openjdk*', 'adoptopenjdk'],
    base: 'ubuntu:?',
    contents: 'application',
    words: { ubi: 'application' },
    secondGlibc: null,
    secondGlibcFor: 'alpine',
  },
];

const community: readonly Family[] = [
  { names: ['osgeo/gdal', 'ghcr.io/osgeo/gdal'], base: null, contents: 'application' },
  { names: ['bitnami/minideb', 'bitnami/minideb-extras'], base: 'debian:?', contents: 'application' },
  { names: ['bitnami/golang', 'bitnamilegacy/golang'], base: 'glibc:?', contents: 'unlisted', go: 'tag' },
  {
    names: ['bitnami/*', 'bitnamilegacy/*', 'public.ecr.aws/bitnami/*'],
    base: 'glibc:?',
    contents: 'unlisted',
  },
  { names: ['oven/bun'], base: 'debian:?', contents: 'application', words: { distroless: 'shellless' } },
  { names: ['phusion/baseimage', 'phusion/baseimage-docker'], base: 'ubuntu:?', contents: 'application' },
  { names: ['paketobuildpacks/*'], base: 'ubuntu:?', contents: 'unlisted', system: 'name' },
  {
    names: [
      'lscr.io/linuxserver/baseimage-*',
      'ghcr.io/linuxserver/baseimage-*',
      'linuxserver/baseimage-*',
      'lsiobase/*',
    ],
    base: null,
    contents: 'application',
    system: 'name-release',
  },
  {
    names: ['balenalib/*'],
    base: null,
    contents: 'application',
    words: { build: 'unlisted', golang: 'unlisted' },
    system: 'name-release',
  },
  {
    names: ['gliderlabs/alpine', 'alpinelinux/docker-alpine'],
    base: 'alpine:?',
    contents: 'plain',
    system: 'name-release',
  },
  { names: ['alpine/*', 'alpinelinux/*'], base: 'alpine:?', contents: 'unlisted', system: 'nowhere' },
  {
    names: ['mhart/alpine-node'],
    base: 'alpine:?',
    contents: 'application',
    words: { slim: 'application' },
    system: 'nowhere',
  },
  {
    names: ['ghcr.io/void-linux/void-glibc*', 'voidlinux/voidlinux'],
    base: 'glibc:?',
    contents: 'unlisted',
    system: 'nowhere',
  },
  {
    names: ['hadolint/hadolint'],
    base: 'none',
    contents: 'bare',
    words: { debian: 'application', alpine: 'application' },
  },
  {
    names: ['moby/buildkit', 'curlimages/curl', 'hashicorp/terraform', 'hashicorp/vault', 'aquasec/trivy'],
    base: 'alpine:?',
    contents: 'application',
  },
  {
    names: ['archlinux/archlinux', 'ghcr.io/archlinux/archlinux'],
    base: 'archlinux:rolling',
    contents: 'archBase',
    words: { devel: 'buildpack' },
    system: 'nowhere',
  },
];

export const communityImages: readonly Family[] = [...python, ...rust, ...go, ...glibcOnAlpine, ...community];
