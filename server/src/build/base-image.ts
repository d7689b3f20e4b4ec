// The facts of the image that FROM or `--from` names, also where a part of its tag is not known.
import { resolveImage } from '../knowledge/images.js';
import type { Architecture, ImageFacts } from '../knowledge/image-facts.js';
import { recall } from '../text/recall.js';
import { parseTag } from '../knowledge/tag-grammar.js';
import { isKnown, UNKNOWN } from './value.js';

/**
 * Resolves a reference that may hold `UNKNOWN`. In `golang:${VERSION}-alpine` the tag's known part still names the system;
 * versions are then not known. Where the known part names none, nothing is said.
 */
export const baseImage = (reference: string, asOf: string, architecture: Architecture): ImageFacts =>
  known(`${asOf} ${architecture} ${reference}`, () => resolve(reference, asOf, architecture));

/** More than the images of any workspace. */
const known = recall<ImageFacts>(1000);

function resolve(reference: string, asOf: string, architecture: Architecture): ImageFacts {
  const options = { asOf, architecture };
  if (isKnown(reference)) return resolveImage(reference, options);
  const colon = reference.lastIndexOf(':');
  const name = reference.slice(0, colon);
  const tag = reference.slice(colon + 1).replaceAll(UNKNOWN, '0');
  if (colon < 0 || tag.includes('/') || !isKnown(name)) return resolveImage('', options);
  const { system } = parseTag(tag);
  if (system === null) return resolveImage('', options);
  const facts = resolveImage(`${name}:${tag}`, options);
  const released = system.release !== null;
  return {
    ...facts,
    reference: reference.replaceAll(UNKNOWN, '…'),
    go: null,
    version: released ? facts.version : null,
    release: released ? facts.release : null,
    codename: released ? facts.codename : null,
    floating: true,
    because: [],
  };
}
