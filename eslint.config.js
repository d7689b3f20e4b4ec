// Lint: typed strictness for all TypeScript, and the invariants of the house (one-way imports, no clock, no process, no network).
import { builtinModules } from 'node:module';
import tseslint from 'typescript-eslint';
import oneWayImports from './scripts/lint/one-way-imports.mjs';
import { core } from './scripts/lint/rooms.mjs';

/** Modules that start a process or open a connection; no part of the product may. */
const reachesOut = [
  'child_process',
  'cluster',
  'dgram',
  'dns',
  'http',
  'http2',
  'https',
  'inspector',
  'net',
  'tls',
];

const withPrefix = (names) =>
  builtinModules
    .filter((name) => names.includes(name.split('/')[0]))
    .flatMap((name) => [name, `node:${name}`]);

const clock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The core has no clock.' },
  { selector: "CallExpression[callee.name='Date']", message: 'The core has no clock.' },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'The core has no clock; dates come in as `asOf`.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'The core has no chance.',
  },
];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      'out/',
      'coverage/',
      '.e2e/',
      '.vscode-test/',
      'examples/',
      'test/**/fixtures/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { args: 'all', argsIgnorePattern: '^_', caughtErrors: 'all' },
      ],
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: [] }],
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-unsafe-argument': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'error',
      '@typescript-eslint/no-unsafe-call': 'error',
      '@typescript-eslint/no-unsafe-member-access': 'error',
      '@typescript-eslint/no-unsafe-return': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/no-base-to-string': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/require-array-sort-compare': 'error',
      '@typescript-eslint/restrict-plus-operands': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'error',
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'max-lines': ['error', 400],
    },
  },
  {
    files: ['server/src/**/*.ts', 'client/src/**/*.ts'],
    plugins: { house: { rules: { 'one-way-imports': oneWayImports } } },
    rules: {
      'house/one-way-imports': 'error',
      'no-console': 'error',
      'no-restricted-imports': [
        'error',
        {
          paths: withPrefix(reachesOut).map((name) => ({
            name,
            message: 'Libc Lens starts no process and opens no connection.',
          })),
        },
      ],
      'no-restricted-globals': ['error', 'fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource'],
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.object.name='process'][callee.property.name='exit']",
          message: 'Set process.exitCode: exit() cuts a pipe that is not flushed.',
        },
      ],
    },
  },
  {
    files: core.map((room) => `server/src/${room}/**/*.ts`),
    rules: {
      'no-restricted-globals': [
        'error',
        ...['fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource', 'process', 'performance', 'Buffer'],
        ...['require', '__dirname', '__filename', 'setTimeout', 'setInterval', 'setImmediate'],
      ],
      'no-restricted-syntax': ['error', ...clock],
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    rules: {
      'no-undef': 'off',
      'no-unused-vars': ['error', { caughtErrors: 'all' }],
      'no-unreachable': 'error',
      'no-eval': 'error',
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
);
