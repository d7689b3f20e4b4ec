// One word of the trade: what it is, in a few sentences.

/** Sets a literal apart from prose. */
export type Code = (literal: string) => string;

export interface Entry {
  /** As it is written; the first is the name, the others mean the same. */
  readonly words: readonly string[];
  /** The command whose argument it must be to mean this (`go`); null where it means the same everywhere. */
  readonly command: 'go' | null;
  /** Localised, without markup. */
  readonly title: () => string;
  /** Localised sentences, one paragraph each. */
  readonly paragraphs: (code: Code) => readonly string[];
}
