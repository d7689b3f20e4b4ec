// The rooms of the house under server/src and what each may import: the one table behind the import check.

/** Room → rooms it may import from, itself not named. Imports run one way: text ← syntax ← knowledge ← linking ← build ← rules ← editor, cli ← lsp. */
export const mayImport = {
  text: [],
  syntax: ['text'],
  knowledge: ['text', 'syntax'],
  linking: ['text', 'syntax', 'knowledge'],
  elf: ['text', 'syntax', 'knowledge'],
  build: ['text', 'syntax', 'knowledge', 'linking', 'elf'],
  rules: ['text', 'syntax', 'knowledge', 'linking', 'elf', 'build'],
  editor: ['text', 'syntax', 'knowledge', 'linking', 'elf', 'build', 'rules'],
  workspace: ['text', 'build'],
  cli: ['text', 'syntax', 'knowledge', 'linking', 'elf', 'build', 'rules', 'workspace'],
  lsp: ['text', 'syntax', 'knowledge', 'linking', 'elf', 'build', 'rules', 'editor', 'workspace'],
};

/** Rooms that also run in a browser and in tests without a machine: no Node, no editor, no clock. */
export const core = ['text', 'syntax', 'knowledge', 'linking', 'elf', 'build', 'rules', 'editor'];

/** Packages that a room of the core may import; every other package is refused there. */
export const packages = {
  text: [],
  syntax: ['dockerfile-ast', 'unbash', 'yaml'],
  knowledge: ['@vscode/l10n'],
  linking: ['@vscode/l10n'],
  elf: ['@vscode/l10n'],
  build: ['@vscode/l10n'],
  rules: ['@vscode/l10n', 'jsonc-parser'],
  editor: ['@vscode/l10n', 'vscode-languageserver-types'],
};
