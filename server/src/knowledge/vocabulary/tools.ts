// Tools that look at programs and libraries or change what they load, and the loaders themselves.
import * as l10n from '@vscode/l10n';
import type { Entry } from './entry.js';

export const tools: readonly Entry[] = [
  {
    words: ['ldd'],
    command: null,
    title: () => l10n.t('Lists the libraries of a program; proves little'),
    paragraphs: (code) => [
      l10n.t(
        'On Alpine it is the loader of musl under another name: it lists a glibc program without an error although that program does not start.',
      ),
      l10n.t(
        'On glibc it calls a Go program with {0} static although it needs a loader, and lists a program of musl.',
        code('-buildmode=pie'),
      ),
      l10n.t(
        '{0} is more reliable: {1} or {2}.',
        code('file'),
        code('statically linked'),
        code('interpreter …'),
      ),
    ],
  },
  {
    words: ['ldconfig'],
    command: null,
    title: () => l10n.t('Tells the loader of glibc where libraries are'),
    paragraphs: (code) => [
      l10n.t(
        'It writes the cache that only glibc reads. musl has none: on Alpine the command does nothing of use, and cannot make a program start.',
      ),
      l10n.t(
        'Its arguments are folders with libraries; {0} does not belong there. musl looks into {1}, {2} and {3}, and into what {4} names.',
        code('bin'),
        code('/lib'),
        code('/usr/local/lib'),
        code('/usr/lib'),
        code('/etc/ld-musl-x86_64.path'),
      ),
    ],
  },
  {
    words: ['patchelf'],
    command: null,
    title: () => l10n.t('Changes which loader and libraries a program asks for'),
    paragraphs: (code) => [
      l10n.t(
        '{0} gives a program another loader. It does not give it the functions of another C library: a glibc program with the loader of musl still misses what only glibc has.',
        code('patchelf --set-interpreter'),
      ),
    ],
  },
  {
    words: ['readelf'],
    command: null,
    title: () => l10n.t('Shows what a program asks for'),
    paragraphs: (code) => [
      l10n.t(
        '{0} names the loader or says {1}. {2} lists the loader and the libraries, {3} the versions of glibc.',
        code('file ./app'),
        code('statically linked'),
        code('readelf -ld ./app'),
        code('readelf -V ./app'),
      ),
    ],
  },
  {
    words: ['xx-verify'],
    command: null,
    title: () => l10n.t('Checks a program during the build'),
    paragraphs: (code) => [
      l10n.t(
        'From {0}: stops the build when the program is not for the target platform, and with {1} when it is not static.',
        code('tonistiigi/xx'),
        code('--static'),
      ),
    ],
  },
  {
    words: ['ld-linux-x86-64.so.2', 'ld-linux-aarch64.so.1', 'ld-linux-armhf.so.3', 'ld-linux.so.2'],
    command: null,
    title: () => l10n.t('The loader of glibc'),
    paragraphs: (code) => [
      l10n.t(
        'The kernel starts it for every dynamic program of glibc. If it is missing, the program is reported as {0} although it is there. Alpine, {1} and {2} do not have it.',
        code('not found'),
        code('scratch'),
        code('distroless/static'),
      ),
      l10n.t(
        'A link of this name to musl lets programs start that need nothing beyond musl: Go programs do, programs with functions ending in {0} do not.',
        code('_chk'),
      ),
    ],
  },
  {
    words: ['ld-musl-x86_64.so.1', 'ld-musl-aarch64.so.1', 'ld-musl-armhf.so.1', 'libc.musl-x86_64.so.1'],
    command: null,
    title: () => l10n.t('The loader of musl, which is musl itself'),
    paragraphs: (code) => [
      l10n.t(
        'The kernel starts it for every dynamic program that was built on Alpine. Debian, Ubuntu and Red Hat do not have it; the package {0} of Debian brings it.',
        code('musl'),
      ),
    ],
  },
  {
    words: ['LD_LIBRARY_PATH'],
    command: null,
    title: () => l10n.t('More folders in which libraries are searched'),
    paragraphs: () => [
      l10n.t(
        'Both loaders read it. It does not make libraries of another C library fit, and a folder with another glibc breaks every program of the image.',
      ),
    ],
  },
];
