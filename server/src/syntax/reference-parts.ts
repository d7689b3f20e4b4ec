// The parts of an image reference in FROM (name, tag, digest), by dockerfile-ast's ranges.
import { DockerfileParser, From } from 'dockerfile-ast';
import { span, type Span } from '../text/span.js';

/** Spans count from the start of the reference. */
export interface ReferenceParts {
  /** Registry and repository. */
  readonly name: Span;
  readonly tag: Span | null;
  readonly digest: Span | null;
}

/** Longer references name no image (the reference grammar of distribution/reference allows 255 characters and a digest). */
const MAX_LENGTH = 512;
const KEYWORD = 'FROM ';

/** Parts of a reference as written, variables in it; null for what is no reference. */
export function referenceParts(reference: string): ReferenceParts | null {
  if (reference === '' || reference.length > MAX_LENGTH || /[\s\\`]/.test(reference)) return null;
  const [instruction] = DockerfileParser.parse(KEYWORD + reference).getInstructions();
  if (!(instruction instanceof From)) return null;
  const part = (range: ReturnType<From['getImageTagRange']>): Span | null =>
    range === null
      ? null
      : span(range.start.character - KEYWORD.length, range.end.character - KEYWORD.length);
  const tag = part(instruction.getImageTagRange());
  const digest = part(instruction.getImageDigestRange());
  const end = tag ? tag.start - 1 : digest ? digest.start - 1 : reference.length;
  return { name: span(0, Math.max(0, end)), tag, digest };
}
