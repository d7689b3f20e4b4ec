// The options that describe a build (`--target`, `--platform`, `--build-arg`, `--context`, `--as-of`), read and checked.
import fs from 'node:fs';
import path from 'node:path';
import * as l10n from '@vscode/l10n';
import type { Analysis, AnalysisInput } from '../build/model.js';
import type { Architecture } from '../knowledge/image-facts.js';
import { fileCache, nodeFiles, type FileCache } from '../workspace/node-files.js';
import { fromNative } from '../workspace/paths.js';
import { workspaceOf, type Document } from './documents.js';
import { Failure } from './failure.js';
import type { Arguments, Option, Options } from './options.js';
import type { Terminal } from './terminal.js';

export const formatOption: Option = {
  value: 'FORMAT',
  choices: ['text', 'json'],
  description: () => l10n.t('How to print the result (text).'),
};

export const asOfOption: Option = {
  value: 'DATE',
  description: () => l10n.t('Day for which moving tags such as golang:1.22 are resolved (today).'),
};

export const buildOptions: Options = {
  target: {
    value: 'STAGE',
    description: () => l10n.t('Stage that is built, as with docker build --target.'),
  },
  'build-arg': {
    value: 'NAME=VALUE',
    multiple: true,
    description: () => l10n.t('Value of an ARG, as with docker build; may be given more than once.'),
  },
  platform: {
    value: 'OS/ARCH',
    description: () => l10n.t('Platform that is built for, such as linux/arm64 (linux/amd64).'),
  },
  context: {
    value: 'DIR',
    description: () => l10n.t("Folder of the build context (the file's own folder)."),
  },
  'as-of': asOfOption,
  'stdin-filename': {
    value: 'NAME',
    description: () => l10n.t("Name and place of what '-' reads from standard input (Dockerfile)."),
  },
};

/** Everything of an analysis but the document. */
export interface BuildSettings {
  readonly target: string | null;
  readonly buildArguments: Readonly<Record<string, string>>;
  readonly platform: string | null;
  readonly context: string | null;
  readonly asOf: string;
}

/** @throws Failure naming the option whose value makes no sense. */
export function readBuildSettings(args: Arguments, terminal: Terminal): BuildSettings {
  const platform = args.values.get('platform');
  const context = args.values.get('context');
  return {
    target: args.values.get('target') ?? null,
    buildArguments: Object.fromEntries(args.all('build-arg').map(assignment)),
    platform: platform === undefined ? null : readPlatform(platform),
    context: context === undefined ? null : readContext(context, terminal.folder),
    asOf: readDate(args, terminal),
  };
}

/** The date of `--as-of`, or today. */
export function readDate(args: Arguments, terminal: Terminal): string {
  const given = args.values.get('as-of');
  if (given === undefined) return terminal.today;
  const time = /^\d{4}-\d\d-\d\d$/.test(given) ? Date.parse(`${given}T00:00:00Z`) : NaN;
  // A day that no month has (February 30) rolls over, and so does not come back as it went in.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== given)
    throw new Failure(l10n.t("--as-of '{0}' is not a date such as 2025-06-30.", given));
  return given;
}

function assignment(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at <= 0) throw new Failure(l10n.t("--build-arg '{0}' is not of the form NAME=VALUE.", text));
  return [text.slice(0, at), text.slice(at + 1)];
}

/** Spellings that Docker takes for an architecture (containerd's platform normalisation). */
const architectures: Readonly<Record<string, Architecture>> = {
  amd64: 'amd64',
  x86_64: 'amd64',
  'x86-64': 'amd64',
  arm64: 'arm64',
  aarch64: 'arm64',
  arm: 'arm',
  armhf: 'arm',
  armel: 'arm',
  '386': '386',
  i386: '386',
  ppc64le: 'ppc64le',
  s390x: 's390x',
  riscv64: 'riscv64',
  loong64: 'loong64',
  mips64le: 'mips64le',
};

function readPlatform(text: string): string {
  const [os, given = '', variant, ...rest] = text.split('/');
  const name = given.toLowerCase();
  const architecture = Object.hasOwn(architectures, name) ? architectures[name] : undefined;
  const good =
    os === 'linux' && architecture !== undefined && rest.length === 0 && /^(?:v\d+)?$/.test(variant ?? '');
  if (!good)
    throw new Failure(
      l10n.t(
        "--platform '{0}' is not one that Libc Lens knows: write linux/ and one of {1}.",
        text,
        [...new Set(Object.values(architectures))].join(', '),
      ),
    );
  return `linux/${architecture}${variant ? `/${variant}` : ''}`;
}

function readContext(text: string, folder: string): string {
  const context = path.resolve(folder, text);
  if (!fs.statSync(context, { throwIfNoEntry: false })?.isDirectory())
    throw new Failure(l10n.t("--context '{0}': there is no such folder.", text));
  return fromNative(context, process.platform === 'win32');
}

/** Makes inputs for one run of a command: what was read from disk is shared between documents of one workspace. */
export function analysisInputs(settings: BuildSettings): (document: Document) => AnalysisInput {
  const caches = new Map<string, FileCache>();
  return (document) => {
    const root = settings.context ?? workspaceOf(document);
    const cache = caches.get(root) ?? fileCache();
    caches.set(root, cache);
    return {
      ...settings,
      path: document.path,
      text: document.text,
      kind: document.kind,
      files: nodeFiles(root, {}, cache),
    };
  };
}

/** @throws Failure where `--target` names no stage of the document. */
export function requireTarget(document: Document, target: string | null, analysis: Analysis): void {
  if (target === null || document.kind !== 'dockerfile') return;
  const known = analysis.stages.some(
    (stage) => stage.name?.toLowerCase() === target.toLowerCase() || String(stage.index) === target,
  );
  if (known) return;
  const names = analysis.stages.map((stage) => stage.name ?? String(stage.index)).join(', ');
  throw new Failure(
    l10n.t("{0}: --target '{1}' is none of its stages ({2}).", document.shown, target, names),
  );
}
