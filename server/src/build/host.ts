// The libc that a stage's own compiler links against, and the unknown host of a script.
import { rollingFloor } from '../knowledge/rolling-releases.js';
import type { ImageFacts } from '../knowledge/image-facts.js';
import type { StageState } from './machine.js';

/** Null where the image's libc is not known or there is none. */
export function hostLibc(stage: StageState): { libc: 'glibc' | 'musl'; libcVersion: string | null } | null {
  const { libc, version, distribution, release } = stage.image;
  if (libc !== 'glibc' && libc !== 'musl') return null;
  return { libc, libcVersion: version ?? rollingFloor(distribution, release) };
}

/** The machine on which somebody runs a script: nothing is known of it. */
export const hostImage: ImageFacts = {
  reference: '',
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
  hasShell: true,
  shell: null,
  environment: {},
  workdir: '/',
  libraries: null,
  secondLibc: null,
  floating: false,
  windows: false,
  because: [],
};
