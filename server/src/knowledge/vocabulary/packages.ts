// Packages that bring a C library, its parts, or a stand-in for it. Sources: APKBUILDs of aports, measured starts (2026-08).
import * as l10n from '@vscode/l10n';
import type { Entry } from './entry.js';

export const packages: readonly Entry[] = [
  {
    words: ['gcompat'],
    command: null,
    title: () => l10n.t('Alpine: a stand-in for glibc'),
    paragraphs: (code) => [
      l10n.t(
        'Brings the loader of glibc under its own name, and functions that musl lacks, among them 48 of the 86 that end in {0}. Programs in Go and most plain programs in C then start.',
        code('_chk'),
      ),
      l10n.t(
        'It is not glibc: {0}, {1}, {2}, {3} and others are missing, so many programs in C++ and newer ones in C do not start. Regular expressions of C give wrong offsets in silence.',
        code('fcntl64'),
        code('__res_init'),
        code('arc4random'),
        code('__isoc23_strtol'),
      ),
      l10n.t(
        'Up to Alpine 3.18 in the community repository, from 3.19 on in main. It excludes a whole glibc beside it.',
      ),
    ],
  },
  {
    words: ['libc6-compat'],
    command: null,
    title: () => l10n.t('Alpine: links that pretend to be glibc'),
    paragraphs: (code) => [
      l10n.t(
        'Up to Alpine 3.18: links from the names of glibc to musl, and nothing else. The loader is found, so Go programs start; a program that needs a function of glibc ends with {0}.',
        code('symbol not found'),
      ),
      l10n.t(
        'From Alpine 3.19 on: the name stands for {0}, which has a part of these functions.',
        code('gcompat'),
      ),
    ],
  },
  {
    words: ['musl-dev', 'libc-dev'],
    command: null,
    title: () => l10n.t('Headers and static library of musl'),
    paragraphs: (code) => [
      l10n.t(
        'On Alpine, {0} alone cannot build anything: the headers ({1}), the start files ({2}) and {3} are in this package.',
        code('gcc'),
        code('stdlib.h'),
        code('crt1.o'),
        code('libc.a'),
      ),
    ],
  },
  {
    words: ['build-base', 'alpine-sdk'],
    command: null,
    title: () => l10n.t('Alpine: compiler, make and headers'),
    paragraphs: (code) => [
      l10n.t(
        'Brings {0}, {1}, {2} and {3}. With it in {4}, Go turns cgo on and makes dynamic programs of musl.',
        code('gcc'),
        code('g++'),
        code('make'),
        code('musl-dev'),
        code('golang:alpine'),
      ),
    ],
  },
  {
    words: ['musl-tools', 'musl-gcc'],
    command: null,
    title: () => l10n.t('Debian: build for musl'),
    paragraphs: (code) => [
      l10n.t(
        '{0} is a compiler of glibc that is told to use musl. With {1} it makes programs in C that start everywhere; it has no C++.',
        code('musl-gcc'),
        code('-static'),
      ),
      l10n.t(
        'For Go: {0} with cgo on. Without a static link the program asks for the loader of musl.',
        code('CC=musl-gcc'),
      ),
    ],
  },
  {
    words: ['glibc-static'],
    command: null,
    title: () => l10n.t('Red Hat: the static glibc'),
    paragraphs: (code) => [
      l10n.t(
        'Without it a static link ends with {0} and {1}. From release 8 on it lies in a repository that is off at first (CRB, PowerTools).',
        code('cannot find -lpthread'),
        code('cannot find -lc'),
      ),
    ],
  },
  {
    words: ['libc6-dev', 'glibc-devel', 'build-essential'],
    command: null,
    title: () => l10n.t('Headers of glibc'),
    paragraphs: (code) => [
      l10n.t(
        '{0} on Debian and Ubuntu, where it has the static library too; {1} on Red Hat, where that is {2}. {3} contains the first.',
        code('libc6-dev'),
        code('glibc-devel'),
        code('glibc-static'),
        code('build-essential'),
      ),
      l10n.t(
        '{0} does not bring it with {1}: then cgo is on, and the build fails for want of {2}.',
        code('apt-get install gcc'),
        code('--no-install-recommends'),
        code('stdlib.h'),
      ),
    ],
  },
  {
    words: ['libstdc++', 'libgcc'],
    command: null,
    title: () => l10n.t('Alpine: runtime of C++ and of Rust'),
    paragraphs: (code) => [
      l10n.t(
        'A bare Alpine has neither. Programs in C++ need {0}, dynamic programs in Rust {1}, also when they were built on Alpine.',
        code('libstdc++.so.6'),
        code('libgcc_s.so.1'),
      ),
    ],
  },
  {
    words: ['glibc', 'glibc-bin', 'alpine-pkg-glibc'],
    command: null,
    title: () => l10n.t('A whole glibc, on Alpine from outside'),
    paragraphs: (code) => [
      l10n.t(
        'Alpine has no such package. The one of sgerrand puts a glibc (2.35 at last) into {0}, for x86-64 only; there is none for arm64.',
        code('/usr/glibc-compat'),
      ),
      l10n.t(
        'It owns the same loader as {0} and {1}: with one of them in the image, {2} stops with {3}.',
        code('libc6-compat'),
        code('gcompat'),
        code('apk'),
        code('trying to overwrite'),
      ),
      l10n.t(
        'Since 2.35 it makes no {0}; programs that ask for it there need a link.',
        code('/lib64/ld-linux-x86-64.so.2'),
      ),
    ],
  },
];
