// Ways out and causes that more than one message shares; each sentence stands here once.
import * as l10n from '@vscode/l10n';
import type { Code } from './model.js';
import { gcompatHome } from './symbol-homes.js';

export const turnCgoOff = (code: Code): string =>
  l10n.t(
    'A Go program: build it with {0} and without {1}. It then needs no C library and starts everywhere, also in {2}.',
    code('CGO_ENABLED=0'),
    code('-buildmode=pie'),
    code('scratch'),
  );

export const linkStatically = (code: Code): string =>
  l10n.t(
    'A C, C++ or cgo program: link it statically ({0}; for Go {1}).',
    code('-static'),
    code(`-ldflags '-linkmode external -extldflags "-static"'`),
  );

export const sameBase = (): string =>
  l10n.t('Build and run on the same distribution and release: Alpine with Alpine, Debian 12 with Debian 12.');

export const addGcompat = (code: Code): string =>
  l10n.t(
    'On Alpine, {0} runs many glibc programs, but not all: it has a part of the symbols of glibc.',
    code('apk add gcompat'),
  );

export const pinRelease = (code: Code): string =>
  l10n.t(
    'Name the release in both FROM lines, for example {0} and {1}. A tag without one moves to a newer glibc by itself.',
    code('golang:1.22-bookworm'),
    code('debian:bookworm-slim'),
  );

export const buildOnOldest = (): string =>
  l10n.t('Or build on the oldest release that has to run it: glibc runs what was built on an older one.');

/** The file as an argument of a command: a bare name is searched in PATH. */
const argument = (file: string): string =>
  file.includes('/') || file === 'FILE' ? file : `"$(command -v ${file})"`;

/** How to see what a file asks for, on whichever machine has the tools. */
export const lookAtFile = (file: string, code: Code): string =>
  l10n.t(
    'See what the file is: {0} names its interpreter (loader), {1} the libraries it needs.',
    code(`file ${argument(file)}`),
    code(`readelf -ld ${argument(file)}`),
  );

/** Why a file that is there is reported as missing. */
export const loaderIsMissing = (code: Code): string =>
  l10n.t(
    'The kernel says "no such file" when the program that a file names as its loader is missing. A program built on Debian, Ubuntu or Red Hat names {0}, which Alpine and scratch do not have; one built on Alpine names {1}, which the others do not have.',
    code('/lib64/ld-linux-x86-64.so.2'),
    code('/lib/ld-musl-x86_64.so.1'),
  );

/** The other causes of the same text, and the checks that tell them apart. */
export const otherCausesOfNoSuchFile = (file: string, code: Code): string =>
  l10n.t(
    'A file that is really missing, a script whose first line names an interpreter that is missing, and a script with Windows line ends (the interpreter is then looked up as {0}) give the same text. Check with {1} (is it there?), {2} (does the first line end in {3}?) and {4} (which loader does it name?).',
    code('/bin/sh\\r'),
    code(`ls -l ${argument(file)}`),
    code(`head -n 1 ${argument(file)} | od -c`),
    code('\\r'),
    code(`file ${argument(file)}`),
  );

/** The ways out of a missing loader, best first. */
export const startRemedies = (file: string, code: Code): readonly string[] => [
  lookAtFile(file, code),
  turnCgoOff(code),
  linkStatically(code),
  sameBase(),
  addGcompat(code),
];

export const theProgram = (): string => l10n.t('The program');

export const theFile = (): string => l10n.t('The file');

export const isCNeeded = (code: Code): string =>
  l10n.t('Is the C code not needed? Then build with {0}.', code('CGO_ENABLED=0'));

export const installLibcHeaders = (code: Code): string =>
  l10n.t(
    'Alpine: {0}. Debian: {1}. Red Hat: {2}.',
    code('apk add musl-dev'),
    code('apt-get install libc6-dev'),
    code('yum install glibc-devel'),
  );

export const installIt = (command: string, code: Code): string => l10n.t('Install it: {0}.', code(command));

export const sameAlpine = (): string => l10n.t('Name the same Alpine release in every FROM.');

export const linkDynamically = (code: Code): string =>
  l10n.t('Or link dynamically: leave {0} out.', code('-static'));

export const leaveExternalLinkOut = (code: Code): string =>
  l10n.t(
    'Leave {0} and {1} out: with {2} Go links statically by itself.',
    code('-linkmode external'),
    code('-extldflags "-static"'),
    code('CGO_ENABLED=0'),
  );

/** Whether a shim supplies a symbol of glibc. */
export function whetherGcompatHas(symbol: string, code: Code): string {
  const home = gcompatHome(symbol);
  if (home === 'no') return l10n.t('{0} is not in gcompat either: a shim does not help.', code(symbol));
  if (home === 'since 1.1.0')
    return l10n.t(
      'gcompat has {0} since 1.1.0 (Alpine 3.17 or newer): try {1} there.',
      code(symbol),
      code('apk add gcompat'),
    );
  return l10n.t(
    'gcompat has {0}: try {1}. From Alpine 3.19 on {2} installs it too.',
    code(symbol),
    code('apk add gcompat'),
    code('libc6-compat'),
  );
}

export const glibcProgramOnMusl = (): string =>
  l10n.t('A glibc program was started with musl, and misses a function of glibc');

export const libraryMissing = (): string => l10n.t('A shared library is missing in the image');

export const looksForHeader = (header: string, code: Code): string =>
  l10n.t('The compiler looks for {0}.', code(header));
