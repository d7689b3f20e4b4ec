// What an error message is here: a family of wordings, what it means, and what was recognised in a text.
import type { Span } from '../../text/span.js';

/** Who printed the text. */
export type Layer =
  | 'shell'
  | 'kernel'
  | 'starter'
  | 'init'
  | 'runc'
  | 'docker'
  | 'kubernetes'
  | 'emulator'
  | 'musl-loader'
  | 'glibc-loader'
  | 'ldd'
  | 'file'
  | 'linker'
  | 'compiler'
  | 'go'
  | 'cgo'
  | 'apk'
  | 'package-manager'
  | 'make'
  | 'node'
  | 'java'
  | 'python'
  | 'ruby'
  | 'perl'
  | 'php'
  | 'rust'
  | 'dotnet';

/** Named parts of a message as they stand in the text: `path`, `library`, `symbol`, `version`, `neededBy`… */
export type Captures = Readonly<Record<string, string>>;

export interface RecognisedMessage {
  /** Name of the family; permanent. */
  readonly id: string;
  /** UTF-16 code units in the text that was given. */
  readonly span: Span;
  readonly layer: Layer;
  readonly captures: Captures;
  /** True where the same text has another cause that has nothing to do with the C library. */
  readonly ambiguous: boolean;
}

/** Sets a literal apart from prose: a code span in Markdown, the bare text elsewhere. */
export type Code = (literal: string) => string;

/** What is said of a message: prose, localised, its literals set by `Code`. */
export interface Explanation {
  /** Holds nothing from the text that was explained. */
  readonly title: string;
  readonly meaning: string;
  readonly why: string;
  /** Best first. */
  readonly remedies: readonly string[];
  /** The other causes that print the same text, and how to tell them apart; null where there are none. */
  readonly ambiguity: string | null;
}

export interface LineContext {
  readonly line: string;
  /** Where the match lies in the line. */
  readonly start: number;
  readonly end: number;
  /** Up to 12 lines before this one, nearest last. */
  readonly before: () => readonly string[];
}

export interface Wording {
  readonly layer: Layer;
  /** Every text in this wording holds one of these. */
  readonly literals: readonly string[];
  /** Global; its named groups are the captures. Every quantifier is bounded (see wording.ts). */
  readonly pattern: RegExp;
  /** Where it differs from the family's. */
  readonly ambiguous: boolean | null;
  /** A last look at what the pattern cannot see; null: none. */
  readonly accepts: ((captures: Captures, context: LineContext) => boolean) | null;
}

export interface MessageExample {
  readonly text: string;
  readonly layer?: Layer;
  /** Those that must be found; others may be there. */
  readonly captures?: Captures;
}

/** One family of messages: recognised by its wordings, explained in one way. */
export interface MessageFamily {
  readonly id: string;
  readonly ambiguous: boolean;
  /** True where it only says that something failed and others say what: it is explained after them. */
  readonly onlyContext?: true;
  readonly wordings: readonly Wording[];
  readonly explain: (captures: Captures, code: Code) => Explanation;
  /** Texts that are recognised as this family; run as tests. */
  readonly examples: readonly MessageExample[];
  /** Near misses that are not; run as tests. */
  readonly others: readonly string[];
}
