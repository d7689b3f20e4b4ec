// Which functions of C sources raise the least glibc version beyond what every program asks for.
import { atLeast, compareVersions } from '../knowledge/version.js';

/**
 * Functions whose newest symbol version is younger than 2.2.5, by that version; measured with gcc on Debian 11, 12, 13 and sid
 * (2026-11, `nm -D` of glibc 2.31, 2.36, 2.41 and 2.43). A program linked on a host of at least that version asks for it.
 */
const introduced: Readonly<Record<string, readonly string[]>> = {
  '2.25': ['getentropy', 'getrandom', 'explicit_bzero'],
  '2.27': ['copy_file_range', 'memfd_create', 'mlock2', 'expf', 'exp2f', 'logf', 'log2f', 'powf'],
  '2.28': ['statx', 'renameat2', 'fcntl64'],
  '2.29': ['exp', 'exp2', 'log', 'log2', 'pow'],
  '2.30': [
    'gettid',
    'tgkill',
    'getdents64',
    'pthread_cond_clockwait',
    'pthread_mutex_clocklock',
    'sem_clockwait',
  ],
  '2.32': ['sigabbrev_np', 'sigdescr_np', 'strerrorname_np', 'strerrordesc_np'],
  '2.33': ['stat', 'fstat', 'lstat', 'fstatat', 'mknod', 'mallinfo2'],
  '2.34': ['closefrom', 'close_range', 'execveat', '_Fork'],
  '2.36': ['arc4random', 'arc4random_buf', 'arc4random_uniform', 'pidfd_open', 'process_madvise'],
  '2.38': ['strlcpy', 'strlcat', 'wcslcpy', 'wcslcat', 'fmod', 'fmodf'],
  '2.39': ['pidfd_spawn', 'pidfd_spawnp', 'stdc_leading_zeros'],
};

const versionOf = new Map(
  Object.entries(introduced).flatMap(([version, names]) => names.map((name) => [name, version] as const)),
);

/**
 * Highest glibc version that calls in C source text ask for when linked on a given glibc; null where only what every program needs.
 * Linear in the text; comments are read as code, so the answer may be too high, never too low for these functions.
 */
export function glibcFloor(source: string, hostVersion: string): string | null {
  let highest: string | null = null;
  for (const [, name = ''] of source.matchAll(/\b(?:C\.)?([A-Za-z_]\w{1,63})\s{0,8}\(/g)) {
    const version = versionOf.get(name);
    if (version === undefined || !atLeast(hostVersion, version)) continue;
    if (highest === null || compareVersions(highest, version) < 0) highest = version;
  }
  return highest;
}
