// Dotted version numbers (glibc 2.36, musl 1.2.5, Go 1.22.3) and their order.

/** Negative, zero or positive as `a` is older than, equal to or newer than `b`; missing parts count as 0, suffixes such as `rc1` or `_git2023` are ignored. */
export function compareVersions(a: string, b: string): number {
  const left = numbers(a);
  const right = numbers(b);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

export const atLeast = (version: string, floor: string): boolean => compareVersions(version, floor) >= 0;

function numbers(version: string): number[] {
  const parts: number[] = [];
  for (const part of version.split('.')) {
    const digits = /^\d+/.exec(part);
    if (!digits) break;
    parts.push(Number(digits[0]));
    if (digits[0].length !== part.length) break;
  }
  return parts;
}
