// cp, mv, install, ln, rm, mkdir, touch, chmod, strip, upx: commands that move files about or leave them what they are.
import { isLoaderPath } from '../../knowledge/loaders.js';
import {
  hasGlob,
  isFolder,
  matching,
  nameOf,
  normalise,
  put,
  remove,
  take,
  type FileSystem,
  type Found,
} from '../file-system.js';
import { isKnown } from '../value.js';
import type { Argument } from '../shell-words.js';
import type { Call, Program } from './call.js';

/** Splits a command's words into options and operands; `valued` options swallow the next word. */
export function operandsOf(
  call: Call,
  valued: readonly string[] = [],
): { options: Map<string, string>; operands: Argument[] } {
  const options = new Map<string, string>();
  const operands: Argument[] = [];
  let rest = false;
  for (let i = 0; i < call.arguments.length; i++) {
    const argument = call.arguments[i];
    if (!argument) continue;
    const { text } = argument;
    if (rest || !text.startsWith('-') || text === '-') operands.push(argument);
    else if (text === '--') rest = true;
    else if (valued.includes(text)) options.set(text, call.arguments[++i]?.text ?? '');
    else if (text.startsWith('--') && text.includes('='))
      options.set(text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1));
    else {
      options.set(text, '');
      if (/^-[a-zA-Z]{2,}$/.test(text)) for (const letter of text.slice(1)) options.set(`-${letter}`, '');
    }
  }
  return { options, operands };
}

/** An operand as an absolute path; null where it is not known. */
export function pathOf(call: Call, text: string): string | null {
  if (!isKnown(text) || text === '') return null;
  if (text.startsWith('~/')) return normalise(`/root/${text.slice(2)}`);
  if (text.startsWith('/')) return normalise(text);
  return call.shell.folder === null ? null : normalise(text, call.shell.folder);
}

/** Puts copied pieces under a new root. */
export function place(files: FileSystem, found: readonly Found[], root: string): void {
  for (const { below, entry, wild } of found) {
    if (entry) put(files, normalise(root + below), entry);
    if (wild) files.wild.set(normalise(root + below), wild);
  }
}

/** Copies operands to a target as `cp` does: into it where it is a folder, else onto it. */
function transfer(
  call: Call,
  sources: readonly Argument[],
  target: string,
  into: boolean,
  move: boolean,
): void {
  const { files } = call.frame.stage;
  for (const source of sources) {
    const path = pathOf(call, source.text);
    if (path === null) continue;
    if (hasGlob(path)) {
      const { paths, wildFolders } = matching(files, path);
      for (const one of paths) transferOne(files, one, `${target}/${nameOf(one)}`, move);
      for (const folder of wildFolders) {
        const wild = files.wild.get(folder);
        if (wild) files.wild.set(target, wild);
      }
      continue;
    }
    const contents = source.text.endsWith('/.');
    transferOne(files, path, into && !contents ? `${target}/${nameOf(path)}` : target, move);
  }
}

function transferOne(files: FileSystem, from: string, to: string, move: boolean): void {
  const found = take(files, from);
  if (found.length === 0) {
    remove(files, normalise(to));
    return;
  }
  if (move) remove(files, from);
  place(files, found, to);
}

function copyOrMove(move: boolean): Program {
  return (call) => {
    const { options, operands } = operandsOf(call, [
      '-t',
      '--target-directory',
      '-S',
      '--suffix',
      '-m',
      '-o',
      '-g',
      '--mode',
      '--owner',
      '--group',
    ]);
    const { files } = call.frame.stage;
    const named = options.get('-t') ?? options.get('--target-directory');
    const last = named === undefined ? operands.pop() : undefined;
    const text = named ?? last?.text;
    const target = text === undefined ? null : pathOf(call, text);
    if (target === null || text === undefined) return 'success';
    if (call.name === 'install' && options.has('-d')) {
      for (const folder of [...operands, ...(last ? [last] : [])]) {
        const path = pathOf(call, folder.text);
        if (path !== null) put(files, path, { kind: 'folder' });
      }
      return 'success';
    }
    const into =
      named !== undefined ||
      operands.length > 1 ||
      text.endsWith('/') ||
      (!options.has('-T') && isFolder(files, target));
    transfer(call, operands, target, into, move);
    return 'success';
  };
}

const ln: Program = (call) => {
  const { options, operands } = operandsOf(call, ['-t', '-S']);
  const { stage, world } = call.frame;
  const [source, destination] = operands;
  if (!source || !isKnown(source.text)) return 'success';
  const folder = call.shell.folder ?? '/';
  let path = destination ? pathOf(call, destination.text) : normalise(nameOf(source.text), folder);
  if (path === null) return 'success';
  if (isFolder(stage.files, path) && !options.has('-T') && !options.has('-n'))
    path = normalise(nameOf(source.text), path);
  const target =
    options.has('-s') || options.has('--symbolic') ? source.text : (pathOf(call, source.text) ?? source.text);
  put(stage.files, path, { kind: 'link', target, carrier: null });
  if (isLoaderPath(path) || path === '/lib64') {
    const toMusl =
      /ld-musl-|libc\.musl-|\/lib\/libc\.so$/.test(target) ||
      (path === '/lib64' && stage.image.libc === 'musl' && stage.loaders.size === 0);
    if (path !== '/lib64') {
      world.facts.push({
        kind: 'loader-link',
        stage: stage.index,
        place: call.place,
        loader: path,
        target,
        toMusl,
      });
      if (toMusl) stage.shims.set('loader-symlink', { text: '', place: call.place });
      else stage.loaders.set(path, 'glibc');
    }
  }
  return 'success';
};

const rm: Program = (call) => {
  for (const operand of operandsOf(call).operands) {
    const path = pathOf(call, operand.text);
    if (path === null || path === '/') continue;
    if (hasGlob(path))
      for (const one of matching(call.frame.stage.files, path).paths) remove(call.frame.stage.files, one);
    else remove(call.frame.stage.files, path);
  }
  return 'success';
};

const mkdir: Program = (call) => {
  for (const operand of operandsOf(call, ['-m', '--mode']).operands) {
    const path = pathOf(call, operand.text);
    if (path !== null) put(call.frame.stage.files, path, { kind: 'folder' });
  }
  return 'success';
};

/** Changes no file's linkage; `strip` and `upx` keep the loader (upx of a dynamic binary asks for it still). */
const harmless: Program = () => 'success';

export const fileCommands: Readonly<Record<string, Program>> = {
  cp: copyOrMove(false),
  mv: copyOrMove(true),
  install: copyOrMove(false),
  ln,
  rm,
  rmdir: rm,
  mkdir,
  ...Object.fromEntries(
    [
      'touch',
      'chmod',
      'chown',
      'chgrp',
      'strip',
      'upx',
      'ls',
      'cat',
      'file',
      'ldd',
      'readelf',
      'stat',
      'du',
      'sha256sum',
      'setcap',
      'sed',
      'find',
      'sync',
      'sleep',
      'date',
    ].map((name) => [name, harmless]),
  ),
};
