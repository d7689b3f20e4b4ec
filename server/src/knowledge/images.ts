// What is known of a base image by its reference: facts with evidence, or an honest unknown.
import * as l10n from '@vscode/l10n';
import { because, type Because } from '../text/because.js';
import { baseLibraries, openssl } from './distribution-libraries.js';
import { releaseLabel, type Release } from './distributions.js';
import { goOfTag, setsToolchainLocal } from './go-images.js';
import { familyBase, strangerBase, type FoundBase } from './image-base.js';
import { contents, type Contents } from './image-contents.js';
import type { Architecture, ImageFacts } from './image-facts.js';
import type { Family } from './image-family.js';
import { parseReference, type ImageReference } from './image-reference.js';
import { communityImages } from './community-images.js';
import { officialImages } from './official-images.js';
import { parseTag, type Tag } from './tag-grammar.js';
import { vendorImages } from './vendor-images.js';

export interface ResolveOptions {
  /** ISO date for which moving tags are resolved. */
  readonly asOf: string;
  readonly architecture?: Architecture;
}

const exactNames = new Map<string, Family>();
const prefixes: (readonly [prefix: string, family: Family])[] = [];
for (const family of [...officialImages, ...vendorImages, ...communityImages])
  for (const name of family.names)
    if (name.endsWith('*')) prefixes.push([name.slice(0, -1), family]);
    else if (!exactNames.has(name)) exactNames.set(name, family);
prefixes.sort(([a], [b]) => b.length - a.length);

function familyOf({ name, namespace }: ImageReference): Family | null {
  return (
    (namespace === null ? undefined : exactNames.get(`${namespace}/${name}`)) ??
    exactNames.get(name) ??
    (name.includes('/') ? prefixes.find(([prefix]) => name.startsWith(prefix))?.[1] : undefined) ??
    null
  );
}

const nothing: Omit<ImageFacts, 'reference' | 'because'> = {
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
};

/**
 * Facts of a base image.
 * @param reference as written after ARG substitution; anything at all may be passed.
 * @returns every field known or honestly unknown; never throws.
 */
export function resolveImage(reference: string, options: ResolveOptions): ImageFacts {
  const parsed = parseReference(reference);
  if (!parsed)
    return { ...nothing, reference, because: [because(l10n.t('Which image this is, is not known.'))] };
  const family = familyOf(parsed);
  const tag = parseTag(countingTag(family, parsed.tag ?? 'latest'));
  if (tag.windows)
    return {
      ...nothing,
      reference,
      windows: true,
      because: [because(l10n.t('{0} is an image for Windows.', reference))],
    };
  const base = family
    ? familyBase(family, parsed, tag, options.asOf)
    : strangerBase(parsed, tag, options.asOf);
  if (base === null) return unresolved(reference, family, tag, options.asOf);
  return facts(reference, parsed, family, tag, base, options);
}

function countingTag(family: Family | null, tag: string): string {
  const behind = family?.tagBehind === undefined ? -1 : tag.indexOf(`${family.tagBehind}-`);
  return behind < 0 ? tag : tag.slice(behind + (family?.tagBehind ?? '').length + 1);
}

function unresolved(reference: string, family: Family | null, tag: Tag, asOf: string): ImageFacts {
  const text = family
    ? l10n.t('{0} may be built on one system or another: its tag does not tell.', reference)
    : l10n.t('Nothing is known of the image {0}.', reference);
  return {
    ...nothing,
    reference,
    go: goVersion(family, tag, asOf),
    hasGo: family?.go === undefined ? null : true,
    because: [because(text)],
  };
}

function facts(
  reference: string,
  parsed: ImageReference,
  family: Family | null,
  tag: Tag,
  { release, how, floating }: FoundBase,
  { asOf }: ResolveOptions,
): ImageFacts {
  const inside = withShell(family, tag, contentsOf(family, parsed, tag, release));
  const go = goVersion(family, tag, asOf);
  return {
    reference,
    libc: release?.libc ?? 'none',
    version: release?.version ?? null,
    distribution: release === null ? (family?.distribution ?? null) : release.distribution || null,
    release: release?.release ?? null,
    codename: release?.codename ?? null,
    packageManager: managerOf(inside, release),
    cCompiler: inside.cCompiler,
    libcHeaders: inside.libcHeaders,
    staticLibc: inside.staticLibc,
    go,
    hasGo: family?.go !== undefined ? true : inside.cCompiler === null ? null : false,
    hasShell: inside.shell,
    shell: inside.shell === false ? null : shellOf(release, family, tag),
    environment: environmentOf(family, go, asOf),
    workdir: family?.workdir ?? '/',
    libraries: librariesOf(inside, release),
    secondLibc: secondLibcOf(family, tag),
    ...(release?.staticOnly === true ? { staticOnly: true } : {}),
    floating,
    windows: false,
    because: reasons(reference, release, how, floating, inside, asOf),
  };
}

