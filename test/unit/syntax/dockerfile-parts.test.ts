// What an instruction is made of: flags, words, the JSON form, the trigger of ONBUILD.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseDockerfile } from '../../../server/src/syntax/dockerfile.js';
import { covered, nth, only, spanOf, words } from './instructions.js';

describe('flags', () => {
  it('are the leading words with two dashes, in any order', () => {
    const text = 'COPY --chown=1:1 --from=build --link /a /b';
    const copy = only(text);
    assert.deepEqual(
      copy.flags.map((flag) => [flag.name, flag.value, covered(text, flag.span)]),
      [
        ['chown', '1:1', '--chown=1:1'],
        ['from', 'build', '--from=build'],
        ['link', null, '--link'],
      ],
    );
    assert.deepEqual(nth(copy.flags, 1).valueSpan, spanOf(text, 'build'));
    assert.equal(nth(copy.flags, 2).valueSpan, null);
    assert.deepEqual(words(copy), ['/a', '/b']);
    assert.equal(copy.body.text, '/a /b');
  });

  it('end at the first other word', () => {
    const run = only('RUN ls --color=auto --from=x');
    assert.deepEqual(run.flags, []);
    assert.equal(run.body.text, 'ls --color=auto --from=x');
  });

  it('lose quotes and escapes in the value, and keep the place of the whole', () => {
    const text = 'RUN --mount=type=cache,"target=/a b",id=\\"x ls';
    const flag = nth(only(text).flags, 0);
    assert.equal(flag.value, 'type=cache,target=/a b,id="x');
    assert.equal(covered(text, flag.valueSpan ?? flag.span), 'type=cache,"target=/a b",id=\\"x');
  });

  it('use the escape character of the file', () => {
    const text = '# escape=`\nCOPY --from=c:\\x` y /a /b';
    assert.equal(nth(nth(parseDockerfile(text).instructions, 0).flags, 0).value, 'c:\\x y');
  });

  it('may stand on continued lines', () => {
    const text = 'COPY \\\n  --from=bu\\\nild \\\n# here\n  /a /b';
    const copy = only(text);
    assert.equal(nth(copy.flags, 0).value, 'build');
    assert.deepEqual(nth(copy.flags, 0).valueSpan, spanOf(text, 'bu\\\nild'));
    assert.deepEqual(copy.body.pieces, [{ at: 0, file: text.indexOf('/a') }]);
  });

  it('with nothing behind the = have an empty value right there', () => {
    const text = 'COPY --from= /a /b';
    const flag = nth(only(text).flags, 0);
    assert.equal(flag.value, '');
    assert.deepEqual(flag.valueSpan, { start: 12, end: 12 });
    assert.deepEqual(nth(only('COPY --from=\\\n /a /b').flags, 0).valueSpan, { start: 12, end: 12 });
  });

  it('have names in lower case, values as written', () => {
    assert.deepEqual(
      only('FROM --Platform=$BUILDPLATFORM a AS b').flags.map((flag) => [flag.name, flag.value]),
      [['platform', '$BUILDPLATFORM']],
    );
  });

  it('exist on no other instruction', () => {
    const cmd = only('CMD --help');
    assert.deepEqual(cmd.flags, []);
    assert.deepEqual(words(cmd), ['--help']);
  });

  it('end at a bare --', () => {
    const copy = only('COPY --link -- --from=x /b');
    assert.deepEqual(
      copy.flags.map((flag) => flag.name),
      ['link'],
    );
    assert.deepEqual(words(copy), ['--from=x', '/b']);
  });

  it('with an unclosed quote run to the end of the instruction, blanks there left out', () => {
    const copy = only('COPY --chown="a b  \n');
    assert.equal(nth(copy.flags, 0).value, 'a b');
    assert.deepEqual(copy.words, []);
  });

  it('in thousands cost no more than their length', () => {
    const copy = only(`COPY ${'--link '.repeat(20_000)}a b`);
    assert.equal(copy.flags.length, 20_000);
    assert.deepEqual(words(copy), ['a', 'b']);
  });
});

