// musl's loader is asked for glibc's own parts: the file was built for glibc.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { addGcompat, sameBase, theProgram, turnCgoOff } from '../remedies.js';
import { library, noSuchFile, wording } from '../wording.js';

export const muslGlibcLoaderNeeded: MessageFamily = {
  id: 'musl-glibc-loader-needed',
  ambiguous: false,
  wordings: [
    wording(
      'musl-loader',
      ['Error loading shared library'],
      String.raw`Error loading shared library (?<library>(?:ld-linux[\w.-]{0,40}|ld64)\.so\.\d|lib(?:c\.so\.6|m\.so\.6|pthread\.so\.0|dl\.so\.2|rt\.so\.1|resolv\.so\.2|nsl\.so\.1|crypt\.so\.1|util\.so\.1|anl\.so\.1|nss_\w{1,20}\.so\.2|mvec\.so\.1|BrokenLocale\.so\.1|thread_db\.so\.1))(?:: ${noSuchFile}(?: \(needed by (?<neededBy>${library})\))?)?`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('The file was built for glibc, and this is musl'),
    meaning: l10n.t(
      '{0} needs {1}, which is a part of glibc. Alpine does not have it.',
      code(captures['neededBy'] ?? theProgram()),
      code(captures['library'] ?? ''),
    ),
    why: l10n.t(
      'It was compiled on Debian, Ubuntu or Red Hat, or downloaded as a build for them. That it got this far means that something stands in for the loader of glibc ({0} or a link), or that it is a library which a program of musl loads.',
      code('libc6-compat'),
    ),
    remedies: [
      l10n.t(
        'Take the build for musl (Alpine package, {0} download, musllinux wheel), or build it on Alpine.',
        code('linux-musl'),
      ),
      addGcompat(code),
      turnCgoOff(code),
      sameBase(),
    ],
    ambiguity: null,
  }),
  examples: [
    {
      text: 'Error loading shared library ld-linux-x86-64.so.2: No such file or directory (needed by /app/server)',
      captures: { library: 'ld-linux-x86-64.so.2', neededBy: '/app/server' },
    },
    {
      text: 'Error loading shared library libresolv.so.2: No such file or directory (needed by hugo)',
      captures: { library: 'libresolv.so.2' },
    },
    {
      text: 'java.lang.UnsatisfiedLinkError: /tmp/snappy-1.1.7-libsnappyjava.so: Error loading shared library ld-linux-x86-64.so.2: No such file or directory (needed by /tmp/snappy-1.1.7-libsnappyjava.so)',
    },
    { text: 'Error loading shared library ld-linux-aarch64.so.1: No such file or directory (needed by ./x)' },
    {
      text: 'DPI-1047: Cannot locate a 64-bit Oracle Client library: "Error loading shared library libnsl.so.1: No such file or directory"',
    },
  ],
  others: ['Error loading shared library libssl.so.3: No such file or directory (needed by ./x)'],
};
