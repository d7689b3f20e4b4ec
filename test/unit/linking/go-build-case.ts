// A Go build for tests: a program that reaches package net, with Go 1.22 on Debian 12, but for what is changed.
import { goLink } from '../../../server/src/linking/go-link.js';
import type { CgoPackage, GoLinkInput, GoLinkOutcome } from '../../../server/src/linking/go-link-model.js';

export interface Change {
  readonly go?: string;
  readonly host?: Partial<GoLinkInput['host']>;
  readonly compiler?: Partial<GoLinkInput['compiler']>;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  readonly imports?: readonly string[];
  readonly cgo?: readonly Partial<CgoPackage>[];
}

export const NO_COMPILER = { defaultFound: false, ccFound: false, libcHeaders: false };

export const build = (change: Change = {}): GoLinkOutcome =>
  goLink({
    goVersion: change.go ?? '1.22',
    host: {
      libc: 'glibc',
      libcVersion: '2.36',
      standardLibraryLibcVersion: null,
      architecture: 'amd64',
      ...change.host,
    },
    compiler: { defaultFound: true, ccFound: true, libcHeaders: true, staticLibc: true, ...change.compiler },
    environment: change.env ?? {},
    arguments: ['build', ...(change.args ?? []), '.'],
    program: {
      imports: change.imports ?? ['net'],
      cgoPackages: (change.cgo ?? []).map((one) => ({
        importPath: 'example.com/db',
        withoutCgo: 'excluded',
        ldflags: [],
        minimumGlibc: null,
        ...one,
      })),
    },
  });

export const ALPINE: Partial<GoLinkInput['host']> = { libc: 'musl', libcVersion: '1.2.5' };
export const EXTERNAL_STATIC = ['-ldflags', '-linkmode external -extldflags "-static"'];
export const kind = (change: Change): string => {
  const { linkage, failure } = build(change);
  return failure ?? `${linkage.type} ${linkage.interpreter ?? '-'} ${linkage.minimumVersion ?? '-'}`;
};
export const STATIC = 'static - -';
export const DYNAMIC = 'dynamic /lib64/ld-linux-x86-64.so.2 2.34';
export const MUSL = 'dynamic /lib/ld-musl-x86_64.so.1 -';
