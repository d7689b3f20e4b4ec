// The grammar of loader and linker logs: libraries, symbols, versions, loaders, addresses, faults; and nothing in plain prose.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { describe, it } from 'mocha';
import { families } from '../../server/src/knowledge/messages/families.js';
import { tokenise, withScope } from './tokens.js';

const log = (text: string): ReturnType<typeof tokenise> => tokenise('text.libc-log', text);

async function scopes(text: string, expected: Readonly<Record<string, readonly string[]>>): Promise<void> {
  const lines = await log(text);
  for (const [scope, texts] of Object.entries(expected))
    assert.deepEqual(withScope(lines, scope), texts, `${scope} in ${JSON.stringify(text)}`);
}

const library = 'entity.name.type.library';
const loader = 'entity.name.tag.loader';
const symbol = 'entity.name.function.symbol';
const version = 'constant.other.symbol-version';
const missing = 'invalid.illegal.missing';
const error = 'invalid.illegal.error';
const path = 'string.unquoted.path';

describe('grammar: libc-log', () => {
  it('marks what ldd prints', async () => {
    await scopes('\tlibc.so.6 => /lib64/libc.so.6 (0x00007fe87ff1a000)', {
      [library]: ['libc.so.6'],
      'keyword.operator.arrow': ['=>'],
      [path]: ['/lib64/libc.so.6'],
      'constant.numeric.hex.address': ['0x00007fe87ff1a000'],
      [missing]: [],
    });
    await scopes('\tlibssl.so.3 => not found', { [library]: ['libssl.so.3'], [missing]: ['not found'] });
    await scopes('\tlibm.so.6 => /lib64/ld-linux-x86-64.so.2 (0x7f02a366e000)', {
      [library]: ['libm.so.6'],
      [loader]: ['/lib64/ld-linux-x86-64.so.2'],
    });
    await scopes('\t/lib/ld-musl-x86_64.so.1 (0x7f02a366e000)', { [loader]: ['/lib/ld-musl-x86_64.so.1'] });
    await scopes('\tlinux-vdso.so.1 (0x00007fff)', { [library]: ['linux-vdso.so.1'] });
    await scopes('\tnot a dynamic executable', { 'constant.language.linkage': ['not a dynamic executable'] });
    await scopes('\t不是动态可执行文件', { 'constant.language.linkage': ['不是动态可执行文件'] });
    await scopes('\tlibfoo.so.1 => 未找到', { [library]: ['libfoo.so.1'], [missing]: ['未找到'] });
  });

  it('marks what the loaders print', async () => {
    await scopes('Error relocating /usr/lib/libredwg.so.0: __strcat_chk: symbol not found', {
      [error]: ['Error relocating'],
      [path]: ['/usr/lib/libredwg.so.0'],
      [symbol]: ['__strcat_chk'],
      [missing]: ['symbol not found'],
    });
    await scopes(
      'Error loading shared library ld-linux-x86-64.so.2: No such file or directory (needed by /app/x)',
      {
        [error]: ['Error loading shared library'],
        [library]: ['ld-linux-x86-64.so.2'],
        [missing]: ['No such file or directory'],
        [path]: ['/app/x'],
      },
    );
    await scopes("./x: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.34' not found (required by ./x)", {
      [library]: ['/lib/x86_64-linux-gnu/libc.so.6'],
      [version]: ['GLIBC_2.34'],
      [missing]: ['not found'],
      'keyword.other.required-by': ['required by'],
      [path]: ['./x', './x'],
    });
    await scopes(
      './x: error while loading shared libraries: libpng12.so.0: cannot open shared object file: No such file or directory',
      {
        [error]: ['error while loading shared libraries:'],
        [library]: ['libpng12.so.0'],
        [missing]: ['cannot open shared object file', 'No such file or directory'],
      },
    );
    await scopes('./x: symbol lookup error: ./x: undefined symbol: fstat64, version GLIBC_2.33', {
      [symbol]: ['fstat64'],
      [version]: ['GLIBC_2.33'],
    });
  });

  it('marks what the linker prints, in English and Chinese', async () => {
    await scopes('/usr/bin/ld: cannot find -lpthread: No such file or directory', {
      [path]: ['/usr/bin/ld'],
      [missing]: ['cannot find', 'No such file or directory'],
      [library]: ['-lpthread'],
    });
    await scopes('/usr/bin/ld: 找不到 -lc', { [missing]: ['找不到'], [library]: ['-lc'] });
    await scopes('collect2: 错误: ld 返回 1', { [error]: ['错误'] });
    await scopes('collect2: error: ld returned 1 exit status', {
      [error]: ['error'],
      'constant.numeric.exit-status': ['1'],
    });
    await scopes("x.a(y.o): undefined reference to `__strdup'", { [symbol]: ['__strdup'] });
    await scopes(
      "net.c:3: warning: Using 'getaddrinfo' in statically linked applications requires at runtime the shared libraries",
      {
        'constant.language.warning': ['warning'],
        [symbol]: ['getaddrinfo'],
        'constant.language.linkage': ['in statically linked applications'],
      },
    );
  });

  it('marks the steps of a build, and what file prints', async () => {
    await scopes('#12 0.354 /bin/sh: ./app: not found', {
      'comment.line': ['#12', '0.354'],
      [path]: ['/bin/sh', './app'],
      [missing]: ['not found'],
    });
    await scopes(
      './x: ELF 64-bit LSB pie executable, dynamically linked, interpreter /lib64/ld-linux-x86-64.so.2, stripped',
      {
        'constant.language.linkage': ['dynamically linked'],
        [loader]: ['/lib64/ld-linux-x86-64.so.2'],
      },
    );
  });

  it('marks nothing in plain prose', async () => {
    for (const text of [
      'Listening on port 8080',
      'the library was found',
      'notable errors were none',
      'no. 12 of 0.354',
      'errors=0 warnings=0',
      'a version of the story',
      'lib so much better',
      'and/or either',
    ]) {
      const lines = await log(text);
      assert.deepEqual(
        lines.flat().filter((token) => token.scopes.length > 1),
        [],
        text,
      );
    }
  });

  it('keeps no state from line to line, and marks something in every message of loaders, ldd and linker', async () => {
    for (const { id, wordings, examples } of families) {
      if (!wordings.every(({ layer }) => ['musl-loader', 'glibc-loader', 'ldd', 'linker'].includes(layer)))
        continue;
      for (const { text } of examples) {
        const marked = (await log(text)).flat().filter((token) => token.scopes.length > 1);
        assert.ok(marked.length > 0 || id === 'gcompat-stub' || id === 'dynamic-loading-unsupported', text);
        const after = (await log(`${text}\nplain words`)).at(-1) ?? [];
        assert.deepEqual(after, [{ text: 'plain words', scopes: ['text.libc-log'] }], text);
      }
    }
  });

  it('has a language configuration with a word pattern that keeps libraries and flags whole', () => {
    const { wordPattern } = JSON.parse(
      fs.readFileSync('syntaxes/libc-log.language-configuration.json', 'utf8'),
    ) as { wordPattern: string };
    const words = (text: string): readonly string[] => text.match(new RegExp(wordPattern, 'g')) ?? [];
    assert.deepEqual(words('\tlibstdc++.so.6 => not found'), ['libstdc++.so.6', 'not', 'found']);
    assert.deepEqual(words("ld: cannot find -lc (x) `GLIBC_2.34'"), [
      'ld',
      'cannot',
      'find',
      '-lc',
      'x',
      'GLIBC_2.34',
    ]);
  });
});
