// Variables that decide how Go builds and links. Measured with Go 1.15 to 1.27 on Debian (2026-08).
import * as l10n from '@vscode/l10n';
import type { Entry } from './entry.js';

export const goEnvironment: readonly Entry[] = [
  {
    words: ['CGO_ENABLED'],
    command: null,
    title: () => l10n.t('Whether Go builds with C'),
    paragraphs: (code) => [
      l10n.t(
        '{0}: no C. The program is static and starts on glibc, on musl and in {1}, unless {2} is given. Packages that are written in C are left out; {3} and {4} use their Go parts.',
        code('0'),
        code('scratch'),
        code('-buildmode=pie'),
        code('net'),
        code('os/user'),
      ),
      l10n.t(
        '{0}: with C. A program that uses {1}, {2} or a package in C is then linked with the C library of the builder, and starts only where that library is.',
        code('1'),
        code('net'),
        code('os/user'),
      ),
      l10n.t(
        'Not set: on, but off when the build is for another processor or system, and since Go 1.20 off without a C compiler. That is why {0} makes static programs and {1} dynamic ones from the same file. Only {2} and {3} count; every other value means "not set".',
        code('golang:alpine'),
        code('golang:bookworm'),
        code('0'),
        code('1'),
      ),
    ],
  },
  {
    words: ['GOOS'],
    command: null,
    title: () => l10n.t('The system that Go builds for'),
    paragraphs: (code) => [
      l10n.t(
        '{0}, {1}, {2}… It names the kernel and not the distribution: there is no {3}, Alpine is {0}.',
        code('linux'),
        code('darwin'),
        code('windows'),
        code('GOOS=alpine'),
      ),
      l10n.t(
        'When it differs from the machine that builds, cgo is off unless {0} turns it on.',
        code('CGO_ENABLED=1'),
      ),
    ],
  },
  {
    words: ['GOARCH'],
    command: null,
    title: () => l10n.t('The processor that Go builds for'),
    paragraphs: (code) => [
      l10n.t(
        '{0}, {1}, {2}, {3}… in the names of Go: {0} is what others call {4}, and {1} is {5}.',
        code('amd64'),
        code('arm64'),
        code('arm'),
        code('386'),
        code('x86_64'),
        code('aarch64'),
      ),
      l10n.t(
        'When it differs from the machine that builds, cgo is off unless {0} turns it on; then a cross compiler is needed in {1}.',
        code('CGO_ENABLED=1'),
        code('CC'),
      ),
    ],
  },
  {
    words: ['GOFLAGS'],
    command: null,
    title: () => l10n.t('Flags for every go command'),
    paragraphs: (code) => [
      l10n.t(
        'They come before those of the command line, which replace them: {0} there drops {0} here.',
        code('-tags'),
      ),
      l10n.t(
        'A value with spaces needs quotes around the whole flag, and Go 1.19 does not understand it even so.',
      ),
    ],
  },
  {
    words: ['CC', 'CXX'],
    command: null,
    title: () => l10n.t('The C compiler that cgo calls'),
    paragraphs: (code) => [
      l10n.t(
        'It decides which C library the program is linked with: {0} means musl, {1} glibc for arm64.',
        code('musl-gcc'),
        code('aarch64-linux-gnu-gcc'),
      ),
      l10n.t(
        'It does not turn cgo on: a build for another processor still needs {0}. If the compiler it names is missing, the build fails; Go does not fall back to a build without C.',
        code('CGO_ENABLED=1'),
      ),
    ],
  },
  {
    words: ['CGO_LDFLAGS'],
    command: null,
    title: () => l10n.t('Flags for the link of C code'),
    paragraphs: (code) => [
      l10n.t(
        '{0} in it makes a program with C packages of its own static. A program that only uses {1} does not link with it up to Go 1.26 ({2}).',
        code('-static'),
        code('net'),
        code('relocation target stderr not defined'),
      ),
    ],
  },
  {
    words: ['CGO_CFLAGS', 'CGO_CXXFLAGS', 'CGO_CPPFLAGS'],
    command: null,
    title: () => l10n.t('Flags for compiling C code'),
    paragraphs: (code) => [
      l10n.t(
        'They reach the compiler and not the linker: {0} here has no effect on the program.',
        code('-static'),
      ),
    ],
  },
  {
    words: ['GO_EXTLINK_ENABLED'],
    command: null,
    title: () => l10n.t('A hint to the Go linker'),
    paragraphs: (code) => [
      l10n.t(
        'It does not change how a program is linked in the builds that we measured. Use {0} instead.',
        code("-ldflags '-linkmode external'"),
      ),
    ],
  },
];
