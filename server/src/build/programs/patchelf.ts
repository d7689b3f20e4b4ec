// patchelf --set-interpreter: gives a binary another loader.
import { lookUp, put } from '../file-system.js';
import { isKnown } from '../value.js';
import { operandsOf, pathOf } from './file-commands.js';
import type { Program } from './call.js';

export const patchelf: Program = (call) => {
  const { stage, world } = call.frame;
  const { options, operands } = operandsOf(call, [
    '--set-interpreter',
    '--set-rpath',
    '--add-needed',
    '--remove-needed',
    '--replace-needed',
  ]);
  const loader = options.get('--set-interpreter');
  if (loader === undefined) return 'success';
  for (const operand of operands) {
    const path = pathOf(call, operand.text);
    const entry = path === null ? null : lookUp(stage.files, path);
    if (path === null || entry?.kind !== 'artifact') continue;
    const artifact = world.artifacts[entry.artifact];
    if (!artifact) continue;
    const id = world.artifacts.length;
    world.artifacts.push({
      ...artifact,
      id,
      linkage: isKnown(loader)
        ? { ...artifact.linkage, interpreter: loader }
        : { ...artifact.linkage, type: 'unknown', interpreter: null },
    });
    put(stage.files, path, { kind: 'artifact', artifact: id, carrier: entry.carrier });
  }
  return 'success';
};
