// The open documents: what they are, their newest text, and whether they are too large to be read.
import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { languageOf, type Language } from './languages.js';
import { nameOf, uriOf } from './uris.js';

/** UTF-8 bytes beyond which a document is declined. */
const mostBytes = 1 << 20;

export interface OpenDocument {
  readonly uri: string;
  /** The name by which the core knows it. */
  readonly name: string;
  readonly version: number;
  /** Null for languages that we do not read. */
  readonly language: Language | null;
  readonly isUntitled: boolean;
  text(): string;
  tooLarge(): boolean;
  offsetAt(position: { line: number; character: number }): number;
}

export interface Documents {
  get(uri: string): OpenDocument | null;
  all(): OpenDocument[];
  /** Text of the open document of that name; null where none is open, or it is too large. */
  textOf(name: string): string | null;
  /** The client's own URI of an open document, otherwise one made of the name. */
  uriOf(name: string): string;
  versionOf(name: string): number | null;
}

export function createDocuments(documents: TextDocuments<TextDocument>): Documents {
  const names = new Map<string, string>();
  const name = (uri: string): string => {
    let known = names.get(uri);
    if (known === undefined) names.set(uri, (known = nameOf(uri)));
    return known;
  };
  const byName = (wanted: string): TextDocument | undefined =>
    documents.all().find((document) => name(document.uri) === wanted);
  const open = (document: TextDocument): OpenDocument => ({
    uri: document.uri,
    name: name(document.uri),
    version: document.version,
    language: languageOf(document.languageId),
    isUntitled: document.uri.startsWith('untitled:'),
    text: () => document.getText(),
    tooLarge: () => exceeds(document.getText()),
    offsetAt: (position) => document.offsetAt(position),
  });
  return {
    get(uri) {
      const document = documents.get(uri);
      return document === undefined ? null : open(document);
    },
    all: () => documents.all().map(open),
    textOf(wanted) {
      const text = byName(wanted)?.getText();
      return text === undefined || exceeds(text) ? null : text;
    },
    uriOf: (wanted) => byName(wanted)?.uri ?? uriOf(wanted),
    versionOf: (wanted) => byName(wanted)?.version ?? null,
  };
}

/** A code unit is one to three bytes of UTF-8, so most texts need no counting. */
function exceeds(text: string): boolean {
  if (text.length > mostBytes) return true;
  return text.length * 3 > mostBytes && new TextEncoder().encode(text).length > mostBytes;
}
