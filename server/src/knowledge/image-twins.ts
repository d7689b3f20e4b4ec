// Which image stands in for another: the same tag on Alpine, on a given Debian release, or a base on which a program starts.
import { releaseByCodename } from './distributions.js';
import type { ImageFacts } from './image-facts.js';
import { parseReference } from './image-reference.js';
import { hasAlpine, hasSuite, hasTags, isNewerThanRecorded, recordedLines } from './official-timelines.js';
import { parseTag, systemIn, type Tag } from './tag-grammar.js';

interface Parts {
  /** Repository as written, registry included. */
  readonly repository: string;
  /** Name under which official images are recorded. */
  readonly name: string;
  readonly tag: Tag;
}

function partsOf(reference: string): Parts | null {
  const parsed = parseReference(reference);
  if (!parsed || !hasTags(parsed.name)) return null;
  const text = reference.trim();
  const end = parsed.digest === null ? text.length : text.indexOf('@');
  const repository = parsed.tag === null ? text.slice(0, end) : text.slice(0, end - parsed.tag.length - 1);
  return { repository, name: parsed.name, tag: parseTag(parsed.tag ?? 'latest') };
}

/** Words of a tag that name neither its system nor its size. */
const bareWords = ({ text }: Tag): string[] =>
  text === 'latest'
    ? []
    : text.split('-').filter((word) => word !== 'slim' && systemIn([word.toLowerCase()]) === null);

const keyOf = (tag: Tag, words: readonly string[]): string => tag.version ?? words[0] ?? 'latest';

/**
 * The same image on Alpine: `golang:1.22` → `golang:1.22-alpine`, `python:3.12-slim-bookworm` → `python:3.12-alpine`.
 * @returns null where there is no such tag, or the image is on Alpine already; a digest is given up.
 */
export function alpineTwin(reference: string): string | null {
  const parts = partsOf(reference);
  if (!parts || parts.tag.windows || parts.tag.system?.distribution === 'alpine') return null;
  const words = bareWords(parts.tag);
  const key = keyOf(parts.tag, words);
  const exists =
    hasAlpine(parts.name, key) || (hasAlpine(parts.name, 'latest') && isNewerThanRecorded(parts.name, key));
  return exists ? `${parts.repository}:${[...words, 'alpine'].join('-')}` : null;
}

/**
 * The same image on a Debian release: `golang:1.22` and `bullseye` → `golang:1.22-bullseye`.
 * @returns null where there is, and was, no such tag; a digest is given up.
 */
export function pinnedTwin(reference: string, codename: string): string | null {
  const parts = partsOf(reference);
  if (!parts || parts.tag.windows || parts.tag.system?.distribution === 'alpine') return null;
  return onSuite(parts, codename, parts.tag.slim);
}

// node writes `20-bookworm-slim`, the others `3.12-slim-bookworm` (Tags lines of official-images).
const sizeBehind = new Set(['node']);
const hasSlim = new Set(['python', 'node', 'rust', 'ruby', 'perl', 'haskell', 'openjdk']);

function onSuite({ repository, name, tag }: Parts, codename: string, slim: boolean): string | null {
  const words = bareWords(tag);
  const key = keyOf(tag, words);
  const recorded = isNewerThanRecorded(name, key) ? (recordedLines(name, '9999').at(-1) ?? key) : key;
  if (!hasSuite(name, recorded, codename)) return null;
  const size = slim && hasSlim.has(name) ? ['slim'] : [];
  const end = sizeBehind.has(name) ? [codename, ...size] : [...size, codename];
  const twin = `${repository}:${[...words, ...end].join('-')}`;
  return twin === `${repository}:${tag.text}` ? null : twin;
}

/** The smallest usual base of a Debian or Ubuntu release: `debian:bookworm-slim`, `ubuntu:24.04`; null for other words. */
export function slimImageFor(codename: string): string | null {
  const release = releaseByCodename(codename);
  if (!release) return null;
  return release.distribution === 'debian'
    ? `debian:${codename}-slim`
    : `ubuntu:${release.release ?? codename}`;
}

