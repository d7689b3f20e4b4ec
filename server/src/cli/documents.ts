// Reading what a command is asked to look at: a file or standard input, its kind, and the folder that may be read around it.
import fs from 'node:fs';
import path from 'node:path';
import * as l10n from '@vscode/l10n';
import type { DocumentKind } from '../build/model.js';
import { decodeText } from '../workspace/node-files.js';
import { fromNative } from '../workspace/paths.js';
import { kindOf } from './document-kind.js';
import { Failure, messageOf } from './failure.js';
import type { Terminal } from './terminal.js';

/** Files beyond this are declined. */
export const documentBytes = 1 << 20;

export interface Document {
  /** As the user named it. */
  readonly shown: string;
  /** Absolute, as `workspace/` writes it. */
  readonly path: string;
  readonly text: string;
  readonly kind: DocumentKind;
}

/**
 * The document at `operand` (`-`: standard input, named `inputName`).
 * @throws Failure naming the operand and why it cannot be read.
 */
export async function readDocument(
  operand: string,
  inputName: string | undefined,
  terminal: Terminal,
): Promise<Document> {
  const fromInput = operand === '-';
  const shown = fromInput ? (inputName ?? '-') : operand;
  const bytes = fromInput ? await terminal.input(documentBytes) : readFile(operand, terminal.folder);
  if (bytes === null) throw new Failure(tooLarge(shown));
  const text = decodeText(bytes);
  if (text === null)
    throw new Failure(l10n.t('{0}: is not a text file (it holds NUL bytes), so it was not read.', shown));
  const name = fromInput && inputName === undefined ? '' : path.basename(shown);
  const kind = kindOf(name, text) ?? (name === '' ? 'dockerfile' : null);
  if (kind === null) throw new Failure(unknownKind(shown));
  const absolute = path.resolve(terminal.folder, fromInput ? (inputName ?? 'Dockerfile') : operand);
  return { shown, path: fromNative(absolute, process.platform === 'win32'), text, kind };
}

const tooLarge = (shown: string): string =>
  l10n.t('{0}: is larger than 1 MiB, so it was not read. No hand-written build file is that long.', shown);

const unknownKind = (shown: string): string =>
  l10n.t(
    '{0}: is neither a Dockerfile or Containerfile, nor a shell script, nor a Makefile, as far as its name and first line tell.',
    shown,
  );

/** Bytes of a regular file; null where it is too large. */
function readFile(operand: string, folder: string): Buffer | null {
  const file = path.resolve(folder, operand);
  let stat: fs.Stats;
  try {
    stat = fs.statSync(file);
  } catch (thrown) {
    throw new Failure(`${operand}: ${reason(thrown)}`);
  }
  if (stat.isDirectory()) throw new Failure(l10n.t('{0}: is a folder; name the files in it.', operand));
  if (!stat.isFile())
    throw new Failure(
      l10n.t("{0}: is not a regular file; pass its content on standard input with '-'.", operand),
    );
  if (stat.size > documentBytes) return null;
  try {
    return fs.readFileSync(file);
  } catch (thrown) {
    throw new Failure(`${operand}: ${reason(thrown)}`);
  }
}

function reason(thrown: unknown): string {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return l10n.t('there is no such file.');
    case 'EACCES':
    case 'EPERM':
      return l10n.t('permission to read it is missing.');
    case 'ELOOP':
      return l10n.t('is a symbolic link that leads in a circle.');
    default:
      return messageOf(thrown);
  }
}

/** The folder whose files an analysis may read: the nearest parent that holds `.git`, else the document's own. */
export function workspaceOf(document: Document): string {
  const own = path.dirname(document.path);
  for (let folder = own; ; folder = path.dirname(folder)) {
    if (fs.existsSync(path.join(folder, '.git'))) return folder;
    if (path.dirname(folder) === folder) return own;
  }
}
