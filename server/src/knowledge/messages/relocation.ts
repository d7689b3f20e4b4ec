// musl's words for a symbol that no library exports: the pattern that its families share.
import type { Wording } from './model.js';
import { library, wording } from './wording.js';

/** `Error relocating FILE: SYMBOL: symbol not found`, for the symbols that `accepts` takes. */
export const symbolNotFound = (accepts: (symbol: string) => boolean): Wording =>
  wording(
    'musl-loader',
    ['symbol not found'],
    String.raw`(?:Error relocating )?(?<path>${library}): (?<symbol>[\w.$@]{1,400}): symbol not found`,
    {
      accepts: ({ symbol, path }, { line, start }) =>
        accepts(symbol ?? '') &&
        (line.startsWith('Error relocating', start) || /\.(?:so|node)(?:\.[\d.]{1,20})?$/.test(path ?? '')),
    },
  );
