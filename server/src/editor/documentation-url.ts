// Where the documentation of a rule can be read.

const base = 'https://github.com/libc-lens/libc-lens/blob/main/docs/rules/';

/** Page of a rule; rule names are words of small letters and dashes. */
export const documentationUrl = (rule: string): string => `${base}${encodeURIComponent(rule)}.md`;
