// Programs that people build from source and whose needs were seen: the symbols of the libc that theirs ask for.

export interface KnownSoftware {
  /** Name of the source folder without its version. */
  readonly name: string;
  /** Names of programs it installs, the most used first. */
  readonly programs: readonly string[];
  /** glibc symbols beyond the ISO C library that its files ask for. */
  readonly symbols: readonly string[];
  readonly date: string;
  readonly source: string;
}

const software: readonly KnownSoftware[] = [
  {
    name: 'libredwg',
    programs: ['dwg2dxf', 'dwgread', 'dwgwrite', 'dwglayers', 'dwggrep', 'dxf2dwg'],
    symbols: [
      '__strcat_chk',
      '__snprintf_chk',
      '__memcpy_chk',
      '__stpcpy_chk',
      '__strcpy_chk',
      '__printf_chk',
      '__fprintf_chk',
      '__strncat_chk',
      '__sprintf_chk',
    ],
    date: '2021-04-06',
    source:
      "musl's ldd on LibreDWG's release build from Debian buster, in a Stack Overflow answer on Alpine's `not found`",
  },
];

/** What is known of a program by the name of its source folder; null for all others. */
export const knownSoftware = (name: string): KnownSoftware | null =>
  software.find((entry) => entry.name === name) ?? null;
