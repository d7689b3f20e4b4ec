// What a stage offers a binary at its end: libc, loaders, shims, libraries, shell.
import type { Runtime } from '../linking/loader-model.js';
import type { StageState } from './machine.js';

export function runtimeOf(stage: StageState): Runtime {
  const { image } = stage;
  const known =
    image.libraries !== null && stage.opaque === null && !stage.unlistedPackages && !stage.unknownLibraries;
  return {
    // busybox:musl and :uclibc hold static programs only: no loader is there for others.
    libc: image.staticOnly ? 'none' : image.libc,
    version: image.version,
    distribution: image.distribution,
    release: image.release,
    architecture: stage.architecture,
    loaders: [...stage.loaders].map(([path, libc]) => ({ path, libc })),
    shims: [...stage.shims.keys()],
    libraries: known ? [...stage.libraries] : null,
    hasShell: image.hasShell,
    shell: image.shell,
  };
}
