// curl and wget: bring a file of which only the address is known.
import { nameOf, normalise, put } from '../file-system.js';
import { knownOrNull, UNKNOWN } from '../value.js';
import { operandsOf, pathOf } from './file-commands.js';
import type { Call, Program } from './call.js';

const CURL_VALUED = [
  '-o',
  '--output',
  '-H',
  '--header',
  '-d',
  '--data',
  '-u',
  '-A',
  '-x',
  '-X',
  '-m',
  '--retry',
  '--connect-timeout',
  '--output-dir',
  '--cacert',
];
const WGET_VALUED = [
  '-O',
  '--output-document',
  '-P',
  '--directory-prefix',
  '-t',
  '-T',
  '-U',
  '--header',
  '-o',
];

export const curl: Program = (call) => {
  const { options, operands } = operandsOf(call, CURL_VALUED.concat(shortClusters(call, 'o')));
  const url = operands.find((operand) => looksLikeAddress(operand.text))?.text;
  if (url === undefined) return 'success';
  const target =
    options.get('-o') ??
    options.get('--output') ??
    [...options].find(([name]) => /^-[a-zA-Z]*o$/.test(name))?.[1];
  if (target !== undefined) bring(call, url, target);
  else if (options.has('-O') || options.has('--remote-name'))
    bring(call, url, nameOf(url.split(/[?#]/)[0] ?? url));
  return 'success';
};

export const wget: Program = (call) => {
  const { options, operands } = operandsOf(call, WGET_VALUED.concat(shortClusters(call, 'O')));
  const target =
    options.get('-O') ??
    options.get('--output-document') ??
    [...options].find(([name]) => /^-[a-zA-Z]*O$/.test(name))?.[1];
  const folder = options.get('-P') ?? options.get('--directory-prefix');
  for (const { text: url } of operands) {
    if (!looksLikeAddress(url)) continue;
    const name = nameOf(url.split(/[?#]/)[0] ?? url);
    bring(call, url, target ?? (folder === undefined ? name : `${folder}/${name}`));
  }
  return 'success';
};

/** `-sSLo FILE`: clusters that end in an option with a value. */
const shortClusters = (call: Call, letter: string): string[] =>
  call.arguments
    .map((argument) => argument.text)
    .filter((text) => new RegExp(`^-[a-zA-Z]+${letter}$`).test(text));

const looksLikeAddress = (text: string): boolean =>
  /^(https?|ftp):\/\//.test(text) || text.startsWith(UNKNOWN) || /^[\w.-]+\.\w+\//.test(text);

function bring(call: Call, url: string, target: string): void {
  if (target === '-' || target === '/dev/null') return;
  const path = pathOf(call, target);
  if (path !== null) put(call.frame.stage.files, normalise(path), { kind: 'download', url, carrier: null });
  else if (knownOrNull(target) === null && call.shell.folder !== null) {
    const folder = target.startsWith('/')
      ? normalise(target.slice(0, target.lastIndexOf('/')) || '/')
      : call.shell.folder;
    put(call.frame.stage.files, `${folder}/${nameOf(target)}`, { kind: 'download', url, carrier: null });
  }
}
