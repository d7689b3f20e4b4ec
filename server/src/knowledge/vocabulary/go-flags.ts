// Flags and build tags of go build that decide how a program is linked. Measured with Go 1.15 to 1.27 on Debian (2026-08).
import * as l10n from '@vscode/l10n';
import type { Entry } from './entry.js';

export const goFlags: readonly Entry[] = [
  {
    words: ['-ldflags'],
    command: 'go',
    title: () => l10n.t('Flags for the Go linker'),
    paragraphs: (code) => [
      l10n.t(
        'Given twice, the last one wins entirely. {0} and {1} shorten the file and do not change how it is linked.',
        code('-s'),
        code('-w'),
      ),
    ],
  },
  {
    words: ['-extldflags'],
    command: null,
    title: () => l10n.t('Flags for the C linker, if Go calls it'),
    paragraphs: (code) => [
      l10n.t(
        'Go links by itself as long as it can, also when {0} or {1} bring the C library in. Then this flag is ignored without a word: {2} alone leaves such a program dynamic.',
        code('net'),
        code('os/user'),
        code('-extldflags "-static"'),
      ),
      l10n.t(
        'It counts with {0}, and in programs with C packages of their own, where Go calls the C linker anyway.',
        code('-linkmode external'),
      ),
      l10n.t('For a static program: {0}.', code(`-ldflags '-linkmode external -extldflags "-static"'`)),
    ],
  },
  {
    words: ['-linkmode'],
    command: null,
    title: () => l10n.t('Who links: Go itself, or the C linker'),
    paragraphs: (code) => [
      l10n.t(
        '{0}: Go links, and ignores {1}. {2}: the C linker of {3} links, which needs a compiler and the development files of the C library. Without it Go chooses: external if there are C packages of your own, otherwise internal.',
        code('internal'),
        code('-extldflags'),
        code('external'),
        code('CC'),
      ),
      l10n.t(
        'With {0}, Go since 1.22 refuses {1}. Up to 1.21 it builds, and a static program that comes out of it dies at start with SIGTRAP.',
        code('CGO_ENABLED=0'),
        code('external'),
      ),
    ],
  },
  {
    words: ['-installsuffix'],
    command: null,
    title: () => l10n.t('A relic: it changes nothing about the program'),
    paragraphs: (code) => [
      l10n.t(
        'It gave compiled packages a folder of their own, before Go had a build cache. {0} comes from that time; with {1} before it, the program is static because of that alone.',
        code('-a -installsuffix cgo'),
        code('CGO_ENABLED=0'),
      ),
    ],
  },
  {
    words: ['-a'],
    command: 'go',
    title: () => l10n.t('Build everything anew'),
    paragraphs: (code) => [
      l10n.t('It makes the build slow, and does not make the program static.'),
      l10n.t(
        'One effect up to Go 1.19: the standard library is compiled here too, so the program asks for the glibc of this machine and not for the one that the toolchain was made with ({0}).',
        code('go build -a'),
      ),
    ],
  },
  {
    words: ['-buildmode'],
    command: 'go',
    title: () => l10n.t('What kind of file is built'),
    paragraphs: (code) => [
      l10n.t(
        '{0}: a program that asks for the loader of glibc, even with {1} and without a single library. It does not start on Alpine, in {2} or on {3}.',
        code('pie'),
        code('CGO_ENABLED=0'),
        code('scratch'),
        code('distroless/static'),
      ),
      l10n.t(
        '{0}, {1}: libraries for programs in C; {2}: loaded by a program in Go. They need cgo, and cannot be linked with {3}.',
        code('c-shared'),
        code('c-archive'),
        code('plugin'),
        code('-static'),
      ),
      l10n.t('{0}: the ordinary program.', code('exe')),
    ],
  },
  {
    words: ['-tags'],
    command: 'go',
    title: () => l10n.t('Build tags: which files belong to the build'),
    paragraphs: (code) => [
      l10n.t(
        'Separated by commas or spaces. {0} makes programs static that use no other C than that of {1} and {2}; it does not touch C packages of your own.',
        code('netgo,osusergo'),
        code('net'),
        code('os/user'),
      ),
      l10n.t('On the command line it replaces the tags in {0}.', code('GOFLAGS')),
    ],
  },
  {
    words: ['netgo'],
    command: null,
    title: () => l10n.t('Build tag: look host names up in Go'),
    paragraphs: (code) => [
      l10n.t(
        '{0} then needs no C library. {1} still does: add {2}. With {3}, both are superfluous.',
        code('net'),
        code('os/user'),
        code('osusergo'),
        code('CGO_ENABLED=0'),
      ),
      l10n.t(
        'Up to Go 1.19, do not combine it with {0} and {1}: if nothing else uses C, the program dies at start with SIGTRAP.',
        code('-linkmode external'),
        code('-extldflags "-static"'),
      ),
    ],
  },
  {
    words: ['osusergo'],
    command: null,
    title: () => l10n.t('Build tag: look users up in Go'),
    paragraphs: (code) => [
      l10n.t(
        '{0} then reads {1} itself and needs no C library. {2} still does: add {3}.',
        code('os/user'),
        code('/etc/passwd'),
        code('net'),
        code('netgo'),
      ),
    ],
  },
  {
    words: ['netcgo'],
    command: null,
    title: () => l10n.t('Build tag: look host names up with the C library'),
    paragraphs: (code) => [
      l10n.t(
        'The opposite of {0}. Both together: Go 1.19 takes this one, Go 1.24 refuses to build.',
        code('netgo'),
      ),
    ],
  },
  {
    words: ['static_build'],
    command: 'go',
    title: () => l10n.t('Build tag without an effect of its own'),
    paragraphs: () => [
      l10n.t(
        'Some projects choose files by it. Go itself does not know it: it does not make a program static.',
      ),
    ],
  },
  {
    words: ['-race', '-msan', '-asan'],
    command: 'go',
    title: () => l10n.t('Checks at run time, written in C'),
    paragraphs: (code) => [
      l10n.t(
        'They need cgo and a C compiler, and make every program dynamic, however small. The runtime of {0} is made for glibc; {1} needs clang.',
        code('-race'),
        code('-msan'),
      ),
    ],
  },
];
