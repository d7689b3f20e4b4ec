// An object or archive compiled for glibc is linked where musl is, or where glibc is older.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { quote, wording } from '../wording.js';

/** Names that only glibc's headers produce. */
const ofGlibc = String.raw`(?:__\w{1,60}_chk|__isoc(?:23|99)_\w{1,40}|__(?:strdup|strndup|fxstat|xstat|lxstat|fxstat64|xstat64|lxstat64|fxstatat64|rawmemchr|mempcpy|stpcpy|strtok_r|strtod_internal|strtol_internal|register_atfork|cxa_thread_atexit_impl|libc_(?:malloc|free|calloc|realloc|memalign|single_threaded)|res_\w{1,30}|dn_\w{1,20}|strftime_l|getauxval|fdelt_warn)|_dl_find_object|fcntl64|(?:open|openat|fopen|lseek|pread|pwrite|ftruncate|mmap|stat|fstat|lstat|readdir|fseeko|ftello|creat|fallocate|getrlimit|setrlimit|statfs|fstatfs|statvfs|sendfile|mkstemp|posix_fadvise|posix_fallocate|scandir|alphasort|glob|nftw|ftw|tmpfile)64|backtrace(?:_symbols(?:_fd)?)?|gnu_get_libc_version|canonicalize_file_name|mallinfo2?|mallopt|malloc_trim|pthread_attr_setaffinity_np|getcontext|makecontext|swapcontext|error_at_line)`;

export const undefinedGlibcReference: MessageFamily = {
  id: 'undefined-glibc-reference',
  ambiguous: false,
  wordings: [
    wording(
      'linker',
      ['@GLIBC_'],
      String.raw`undefined reference to ${quote}(?<symbol>\w{1,200}@@?GLIBC_[\w.]{1,20})${quote}`,
    ),
    wording(
      'linker',
      ['ndefined reference to', '未定义的引用'],
      String.raw`(?:[Uu]ndefined reference to ${quote}(?<symbol>${ofGlibc})${quote}|对[‘"'“\u0060]${ofGlibc}[’"'”]未定义的引用)`,
    ),
    wording(
      'linker',
      ['undefined symbol: '],
      String.raw`(?:[\w.-]{1,40}: )?error: undefined symbol: (?<symbol>${ofGlibc})`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('A library that was compiled for glibc is linked with another C library'),
    meaning: l10n.t(
      '{0} is called, and the C library of this system does not have it.',
      code(captures['symbol'] ?? l10n.t('A function of glibc')),
    ),
    why: l10n.t(
      'An archive or shared library that came ready-made was compiled for glibc, or for a newer one, and is linked on Alpine or on an older release.',
    ),
    remedies: [
      l10n.t(
        'Go packages with a bundled library often have a build tag for musl: {0} for confluent-kafka-go, {1} for wasmvm.',
        code('-tags musl'),
        code('-tags muslc'),
      ),
      l10n.t('Install the library from Alpine, or build it there; or build on Debian.'),
      l10n.t('The race detector needs glibc: run {0} in the Debian image of Go.', code('go test -race')),
    ],
    ambiguity: null,
  }),
  examples: [
    {
      text: "librdkafka_glibc_linux.a(rdkafka_conf.o): undefined reference to `__strdup'",
      captures: { symbol: '__strdup' },
    },
    {
      text: "/usr/lib/libwasmvm.x86_64.so: undefined reference to `__fxstat64@GLIBC_2.17'",
      captures: { symbol: '__fxstat64@GLIBC_2.17' },
    },
    {
      text: "race_linux_amd64.syso: in function `__interceptor': undefined reference to `__libc_malloc'",
      captures: { symbol: '__libc_malloc' },
    },
    { text: "x.c:(.text+0x1): undefined reference to `__isoc23_strtol'" },
    { text: "lib.a(x.o): undefined reference to `open64'", captures: { symbol: 'open64' } },
    { text: "(.text+0x1902): undefined reference to `_dl_find_object'" },
    { text: 'ld.lld: error: undefined symbol: __isoc23_strtol', captures: { symbol: '__isoc23_strtol' } },
  ],
  others: [
    "main.o: undefined reference to `my_function'",
    "undefined reference to `main'",
    "undefined reference to `sqlite3_open'",
  ],
};
