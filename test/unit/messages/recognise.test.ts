// The recogniser over whole logs, over lines that are none of our business, and over junk.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { families } from '../../../server/src/knowledge/messages/families.js';
import { recognise } from '../../../server/src/knowledge/messages/recognise.js';

const ids = (text: string): string[] => recognise(text).map((message) => message.id);

describe('recognise', () => {
  it('finds each message of a log where it stands', () => {
    const log = [
      '#9 [build 4/4] RUN go build -o /app .',
      '#9 12.31 # runtime/cgo',
      '#9 12.31 cgo: C compiler "gcc" not found: exec: "gcc": executable file not found in $PATH',
      '#9 ERROR: process "/bin/sh -c go build" did not complete successfully: exit code: 1',
      'web-1  | /bin/sh: ./app: not found',
      'web-1 exited with code 127',
      '',
    ].join('\r\n');
    const found = recognise(log);
    assert.deepEqual(
      found.map(({ id, span }) => [id, log.slice(span.start, span.end)]),
      [
        [
          'cgo-compiler-missing',
          'cgo: C compiler "gcc" not found: exec: "gcc": executable file not found in $PATH',
        ],
        ['shell-not-found', '/bin/sh: ./app: not found'],
        ['exit-status-127', 'exited with code 127'],
      ],
    );
  });

  it('finds every message of the LibreDWG case', () => {
    const log = `/usr/local/bin # ./dwg2dxf
/bin/sh: ./dwg2dxf: not found
/usr/local/bin # ldd ./dwg2dxf
    /lib64/ld-linux-x86-64.so.2 (0x7fd375538000)
    libc.so.6 => /lib64/ld-linux-x86-64.so.2 (0x7fd375538000)
Error relocating /usr/local/lib/libredwg.so.0: __strcat_chk: symbol not found
Error relocating ./dwg2dxf: __snprintf_chk: symbol not found`;
    assert.deepEqual(ids(log), [
      'shell-not-found',
      'ldd-lists-glibc-program',
      'musl-fortify-symbol',
      'musl-fortify-symbol',
    ]);
  });

  it('finds a message in a comment, in quotes, behind colours, in JSON and in Chinese prose', () => {
    for (const text of [
      '# gives "sh: ./app: not found" on Alpine',
      'RUN ./app # sh: ./app: not found',
      '> `sh: ./app: not found`',
      '\u001b[31msh: ./app: not found\u001b[0m',
      '{"log":"sh: ./app: not found\\n","stream":"stderr"}',
      '{"log":"first\\nsh: ./app: not found\\n"}',
      '运行时报错：sh: ./app: not found，怎么办',
      '报错sh: ./app: not found',
      '2024-05-01T10:00:00Z sh: ./app: not found',
      'app_1  | sh: ./app: not found',
      '(sh: ./app: not found)',
    ])
      assert.deepEqual(ids(text), ['shell-not-found'], text);
  });

  it('keeps the reading apart that depends on the lines before', () => {
    const traceback = (call: string): string =>
      `Traceback (most recent call last):\n  File "/srv/a.py", line 2, in <module>\n    ${call}\nFileNotFoundError: [Errno 2] No such file or directory: '/opt/tool'`;
    assert.deepEqual(ids(traceback("subprocess.run(['/opt/tool'])")), ['child-process-not-found']);
    assert.deepEqual(ids(traceback("open('/opt/tool')")), []);
  });

  it('leaves lines alone that are not about the C library or a start', () => {
    const unrelated = [
      'app: config not found',
      'app: config: not found',
      '404 not found',
      'HTTP/1.1 404 Not Found',
      'GET /api/v1/users: not found',
      'error: pathspec main did not match any file(s) known to git',
      'open /etc/app/config.yaml: no such file or directory',
      'stat /var/lib/app: no such file or directory',
      'cat: /etc/app.conf: No such file or directory',
      'ls: cannot access ./x: No such file or directory',
      "cp: cannot stat './dist': No such file or directory",
      'COPY failed: file not found in build context or excluded by .dockerignore: stat app: file does not exist',
      "Error: ENOENT: no such file or directory, open '/app/package.json'",
      "FileNotFoundError: [Errno 2] No such file or directory: 'config.yml'",
      "ModuleNotFoundError: No module named 'requests'",
      "Error: Cannot find module 'express'",
      'fatal: not a git repository (or any of the parent directories): .git',
      'manifest for alpine:9.99 not found: manifest unknown',
      'Error response from daemon: pull access denied for foo, repository does not exist',
      'go: module example.com/x: not found',
      './main.go:8:6: undefined: sub.API',
      "main.o: undefined reference to `my_function'",
      "rm: can't remove '/x': No such file or directory",
      'tar: ./x: Cannot open: No such file or directory',
      "sed: can't read /etc/nginx/nginx.conf: No such file or directory",
      'nginx: [emerg] open() "/etc/nginx/mime.types" failed (2: No such file or directory)',
      'Segmentation fault (core dumped)',
      'the symbol was not found in the table',
      'key not found',
      'RUN apk add --no-cache gcompat libc6-compat',
      'CGO_ENABLED=0 go build -ldflags "-extldflags -static" ./...',
      'ENV LD_LIBRARY_PATH=/usr/glibc-compat/lib',
      'we link statically: no shared libraries',
      '\tlinux-vdso.so.1 (0x00007fff85b6e000)',
      '\tlibc.so.6 => /lib64/libc.so.6 (0x00007fe87ff1a000)',
      '\t/lib64/ld-linux-x86-64.so.2 (0x00007fe8802e8000)',
      'ldd (Debian GLIBC 2.36-9+deb12u7) 2.36',
      'exec /app',
      'exec "$@"',
      'listening on 127.0.0.1:8080',
      'Error: No such container: app',
      'bash: cd: /nope: No such file or directory',
      "/bin/sh: 1: cd: can't cd to /nope",
      '/bin/sh: 1: Syntax error: "(" unexpected',
      '/bin/sh: 1: source: not found',
      "npm ERR! enoent ENOENT: no such file or directory, open '/app/package.json'",
      "E: Package 'foo' has no installation candidate",
      "warning: unused variable 'version'",
      'user not found: alice',
      'chrome not found',
      'Version 2.34 not found',
    ];
    for (const line of unrelated) assert.deepEqual(ids(line), [], line);
  });

  it('gives spans that do not overlap, in order, for every mixture of lines', () => {
    const lines = families.flatMap((family) => family.examples.map((example) => example.text));
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...lines), fc.string({ unit: 'binary', maxLength: 60 })), {
          maxLength: 12,
        }),
        (parts) => {
          const text = parts.join('\n');
          let end = 0;
          for (const message of recognise(text)) {
            assert.ok(message.span.start >= end, text);
            assert.ok(message.span.end > message.span.start && message.span.end <= text.length);
            end = message.span.end;
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('finds the same in a log as in its lines, whatever ends a line', () => {
    const lines = ['sh: ./a: not found', 'nothing', "b: /lib64/libc.so.6: version `GLIBC_2.34' not found"];
    for (const ending of ['\n', '\r\n', '\r'])
      assert.deepEqual(ids(lines.join(ending)), lines.flatMap(ids), JSON.stringify(ending));
  });

  it('finds a message far inside one very long line, once', () => {
    const message = 'sh: ./app: not found';
    for (const before of [0, 100, 7_150, 7_167, 7_168, 8_180, 8_191, 8_192, 50_000]) {
      const text = `${'x'.repeat(before)} ${message} ${'y'.repeat(20_000)}`;
      assert.deepEqual(
        recognise(text).map(({ span }) => text.slice(span.start, span.end)),
        [message],
        String(before),
      );
    }
  });
});

describe('recognise: time is linear in the text', function () {
  this.timeout(300_000);
  const kibibytes = (unit: string, size: number): string =>
    unit.repeat(Math.ceil((size * 1024) / unit.length));
  const milliseconds = (text: string): number => {
    const start = performance.now();
    recognise(text);
    return performance.now() - start;
  };
  /** Fast enough as it is; or else four times the text takes about four times as long, where quadratic would be sixteen. */
  function assertLinear(unit: string, rest: string): void {
    const large = `${kibibytes(unit, 128)}${rest}`;
    if (milliseconds(large) < 250) return;
    const small = `${kibibytes(unit, 32)}${rest}`;
    const best = (text: string): number =>
      Math.min(milliseconds(text), milliseconds(text), milliseconds(text));
    const [shorter, longer] = [best(small), best(large)];
    assert.ok(
      longer < 10 * shorter,
      `${JSON.stringify(unit)}: ${shorter.toFixed(1)} ms, then ${longer.toFixed(1)} ms`,
    );
  }

  const everyLiteral = families
    .flatMap((family) => family.wordings.flatMap((wording) => wording.literals))
    .join(' ');
  const junk = [
    ...[
      'a',
      'a ',
      '/',
      './',
      'a/',
      '=',
      'a: ',
      '(((((',
      '"a": ',
      '\\',
      '\u001b[',
      'not found ',
      ': not found',
    ],
    ...[
      'Error relocating ',
      'sh: ',
      '1: ',
      'exec ',
      '\n',
      'x\n',
      '\u0000\ufffd',
      '文件',
      'sh: ./a: not found ',
    ],
  ];

  it('junk of many kinds, with every literal present', () => {
    for (const unit of junk) assertLinear(unit, `\n${everyLiteral}\n`);
  });

  it('every message over and over in one line, whole and cut short', () => {
    for (const { examples } of families) {
      const unit = examples[0]?.text ?? '';
      for (const part of [unit, unit.slice(0, -1), unit.slice(0, unit.length >> 1)])
        if (part !== '') assertLinear(part, ` ${unit}`);
    }
  });

  it('1 MiB is done in seconds, whatever it is', () => {
    for (const unit of junk) {
      const took = milliseconds(`${everyLiteral}\n${kibibytes(unit, 1024)}`);
      assert.ok(took < 20_000, `${JSON.stringify(unit)}: ${took.toFixed(0)} ms`);
    }
  });
});
