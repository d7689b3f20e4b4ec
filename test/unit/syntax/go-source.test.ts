// Heads of Go files: package, imports, constraints, cgo lines, and what a file's name says.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  evaluateConstraint,
  fileNameConstraint,
  isPlatformTag,
  readGoSource,
} from '../../../server/src/syntax/go-source.js';
import { covered, nth, spanOf } from './instructions.js';

const paths = (text: string): readonly string[] => readGoSource(text).imports.map((one) => one.path);

describe('imports of a Go file', () => {
  it('come one by one and in blocks, with names and places', () => {
    const text =
      'package main\n\nimport "fmt"\nimport (\n\t_ "net/http/pprof" // side effect\n\tf "flag"; . `os/user`\n)\n\nfunc main() { println("not") }\n';
    const source = readGoSource(text);
    assert.equal(source.packageName, 'main');
    assert.deepEqual(
      source.imports.map((one) => [one.name, one.path]),
      [
        [null, 'fmt'],
        ['_', 'net/http/pprof'],
        ['f', 'flag'],
        ['.', 'os/user'],
      ],
    );
    assert.deepEqual(nth(source.imports, 0).span, spanOf(text, '"fmt"'));
    assert.deepEqual(nth(source.imports, 3).span, spanOf(text, '`os/user`'));
  });

  it('stand behind comments of both kinds, with any line ends, and a byte order mark', () => {
    const text =
      '\uFEFF// package x\r\n/* import "no"\r\n*/ package main // y\r\n/* z */ import /* w */ "net" // "v"\r\n';
    assert.deepEqual(paths(text), ['net']);
    assert.equal(covered(text, nth(readGoSource(text).imports, 0).span), '"net"');
  });

  it('end at the first other declaration', () => {
    assert.deepEqual(paths('package a\nimport "b"\nvar x = 1\nimport "c"\n'), ['b']);
    assert.deepEqual(paths('package a\n\nconst s = `import "b"`\n'), []);
    assert.deepEqual(paths('package a; import "b"; import ("c"; "d"); func f() {}'), ['b', 'c', 'd']);
    assert.deepEqual(paths('package a\nimport ()\nimport "b"'), ['b']);
  });

  it('half-typed give what there is', () => {
    assert.deepEqual(paths('package a\nimport (\n\t"b"\n\t"c'), ['b']);
    assert.deepEqual(paths('package a\nimport'), []);
    assert.deepEqual(paths('package a\nimport "b'), []);
    assert.deepEqual(paths('package a\nimport x'), []);
    assert.equal(readGoSource('package').packageName, '');
    assert.equal(readGoSource('package é').packageName, 'é');
    for (const text of ['', 'import "a"', '/*', '//', '"'])
      assert.deepEqual([readGoSource(text).packageName, paths(text)], [null, []], text);
  });
});

describe('cgo lines', () => {
  const lines = (text: string) =>
    readGoSource(text).cgoLines.map((line) => [line.variable, ...line.words] as const);

  it('stand in the comment right above import "C"', () => {
    const text =
      'package a\n\n// #cgo CFLAGS: -DX=1\n// #cgo LDFLAGS: -lm -L"/a b" -l\\ c\n// #include <math.h>\nimport "C"\n';
    assert.deepEqual(lines(text), [
      ['CFLAGS', '-DX=1'],
      ['LDFLAGS', '-lm', '-L/a b', '-l c'],
    ]);
    assert.equal(readGoSource(text).importsC, true);
  });

  it('in a block comment as well', () => {
    assert.deepEqual(
      lines(
        'package a\n/*\n#cgo pkg-config: sqlite3\n  #cgo\tLDFLAGS: -ldl\n#include "x.h"\n*/\nimport "C"\n',
      ),
      [
        ['pkg-config', 'sqlite3'],
        ['LDFLAGS', '-ldl'],
      ],
    );
  });

  it('and above one of several imports, or a block of one', () => {
    assert.deepEqual(lines('package a\nimport (\n "fmt"\n // #cgo LDFLAGS: -lx\n "C"\n)'), [
      ['LDFLAGS', '-lx'],
    ]);
    assert.deepEqual(lines('package a\n// #cgo LDFLAGS: -lx\nimport (\n "C"\n)'), [['LDFLAGS', '-lx']]);
    assert.deepEqual(lines('package a\n// #cgo LDFLAGS: -lx\nimport (\n "C"\n "fmt"\n)'), []);
  });

  it('but not above a blank line, nor above other imports', () => {
    assert.deepEqual(lines('package a\n// #cgo LDFLAGS: -lx\n\nimport "C"\n'), []);
    assert.deepEqual(lines('package a\n// #cgo LDFLAGS: -lx\nimport "fmt"\nimport "C"\n'), []);
    assert.deepEqual(lines('// #cgo LDFLAGS: -lx\npackage a\nimport "C"\n'), []);
    assert.deepEqual(lines('package a\n// #cgo noescape f\n// #cgoLDFLAGS: x\nimport "C"\n'), []);
  });

  it('may have conditions: any one of them suffices', () => {
    const text =
      'package a\n// #cgo linux,amd64 !cgo LDFLAGS: -la\n// #cgo (linux&&arm64)||darwin LDFLAGS: -lb\nimport "C"\n';
    const holds = (index: number, tags: readonly string[]): boolean => {
      const { condition } = nth(readGoSource(text).cgoLines, index);
      return condition === null || evaluateConstraint(condition, (tag) => tags.includes(tag));
    };
    assert.equal(holds(0, ['linux', 'amd64', 'cgo']), true);
    assert.equal(holds(0, ['linux', 'arm64', 'cgo']), false);
    assert.equal(holds(0, ['linux']), true);
    assert.equal(holds(1, ['darwin']), true);
    assert.equal(holds(1, ['linux', 'amd64']), false);
  });
});

