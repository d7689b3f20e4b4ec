// The pairs of ENV, ARG and LABEL, with the place of each value.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { splitKeyValues } from '../../../server/src/syntax/docker-words.js';
import { covered, nth, only, spanOf } from './instructions.js';

const pairs = (text: string): readonly (readonly [string, string | null])[] =>
  splitKeyValues(only(text)).map((pair) => [pair.name, pair.value]);

describe('pairs of ENV, ARG and LABEL', () => {
  it('are separate words with an equals sign', () => {
    const text = 'ENV CGO_ENABLED=0 GOFLAGS="-tags netgo" X=\n';
    assert.deepEqual(pairs(text), [
      ['CGO_ENABLED', '0'],
      ['GOFLAGS', '"-tags netgo"'],
      ['X', ''],
    ]);
    const [cgo, flags, empty] = splitKeyValues(only(text));
    assert.deepEqual(cgo?.span, spanOf(text, 'CGO_ENABLED=0'));
    assert.deepEqual(cgo.valueSpan, spanOf(text, '0'));
    assert.equal(flags?.valueSpan && covered(text, flags.valueSpan), '"-tags netgo"');
    assert.deepEqual(empty?.valueSpan, { start: text.length - 1, end: text.length - 1 });
  });

  it('only the first equals sign parts name and value', () => {
    assert.deepEqual(pairs('ENV A=b=c'), [['A', 'b=c']]);
  });

  it('keep their places over continued lines', () => {
    const text = 'ENV A=1 \\\n# c\n    CGO_\\\nENABLED=0 \\\n    A=1';
    const all = splitKeyValues(only(text));
    assert.deepEqual(
      all.map((pair) => [pair.name, pair.value]),
      [
        ['A', '1'],
        ['CGO_ENABLED', '0'],
        ['A', '1'],
      ],
    );
    assert.deepEqual(nth(all, 1).valueSpan, spanOf(text, '0'));
    assert.deepEqual(nth(all, 1).span, spanOf(text, 'CGO_\\\nENABLED=0'));
    assert.deepEqual(nth(all, 2).valueSpan, spanOf(text, '1', 2));
  });

  it('the old form takes the rest of the line as the value', () => {
    const text = 'ENV  CGO_ENABLED   0 and "more"  \n';
    assert.deepEqual(pairs(text), [['CGO_ENABLED', '0 and "more"']]);
    assert.deepEqual(nth(splitKeyValues(only(text)), 0).valueSpan, spanOf(text, '0 and "more"'));
    assert.deepEqual(pairs('ENV A b=c d=e'), [['A', 'b=c d=e']]);
    assert.deepEqual(pairs('LABEL a b'), [['a', 'b']]);
  });

  it('half-typed have an empty value without a place', () => {
    const [pair] = splitKeyValues(only('ENV CGO_ENABLED'));
    assert.deepEqual([pair?.name, pair?.value, pair?.valueSpan], ['CGO_ENABLED', '', null]);
    assert.deepEqual(splitKeyValues(only('ENV')), []);
    assert.deepEqual(pairs('ENV A=1 B'), [
      ['A', '1'],
      ['B', null],
    ]);
  });

  it('of ARG need no value', () => {
    assert.deepEqual(pairs('ARG A'), [['A', null]]);
    assert.deepEqual(pairs('ARG A=1 B C="d e"'), [
      ['A', '1'],
      ['B', null],
      ['C', '"d e"'],
    ]);
    assert.deepEqual(pairs('ARG A b'), [
      ['A', null],
      ['b', null],
    ]);
  });
});
