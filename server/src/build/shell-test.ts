// The verdict of `test`, `[` and `[[` on words after expansion.
import type * as shell from '../syntax/shell-tree.js';
import type { Status } from './programs/call.js';
import { expandToString, shellPattern, type WordContext } from './shell-words.js';
import { isKnown, UNKNOWN } from './value.js';

export function testExpression(node: shell.TestExpression, context: WordContext): Status {
  switch (node.type) {
    case 'TestGroup':
      return testExpression(node.expression, context);
    case 'TestNot': {
      const inner = testExpression(node.operand, context);
      if (inner === 'unknown' || node.negations.length % 2 === 0) return inner;
      return inner === 'success' ? 'failure' : 'success';
    }
    case 'TestLogical': {
      const results = node.operands.map((operand) => testExpression(operand, context));
      const decisive: Status = node.operator === '&&' ? 'failure' : 'success';
      if (results.includes(decisive)) return decisive;
      return results.includes('unknown') ? 'unknown' : decisive === 'failure' ? 'success' : 'failure';
    }
    case 'TestUnary':
      return compareTest([node.operator, expandToString(node.operand, context)]);
    case 'TestBinary':
      return compareTest(
        [expandToString(node.left, context), node.operator, expandToString(node.right, context)],
        true,
      );
  }
}

/** The verdict of `test` on expanded words; `patterns` for `[[`, whose right side may be a pattern. */
export function compareTest(words: readonly string[], patterns = false): Status {
  const decide = (holds: boolean): Status => (holds ? 'success' : 'failure');
  if (words[0] === '!') {
    const inner = compareTest(words.slice(1), patterns);
    return inner === 'unknown' ? inner : decide(inner === 'failure');
  }
  if (words.length === 1) return isKnown(words[0] ?? '') ? decide(words[0] !== '') : 'unknown';
  if (words.length === 2) {
    const [operator, operand = ''] = words;
    if (operator !== '-n' && operator !== '-z') return 'unknown';
    const empty = operand === '';
    if (!isKnown(operand) && operand.replaceAll(UNKNOWN, '') === '') return 'unknown';
    return decide(operator === '-z' ? empty : !empty);
  }
  if (words.length === 3) {
    const [left = '', operator, right = ''] = words;
    if (!isKnown(left) || !isKnown(right)) return 'unknown';
    const same = patterns ? shellPattern(right.slice(0, 256)).test(left) : left === right;
    if (operator === '=' || operator === '==') return decide(same);
    if (operator === '!=') return decide(!same);
  }
  return 'unknown';
}
