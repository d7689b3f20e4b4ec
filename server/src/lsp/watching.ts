// Files whose changes the client tells us of: those that analyses read by name.

/** Patterns to register; files that none fits are looked at again before every analysis. */
export const watchedPatterns: readonly string[] = [
  '**/*.{go,mod,work,mk,mak,sh,bash}',
  '**/{Makefile,makefile,GNUmakefile,Dockerfile,Containerfile,.dockerignore,.libc-lens.jsonc}',
  '**/vendor/modules.txt',
];

const watched =
  /(?:\.(?:go|mod|work|mk|mak|sh|bash)|\/(?:Makefile|makefile|GNUmakefile|Dockerfile|Containerfile|\.dockerignore|\.libc-lens\.jsonc|vendor\/modules\.txt))$/;

export const isWatched = (name: string): boolean => watched.test(name);
