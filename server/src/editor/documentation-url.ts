// Where the documentation of a rule can be read.

/** Folder that holds the rules' pages, as a URI without a slash at its end; null where the product came without them. */
export type Documentation = string | null;

/** Page of a rule; rule names are words of small letters and dashes. */
export const documentationUrl = (rule: string, documentation: Documentation): string | null =>
  documentation === null ? null : `${documentation}/${encodeURIComponent(rule)}.md`;
