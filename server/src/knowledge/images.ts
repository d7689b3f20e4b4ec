// What is known of a base image by its reference: facts with evidence, or an honest unknown.
import * as l10n from '@vscode/l10n';
import { because } from '../text/because.js';
import { newestRelease, releaseByCodename, releaseById, type Release } from './distributions.js';
import { contents, type Contents } from './image-contents.js';
import { families, type Base, type Family } from './image-families.js';
import type { Architecture, ImageFacts } from './image-facts.js';
import { parseReference, type ImageReference } from './image-reference.js';
import { parseTag, type Tag } from './tag-grammar.js';

export interface ResolveOptions {
  /** ISO date for which moving tags are resolved. */
  readonly asOf: string;
  readonly architecture?: Architecture;
}

const exact = new Map<string, Family>();
const prefixes: (readonly [string, Family])[] = [];
for (const family of families)
  for (const name of family.names)
    if (name.endsWith('*')) prefixes.push([name.slice(0, -1), family]);
    else exact.set(name, family);

const familyOf = (name: string): Family | null =>
  exact.get(name) ?? prefixes.find(([prefix]) => name.startsWith(prefix))?.[1] ?? null;

const unknown = (reference: string, text: string): ImageFacts => ({
  reference,
  libc: 'unknown',
  version: null,
  distribution: null,
  release: null,
  codename: null,
  packageManager: null,
  cCompiler: null,
  libcHeaders: null,
  staticLibc: null,
  go: null,
  hasGo: null,
  hasShell: null,
  shell: null,
  environment: {},
  workdir: '/',
  libraries: null,
  secondLibc: null,
  floating: true,
  windows: false,
  because: [because(text)],
});

/**
 * Facts of a base image.
 * @param reference as written after ARG substitution; anything at all may be passed.
 * @returns every field known or honestly unknown; never throws.
 */
export function resolveImage(reference: string, options: ResolveOptions): ImageFacts {
  const parsed = parseReference(reference);
  if (!parsed)
    return unknown(reference, l10n.t('The image reference is not known, so nothing is said of it.'));
  const tag = parseTag(parsed.tag ?? 'latest');
  const family = familyOf(parsed.name);
  const base = family ? baseOf(family, parsed, tag, options.asOf) : thirdPartyBase(tag);
  if (base === null) return unknown(reference, l10n.t('Nothing is known of the image {0}.', reference));
  return facts(reference, family, tag, base, options.asOf);
}

interface FoundBase {
  /** Null: no libc at all. */
  readonly release: Release | null;
  readonly floating: boolean;
}

function baseOf(family: Family, parsed: ImageReference, tag: Tag, asOf: string): FoundBase | null {
  const pinned = parsed.digest !== null;
  if (
    family.names[0] === tag.system?.distribution ||
    family.base === `${parsed.name}:*` ||
    parsed.name === 'centos'
  ) {
    const own = ownRelease(parsed.name, tag);
    if (own) return { release: own, floating: false };
  }
  if (tag.system && family.tagNamesNoSystem !== true) {
    const release = tag.system.releaseId === null ? null : releaseById(tag.system.releaseId);
    if (release) return { release, floating: false };
    const newest = newestRelease(tag.system.distribution, asOf);
    return newest ? { release: newest, floating: true } : null;
  }
  const base =
    family.tags?.[tag.text] ??
    (tag.version === null ? null : versionBase(family, tag.version)) ??
    family.base;
  if (base === null) return null;
  const id = baseAt(base, asOf);
  if (id === 'none') return { release: null, floating: !pinned };
  const newest = id.endsWith(':*') ? newestRelease(id.slice(0, -2), asOf) : releaseById(id);
  return newest ? { release: newest, floating: true } : null;
}

function ownRelease(name: string, tag: Tag): Release | null {
  const distribution = name.slice(name.lastIndexOf('/') + 1);
  const codenamed = releaseByCodename(tag.words[0] ?? '');
  if (codenamed?.distribution === distribution) return codenamed;
  const parts = (tag.version ?? '').split('.');
  for (let length = Math.min(parts.length, 2); length > 0; length--) {
    const release = releaseById(`${distribution}:${parts.slice(0, length).join('.')}`);
    if (release) return release;
  }
  return releaseById(`${distribution}:${tag.words[0] ?? ''}`);
}

function versionBase(family: Family, version: string): Base | null {
  const parts = version.split('.');
  for (let length = parts.length; length > 0; length--) {
    const base = family.versions?.[parts.slice(0, length).join('.')];
    if (base !== undefined) return base;
  }
  return null;
}

function baseAt(base: Base, asOf: string): string {
  if (typeof base === 'string') return base;
  let found = base[0]?.[1] ?? 'none';
  for (const [since, id] of base) if (since <= asOf) found = id;
  return found;
}

function thirdPartyBase(tag: Tag): FoundBase | null {
  if (!tag.system) return null;
  const release = tag.system.releaseId === null ? null : releaseById(tag.system.releaseId);
  if (release) return { release, floating: false };
  const { distribution } = tag.system;
  if (distribution !== 'alpine') return null;
  const any = releaseById('alpine:edge');
  return any ? { release: { ...any, release: null, version: null }, floating: true } : null;
}

function contentsOf(family: Family | null, tag: Tag, release: Release | null): Contents {
  if (!family) return contents.unlisted;
  if (release?.distribution === 'alpine') return contents[family.alpine ?? family.contents];
  return contents[tag.slim ? (family.slim ?? family.contents) : family.contents];
}

function facts(
  reference: string,
  family: Family | null,
  tag: Tag,
  base: FoundBase,
  asOf: string,
): ImageFacts {
  const { release } = base;
  const inside = contentsOf(family, tag, release);
  const golang = family?.golang === true;
  return {
    reference,
    libc: release?.libc ?? 'none',
    version: release?.version ?? null,
    distribution: release?.distribution ?? null,
    release: release?.release ?? null,
    codename: release?.codename ?? null,
    packageManager: inside.packageManager ?? release?.packageManager ?? 'none',
    cCompiler: inside.cCompiler,
    libcHeaders: inside.libcHeaders,
    staticLibc: inside.staticLibc,
    go: golang ? tag.version : null,
    hasGo: golang ? true : family === null ? null : false,
    hasShell: inside.shell,
    shell: inside.shell === false ? null : (release?.shell ?? null),
    environment: golang
      ? {
          GOPATH: '/go',
          PATH: '/go/bin:/usr/local/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
        }
      : {},
    workdir: golang ? '/go' : '/',
    libraries: inside.libraries,
    secondLibc: null,
    floating: base.floating,
    windows: tag.windows,
    because: [
      because(
        release
          ? l10n.t(
              '{0} was built on {1} on {2}.',
              reference,
              `${release.distribution} ${release.release ?? ''}`.trim(),
              asOf,
            )
          : l10n.t('{0} holds no libc.', reference),
      ),
    ],
  };
}
