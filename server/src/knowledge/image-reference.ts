// An image reference taken apart: the name that facts are kept under, the tag, the digest.
import type { Architecture } from './image-facts.js';

export interface ImageReference {
  /** Name that facts are kept under: `golang` for every spelling of Docker's official image, `gcr.io/distroless/static`, `osgeo/gdal`. */
  readonly name: string;
  /** Namespace that names an architecture (`arm32v6`); null elsewhere. */
  readonly namespace: string | null;
  readonly tag: string | null;
  readonly digest: string | null;
  /** Named by the repository itself (`arm64v8/alpine`); null where not. */
  readonly architecture: Architecture | null;
}

const longestReference = 1024;
const shape =
  /^([a-z0-9._-]+(?::\d+(?=\/))?(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*)(?::([\w][\w.-]{0,127}))?(?:@([a-z0-9+._-]+:[0-9a-fA-F]{32,}))?$/;

// Registries and namespaces that carry Docker's images under another name.
const mirrors = [
  'docker.io/',
  'index.docker.io/',
  'registry-1.docker.io/',
  'registry.hub.docker.com/',
  'hub.docker.com/',
  'public.ecr.aws/docker/',
  'mirror.gcr.io/',
  'dockerhub.timeweb.cloud/',
];

// Namespaces of Docker's official images by architecture (docker-library/official-images, README).
const architectureNamespaces = new Map<string, Architecture>([
  ['amd64', 'amd64'],
  ['arm64v8', 'arm64'],
  ['arm32v5', 'arm'],
  ['arm32v6', 'arm'],
  ['arm32v7', 'arm'],
  ['i386', '386'],
  ['ppc64le', 'ppc64le'],
  ['s390x', 's390x'],
  ['riscv64', 'riscv64'],
  ['mips64le', 'mips64le'],
  ['loong64', 'loong64'],
]);

/**
 * Takes a reference apart as Docker does.
 * @returns null where the text is no reference: empty, templated (`$X`, `{{…}}`), longer than 1,024 characters, malformed.
 */
export function parseReference(text: string): ImageReference | null {
  if (text.length > longestReference) return null;
  const match = shape.exec(text.trim());
  if (!match) return null;
  const [, repository = '', tag = null, digest = null] = match;
  let name = repository;
  const mirror = mirrors.find((prefix) => name.startsWith(prefix));
  if (mirror !== undefined) name = name.slice(mirror.length);
  // A pull-through cache keeps Docker's own path: `harbor.example.com/hub/library/golang`.
  const library = name.lastIndexOf('library/');
  if (library === 0 || name[library - 1] === '/') name = name.slice(library + 'library/'.length);
  const parts = name.split('/');
  const architecture = parts.length === 2 ? (architectureNamespaces.get(parts[0] ?? '') ?? null) : null;
  const namespace = architecture === null ? null : (parts[0] ?? null);
  if (architecture !== null) name = parts[1] ?? name;
  return { name, namespace, tag, digest, architecture };
}
