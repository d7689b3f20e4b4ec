// The headers of a library are missing in the builder.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { looksForHeader } from '../remedies.js';
import { noSuchFile, wording } from '../wording.js';

export const libraryHeadersMissing: MessageFamily = {
  id: 'library-headers-missing',
  ambiguous: true,
  wordings: [
    wording(
      'compiler',
      ['fatal error', '致命错误'],
      String.raw`(?:(?<file>[\w./+-]{1,200}):\d{1,6}(?::\d{1,5})?[:：] ?)?(?:fatal error|致命错误)[:：] ?(?<header>[\w./+-]{1,200}\.(?:h|hpp|hh))[:：] ?${noSuchFile}`,
    ),
    wording(
      'compiler',
      ['file not found'],
      String.raw`(?:(?<file>[\w./+-]{1,200}):\d{1,6}:\d{1,5}: )?fatal error: '(?<header>[\w./+-]{1,200}\.(?:h|hpp|hh))' file not found`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('The headers of a library are not installed'),
    meaning: looksForHeader(captures['header'] ?? '', code),
    why: (captures['header'] ?? '').startsWith('linux/')
      ? l10n.t('Those are the headers of the kernel; on Alpine they are a package of their own.')
      : l10n.t('A library and its headers are two packages: the builder has the first one at most.'),
    remedies: [
      (captures['header'] ?? '').startsWith('linux/')
        ? l10n.t(
            'Alpine: {0}. Debian: {1}.',
            code('apk add linux-headers'),
            code('apt-get install linux-libc-dev'),
          )
        : l10n.t(
            'Install the development package in the builder: its name ends in {0} on Alpine and Debian, in {1} on Red Hat.',
            code('-dev'),
            code('-devel'),
          ),
      l10n.t('The image that runs needs the library itself, unless it is linked statically.'),
    ],
    ambiguity: l10n.t(
      'A header of the project itself that is generated or in another folder gives the same text.',
    ),
  }),
  examples: [
    {
      text: 'vips.go:3:10: fatal error: vips/vips.h: No such file or directory',
      captures: { header: 'vips/vips.h' },
    },
    { text: 'fatal error: wkhtmltox/pdf.h: No such file or directory' },
    { text: 'fatal error: linux/falloc.h: No such file or directory' },
    { text: "x.c:1:10: fatal error: 'vips/vips.h' file not found", captures: { header: 'vips/vips.h' } },
  ],
  others: ['_cgo_export.c:3:10: fatal error: stdlib.h: No such file or directory'],
};
