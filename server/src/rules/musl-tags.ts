// Build tags that known modules ask for on musl and that a Go build does not give.
import type { GoBuild, KnownModule } from '../build/model.js';
import { tagsInForce } from './fixes/go-tags.js';

/** Modules that bring archives made for glibc unless a tag says musl, where that tag is not given. */
export function modulesWithoutMuslTag(build: GoBuild): readonly KnownModule[] {
  if (build.input.host.libc !== 'musl' || goflagsAreUnknown(build)) return [];
  const tags = tagsInForce(build);
  return build.cgoModules.filter(
    ({ facts: { muslTag, systemTag } }) =>
      muslTag !== null && !tags.includes(muslTag) && (systemTag === null || !tags.includes(systemTag)),
  );
}

export const missingMuslTags = (build: GoBuild): readonly string[] => [
  ...new Set(modulesWithoutMuslTag(build).flatMap(({ facts }) => facts.muslTag ?? [])),
];

/** GOFLAGS is set to something that is not known, and the command gives no -tags in its place. */
const goflagsAreUnknown = ({ flags, settings }: GoBuild): boolean =>
  !flags.some(({ name }) => name === '-tags') &&
  settings.some(({ name, value }) => name === 'GOFLAGS' && value === null);
