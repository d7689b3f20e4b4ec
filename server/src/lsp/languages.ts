// Language identifiers of clients and what we make of such a document.
import type { DocumentKind } from '../build/model.js';

/** `log`: hovers only. */
export type Language = DocumentKind | 'log';

/** VS Code's identifiers, and the names of the same in Vim, Emacs, Helix, Sublime and Zed. */
const languages: Readonly<Record<string, Language>> = {
  dockerfile: 'dockerfile',
  docker: 'dockerfile',
  containerfile: 'dockerfile',
  shellscript: 'shellscript',
  sh: 'shellscript',
  bash: 'shellscript',
  zsh: 'shellscript',
  ksh: 'shellscript',
  makefile: 'makefile',
  make: 'makefile',
  'libc-log': 'log',
};

/** Null for languages that we do not read. */
export const languageOf = (id: string): Language | null => {
  const key = id.toLowerCase();
  return Object.hasOwn(languages, key) ? (languages[key] ?? null) : null;
};
