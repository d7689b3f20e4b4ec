// The linkage of a dynamic Go file: libc, loader, needed libraries, least version.
import { isArchitecture } from './architecture.js';
import { loaderPath } from '../knowledge/loaders.js';
import { compareVersions } from '../knowledge/version.js';
import type { GoBuildPlan } from './go-build.js';
import type { CgoUse } from './go-cgo.js';
import { splitQuoted } from './go-quoting.js';
import { glibcRequirements } from './go-requirements.js';
import { goHas } from './go-version.js';
import { unknownLinkage, type Linkage } from './linkage.js';

export interface DynamicParts {
  readonly runtimeCgo: boolean;
  /** Linked by the C compiler, or as Go ≤ 1.19 did with packages of the standard library. */
  readonly external: boolean;
  /** Version of the glibc whose symbols are linked. */
  readonly libcVersion: string | null;
}

/** Shared libraries and plugins have no loader of their own: the program that loads them has. */
const withoutLoader = ['c-shared', 'plugin', 'shared'];

export function dynamicLinkage(plan: GoBuildPlan, use: CgoUse, parts: DynamicParts): Linkage {
  const { target, environment, linker, buildMode, sanitizer, input } = plan;
  const { goarch } = environment;
  const architecture = isArchitecture(goarch) ? goarch : null;
  if (target.libc === null || architecture === null) return { ...unknownLinkage, type: 'dynamic' };
  const interpreter = withoutLoader.includes(buildMode)
    ? null
    : (linker.interpreter ?? loaderPath(target.libc, architecture));
  const libraries = [
    ...use.own.flatMap(({ ldflags }) => ldflags),
    ...splitQuoted(input.environment['CGO_LDFLAGS'] ?? '').words,
    ...linker.extldflags,
  ];
  const beside = [...new Set(use.own.flatMap((one) => one.libraries ?? []))];
  const own = use.own.reduce<string | null>(
    (highest, { minimumGlibc }) => newer(highest, minimumGlibc),
    null,
  );
  const shared = {
    type: 'dynamic',
    libc: target.libc,
    interpreter,
    // Own C code may ask for more than Go does, never for less.
    minimumIsExact: true,
    symbols: use.own.length > 0 ? null : [],
  } as const;
  if (target.libc === 'musl')
    return {
      ...shared,
      minimumVersion: null,
      needed: [...beside, ...(target.muslSoname === null ? [] : [target.muslSoname])],
    };
  const { needed, minimumVersion, versions } = glibcRequirements({
    libcVersion: parts.libcVersion,
    architecture,
    runtimeCgo: parts.runtimeCgo,
    resolv: use.standard.includes('net') && goHas(input.goVersion, 'netLinksResolv'),
    plugin: use.standard.includes('plugin'),
    external: parts.external,
    sanitizer,
    libraries,
    own,
  });
  return {
    ...shared,
    needed: [...beside, ...needed],
    minimumVersion,
    minimumIsExact: minimumVersion !== null,
    ...(versions === null ? {} : { versions: [{ library: 'libc.so.6', versions }] }),
  };
}

const newer = (a: string | null, b: string | null): string | null =>
  a === null ? b : b === null ? a : compareVersions(a, b) < 0 ? b : a;
