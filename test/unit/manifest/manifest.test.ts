// What the manifest promises to VS Code: settings with all they need, files that exist, and activation by nothing but our languages.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { describe, it } from 'mocha';
import { rules } from '../../../server/src/rules/index.js';

interface Setting {
  readonly markdownDescription?: string;
  readonly scope?: string;
  readonly order?: number;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
  readonly pattern?: string;
  readonly properties?: Record<string, { readonly enum: readonly string[] }>;
}

interface Manifest {
  readonly icon: string;
  readonly keywords: readonly string[];
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly languages: readonly { readonly configuration: string }[];
    readonly grammars: readonly { readonly path: string; readonly scopeName: string }[];
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Record<string, Setting> };
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly media: { readonly image: string };
        readonly completionEvents?: readonly string[];
      }[];
    }[];
  };
}

const manifest = JSON.parse(fs.readFileSync('package.json', 'utf8')) as Manifest;
const { contributes } = manifest;
const settings = contributes.configuration.properties;

describe('manifest', () => {
  it('describes, scopes and orders every setting', () => {
    const orders = Object.values(settings).map((setting) => setting.order);
    assert.equal(new Set(orders).size, orders.length);
    for (const [name, setting] of Object.entries(settings)) {
      assert.match(setting.markdownDescription ?? '', /^%setting\..+%$/, name);
      assert.ok(['resource', 'window'].includes(setting.scope ?? ''), name);
      assert.notEqual(setting.default, undefined, name);
      assert.equal(setting.markdownEnumDescriptions?.length, setting.enum?.length, name);
    }
  });

  it('offers a severity for every rule, and for no other name', () => {
    const offered = settings['libcLens.severity']?.properties ?? {};
    assert.deepEqual(new Set(Object.keys(offered)), new Set(rules.map((rule) => rule.name)));
    for (const [name, { enum: levels }] of Object.entries(offered)) {
      assert.deepEqual(levels, ['error', 'warning', 'hint', 'off'], name);
    }
  });

  it('takes dates, or nothing, for the day', () => {
    const pattern = new RegExp(settings['libcLens.asOf']?.pattern ?? 'none');
    for (const day of ['', '2024-06-30', '2025-12-01']) assert.match(day, pattern);
    for (const day of ['today', '2024-6-30', '2024-13-01', '2024-06-30T00:00', '30-06-2024']) {
      assert.doesNotMatch(day, pattern);
    }
  });

  it('names only files that are there', () => {
    const files = [
      manifest.icon,
      ...contributes.languages.map((language) => language.configuration),
      ...contributes.grammars.map((grammar) => grammar.path),
      ...contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps.map((step) => step.media.image)),
    ];
    assert.deepEqual(
      files.filter((file) => !fs.existsSync(file)),
      [],
    );
  });

  it('calls grammars what they call themselves', () => {
    for (const { path, scopeName } of contributes.grammars) {
      const grammar = JSON.parse(fs.readFileSync(path, 'utf8')) as { readonly scopeName: string };
      assert.equal(grammar.scopeName, scopeName);
    }
  });

  it('registers each command that it contributes, and completes steps only by those', () => {
    const sources = fs.readdirSync('client/src').map((name) => fs.readFileSync(`client/src/${name}`, 'utf8'));
    const registered = sources.flatMap((text) =>
      [...text.matchAll(/registerCommand\(\s*'([^']+)'/g)].map(([, command]) => command),
    );
    const contributed = contributes.commands.map(({ command }) => command);
    assert.deepEqual(new Set(registered), new Set(contributed));
    const events = contributes.walkthroughs.flatMap((walkthrough) =>
      walkthrough.steps.flatMap((step) => step.completionEvents ?? []),
    );
    for (const event of events.filter((name) => name.startsWith('onCommand:'))) {
      assert.ok(contributed.includes(event.slice('onCommand:'.length)), event);
    }
  });

  it('is activated by the languages it reads and by nothing else', () => {
    assert.deepEqual(
      [...manifest.activationEvents].sort(),
      ['dockerfile', 'libc-log', 'makefile', 'shellscript'].map((language) => `onLanguage:${language}`),
    );
  });

  it('keeps within what the Marketplace takes', () => {
    assert.ok(manifest.keywords.length <= 30);
    const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    assert.ok(steps.length <= 4);
  });
});