describe('build constraints', () => {
  const holds = (head: string, ...tags: readonly string[]): boolean => {
    const { constraint } = readGoSource(`${head}\npackage a\n`);
    return constraint === null || evaluateConstraint(constraint, (tag) => tags.includes(tag));
  };

  it('//go:build is an expression of tags', () => {
    const head = '//go:build (linux && !cgo) || netgo\n';
    assert.equal(holds(head, 'linux'), true);
    assert.equal(holds(head, 'linux', 'cgo'), false);
    assert.equal(holds(head, 'cgo', 'netgo'), true);
    assert.equal(holds('//go:build a || b && c\n', 'a'), true, '&& binds closer');
    assert.equal(holds('//go:build go1.21\n', 'go1.21'), true);
  });

  it('// +build: blanks are or, commas are and, lines are and', () => {
    const head = '// +build linux,!cgo netgo\n// +build amd64\n';
    assert.equal(holds(head, 'linux', 'amd64'), true);
    assert.equal(holds(head, 'linux', 'cgo', 'amd64'), false);
    assert.equal(holds(head, 'netgo', 'amd64', 'cgo', 'linux'), true);
    assert.equal(holds(head, 'linux'), false);
  });

  it('//go:build wins over // +build', () => {
    assert.equal(holds('//go:build a\n// +build b\n', 'a'), true);
    assert.equal(holds('//go:build a\n// +build b\n', 'b'), false);
  });

  it('stand behind other comments, and // +build in front of a blank line', () => {
    assert.equal(holds('// Copyright\n\n/* more */\n//go:build a\n'), false);
    assert.equal(holds('// Copyright\n// +build a\n'), false, 'the blank line is there');
    assert.equal(readGoSource('// +build a\npackage b').constraint, null, 'and here it is not');
    assert.equal(
      readGoSource('/* c */\n// +build a\n\npackage b').constraint,
      null,
      'behind a block comment',
    );
    assert.equal(holds('//go:build a\r\n\r\n'), false);
  });

  it('count nowhere else', () => {
    for (const text of [
      'package a\n//go:build b\n',
      '/*\n//go:build b\n*/\npackage a',
      '/* c */ //go:build b\npackage a',
      '// go:build b\n\npackage a',
      '//go:builder b\npackage a',
      'package a\n\n// +build b\n\n',
    ])
      assert.equal(readGoSource(text).constraint, null, text);
  });

  it('that Go cannot read are none', () => {
    for (const expression of ['', '&& a', 'a b', 'a &', '(a', 'a)', '!', 'a!', '('.repeat(5000)])
      assert.equal(readGoSource(`//go:build ${expression}\npackage a`).constraint, null, expression);
  });
});

describe("what a file's name says", () => {
  const builds = (name: string, platform = 'linux/amd64'): boolean => {
    const [goos = '', goarch = ''] = platform.split('/');
    return fileNameConstraint(name, goos, goarch);
  };

  it('tests are no part of a build', () => {
    assert.equal(builds('a_test.go'), false);
    assert.equal(builds('a_linux_test.go'), false);
  });

  it('a last part that names a system or a processor must be ours', () => {
    assert.equal(builds('a_linux.go'), true);
    assert.equal(builds('a_windows.go'), false);
    assert.equal(builds('a_amd64.go'), true);
    assert.equal(builds('a_arm64.go'), false);
    assert.equal(builds('a_linux_amd64.go'), true);
    assert.equal(builds('a_linux_arm64.go'), false);
    assert.equal(builds('a_darwin_amd64.go'), false);
    assert.equal(builds('a_linux_foo.go'), true, 'a known name in the middle says nothing');
    assert.equal(builds('a_windows_linux.go'), true, 'only the last counts where it is a system');
  });

  it('without anything in front it says nothing', () => {
    assert.equal(builds('windows.go'), true);
    assert.equal(builds('arm64.go'), true);
    assert.equal(builds('a_unix.go', 'windows/amd64'), true, 'unix is no suffix');
  });

  it('only what stands before the first dot counts', () => {
    assert.equal(builds('a_windows.pb.go'), false);
    assert.equal(builds('a.pb_windows.go'), true);
  });

  it('hidden and set-aside files are no part of a build', () => {
    assert.equal(builds('_a.go'), false);
    assert.equal(builds('.a.go'), false);
  });

  it('some systems build the files of others', () => {
    assert.equal(builds('a_linux.go', 'android/arm64'), true);
    assert.equal(builds('a_darwin_arm64.go', 'ios/arm64'), true);
    assert.equal(builds('a_android.go', 'linux/arm64'), false);
    assert.equal(isPlatformTag('unix', 'linux', 'amd64'), true);
    assert.equal(isPlatformTag('unix', 'windows', 'amd64'), false);
    assert.equal(isPlatformTag('solaris', 'illumos', 'amd64'), true);
  });
});

describe('hostile Go files', () => {
  for (const part of [
    '/* ',
    '// a\n',
    'import "a"\n',
    'import (',
    '"',
    '`',
    ';',
    '\n',
    '// #cgo LDFLAGS: "',
    '//go:build !',
  ])
    it(`${JSON.stringify(part)} over and over`, () => {
      const text = part.repeat(Math.floor(500_000 / part.length));
      const start = performance.now();
      readGoSource(text);
      readGoSource(`package a\n${text}`);
      assert.ok(performance.now() - start < 3000);
    });
});
