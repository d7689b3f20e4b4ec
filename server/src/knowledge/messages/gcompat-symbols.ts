// Which symbols of glibc that musl lacks gcompat exports, and which symbols musl itself gained, with the release.
//
// Measured 2026-08: every public symbol of glibc 2.31, 2.36, 2.41 and 2.43 looked up in gcompat 1.0.0 and 1.1.0 (built from the
// upstream tags, not Alpine's package) and in the musl of Alpine 3.13, 3.16, 3.18, 3.20 and edge. `getrandom` is from musl's release notes.

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Exported by gcompat 1.1.0 and not by musl; the `…_finite` aliases of libm are left out, gcompat has those too. */
const gcompat = words(`
  _IO_feof _IO_puts __asprintf_chk __chk_fail __close __cmsg_nxthdr __confstr_chk __ctype_b
  __cxa_at_quick_exit __cxa_thread_atexit_impl __dprintf_chk __explicit_bzero_chk __fdelt_chk
  __fdelt_warn __fgets_chk __fgets_unlocked_chk __finite __finitef __finitel __fprintf_chk __fread_chk
  __fwprintf_chk __getauxval __getcwd_chk __getgroups_chk __gethostname_chk __getlogin_r_chk
  __getpagesize __getpgid __isinf __isinff __isinfl __isnan __isnanf __isnanl __libc_calloc
  __libc_free __libc_malloc __libc_memalign __libc_realloc __libc_single_threaded __libc_stack_end
  __longjmp_chk __mbrlen __memcpy_chk __memmove_chk __mempcpy __mempcpy_chk __memset_chk __open64_2
  __open_2 __poll_chk __pread64_chk __pread_chk __printf_chk __pthread_register_cancel
  __pthread_unregister_cancel __rawmemchr __read_chk __readlink_chk __realpath_chk __recv_chk
  __recvfrom_chk __register_atfork __res_nclose __res_ninit __res_search __sbrk __sched_cpualloc
  __sched_cpufree __secure_getenv __snprintf_chk __sprintf_chk __stpcpy_chk __stpncpy_chk __strcat_chk
  __strcpy_chk __strcspn_c2 __strdup __strftime_l __strncat_chk __strncpy_chk __strndup __strsep_g
  __strtod_internal __strtof_internal __strtok_r __strtold_internal __swprintf_chk __sysconf
  __syslog_chk __ttyname_r_chk __vasprintf_chk __vfprintf_chk __vfwprintf_chk __vprintf_chk
  __vsnprintf_chk __vsprintf_chk __vswprintf_chk __vsyslog_chk __wcscpy_chk __wcstol_internal
  __xpg_sigpause _obstack_allocated_p _obstack_begin _obstack_begin_1 _obstack_free
  _obstack_memory_used _obstack_newchunk backtrace backtrace_symbols backtrace_symbols_fd dlmopen
  dlvsym error fgetgrent_r fgetpwent_r finitel getcontext getgrent_r getprotobyname_r
  getprotobynumber_r getprotoent_r getpwent_r getservent_r getutent_r gnu_dev_major gnu_dev_makedev
  gnu_dev_minor gnu_get_libc_release gnu_get_libc_version group_member initstate_r isinf isinff isinfl
  isnan isnanf isnanl makecontext mallinfo malloc_trim memfrob mtrace muntrace
  obstack_alloc_failed_handler obstack_free obstack_printf pthread_mutexattr_getkind_np
  pthread_mutexattr_setkind_np pthread_yield random_r rawmemchr scalbl setcontext setstate_r srandom_r
  strfry strtoll_l strtoq strtoull_l strtouq swapcontext sysctl tmpnam_r wcstod_l wcstol_l
  wcstoul_l
`);

/** Of these, the ones that gcompat 1.0.0 (Alpine 3.13 to 3.15) lacks. */
const since110 = words(`
  __close __dprintf_chk __explicit_bzero_chk __fdelt_warn __getauxval __libc_single_threaded __mbrlen
  initstate_r pthread_mutexattr_getkind_np pthread_mutexattr_setkind_np random_r setstate_r
  srandom_r
`);

/** Symbols that musl gained: the first release of musl, and of Alpine, that has them. */
const gained: ReadonlyMap<string, { readonly musl: string; readonly alpine: string }> = new Map([
  ['qsort_r', { musl: '1.2.3', alpine: '3.16' }],
  ['pthread_getname_np', { musl: '1.2.3', alpine: '3.16' }],
  ['statx', { musl: '1.2.5', alpine: '3.20' }],
  ['preadv2', { musl: '1.2.5', alpine: '3.20' }],
  ['pwritev2', { musl: '1.2.5', alpine: '3.20' }],
  ['getrandom', { musl: '1.1.20', alpine: '3.9' }],
]);

/** Whether gcompat exports a symbol that musl lacks: by every release, only since 1.1.0, or not at all. */
export function inGcompat(symbol: string): 'yes' | 'since 1.1.0' | 'no' {
  if (since110.has(symbol)) return 'since 1.1.0';
  return gcompat.has(symbol) || /^__\w{1,40}_finite$/.test(symbol) ? 'yes' : 'no';
}

/** From which musl and Alpine on a symbol is there; null where musl had it from the start, or has it not. */
export const muslGained = (symbol: string): { readonly musl: string; readonly alpine: string } | null =>
  gained.get(symbol) ?? null;
