// The invariants of the house: planted violations are caught by lint, and every file says what it is for and stays small.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { ESLint } from 'eslint';
import { describe, it } from 'mocha';
import tseslint from 'typescript-eslint';

const sourceFolders = ['server/src', 'client/src', 'test', 'scripts'];
const read = (file: string): string => fs.readFileSync(file, 'utf8');

function sources(): string[] {
  return sourceFolders.flatMap((folder) =>
    fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:ts|mjs|js|cjs)$/.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .filter((file) => !/node_modules|\/fixtures\/|\/programs\d*\/src\//.test(file)),
  );
}

/** Lints `code` as if it stood at `file`, by the project's own configuration; typed rules need a file that exists. */
async function lint(file: string, code: string, typed = false): Promise<string[]> {
  const eslint = new ESLint(
    typed
      ? {}
      : {
          overrideConfig: [
            { files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: false } } },
            { files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked },
          ],
        },
  );
  const results = await eslint.lintText(`// Planted.\n${code}\n`, { filePath: file });
  return results.flatMap((result) =>
    result.messages.map((message) => `${message.ruleId ?? 'parse'}: ${message.message}`),
  );
}

const rooms = ['text', 'syntax', 'knowledge', 'linking', 'build', 'rules', 'editor', 'lsp'];
const use = (specifier: string): string => `import { a } from '${specifier}';\nexport const b = a;`;