/** The codename of the Debian release that an image is built on; null where it is none or not known. */
export const debianCodenameOf = ({ distribution, codename }: ImageFacts): string | null =>
  distribution === 'debian' ? codename : null;

// Names of official base images by the distribution that they hold.
const baseImages: Readonly<Record<string, string>> = {
  alpine: 'alpine',
  fedora: 'fedora',
  centos: 'centos',
  rockylinux: 'rockylinux',
  almalinux: 'almalinux',
  oraclelinux: 'oraclelinux',
  amazonlinux: 'amazonlinux',
};

// Published at https://hub.docker.com/r/osgeo/gdal and ghcr.io/osgeo/gdal: one set of tags for each system.
const otherSystems: readonly {
  readonly names: readonly string[];
  readonly from: RegExp;
  readonly to: string;
}[] = [
  {
    names: ['osgeo/gdal', 'ghcr.io/osgeo/gdal'],
    from: /^alpine-(?:ultrasmall|small|normal)-/,
    to: 'ubuntu-small-',
  },
];

/**
 * An image to start from instead of `runtime`, on which what `builder` links against is there: the runtime's own twin where it has
 * one, else the builder's release without its tools.
 * @returns null where none is known to exist, or it would be the same image.
 */
export function runtimeTwin(runtime: ImageFacts, builder: ImageFacts): string | null {
  const twin =
    builder.libc === 'glibc'
      ? glibcTwin(runtime, builder)
      : builder.libc === 'musl'
        ? muslTwin(runtime, builder)
        : null;
  return twin === runtime.reference ? null : twin;
}

function glibcTwin(runtime: ImageFacts, builder: ImageFacts): string | null {
  const parsed = parseReference(runtime.reference);
  if (!parsed) return null;
  const other = otherSystems.find(
    ({ names, from }) => names.includes(parsed.name) && from.test(parsed.tag ?? ''),
  );
  if (other && parsed.tag !== null)
    return `${runtime.reference.slice(0, runtime.reference.lastIndexOf(`:${parsed.tag}`))}:${parsed.tag.replace(other.from, other.to)}`;
  const parts = partsOf(runtime.reference);
  const codename = debianCodenameOf(builder);
  if (parts && codename !== null) return onSuite(parts, codename, true);
  if (!isBare(parsed.name)) return null;
  return runtime.hasShell === false ? shelllessBase(builder) : ownBase(builder);
}

function muslTwin(runtime: ImageFacts, builder: ImageFacts): string | null {
  const parsed = parseReference(runtime.reference);
  if (!parsed) return null;
  if (hasTags(parsed.name)) return alpineTwin(runtime.reference);
  return isBare(parsed.name) && builder.distribution === 'alpine' ? ownBase(builder) : null;
}

/** Images that hold nothing but a system, so that another system may take their place. */
const isBare = (name: string): boolean =>
  name === 'scratch' ||
  name === 'busybox' ||
  name === 'debian' ||
  name === 'ubuntu' ||
  Object.hasOwn(baseImages, name) ||
  /^gcr\.io\/distroless\/(?:static|base|base-nossl|cc)(?:-debian\d+)?$/.test(name) ||
  /^(?:cgr\.dev\/)?chainguard\/(?:static|busybox|glibc-dynamic)$/.test(name);

function ownBase({ distribution, release, codename }: ImageFacts): string | null {
  if (codename !== null) return slimImageFor(codename);
  const name = baseImages[distribution ?? ''];
  if (name === undefined) return null;
  return release === null ? (distribution === 'alpine' ? name : null) : `${name}:${release}`;
}

/** distroless is published for Debian 10 to 13; `base` has no libgcc and no libstdc++, which Go does not need. */
function shelllessBase(builder: ImageFacts): string | null {
  const { distribution, release, hasGo } = builder;
  if (distribution !== 'debian' || !/^1[0-3]$/.test(release ?? '')) return ownBase(builder);
  return `gcr.io/distroless/${hasGo === true ? 'base' : 'cc'}-debian${release ?? ''}`;
}
