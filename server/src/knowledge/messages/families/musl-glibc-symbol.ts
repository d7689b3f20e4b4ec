// A glibc program runs on musl and misses a function that only glibc has.
import * as l10n from '@vscode/l10n';
import { onlyInGlibc } from '../symbol-homes.js';
import type { MessageFamily } from '../model.js';
import { glibcProgramOnMusl, sameBase, turnCgoOff, whetherGcompatHas } from '../remedies.js';
import { symbolNotFound } from '../relocation.js';

export const muslGlibcSymbol: MessageFamily = {
  id: 'musl-glibc-symbol',
  ambiguous: false,
  wordings: [symbolNotFound(onlyInGlibc)],
  explain: (captures, code) => {
    const symbol = captures['symbol'] ?? '';
    return {
      title: glibcProgramOnMusl(),
      meaning: l10n.t(
        '{0} calls {1}, which glibc has and musl has not. It was compiled on Debian, Ubuntu or Red Hat.',
        code(captures['path'] ?? ''),
        code(symbol),
      ),
      why: l10n.t(
        'The loader of musl looks for every symbol at the start, also for those that are never called, and gives up when one is missing.',
      ),
      remedies: [
        whetherGcompatHas(symbol, code),
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
