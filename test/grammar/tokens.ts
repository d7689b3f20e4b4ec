// Tokenises text with our grammars in the engine that VS Code uses, host grammars from `hosts/`.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

/** Where grammars are read from; LIBC_LENS_HOST_GRAMMARS may name a folder with an editor's real host grammars. */
const hosts = process.env['LIBC_LENS_HOST_GRAMMARS'] ?? path.join('test', 'grammar', 'hosts');

const files: Readonly<Record<string, string>> = {
  'text.libc-log': path.join('syntaxes', 'libc-log.tmLanguage.json'),
  'libc-lens.injection': path.join('syntaxes', 'libc-injection.tmLanguage.json'),
  'source.dockerfile': path.join(hosts, 'dockerfile.tmLanguage.json'),
  'source.shell': path.join(hosts, 'shell.tmLanguage.json'),
  'source.makefile': path.join(hosts, 'makefile.tmLanguage.json'),
};

const wasm = path.join(
  path.dirname(createRequire(import.meta.url).resolve('vscode-oniguruma/package.json')),
  'release',
  'onig.wasm',
);

const loaded = oniguruma.loadWASM(fs.readFileSync(wasm));

function registry(withInjection: boolean): textmate.Registry {
  return new textmate.Registry({
    onigLib: loaded.then(() => ({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    })),
    loadGrammar: (scope) => {
      const file = files[scope];
      return Promise.resolve(
        file === undefined ? null : textmate.parseRawGrammar(fs.readFileSync(file, 'utf8'), file),
      );
    },
    getInjections: (scope) =>
      withInjection && scope.startsWith('source.') ? ['libc-lens.injection'] : undefined,
  });
}

/** Every token of every line; the scopes from the outermost to the innermost. */
export async function tokenise(
  scope: string,
  text: string,
  withInjection = true,
): Promise<readonly Token[][]> {
  const grammar = await registry(withInjection).loadGrammar(scope);
  if (!grammar) throw new Error(`no grammar ${scope}`);
  let stack = textmate.INITIAL;
  return text.split('\n').map((line) => {
    const result = grammar.tokenizeLine(line, stack);
    stack = result.ruleStack;
    return result.tokens.map((token) => ({
      text: line.slice(token.startIndex, token.endIndex),
      scopes: token.scopes,
    }));
  });
}

/** Texts of the tokens that carry a scope that begins so. */
export const withScope = (lines: readonly (readonly Token[])[], scope: string): readonly string[] =>
  lines
    .flat()
    .filter((token) => token.scopes.some((own) => own.startsWith(scope)))
    .map((token) => token.text);
