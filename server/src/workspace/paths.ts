// Names of files inside the core: separated by `/`, absolute (`/a/b`, `c:/a`, `//server/share/a`), relative, or a URI with its path decoded.

interface Parts {
  /** `scheme:`, `scheme://authority`, `c:`, `//server` or nothing: what `..` never climbs over. */
  readonly prefix: string;
  readonly absolute: boolean;
  /** What stands between prefix and segments: nothing for relative names and for `untitled:Untitled-1`. */
  readonly slash: '/' | '';
  readonly segments: readonly string[];
}

const prefixPattern = /^(?:[A-Za-z][A-Za-z0-9+.-]+:(?:\/\/[^/]*)?|[A-Za-z]:(?=\/|$)|\/\/(?=[^/])[^/]+)/;

/** A path of the operating system as a name of ours: on Windows `\` becomes `/` and the drive's letter small. */
export function fromNative(path: string, windows: boolean): string {
  if (!windows) return path;
  return path.replace(/\\/g, '/').replace(/^[A-Z]:/, (drive) => drive.toLowerCase());
}

/** The name without `.`, `..`, doubled and trailing `/`; `..` at the root of an absolute name stays at the root. */
export function normalise(path: string): string {
  return write(split(path));
}

export function isAbsolute(path: string): boolean {
  return split(path).absolute;
}

/** `path` as seen from `folder`: itself where it is absolute, otherwise below the folder. */
export function resolve(folder: string, path: string): string {
  return isAbsolute(path) ? normalise(path) : join(folder, path);
}

/** All parts one below the other, normalised; a leading `/` of a later part is not a new root. */
export function join(first: string, ...rest: readonly string[]): string {
  const parts = split(first);
  const more = rest.flatMap((part) => part.split('/'));
  return write({ ...parts, segments: [...parts.segments, ...more] });
}

/** The folder that holds it; a root is its own folder, the folder of a bare name is `.`. */
export function dirname(path: string): string {
  const parts = split(normalise(path));
  return write({ ...parts, segments: parts.segments.slice(0, -1) });
}

/** The last segment; empty for a root. */
export function basename(path: string): string {
  return split(normalise(path)).segments.at(-1) ?? '';
}

/** Whether `path` is `root` or lies below it, once `..` is worked out; a relative path never lies in an absolute root. */
export function isWithin(root: string, path: string): boolean {
  const outer = split(normalise(root));
  const inner = split(normalise(path));
  return (
    outer.prefix === inner.prefix &&
    outer.absolute === inner.absolute &&
    inner.segments[0] !== '..' &&
    outer.segments.every((segment, i) => segment === inner.segments[i] || (segment === '.' && i === 0))
  );
}

/** `path` as seen from `root` (`.` for the root itself), or null where it does not lie in it. */
export function relative(root: string, path: string): string | null {
  if (!isWithin(root, path)) return null;
  const outer = split(normalise(root)).segments.filter((segment) => segment !== '.');
  const inner = split(normalise(path)).segments;
  return inner.slice(outer.length).join('/') || '.';
}

function split(path: string): Parts {
  const prefix = prefixPattern.exec(path)?.[0] ?? '';
  const rest = path.slice(prefix.length);
  const opaque = /^[^/]{2,}:$/.test(prefix) && !rest.startsWith('/');
  const absolute = rest.startsWith('/') || prefix !== '';
  return {
    prefix,
    absolute,
    slash: absolute && !opaque ? '/' : '',
    segments: rest.split('/').filter((segment) => segment !== ''),
  };
}

function write({ prefix, absolute, slash, segments }: Parts): string {
  const kept: string[] = [];
  for (const segment of segments) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') kept.push(segment);
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (!absolute) kept.push('..');
  }
  return prefix + slash + kept.join('/') || '.';
}