function contentsOf(
  family: Family | null,
  { name }: ImageReference,
  tag: Tag,
  release: Release | null,
): Contents {
  if (!family) return contents.foreign;
  for (const [word, own] of Object.entries(family.words ?? {}))
    if (tag.words.some((each) => each.startsWith(word)) || name.includes(`-${word}`)) return contents[own];
  if (release?.distribution === 'alpine') return contents[family.alpine ?? family.contents];
  return contents[tag.slim ? (family.slim ?? family.contents) : family.contents];
}

const addsShell = (family: Family | null, tag: Tag): boolean =>
  family?.shellWord !== undefined && tag.words.includes(family.shellWord);

const withShell = (family: Family | null, tag: Tag, inside: Contents): Contents =>
  addsShell(family, tag) ? { ...inside, shell: true } : inside;

const managerOf = (inside: Contents, release: Release | null): ImageFacts['packageManager'] =>
  inside.packageManager ??
  (release === null ? 'none' : release.distribution === '' ? null : release.packageManager);

function shellOf(release: Release | null, family: Family | null, tag: Tag): ImageFacts['shell'] {
  // The debug images of distroless carry busybox's shell.
  if (addsShell(family, tag)) return 'ash';
  return release === null || release.distribution === '' ? null : release.shell;
}

function goVersion(family: Family | null, tag: Tag, asOf: string): string | null {
  switch (family?.go) {
    case 'tag':
      return family.base === 'official:golang' ? goOfTag(tag, asOf) : minorOf(tag.version);
    case 'second':
      return minorOf(tag.words.find((word) => /^\d+\.\d+/.test(word)) ?? null);
    default:
      return null;
  }
}

const minorOf = (version: string | null): string | null =>
  /^\d+\.\d+(?:\.\d+)?/.exec(version ?? '')?.[0] ?? null;

function environmentOf(family: Family | null, go: string | null, asOf: string): ImageFacts['environment'] {
  if (!family?.environment) return {};
  const isGolang = family.base === 'official:golang' && go !== null;
  return {
    ...family.environment,
    ...(isGolang && go.split('.').length > 2 ? { GOLANG_VERSION: go } : {}),
    ...(isGolang && setsToolchainLocal(go, asOf) ? { GOTOOLCHAIN: 'local' } : {}),
  };
}

function librariesOf(inside: Contents, release: Release | null): readonly string[] | null {
  if (inside.libraries === null) return null;
  const own = inside.libraries.flatMap((name) =>
    name === 'openssl' ? openssl(release?.distribution ?? '', release?.release ?? null) : [name],
  );
  if (!inside.onBase || release === null) return own;
  const base = baseLibraries(release.distribution, release.release);
  return base && [...new Set([...base, ...own])];
}

function secondLibcOf(family: Family | null, tag: Tag): ImageFacts['secondLibc'] {
  if (family?.secondGlibc === undefined) return null;
  if (
    family.secondGlibcFor !== undefined &&
    !tag.words.some((word) => word.startsWith(family.secondGlibcFor ?? ''))
  )
    return null;
  return { libc: 'glibc', version: /glibc-(\d+\.\d+)/.exec(tag.text)?.[1] ?? family.secondGlibc };
}

function reasons(
  reference: string,
  release: Release | null,
  how: FoundBase['how'],
  floating: boolean,
  inside: Contents,
  asOf: string,
): readonly Because[] {
  if (release === null) return [because(l10n.t('{0} holds no libc and no loader.', reference))];
  const sentences: string[] = [];
  const label = releaseLabel(release);
  if (label === '') sentences.push(l10n.t('{0} is built on a distribution with glibc.', reference));
  else if (how === 'named') sentences.push(l10n.t('{0} names {1}.', reference, label));
  else if (floating)
    sentences.push(l10n.t('{0} was built on {1} on {2}; the tag moves with time.', reference, label, asOf));
  else sentences.push(l10n.t('{0} is built on {1}.', reference, label));
  const libc = libcLabel(release);
  if (label !== '' && libc !== null) sentences.push(l10n.t('{0} carries {1}.', label, libc));
  if (release.staticOnly === true)
    sentences.push(l10n.t('Its programs are static: there is no loader for dynamic ones.'));
  if (inside.cCompiler === false && how !== 'family')
    sentences.push(l10n.t('{0} holds no C compiler.', reference));
  return sentences.map((sentence) => because(sentence));
}

const libcNames: Readonly<Record<string, string>> = { glibc: 'glibc', musl: 'musl', uclibc: 'uClibc' };

function libcLabel({ libc, version }: Release): string | null {
  const name = libcNames[libc];
  if (name === undefined) return null;
  return version === null ? name : `${name} ${version}`;
}
