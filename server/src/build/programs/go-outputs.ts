// Where `go build` and `go install` put what they make.
import type { GoArguments } from '../../linking/go-arguments.js';
import { lastValue } from '../../linking/go-arguments.js';
import { isFolder, nameOf, normalise } from '../file-system.js';
import { isKnown } from '../value.js';
import type { Call } from './call.js';
import { settingFor, type Settings } from './go-settings.js';
import type { ProgramReading } from './go-program.js';

export interface Output {
  /** The file, or the folder where names are not known. */
  readonly path: string;
  readonly wild: boolean;
  readonly programsOnly: boolean;
}

const file = (path: string): Output => ({ path, wild: false, programsOnly: false });
const wild = (path: string, programsOnly: boolean): Output => ({ path, wild: true, programsOnly });

/** Empty where nothing is written (`go build ./...` of several packages without `-o`), or its place is not known. */
export function outputsOf(
  call: Call,
  folder: string | null,
  parsed: GoArguments,
  settings: Settings,
  program: ProgramReading,
  goPath: string,
): readonly Output[] {
  const packages = parsed.packages.map((one) => one.word);
  const several = packages.length > 1 && !packages.every((word) => word.endsWith('.go'));
  const pattern = packages.some((word) => word.includes('...'));
  if (parsed.verb === 'install' || parsed.verb === 'get')
    return installs(call, packages, settings, program, goPath, folder, pattern);
  if (parsed.verb === 'test' && !parsed.flags.some((flag) => flag.name === '-c')) return [];
  const output = lastValue(parsed.flags, '-o');
  if (output !== null) {
    if (!isKnown(output) || output === '' || output === '/dev/null') return [];
    if (!output.startsWith('/') && folder === null) return [];
    const path = normalise(output, folder ?? '/');
    const into = output.endsWith('/') || several || pattern || isFolder(call.frame.stage.files, path);
    if (!into) return [file(path)];
    const names = namesOf(packages, program, folder);
    return names === null ? [wild(path, true)] : names.map((name) => file(`${path}/${name}`));
  }
  if (folder === null || several || pattern) return [];
  const names = namesOf(packages, program, folder);
  const suffix = parsed.verb === 'test' ? '.test' : '';
  if (names === null) return [wild(folder, true)];
  return names.map((name) => file(normalise(name + suffix, folder)));
}

function installs(
  call: Call,
  packages: readonly string[],
  settings: Settings,
  program: ProgramReading,
  goPath: string,
  folder: string | null,
  pattern: boolean,
): readonly Output[] {
  const goBin = settingFor(settings, 'GOBIN');
  if (goBin?.value === null || !isKnown(goPath)) return [];
  const goarch = settingFor(settings, 'GOARCH')?.value;
  const goos = settingFor(settings, 'GOOS')?.value;
  const cross =
    (goarch !== undefined && goarch !== null && goarch !== '' && goarch !== call.frame.stage.architecture) ||
    (goos ?? 'linux') !== 'linux';
  const bin =
    goBin !== null && goBin.value !== ''
      ? normalise(goBin.value)
      : normalise(`${goPath.split(':')[0] ?? goPath}/bin`);
  const target =
    cross && goBin === null ? `${bin}/${goos ?? 'linux'}_${goarch ?? call.frame.stage.architecture}` : bin;
  const names = pattern ? null : namesOf(packages, program, folder);
  return names === null ? [wild(target, true)] : names.map((name) => file(`${target}/${name}`));
}

/** Names of the executables by the rules of `go help build`; null where a name depends on what is not known. */
function namesOf(
  packages: readonly string[],
  program: ProgramReading,
  folder: string | null,
): readonly string[] | null {
  if (packages.some((word) => !isKnown(word) || word.includes('...'))) return program.names;
  const sources = packages.filter((word) => word.endsWith('.go'));
  if (sources.length > 0) return [nameOf(`/${sources[0] ?? ''}`).replace(/\.go$/, '')];
  const operands = packages.length > 0 ? packages : ['.'];
  const names: string[] = [];
  for (const word of operands) {
    const path = word.replace(/@.*$/, '').replace(/\/+$/, '');
    const here = /^\.{0,2}(\/\.{1,2})*$/.test(path) || (path.startsWith('/') && normalise(path) === folder);
    if (here) {
      if (program.packagePath !== null && /^\.?$/.test(path)) names.push(lastElement(program.packagePath));
      else if (program.names) names.push(...program.names);
      else return null;
    } else names.push(lastElement(path));
  }
  return names;
}

/** The last element of an import path, or the one before it where the last is a major version (`/v2`). */
export function lastElement(path: string): string {
  const parts = path.split('/').filter((part) => part !== '');
  const last = parts[parts.length - 1] ?? path;
  return /^v\d+$/.test(last) && parts.length > 1 ? (parts[parts.length - 2] ?? last) : last;
}
