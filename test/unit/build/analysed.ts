// Analyses a Dockerfile given as text, with the files of its build context in memory.
import { analyse } from '../../../server/src/build/analyse.js';
import type { Analysis, AnalysisInput, Files, GoBuild } from '../../../server/src/build/model.js';

export const AS_OF = '2026-11-25';

/** Files below `/ws`, by their path in it. */
export function memoryFiles(texts: Readonly<Record<string, string>>): Files {
  const paths = Object.keys(texts).map((name) => `/ws/${name}`);
  return {
    read: (path) => (path.startsWith('/ws/') ? (texts[path.slice(4)] ?? null) : null),
    list: (path) => {
      const folder = path.endsWith('/') ? path : `${path}/`;
      const names = new Set<string>();
      for (const one of paths) {
        if (!one.startsWith(folder)) continue;
        const rest = one.slice(folder.length);
        const slash = rest.indexOf('/');
        names.add(slash < 0 ? rest : rest.slice(0, slash + 1));
      }
      return names.size > 0 ? [...names].sort() : null;
    },
  };
}

export function analysed(
  text: string,
  options: Partial<AnalysisInput> & { sources?: Readonly<Record<string, string>> } = {},
): Analysis {
  const { sources, ...input } = options;
  return analyse({
    path: '/ws/Dockerfile',
    text,
    kind: 'dockerfile',
    files: sources ? memoryFiles(sources) : null,
    context: null,
    buildArguments: {},
    platform: null,
    target: null,
    asOf: AS_OF,
    ...input,
  });
}

export const NET_PROGRAM = {
  'go.mod': 'module example.com/server\n\ngo 1.22\n',
  'main.go':
    'package main\n\nimport (\n\t"fmt"\n\t"net/http"\n)\n\nfunc main() { fmt.Println(http.ListenAndServe(":80", nil)) }\n',
};

export const HELLO_PROGRAM = {
  'go.mod': 'module example.com/hello\n\ngo 1.22\n',
  'main.go': 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("hello") }\n',
};

export const goBuilds = (analysis: Analysis): readonly GoBuild[] =>
  analysis.facts.filter((fact): fact is GoBuild => fact.kind === 'go-build');

/** The text that a place covers. */
export const textAt = (
  analysis: Analysis,
  place: { path: string; span: { start: number; end: number } } | null,
): string | null =>
  place === null ? null : (analysis.texts.get(place.path)?.slice(place.span.start, place.span.end) ?? null);

/** `verdict path` of every placement. */
export const verdicts = (analysis: Analysis): readonly string[] =>
  analysis.placements.map((placement) => `${placement.verdict.kind} ${placement.path}`);
