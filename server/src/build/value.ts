// Strings of which parts may not be known: an unknown part is one mark that no shell or tool gives meaning to.

/** Stands for a part that is not known; a private-use code point, so it splits no word and ends no flag. */
export const UNKNOWN = '\uF8FF';

export const isKnown = (text: string): boolean => !text.includes(UNKNOWN);

/** Whether nothing at all is known of it. */
export const isWhollyUnknown = (text: string): boolean => text !== '' && text.replaceAll(UNKNOWN, '') === '';

export const knownOrNull = (text: string): string | null => (isKnown(text) ? text : null);

export const fromNullable = (text: string | null): string => text ?? UNKNOWN;
