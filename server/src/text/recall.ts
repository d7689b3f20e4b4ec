// Remembers answers of pure functions that are asked the same again and again: most of a file is as it was before the keystroke.

/** The answer for a key, computed once; forgets everything when `limit` keys are held, so that it cannot grow without end. */
export function recall<Value>(limit: number): (key: string, compute: () => Value) => Value {
  const known = new Map<string, Value>();
  return (key, compute) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= limit) known.clear();
    const value = compute();
    known.set(key, value);
    return value;
  };
}