describe('words', () => {
  it('keep quotes, variables and escapes, and are split outside quotes only', () => {
    const text = 'ENV A="b c" D=e\\ f G=\'h "i\' $J="${K:-l m}"';
    assert.deepEqual(words(only(text)), ['A="b c"', 'D=e\\ f', "G='h \"i'", '$J="${K:-l m}"']);
    for (const word of only(text).words) assert.equal(covered(text, word.span), word.text);
  });

  it('escape nothing in single quotes', () => {
    assert.deepEqual(words(only("ENV A='b\\' C=d")), ["A='b\\'", 'C=d']);
  });
});

describe('the JSON form', () => {
  const strings = (text: string): readonly string[] | null =>
    only(text).json?.map((word) => word.text) ?? null;

  it('keeps blanks and decodes escapes, each string with its place', () => {
    const text = 'CMD [ "sh" , "-c","apk add \\"g\\u0063c\\"" ]';
    assert.deepEqual(strings(text), ['sh', '-c', 'apk add "gcc"']);
    assert.deepEqual(
      only(text).json?.map((word) => covered(text, word.span)),
      ['sh', '-c', 'apk add \\"g\\u0063c\\"'],
    );
  });

  it('goes over continued lines', () => {
    const text = 'ENTRYPOINT ["/app", \\\n  # why\n  "-x"]';
    assert.deepEqual(strings(text), ['/app', '-x']);
    assert.deepEqual(nth(only(text).json ?? [], 1).span, spanOf(text, '-x'));
  });

  it('stands behind the flags', () => {
    const copy = only('COPY --from=a ["x y", "/z"]');
    assert.deepEqual(
      copy.json?.map((word) => word.text),
      ['x y', '/z'],
    );
  });

  it('may be empty', () => {
    assert.deepEqual(strings('CMD []'), []);
    assert.deepEqual(strings('CMD [""]'), ['']);
  });

  it('is the shell form where it is no array of strings', () => {
    for (const body of [
      "['a']",
      '["a", 1]',
      '["a", null]',
      '["a",]',
      '["a"',
      '"a"]',
      '["a"] b',
      'x ["a"]',
      '["a" "b"]',
      '["\\x"]',
      '[["a"]]',
      '{"a":"b"}',
      '["a',
    ])
      assert.equal(strings(`CMD ${body}`), null, body);
  });

  it('exists only where Docker looks for it', () => {
    for (const keyword of ['RUN', 'CMD', 'ENTRYPOINT', 'COPY', 'ADD', 'SHELL', 'VOLUME'])
      assert.deepEqual(strings(`${keyword} ["a"]`), ['a'], keyword);
    for (const keyword of ['FROM', 'ENV', 'LABEL', 'USER', 'WORKDIR', 'EXPOSE', 'ARG'])
      assert.equal(strings(`${keyword} ["a"]`), null, keyword);
  });
});

describe('ONBUILD', () => {
  it('holds an instruction with its own parts', () => {
    const text = 'ONBUILD \\\n  COPY --from=a /b /c\n';
    const onbuild = only(text);
    const { trigger } = onbuild;
    assert.equal(trigger?.keyword, 'COPY');
    assert.deepEqual(
      trigger.flags.map((flag) => flag.value),
      ['a'],
    );
    assert.deepEqual(words(trigger), ['/b', '/c']);
    assert.deepEqual(trigger.span, spanOf(text, 'COPY --from=a /b /c'));
    assert.deepEqual(onbuild.span, { start: 0, end: text.length - 1 });
  });

  it('may hold heredocs', () => {
    const text = 'ONBUILD RUN <<EOF\nmake\nEOF\nCMD x';
    const tree = parseDockerfile(text);
    assert.deepEqual(
      tree.instructions.map((instruction) => covered(text, instruction.span)),
      ['ONBUILD RUN <<EOF\nmake\nEOF', 'CMD x'],
    );
    assert.equal(nth(tree.instructions, 0).trigger?.heredocs[0]?.body.text, 'make\n');
  });

  it('half-typed holds none, and none of its own', () => {
    assert.equal(only('ONBUILD').trigger, null);
    const inner = only('ONBUILD ONBUILD RUN x').trigger;
    assert.equal(inner?.keyword, 'ONBUILD');
    assert.equal(inner.trigger, null);
  });
});
