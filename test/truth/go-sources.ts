// What a recorded Go program is made of, read from its sources the way the go command selects files.
import fs from 'node:fs';
import path from 'node:path';
import { glibcFloor } from '../../server/src/linking/c-functions.js';
import type { CgoPackage, GoProgram } from '../../server/src/linking/go-link-model.js';

/** Reads a module's folder: imports of all its packages, and which of them use cgo. */
export function readGoProgram(folder: string, module: string, hostGlibc: string): GoProgram {
  const imports = new Set<string>();
  const cgoPackages: CgoPackage[] = [];
  for (const directory of directoriesIn(folder)) {
    const sources = fs
      .readdirSync(directory)
      .filter((name) => name.endsWith('.go') && !name.endsWith('_test.go'))
      .map((name) => fs.readFileSync(path.join(directory, name), 'utf8'));
    for (const source of sources) for (const one of importsOf(source)) if (one !== 'C') imports.add(one);
    const own = sources.filter((source) => importsOf(source).includes('C'));
    if (own.length === 0) continue;
    const others = sources.filter((source) => !own.includes(source));
    const importPath = [module, path.relative(folder, directory)].filter((part) => part !== '').join('/');
    cgoPackages.push({
      importPath,
      withoutCgo:
        others.length === 0
          ? 'excluded'
          : others.some((source) => /^\/\/go:build .*!cgo/m.test(source))
            ? 'pure'
            : 'broken',
      ldflags: own.flatMap(
        (source) => /^(?:\/\/ )?#cgo LDFLAGS:(.*)$/m.exec(source)?.[1]?.trim().split(/\s+/) ?? [],
      ),
      minimumGlibc: glibcFloor(own.join('\n'), hostGlibc),
    });
  }
  return { imports: [...imports], cgoPackages };
}

function* directoriesIn(folder: string): Generator<string> {
  yield folder;
  for (const entry of fs.readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) yield* directoriesIn(path.join(folder, entry.name));
}

const importsOf = (source: string): string[] =>
  [...source.matchAll(/^(?:import\s+|\t)"([\w./-]+)"/gm)].map((match) => match[1] ?? '');
