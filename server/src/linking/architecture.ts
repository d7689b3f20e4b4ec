// Which processor names are architectures that we hold loaders of.
import type { Architecture } from '../knowledge/image-facts.js';

const architectures: readonly Architecture[] = [
  'amd64',
  'arm64',
  'arm',
  '386',
  'ppc64le',
  's390x',
  'riscv64',
  'loong64',
  'mips64le',
];

export const isArchitecture = (name: string): name is Architecture =>
  architectures.some((architecture) => architecture === name);
