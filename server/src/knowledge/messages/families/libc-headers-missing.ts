// The compiler is there and the headers of the C library are not.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { installLibcHeaders, looksForHeader } from '../remedies.js';
import { noSuchFile, wording } from '../wording.js';

const ofLibc = String.raw`(?<header>(?:assert|ctype|dirent|dlfcn|errno|fcntl|features|float|grp|inttypes|limits|locale|malloc|math|netdb|poll|pthread|pwd|sched|semaphore|setjmp|signal|stdint|stdio|stdlib|string|strings|stdarg|stddef|syslog|termios|time|unistd|wchar|(?:sys|netinet|arpa|net|bits|gnu)/[\w./-]{1,60})\.h)`;

export const libcHeadersMissing: MessageFamily = {
  id: 'libc-headers-missing',
  ambiguous: false,
  wordings: [
    wording(
      'compiler',
      ['fatal error', '致命错误'],
      String.raw`(?:(?<file>[\w./+-]{1,200}):\d{1,6}(?::\d{1,5})?[:：] ?)?(?:fatal error|致命错误)[:：] ?${ofLibc}[:：] ?${noSuchFile}`,
    ),
    wording(
      'compiler',
      ['file not found'],
      String.raw`(?:(?<file>[\w./+-]{1,200}):\d{1,6}:\d{1,5}: )?fatal error: '${ofLibc}' file not found`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('The headers of the C library are not installed'),
    meaning: looksForHeader(captures['header'] ?? '', code),
    why: (captures['header'] ?? '').startsWith('bits/')
      ? l10n.t(
          'They are there, but not for the processor that the build is for (for example a 32-bit build on a 64-bit system).',
        )
      : l10n.t(
          'The compiler comes without them. On Alpine {0} does not bring {1}; on Debian {2} leaves {3} out.',
          code('apk add gcc'),
          code('musl-dev'),
          code('--no-install-recommends'),
          code('libc6-dev'),
        ),
    remedies: [
      installLibcHeaders(code),
      l10n.t('For a 32-bit build on Debian: {0}.', code('apt-get install gcc-multilib')),
      l10n.t('A Go program that needs no C code: build it with {0}.', code('CGO_ENABLED=0')),
    ],
    ambiguity: null,
  }),
  examples: [
    {
      text: '_cgo_export.c:3:10: fatal error: stdlib.h: No such file or directory',
      captures: { header: 'stdlib.h' },
    },
    {
      text: 'cgo.go:54:19: fatal error: errno.h: No such file or directory',
      captures: { header: 'errno.h' },
    },
    { text: '/usr/include/stdlib.h:25:10: fatal error: bits/libc-header-start.h: No such file or directory' },
    { text: '_cgo_export.c:3:10: 致命错误：stdlib.h：没有那个文件或目录' },
    { text: "x.c:1:10: fatal error: 'stdio.h' file not found" },
  ],
  others: ['x.go:3:10: fatal error: vips/vips.h: No such file or directory', 'fatal error: no config'],
};
