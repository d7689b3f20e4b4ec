// Docker platforms: `linux/arm64/v8` and the variables BuildKit derives from them.
import type { Architecture } from '../knowledge/image-facts.js';

/** The platform a build runs on unless told otherwise; most builders and CI runners are amd64. */
export const BUILD_PLATFORM = 'linux/amd64';

const ARCHITECTURES: Partial<Record<string, Architecture>> = {
  amd64: 'amd64',
  x86_64: 'amd64',
  arm64: 'arm64',
  aarch64: 'arm64',
  arm: 'arm',
  '386': '386',
  i386: '386',
  ppc64le: 'ppc64le',
  s390x: 's390x',
  riscv64: 'riscv64',
  loong64: 'loong64',
  mips64le: 'mips64le',
};

/** The architecture of a platform, with or without its OS; null for one that is not listed. */
export function architectureOf(platform: string): Architecture | null {
  const parts = platform.toLowerCase().split('/');
  return ARCHITECTURES[parts.length > 1 ? (parts[1] ?? '') : (parts[0] ?? '')] ?? null;
}

/** BuildKit's automatic arguments; the build is native unless a target platform is given. */
export function platformVariables(target: string | null): Readonly<Record<string, string>> {
  return { ...named('TARGET', target ?? BUILD_PLATFORM), ...named('BUILD', BUILD_PLATFORM) };
}

function named(prefix: 'TARGET' | 'BUILD', platform: string): Record<string, string> {
  const [os = 'linux', architecture = 'amd64', variant = ''] = platform.split('/');
  return {
    [`${prefix}PLATFORM`]: platform,
    [`${prefix}OS`]: os,
    [`${prefix}ARCH`]: architecture,
    [`${prefix}VARIANT`]: variant,
  };
}
