// Docker's wildcard patterns (`${V#p}`, `${V%p}`, `${V/p/r}`), matched in bounded time: `?` and `*`, no brackets (BuildKit's convertShellPatternToRegex).

/** A character that stands for itself, or a wildcard. */
type Token = { readonly is: string } | '?' | '*';

/** Steps one match may take; what needs more is not known. Values and patterns of real files take a few thousand. */
const MAX_STEPS = 2_000_000;

/** Null for an escape that Docker refuses (`\a`, a lone `\` at the end). */
function tokensOf(pattern: string): readonly Token[] | null {
  const tokens: Token[] = [];
  const characters = [...pattern];
  for (let i = 0; i < characters.length; i++) {
    const c = characters[i] ?? '';
    if (c === '*' || c === '?') {
      // Several stars in a row match what one matches.
      if (c === '?' || tokens[tokens.length - 1] !== '*') tokens.push(c);
    } else if (c === '\\') {
      const next = characters[i + 1] ?? '';
      // `}` and `/` are escaped for the expansion's own syntax.
      if (next === '}' || next === '/') continue;
      if (next !== '*' && next !== '?' && next !== '\\') return null;
      tokens.push({ is: next });
      i++;
    } else tokens.push({ is: c });
  }
  return tokens;
}

interface Budget {
  steps: number;
}

/** Ends of the shortest and the longest match that starts at `start`; null where none does. Wildcards do not match a newline, as in Go. */
function matchFrom(
  value: readonly string[],
  start: number,
  tokens: readonly Token[],
  budget: Budget,
): { readonly shortest: number; readonly longest: number } | null {
  // Which tokens may come next, token by token: a star may also be skipped.
  let states = closure(new Set([0]), tokens);
  let shortest: number | null = null;
  let longest = start;
  for (let at = start; states.size > 0; at++) {
    if (states.has(tokens.length)) {
      shortest ??= at;
      longest = at;
    }
    const c = value[at];
    if (c === undefined) break;
    const next = new Set<number>();
    for (const state of states) {
      budget.steps--;
      const token = tokens[state];
      if (token === undefined) continue;
      if (token === '*' && c !== '\n') next.add(state);
      else if (token === '?' && c !== '\n') next.add(state + 1);
      else if (typeof token === 'object' && token.is === c) next.add(state + 1);
    }
    if (budget.steps < 0) return null;
    states = closure(next, tokens);
  }
  return shortest === null ? null : { shortest, longest };
}

function closure(states: Set<number>, tokens: readonly Token[]): Set<number> {
  for (const state of states) if (tokens[state] === '*') states.add(state + 1);
  return states;
}

/** Takes the shortest or longest match of the pattern off the value's start. Null where Docker refuses the pattern, or matching costs too much. */
export function trimPrefix(value: string, pattern: string, greedy: boolean): string | null {
  return trim([...value], tokensOf(pattern), greedy)?.join('') ?? null;
}

/** The same at the value's end. */
export function trimSuffix(value: string, pattern: string, greedy: boolean): string | null {
  const reversed = trim([...value].reverse(), tokensOf(reversePattern(pattern)), greedy);
  return reversed?.reverse().join('') ?? null;
}

/** Escapes stay in front of what they escape; a lone one at the end escapes what then follows it, as in BuildKit. */
const reversePattern = (pattern: string): string => (pattern.match(/\\[^]|[^]/gu) ?? []).reverse().join('');

function trim(value: readonly string[], tokens: readonly Token[] | null, greedy: boolean): string[] | null {
  if (!tokens) return null;
  const budget: Budget = { steps: MAX_STEPS };
  const match = matchFrom(value, 0, tokens, budget);
  if (budget.steps < 0) return null;
  return value.slice(match ? (greedy ? match.longest : match.shortest) : 0);
}

/** Replaces the first or every longest match. Null where Docker refuses the pattern, or matching costs too much. */
export function replaceMatches(
  value: string,
  pattern: string,
  replacement: string,
  all: boolean,
): string | null {
  const tokens = tokensOf(pattern);
  if (!tokens) return null;
  const characters = [...value];
  const budget: Budget = { steps: MAX_STEPS };
  let result = '';
  let at = 0;
  let lastEnd = -1;
  while (at <= characters.length) {
    const match = matchFrom(characters, at, tokens, budget);
    if (budget.steps-- < 0) return null;
    // An empty match right behind another one does not count (Go's regexp package).
    if (match && !(match.longest === at && at === lastEnd)) {
      result += all ? filled(replacement, characters.slice(at, match.longest).join('')) : replacement;
      lastEnd = match.longest;
      if (!all) return result + characters.slice(match.longest).join('');
      if (match.longest > at) {
        at = match.longest;
        continue;
      }
    }
    result += characters[at] ?? '';
    at++;
  }
  return result;
}

/** What Go's ReplaceAllString makes of `$` in a replacement: `$0` is the match, other names are of groups that do not exist, `$$` is one `$`. */
const filled = (replacement: string, match: string): string =>
  replacement.replace(
    /\$(?:(\$)|([\p{L}\p{Nd}_]+)|\{([\p{L}\p{Nd}_]+)\})/gu,
    (_, dollar?: string, name?: string, braced?: string) => dollar ?? ((name ?? braced) === '0' ? match : ''),
  );
