// How deep a script nests substitutions: unbash reads the text of each level anew, so that depth times length is what reading costs.

/** 256 KiB five levels deep take about 0.3 s, and no script that people write goes deeper at that length (measured with unbash 6.0.4). */
const MAX_STEPS = 1_500_000;
/** Any script may nest so deep. */
const FREE_DEPTH = 4;

/** Where a script becomes too costly to read: the start of the line that opens the substitution; the text's length where it does not. */
export function costlyFrom(text: string): number {
  const limit = Math.max(FREE_DEPTH, Math.floor(MAX_STEPS / Math.max(1, text.length)));
  // What closes each open bracket or quote; substitutions are marked by their outermost start.
  const open: string[] = [];
  let substitutions = 0;
  let outermost = 0;
  for (let at = 0; at < text.length; at++) {
    const c = text.charAt(at);
    const inner = open[open.length - 1];
    if (c === '\\') at++;
    else if (c === inner) {
      open.pop();
      if (c === '`') substitutions--;
      else if (c !== '"' && open[open.length - 1] === '$') {
        open.pop();
        substitutions--;
      }
    } else if (c === "'" && inner !== '"') {
      const end = text.indexOf("'", at + 1);
      if (end < 0) return text.length;
      at = end;
    } else if (c === '"') open.push('"');
    else if (
      c === '`' ||
      ((c === '$' || c === '<' || c === '>') && '({'.includes(text.charAt(at + 1) || 'x'))
    ) {
      if (substitutions === 0) outermost = at;
      if (++substitutions > limit) return text.lastIndexOf('\n', outermost) + 1;
      if (c === '`') open.push('`');
      else open.push('$', text.charAt(++at) === '(' ? ')' : '}');
    } else if (c === '(' && inner !== '"') open.push(')');
    else if (c === '#' && inner !== '"' && /(^|\s)$/.test(text.slice(Math.max(0, at - 1), at))) {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end - 1;
    }
  }
  return text.length;
}
