// A glibc program runs on musl and misses a function that only glibc has.
import * as l10n from '@vscode/l10n';
import { inGcompat } from '../gcompat-symbols.js';
import type { MessageFamily } from '../model.js';
import { sameBase, turnCgoOff } from '../remedies.js';
import { symbolNotFound } from '../relocation.js';

/** In neither musl nor gcompat 1.1.0; tried on Alpine 3.13 to 3.20 (2026-08). */
const onlyGlibc = new Set(
  `fcntl64 mallopt mallinfo2 malloc_info canonicalize_file_name error_at_line closefrom close_range drand48_r lrand48_r
  pthread_cond_clockwait pthread_mutex_clocklock sem_clockwait pthread_attr_setaffinity_np pthread_sigqueue
  strfromf128 strtof128 wcslcpy free_sized re_search re_compile_pattern re_match re_set_syntax argp_parse
  arc4random arc4random_buf arc4random_uniform`.split(/\s+/),
);
const glibcShape =
  /^(?:__isoc23_|__isoc99_|__res_|__dn_|_dl_|__libc_|_IO_|__nss_|register_printf_|fts_|argp_|argz_|__GI_|__(?:open64|read|write|poll|select|pread64|stpcpy|strdup|strndup|rawmemchr|mempcpy|fxstat64|xstat64|lxstat64)$)/;

export const muslGlibcSymbol: MessageFamily = {
  id: 'musl-glibc-symbol',
  ambiguous: false,
  wordings: [
    symbolNotFound(
      (symbol) => onlyGlibc.has(symbol) || glibcShape.test(symbol) || inGcompat(symbol) !== 'no',
    ),
  ],
  explain: (captures, code) => {
    const symbol = captures['symbol'] ?? '';
    return {
      title: l10n.t('A glibc program was started with musl, and misses a function of glibc'),
      meaning: l10n.t(
        '{0} calls {1}, which glibc has and musl has not. It was compiled on Debian, Ubuntu or Red Hat.',
        code(captures['path'] ?? ''),
        code(symbol),
      ),
      why: l10n.t(
        'The loader of musl looks for every symbol at the start, also for those that are never called, and gives up when one is missing.',
      ),
      remedies: [
        inGcompat(symbol) === 'no'
          ? l10n.t('{0} is not in gcompat either: a shim does not help.', code(symbol))
          : l10n.t(
              'gcompat has {0}: try {1}. From Alpine 3.19 on {2} installs it too.',
              code(symbol),
              code('apk add gcompat'),
              code('libc6-compat'),
            ),
        l10n.t(
          'Take the build that its makers offer for musl, build it on Alpine, or take a base image with glibc.',
        ),
        l10n.t(
          'A native module of Node: reinstall it in the image ({0}), do not copy it from a glibc machine.',
          code('npm rebuild'),
        ),
        turnCgoOff(code),
        sameBase(),
      ],
      ambiguity: null,
    };
  },
  examples: [
    {
      text: 'Error: Error relocating /app/node_modules/sqlite3/lib/binding/node_sqlite3.node: fcntl64: symbol not found',
      captures: { symbol: 'fcntl64' },
    },
    {
      text: 'Error relocating ./x: __isoc23_strtol: symbol not found',
      captures: { symbol: '__isoc23_strtol' },
    },
    { text: 'Error relocating ./x: __res_init: symbol not found' },
    { text: 'Error relocating /usr/lib/libstdc++.so.6: arc4random: symbol not found' },
    { text: 'Error relocating ./x: __strdup: symbol not found' },
    { text: 'Error relocating ./x: __register_atfork: symbol not found' },
    { text: 'Error relocating ./x: gnu_get_libc_version: symbol not found' },
    { text: 'Error relocating ./x: backtrace_symbols: symbol not found' },
    { text: 'node_sqlite3.node: fcntl64: symbol not found' },
  ],
  others: ['Error relocating ./x: my_function: symbol not found', 'gcc: fcntl64: symbol not found'],
};