describe('the house: lint catches planted violations', () => {
  async function caught(rule: string, file: string, code: string, typed = false): Promise<void> {
    const messages = await lint(file, code, typed);
    assert.ok(
      messages.some((message) => message.startsWith(`${rule}: `)),
      `${file}: expected ${rule} for\n${code}\ngot ${JSON.stringify(messages)}`,
    );
  }
  async function silent(file: string, code: string): Promise<void> {
    assert.deepEqual(await lint(file, code), [], `${file}:\n${code}`);
  }

  it('imports against the direction, in every pair of neighbours', async () => {
    for (const [i, room] of rooms.entries()) {
      const next = rooms[i + 1];
      if (next === undefined) break;
      await caught('house/one-way-imports', `server/src/${room}/planted.ts`, use(`../${next}/x.js`));
      await silent(`server/src/${next}/planted.ts`, use(`../${room}/x.js`));
    }
  });

  it('imports against the direction from nested folders, as types, re-exports and at run time', async () => {
    const file = 'server/src/build/programs/planted.ts';
    await silent(file, use('../../linking/x.js'));
    for (const code of [
      use('../../rules/x.js'),
      "import type { A } from '../../rules/x.js';\nexport type B = A;",
      "export { a } from '../../rules/x.js';",
      "export * from '../../rules/x.js';",
      "export const a = await import('../../rules/x.js');",
      "export type A = import('../../rules/x.js').A;",
    ])
      await caught('house/one-way-imports', file, code);
  });

  it('the editor and the command line apart, the workspace for cli and lsp alone', async () => {
    await caught('house/one-way-imports', 'server/src/cli/planted.ts', use('../editor/x.js'));
    await caught('house/one-way-imports', 'server/src/cli/planted.ts', use('../lsp/x.js'));
    await caught('house/one-way-imports', 'server/src/editor/planted.ts', use('../cli/x.js'));
    await caught('house/one-way-imports', 'server/src/linking/planted.ts', use('../elf/x.js'));
    await caught('house/one-way-imports', 'server/src/elf/planted.ts', use('../linking/x.js'));
    for (const room of rooms.slice(0, -1))
      await caught('house/one-way-imports', `server/src/${room}/planted.ts`, use('../workspace/x.js'));
    await silent('server/src/cli/planted.ts', use('../workspace/x.js'));
    await silent('server/src/lsp/planted.ts', use('../workspace/x.js'));
  });

  it('the core importing the editor, a connection, Node or a package of its own choice', async () => {
    for (const room of rooms.slice(0, -1))
      for (const specifier of [
        'vscode',
        'vscode-languageserver/node.js',
        'node:fs',
        'fs',
        'node:os',
        'picocolors',
      ])
        await caught('house/one-way-imports', `server/src/${room}/planted.ts`, use(specifier));
    await silent('server/src/editor/planted.ts', use('vscode-languageserver-types'));
    await silent('server/src/rules/planted.ts', use('@vscode/l10n'));
  });

  it('a room that the table does not know, and a way out of the rooms', async () => {
    await caught('house/one-way-imports', 'server/src/attic/planted.ts', use('../text/x.js'));
    await caught('house/one-way-imports', 'server/src/lsp/planted.ts', use('../../../client/src/x.js'));
  });

  it('processes and connections, anywhere in the product', async () => {
    for (const file of ['server/src/cli/planted.ts', 'server/src/lsp/planted.ts', 'client/src/planted.ts']) {
      for (const name of [
        'node:child_process',
        'child_process',
        'node:http',
        'https',
        'node:net',
        'node:dns/promises',
      ])
        await caught('no-restricted-imports', file, use(name));
      await caught('no-restricted-globals', file, "export const a = fetch('x');");
      await caught('no-restricted-syntax', file, 'process.exit(1);');
    }
  });

  it('a clock in the core', async () => {
    for (const room of rooms.slice(0, -1)) {
      const file = `server/src/${room}/planted.ts`;
      await caught('no-restricted-syntax', file, 'export const a = Date.now();');
      await caught('no-restricted-syntax', file, 'export const a = new Date();');
      await caught('no-restricted-globals', file, 'export const a = performance.now();');
    }
    await silent('server/src/cli/planted.ts', 'export const a = new Date();');
  });

  it('any, unused names, values imported for their type, non-null assertions, suppressed lint', async () => {
    const file = 'server/src/cli/planted.ts';
    await caught('@typescript-eslint/no-explicit-any', file, 'export const a = (b: any): unknown => b;');
    await caught('@typescript-eslint/no-unused-vars', file, 'const a = 1;');
    await caught(
      '@typescript-eslint/consistent-type-imports',
      file,
      "import { A } from './a.js';\nexport type B = A;",
    );
    await caught(
      '@typescript-eslint/no-non-null-assertion',
      file,
      'export const a = (b: string | null): string => b!;',
    );
    await caught(
      '@typescript-eslint/no-explicit-any',
      file,
      '// eslint-disable-next-line @typescript-eslint/no-explicit-any\nexport const a = (b: any): unknown => b;',
    );
  });

  it('a promise that nobody waits for (typed rules run too)', async function () {
    this.timeout(60_000);
    const code = 'async function a(): Promise<void> {\n  await Promise.resolve();\n}\na();';
    await caught('@typescript-eslint/no-floating-promises', 'server/src/text/span.ts', code, true);
  });
});

describe('the house: every source file', () => {
  it('says at its top, in a sentence, what it is for', () => {
    const mute = sources().filter((file) => {
      const lines = read(file).split('\n');
      const first = lines[0]?.startsWith('#!') ? lines[1] : lines[0];
      return !/^\/\/ .{20,}/.test(first ?? '');
    });
    assert.deepEqual(mute, []);
  });

  it('has at most 400 lines', () => {
    const long = sources().filter((file) => read(file).trimEnd().split('\n').length > 400);
    assert.deepEqual(long, []);
  });

  it('has a name that says more than utils, helpers or manager', () => {
    const vague = sources().filter((file) =>
      /util|helper|manager|\bmisc\b|\bcommon\b/i.test(path.basename(file)),
    );
    assert.deepEqual(vague, []);
  });

  it('is looked at: the walk finds the contracts of every room', () => {
    const found = sources();
    for (const file of ['server/src/build/model.ts', 'test/unit/house/house.test.ts', 'scripts/build.mjs'])
      assert.ok(found.includes(file), file);
  });
});
