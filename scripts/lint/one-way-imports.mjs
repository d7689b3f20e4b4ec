// The lint rule `house/one-way-imports`: a file may import only from the rooms and packages its own room may see.
import path from 'node:path';
import { isBuiltin } from 'node:module';
import { core, mayImport, packages } from './rooms.mjs';

/** The room of a file under server/src; null for every other file. */
export function roomOf(file) {
  const match = /(?:^|\/)server\/src\/([^/]+)\//.exec(file.split(path.sep).join('/'));
  return match ? match[1] : null;
}

const packageOf = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Why a file of `room` may not import `specifier`; null where it may. */
export function refusal(room, file, specifier) {
  const allowed = mayImport[room];
  if (!allowed) return `The room '${room}' is not in scripts/lint/rooms.mjs; say there what it may import.`;
  if (specifier.startsWith('.')) {
    const absolute = path.resolve(path.dirname(file), specifier).split(path.sep).join('/');
    const target = roomOf(absolute);
    if (target === room || allowed.includes(target)) return null;
    // The program and the server tell their version.
    if (!core.includes(room) && /\/server\/package\.json$/.test(absolute)) return null;
    return target === null
      ? `'${specifier}' lies outside the rooms of server/src.`
      : `${room}/ may not import ${target}/: imports run one way.`;
  }
  if (!core.includes(room)) return null;
  if (isBuiltin(specifier))
    return `${room}/ belongs to the core and may not import '${specifier}': files and processes come through workspace/.`;
  if (packages[room].includes(packageOf(specifier))) return null;
  return `${room}/ belongs to the core and may not import '${packageOf(specifier)}'.`;
}

export default {
  meta: { type: 'problem', schema: [], docs: { description: 'imports run one way through the house' } },
  create(context) {
    const room = roomOf(context.filename);
    if (room === null) return {};
    const check = (node, source) => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
      const message = refusal(room, context.filename, source.value);
      if (message) context.report({ node, message });
    };
    const checkSource = (node) => check(node, node.source);
    return {
      ImportDeclaration: checkSource,
      ExportNamedDeclaration: checkSource,
      ExportAllDeclaration: checkSource,
      ImportExpression: checkSource,
      TSImportType: checkSource,
      TSExternalModuleReference: (node) => check(node, node.expression),
    };
  },
};
