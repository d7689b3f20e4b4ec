// The published schemas refuse what the contract does not allow: a schema that takes everything would prove nothing.
import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { describe, it } from 'mocha';
import { broken, libcLens } from './command-line.js';
import { readSchema, valid, type Outputs } from './json-output.js';

type Path = readonly (string | number)[];

/** A copy of `value` with `change` made to the object at `path`. */
function changed(value: object, path: Path, change: (object: Record<string, unknown>) => void): object {
  const copy = structuredClone(value) as Record<string, unknown>;
  let at: unknown = copy;
  for (const step of path) at = (at as Record<string | number, unknown>)[step];
  change(at as Record<string, unknown>);
  return copy;
}

describe('the schemas of the JSON outputs', () => {
  const outputs: readonly (readonly [keyof Outputs, readonly string[], readonly Path[]])[] = [
    [
      'check',
      ['check', '-'],
      [
        [],
        ['summary'],
        ['files', 0],
        ['files', 0, 'findings', 0],
        ['files', 0, 'findings', 0, 'range', 'start'],
        ['files', 0, 'findings', 0, 'because', 0],
        ['files', 0, 'findings', 0, 'fixes', 0],
        ['files', 0, 'findings', 0, 'fixes', 0, 'edits', 0],
      ],
    ],
    [
      'trace',
      ['trace', '-'],
      [
        [],
        ['stages', 0],
        ['stages', 0, 'image'],
        ['artifacts', 0],
        ['artifacts', 0, 'linkage'],
        ['placements', 0],
      ],
    ],
    ['image', ['image', 'alpine:3.20'], [[], ['images', 0]]],
  ];
  for (const [name, args, places] of outputs)
    it(`${name}: every field is required, and no other is allowed`, () => {
      const { out } = libcLens([...args, '--format', 'json', '--as-of', '2025-06-30'], { input: broken });
      const value = valid(name, out);
      const validate = new Ajv({ allowUnionTypes: true }).compile(readSchema(name));
      for (const place of places) {
        let keys: string[] = [];
        changed(value, place, (object) => (keys = Object.keys(object)));
        assert.ok(keys.length > 0, `${name} ${place.join('.')}`);
        for (const key of keys) {
          const without = changed(value, place, (object) => Reflect.deleteProperty(object, key));
          assert.equal(validate(without), false, `${name} ${place.join('.')} without ${key}`);
        }
        const more = changed(value, place, (object) => (object['more'] = 1));
        assert.equal(validate(more), false, `${name} ${place.join('.')} with more`);
      }
    });
});
