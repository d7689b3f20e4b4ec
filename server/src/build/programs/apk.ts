// apk: Alpine's and Wolfi's package manager.
import * as l10n from '@vscode/l10n';
import { because } from '../../text/because.js';
import { hasGlob, lookUp, matching } from '../file-system.js';
import type { Argument } from '../shell-words.js';
import { knownOrNull } from '../value.js';
import type { Call, Program } from './call.js';
import { pathOf } from './file-commands.js';
import { changePackages } from './packages.js';

const VALUED = new Set([
  '-t',
  '--virtual',
  '-X',
  '--repository',
  '-p',
  '--root',
  '--arch',
  '--keys-dir',
  '--repositories-file',
  '--wait',
  '--cache-dir',
]);

export const apk: Program = (call) => {
  const { options, words } = read(call);
  const [verb, ...operands] = words;
  if (verb?.text === 'add') {
    const files = operands.filter((operand) => isFile(operand.text));
    const packages = operands.filter((operand) => !isFile(operand.text));
    for (const file of files) addFile(call, file, options);
    const virtual = options.get('-t') ?? options.get('--virtual');
    if (virtual !== undefined)
      call.frame.stage.virtuals.set(
        virtual,
        packages.map((argument) => argument.text),
      );
    if (packages.length > 0)
      changePackages(call, { manager: 'apk', action: 'install', packages, withoutRecommends: true });
  } else if (verb?.text === 'del') {
    changePackages(call, { manager: 'apk', action: 'remove', packages: operands, withoutRecommends: true });
  }
  return 'success';
};

function read(call: Call): { options: Map<string, string>; words: Argument[] } {
  const options = new Map<string, string>();
  const words: Argument[] = [];
  for (let i = 0; i < call.arguments.length; i++) {
    const argument = call.arguments[i];
    if (!argument) continue;
    const { text } = argument;
    if (!text.startsWith('-')) words.push(argument);
    else if (VALUED.has(text)) options.set(text, call.arguments[++i]?.text ?? '');
    else if (text.includes('='))
      options.set(text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1));
    else options.set(text, '');
  }
  return { options, words };
}

const isFile = (text: string): boolean => text.endsWith('.apk') || text.includes('/');

/** Names of the files that sgerrand's alpine-pkg-glibc releases carry (https://github.com/sgerrand/alpine-pkg-glibc, last 2.35-r1 of 2022). */
const GLIBC_FILE = /(?:^|\/)glibc-(\d[\w.]*(?:-r\d+)?)?[^/]*\.apk$/;
const GLIBC_SOURCE = /alpine-pkg-glibc/;

function addFile(call: Call, file: Argument, options: ReadonlyMap<string, string>): void {
  const { stage, world } = call.frame;
  const path = pathOf(call, file.text) ?? file.text;
  const sources = hasGlob(path)
    ? matching(stage.files, path).paths.map((one) => ({ path: one, url: urlOf(call, one) }))
    : [{ path, url: urlOf(call, path) }];
  const glibc = sources.find((source) => GLIBC_FILE.test(source.path) || GLIBC_SOURCE.test(source.url ?? ''));
  if (!glibc) return;
  const version =
    GLIBC_FILE.exec(glibc.path)?.[1] ?? /\/(\d+\.\d+-r\d+)\//.exec(glibc.url ?? '')?.[1] ?? null;
  const conflictsWith = stage.shims.has('gcompat')
    ? 'gcompat'
    : stage.shims.has('libc6-compat')
      ? 'libc6-compat'
      : null;
  const forceOverwrite = options.has('--force-overwrite') || options.has('--force') || options.has('-f');
  if (
    !world.facts.some(
      (fact) =>
        fact.kind === 'glibc-package' &&
        fact.stage === stage.index &&
        fact.place.span.start === call.place.span.start,
    )
  ) {
    world.facts.push({
      kind: 'glibc-package',
      stage: stage.index,
      place: call.place,
      version: version === null ? null : knownOrNull(version),
      forceOverwrite,
      conflictsWith,
    });
  }
  if (stage.architecture === 'amd64') {
    stage.shims.set('glibc', because(l10n.t('A whole glibc is installed beside musl here.'), call.place));
  }
}

function urlOf(call: Call, path: string): string | null {
  const entry = lookUp(call.frame.stage.files, path);
  return entry?.kind === 'download' ? entry.url : null;
}
