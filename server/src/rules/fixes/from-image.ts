// Puts another image into a FROM, keeping flags, stage name and, where only a suffix changes, the variables of the reference.
import type { Analysis, Stage } from '../../build/model.js';
import { referenceParts } from '../../syntax/reference-parts.js';
import { span, type Span, type TextEdit } from '../../text/span.js';

/** Edits the tag alone where the name stays. Null where the reference is put together from variables in a way that cannot be kept. */
export function replaceImage(analysis: Analysis, root: Stage, image: string): TextEdit | null {
  if (analysis.kind !== 'dockerfile' || root.parent !== null) return null;
  const written = writtenFor(root, image);
  if (written === null) return null;
  const whole = { path: analysis.path, span: root.imageSpan, newText: written };
  const before = referenceParts(root.written);
  const after = referenceParts(written);
  if (!before?.tag || !after?.tag || before.digest || after.digest) return whole;
  const name = (reference: string, { start, end }: Span): string => reference.slice(start, end);
  const { start, end } = root.imageSpan;
  if (name(root.written, before.name) !== name(written, after.name) || end - start !== root.written.length)
    return whole;
  return {
    path: analysis.path,
    span: span(start + before.tag.start, start + before.tag.end),
    newText: written.slice(after.tag.start, after.tag.end),
  };
}

function writtenFor({ written, image: { reference } }: Stage, image: string): string | null {
  if (image === reference) return null;
  if (!written.includes('$')) return image;
  // `golang:${GO}` → `golang:${GO}-alpine`: the variable still says which release.
  const suffix = image.startsWith(reference) ? image.slice(reference.length) : null;
  return suffix !== null && /:[^/]*$/.test(written) ? written + suffix : null;
}
