// Analyses and checks a Dockerfile with the files beside it held in memory, and applies edits.
import fs from 'node:fs';
import path from 'node:path';
import { analyse } from '../../server/src/build/analyse.js';
import type { Analysis, AnalysisInput, DocumentKind, Files } from '../../server/src/build/model.js';
import { check, type CheckOptions } from '../../server/src/rules/check.js';
import type { Finding, Severity } from '../../server/src/rules/model.js';
import type { TextEdit } from '../../server/src/text/span.js';

/** Date for which moving tags are resolved in these tests. */
export const asOf = '2026-09-01';

const root = '/ws';

export interface Project {
  /** File name → text; `Dockerfile` (or `document`) is the one that is checked. */
  readonly files: Readonly<Record<string, string>>;
  readonly document?: string;
  readonly kind?: DocumentKind;
  readonly platform?: string;
  readonly buildArguments?: Readonly<Record<string, string>>;
}

export function filesOf(texts: Readonly<Record<string, string>>): Files {
  return {
    read: (file) => (file.startsWith(`${root}/`) ? (texts[file.slice(root.length + 1)] ?? null) : null),
    list(folder) {
      const prefix = folder === root ? '' : `${folder.slice(root.length + 1)}/`;
      const names = new Set<string>();
      for (const name of Object.keys(texts)) {
        if (!name.startsWith(prefix)) continue;
        const rest = name.slice(prefix.length);
        const slash = rest.indexOf('/');
        names.add(slash === -1 ? rest : rest.slice(0, slash + 1));
      }
      return names.size === 0 ? null : [...names].sort();
    },
  };
}

export function analysisOf(project: Project): Analysis {
  const document = project.document ?? 'Dockerfile';
  const input: AnalysisInput = {
    path: `${root}/${document}`,
    text: project.files[document] ?? '',
    kind: project.kind ?? 'dockerfile',
    files: filesOf(project.files),
    context: null,
    buildArguments: project.buildArguments ?? {},
    platform: project.platform ?? null,
    target: null,
    asOf,
  };
  return analyse(input);
}

export function checked(project: Project, options?: CheckOptions): readonly Finding[] {
  return check(analysisOf(project), options);
}

export interface Told {
  readonly rule: string;
  /** Line of the document, from 1, as editors show it. */
  readonly line: number;
  readonly severity: Severity;
}

/** Findings as rule, line and severity. */
export function told(project: Project, findings: readonly Finding[]): readonly Told[] {
  return findings.map(({ rule, severity, place }) => {
    const text = project.files[place.path.slice(root.length + 1)] ?? '';
    return { rule, line: text.slice(0, place.span.start).split('\n').length, severity };
  });
}

/** The project with the edits made; fails where they overlap or leave their file. */
export function edited(project: Project, edits: readonly TextEdit[]): Project {
  const files: Record<string, string> = { ...project.files };
  for (const file of new Set(edits.map((edit) => edit.path))) {
    const name = file.slice(root.length + 1);
    const text = files[name];
    if (text === undefined) throw new Error(`edit of ${file}, which is not there`);
    const own = edits.filter((edit) => edit.path === file).sort((a, b) => a.span.start - b.span.start);
    let result = '';
    let at = 0;
    for (const { span, newText } of own) {
      if (span.start < at || span.end < span.start || span.end > text.length)
        throw new Error(`edits of ${file} overlap or lie outside of it`);
      result += text.slice(at, span.start) + newText;
      at = span.end;
    }
    files[name] = result + text.slice(at);
  }
  return { ...project, files };
}

interface Expected extends Told {
  /** A part of the predicted error. */
  readonly error?: string;
  /** Titles that must be among the fixes. */
  readonly fixes?: readonly string[];
}

export interface Fixture extends Project {
  /** `01-c-hello/broken-alpine`. */
  readonly name: string;
  readonly expected: readonly Expected[];
}

/** Every folder below test/rules/fixtures that holds an expected.json. */
export function fixtures(): readonly Fixture[] {
  const folder = path.join(process.cwd(), 'test', 'rules', 'fixtures');
  return fs
    .readdirSync(folder)
    .sort()
    .flatMap((group) =>
      fs
        .readdirSync(path.join(folder, group))
        .sort()
        .map((one) => `${group}/${one}`),
    )
    .map((name) => fixtureAt(folder, name));
}

function fixtureAt(folder: string, name: string): Fixture {
  const base = path.join(folder, name);
  const files: Record<string, string> = {};
  for (const entry of fs.readdirSync(base, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name === 'expected.json') continue;
    const full = path.join(entry.parentPath, entry.name);
    files[path.relative(base, full).split(path.sep).join('/')] = fs.readFileSync(full, 'utf8');
  }
  const { findings, ...options } = JSON.parse(fs.readFileSync(path.join(base, 'expected.json'), 'utf8')) as {
    findings: readonly Expected[];
    platform?: string;
    buildArguments?: Readonly<Record<string, string>>;
  };
  return { name, files, expected: findings, ...options };
}
