// tar and unzip: unpack files of which nothing more is known than where they lie.
import { lookUp, put } from '../file-system.js';
import { isKnown } from '../value.js';
import { operandsOf, pathOf } from './file-commands.js';
import type { Program } from './call.js';

export const tar: Program = (call) => {
  const words = call.arguments.map((argument) => argument.text);
  const first = words[0] ?? '';
  const extracts =
    /^-?[a-zA-Z]*x[a-zA-Z]*$/.test(first) ||
    words.some((word) => word === '--extract' || /^-[a-zA-Z]*x/.test(word));
  if (!extracts) return 'success';
  const { options, operands } = operandsOf(
    call,
    ['-C', '--directory', '-f', '--file', '--strip-components', '--transform'].concat(
      words.filter((word) => /^-[a-zA-Z]+f$/.test(word)),
    ),
  );
  const folder = options.get('-C') ?? options.get('--directory');
  const archive =
    options.get('-f') ??
    options.get('--file') ??
    [...options].find(([name]) => /^-[a-zA-Z]+f$/.test(name))?.[1] ??
    operands[1]?.text;
  const from = archive !== undefined && archive !== '-' ? pathOf(call, archive) : null;
  const source = from === null ? null : lookUp(call.frame.stage.files, from);
  if (folder === undefined || !isKnown(folder)) return 'success';
  const into = pathOf(call, folder);
  if (
    into !== null &&
    source?.kind === 'download' &&
    !['/', '/usr', '/usr/local', '/opt', '/tmp'].includes(into)
  ) {
    put(call.frame.stage.files, into, { kind: 'unknown', carrier: null });
  }
  return 'success';
};

export const unzip: Program = () => 'success';
