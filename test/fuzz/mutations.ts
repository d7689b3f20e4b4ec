// Seeded mutations of texts: truncate, splice, repeat, random bytes, line ends. The same seed gives the same texts.

/** Mulberry32: small, seeded, good enough to choose mutations. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const TOKENS = [
  '"',
  "'",
  '`',
  '$',
  '${',
  '$(',
  '((',
  '<<EOF\n',
  '<<-"E',
  '\\\n',
  '\r',
  '\u0000',
  '\uFEFF',
  '\uD800',
  '&&',
  '||',
  ';;',
  '|',
  ')',
  '}',
  'if ',
  'case x in ',
  'FROM ',
  'RUN ',
  'COPY --from=',
  'ONBUILD ',
  '[',
  ']',
  '# escape=`\n',
  '\t',
  'é',
  '🐳',
  '\uF8FF',
];

/** A text made from others by one to six small changes. */
export function mutate(texts: readonly string[], next: () => number): string {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)];
  let text = pick(texts) ?? '';
  const rounds = 1 + Math.floor(next() * 6);
  for (let i = 0; i < rounds; i++) {
    const at = Math.floor(next() * (text.length + 1));
    const end = Math.min(text.length, at + Math.floor(next() * 80));
    switch (Math.floor(next() * 7)) {
      case 0:
        text = text.slice(0, at);
        break;
      case 1:
        text = text.slice(0, at) + text.slice(end);
        break;
      case 2:
        text = text.slice(0, at) + (pick(TOKENS) ?? '') + text.slice(at);
        break;
      case 3:
        text = text.slice(0, end) + text.slice(at);
        break;
      case 4: {
        const other = pick(texts) ?? '';
        const from = Math.floor(next() * other.length);
        text = text.slice(0, at) + other.slice(from, from + 200) + text.slice(at);
        break;
      }
      case 5:
        text = text.replace(/\n/g, next() < 0.5 ? '\r\n' : '\r');
        break;
      default:
        text = text.slice(0, at) + String.fromCharCode(Math.floor(next() * 65536)) + text.slice(at + 1);
    }
  }
  return text.slice(0, 64 * 1024);
}
