// Puts another image into a FROM, keeping flags, stage name and, where only a suffix changes, the variables of the reference.
import type { Analysis, Stage } from '../../build/model.js';
import type { TextEdit } from '../../text/span.js';

/** Null where the reference is put together from variables in a way that cannot be kept. */
export function replaceImage(analysis: Analysis, root: Stage, image: string): TextEdit | null {
  if (analysis.kind !== 'dockerfile' || root.parent !== null) return null;
  const written = writtenFor(root, image);
  return written === null ? null : { path: analysis.path, span: root.imageSpan, newText: written };
}

function writtenFor({ written, image: { reference } }: Stage, image: string): string | null {
  if (image === reference) return null;
  if (!written.includes('$')) return image;
  // `golang:${GO}` → `golang:${GO}-alpine`: the variable still says which release.
  const suffix = image.startsWith(reference) ? image.slice(reference.length) : null;
  return suffix !== null && /:[^/]*$/.test(written) ? written + suffix : null;
}
