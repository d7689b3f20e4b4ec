// Which of the languages we read a file is written in: by its name, or by its `#!` line.
import type { DocumentKind } from '../build/model.js';

const byName: readonly (readonly [RegExp, DocumentKind])[] = [
  [/\.(?:sh|bash|dash|ash|ksh)$/i, 'shellscript'],
  [/\.(?:mk|mak)$/i, 'makefile'],
  [/^(?:GNU)?makefile(?:$|[.-])/i, 'makefile'],
  [/^(?:Docker|Container)file(?:$|[^a-z0-9])/i, 'dockerfile'],
  [/\.(?:docker|container)file$/i, 'dockerfile'],
];

const shebang = /^#!\s*(?:\S*\/)?(?:env\s+(?:-\S+\s+)*(?:\S*\/)?)?(?:ba|da|a|k|z)?sh(?:\s|$)/;
const makeShebang = /^#!\s*(?:\S*\/)?(?:env\s+(?:-\S+\s+)*)?(?:\S*\/)?g?make(?:\s|$)/;

/** The kind of a file; null where neither its name nor its first line tells. `name` is its base name. */
export function kindOf(name: string, text: string): DocumentKind | null {
  for (const [pattern, kind] of byName) if (pattern.test(name)) return kind;
  if (shebang.test(text)) return 'shellscript';
  return makeShebang.test(text) ? 'makefile' : null;
}
