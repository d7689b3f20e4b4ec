// What is known of an image, in the shape of the JSON of `image` and `trace`.
import type { ImageFacts } from '../knowledge/image-facts.js';
import type { Evidence, Locator } from './locate.js';

export interface ImageReport {
  readonly ref: string;
  readonly libc: ImageFacts['libc'];
  readonly version: string | null;
  readonly distribution: string | null;
  readonly release: string | null;
  readonly packageManager: string | null;
  readonly cCompiler: boolean | null;
  readonly go: string | null;
  readonly shell: boolean | null;
  readonly because: readonly Evidence[];
}

export const reportImage = (facts: ImageFacts, locate: Locator): ImageReport => ({
  ref: facts.reference,
  libc: facts.libc,
  version: facts.version,
  distribution: facts.distribution,
  release: facts.release,
  packageManager: facts.packageManager,
  cCompiler: facts.cCompiler,
  go: facts.go,
  shell: facts.hasShell,
  because: locate.evidence(facts.because),
});
