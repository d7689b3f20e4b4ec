// `libc-lens check` from end to end: exit codes, the threshold, both formats, standard input, places in every encoding.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import picocolors from 'picocolors';
import {
  asOf,
  broken,
  folderWith,
  hintOnly,
  inProcess,
  libcLens,
  program,
  remove,
  sound,
} from './command-line.js';
import { valid } from './json-output.js';

describe('libc-lens check', () => {
  let folder = '';
  const check = (...args: string[]): ReturnType<typeof libcLens> =>
    libcLens(['check', ...asOf, ...args], { folder });
  const findingsOf = (text: string): ReturnType<typeof valid<'check'>>['files'][number]['findings'] => {
    const { out } = libcLens(['check', ...asOf, '--format', 'json', '-'], { folder, input: text });
    return valid('check', out).files[0]?.findings ?? [];
  };

  before(() => {
    folder = folderWith({
      'broken.Dockerfile': broken,
      'sound.Dockerfile': sound,
      'hint.Dockerfile': hintOnly,
      'crlf.Dockerfile': broken.replaceAll('\n', '\r\n'),
      'nested/Dockerfile': broken,
    });
  });
  after(() => {
    remove(folder);
  });

  it('exits with 1 and tells the place, the chain, the error and the fixes', () => {
    const { code, out, error } = check('broken.Dockerfile');
    assert.equal(error, '');
    assert.equal(code, 1);
    assert.match(out, /^error {2}glibc-binary-on-musl {2}broken\.Dockerfile:6:\d+$/m);
    assert.match(out, /^ +6 │ COPY --from=build \/hello \/hello$/m);
    assert.match(out, /^ +│ +\^+$/m);
    assert.match(out, /^ {2}because {2}- .*broken\.Dockerfile:\d+$/m);
    assert.match(out, /^ {2}you see {2}- .*\/hello/m);
    assert.match(out, /^ {2}fix {6}- .*\((?:safe|unsafe)\)$/m);
    assert.match(out, /1 error, 0 warnings, 0 hints in 1 file\.\n$/);
  });

  it('underlines the very range', () => {
    const { out } = check('broken.Dockerfile');
    const [finding] =
      valid('check', check('--format', 'json', 'broken.Dockerfile').out).files[0]?.findings ?? [];
    assert.ok(finding);
    const lines = out.split('\n');
    const at = lines.findIndex((line) => /^ +6 │/.test(line));
    const source = lines[at]?.split('│ ')[1] ?? '';
    const marks = lines[at + 1]?.split('│ ')[1] ?? '';
    const { start, end } = finding.range;
    assert.equal(marks, ' '.repeat(start.character) + '^'.repeat(end.character - start.character));
    assert.equal(source, broken.split('\n')[5]);
  });

  it('exits with 0 and finds nothing in the sound twin', () => {
    const { code, out, error } = check('sound.Dockerfile');
    assert.deepEqual({ code, out, error }, { code: 0, out: 'Nothing found in 1 file.\n', error: '' });
  });

  it('reports hints, and fails for them only where that is asked for', () => {
    const usual = check('--format', 'json', 'hint.Dockerfile');
    const { summary } = valid('check', usual.out);
    assert.deepEqual(summary, { files: 1, errors: 0, warnings: 0, hints: 1 });
    assert.equal(usual.code, 0);
    assert.equal(check('--severity', 'hint', 'hint.Dockerfile').code, 1);
  });

  it('leaves out what is below the threshold', () => {
    const { code, out } = check(
      '--severity',
      'error',
      '--format',
      'json',
      'hint.Dockerfile',
      'broken.Dockerfile',
    );
    assert.equal(code, 1);
    const { files, summary } = valid('check', out);
    assert.deepEqual(summary, { files: 2, errors: 1, warnings: 0, hints: 0 });
    assert.deepEqual(
      files.map((file) => file.path),
      ['hint.Dockerfile', 'broken.Dockerfile'],
    );
    assert.equal(check('--severity', 'error', 'hint.Dockerfile').code, 0);
  });

  it('prints JSON and nothing else, with every field of the contract', () => {
    const { out, code } = check('--format=json', 'broken.Dockerfile');
    assert.equal(code, 1);
    const { files } = valid('check', out);
    const finding = files[0]?.findings.find(({ rule }) => rule === 'glibc-binary-on-musl');
    assert.ok(finding);
    assert.equal(finding.severity, 'error');
    assert.equal(finding.confidence, 'certain');
    assert.equal(finding.range.start.line, 5);
    assert.ok(finding.because.length >= 2);
    assert.ok(
      finding.because.some(
        ({ path: file, range }) => file === 'broken.Dockerfile' && range?.start.line === 3,
      ),
    );
    assert.match(finding.predictedError ?? '', /\/hello/);
    assert.ok(finding.fixes.some((fix) => fix.edits.length > 0));
  });

  it('reads standard input, named or not', () => {
    const unnamed = libcLens(['check', ...asOf, '--format', 'json', '-'], { folder, input: broken });
    assert.equal(unnamed.code, 1);
    assert.equal(valid('check', unnamed.out).files[0]?.path, '-');
    const named = libcLens(
      ['check', ...asOf, '--format', 'json', '--stdin-filename', 'nested/Dockerfile', '-'],
      {
        folder,
        input: broken,
      },
    );
    assert.equal(valid('check', named.out).files[0]?.path, 'nested/Dockerfile');
    const other = libcLens(['check', '--stdin-filename', 'notes.txt', '-'], { folder, input: broken });
    assert.equal(other.code, 2);
    assert.match(other.error, /notes\.txt/);
  });

  it('names files as the user did', () => {
    for (const given of [
      './broken.Dockerfile',
      path.join(folder, 'broken.Dockerfile'),
      'nested/../broken.Dockerfile',
    ])
      assert.equal(valid('check', check('--format', 'json', given).out).files[0]?.path, given);
  });

  it('checks a file once that is named in more than one way', () => {
    const { out } = check(
      '--format',
      'json',
      'broken.Dockerfile',
      'broken.Dockerfile',
      './broken.Dockerfile',
    );
    const { files } = valid('check', out);
    assert.deepEqual(
      files.map((file) => [file.path, file.findings.length]),
      [['broken.Dockerfile', 1]],
    );
  });

  it('gives the same findings at the same lines with CRLF', () => {
    const places = (name: string): unknown =>
      valid('check', check('--format', 'json', name).out).files[0]?.findings.map(({ rule, range }) => [
        rule,
        range,
      ]);
    assert.deepEqual(places('crlf.Dockerfile'), places('broken.Dockerfile'));
    assert.doesNotMatch(check('crlf.Dockerfile').out, /\r|␍/);
  });

  it('counts columns in UTF-16 code units, and marks them where a terminal shows them', () => {
    const label = 'LABEL a="🐋🐋" b="界"';
    const text = broken.replace('RUN gcc -o /hello', 'RUN echo "🐋🐋 界" && gcc -o /hello') + `${label}\n`;
    const [finding] = findingsOf(text);
    assert.ok(finding);
    const line = text.split('\n')[3] ?? '';
    const start = line.indexOf('gcc');
    const reason = finding.because.find(({ range }) => range?.start.line === 3);
    assert.ok(reason?.range);
    assert.ok(reason.range.start.character >= start, `${reason.range.start.character} < ${start}`);
    assert.equal(line.slice(start, start + 3), 'gcc');
  });

  it('skips a byte order mark', () => {
    const [finding] = findingsOf(`\ufeff${broken}`);
    assert.equal(finding?.rule, 'glibc-binary-on-musl');
  });

  it('uses --build-arg, --platform and --target', () => {
    const text = `ARG BASE=alpine:3.20\n${broken.replace('FROM alpine:3.20', 'FROM ${BASE} AS run')}`;
    const run = (...args: string[]): number | null =>
      libcLens(['check', ...asOf, ...args, '-'], { folder, input: text }).code;
    assert.equal(run(), 1);
    assert.equal(run('--build-arg', 'BASE=debian:12'), 0);
    assert.equal(run('--build-arg=BASE=debian:12', '--platform', 'linux/arm64'), 0);
    assert.equal(run('--target', 'run'), 1);
    assert.equal(run('--target', 'build'), 0);
  });

  it('reads the files of the build context', () => {
    const main = 'package main\n\nimport "net"\n\nfunc main() { net.LookupHost("a") }\n';
    const dockerfile = [
      'FROM golang:1.22-bookworm AS build',
      'WORKDIR /src',
      'COPY . .',
      'RUN go build -o /app .',
      'FROM scratch',
      'COPY --from=build /app /app',
      'ENTRYPOINT ["/app"]',
      '',
    ].join('\n');
    const context = folderWith({
      'docker/Dockerfile': dockerfile,
      'app/go.mod': 'module example.com/a\n\ngo 1.22\n',
      'app/main.go': main,
    });
    const pure = folderWith({
      'go.mod': 'module example.com/a\n\ngo 1.22\n',
      'main.go': 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println(1) }\n',
    });
    try {
      const file = path.join(context, 'docker/Dockerfile');
      const result = check('--format', 'json', '--context', path.join(context, 'app'), file);
      assert.equal(result.code, 1);
      const finding = valid('check', result.out).files.flatMap((one) => one.findings)[0];
      assert.equal(finding?.severity, 'error');
      assert.equal(check('--context', pure, file).code, 0);
    } finally {
      remove(context);
      remove(pure);
    }
  });

  it('delivers a long output whole through a pipe, and exits by its findings', () => {
    const names = Array.from({ length: 120 }, (_, i) => `many/${i}.Dockerfile`);
    const many = folderWith(Object.fromEntries(names.map((name) => [name, broken])));
    try {
      const { code, out } = libcLens(['check', ...asOf, '--format', 'json', ...names], { folder: many });
      assert.ok(out.length > 1 << 17, String(out.length));
      assert.equal(valid('check', out).summary.errors, 120);
      assert.equal(code, 1);
    } finally {
      remove(many);
    }
  });

  it('ends quietly when the reader of its output goes away', async () => {
    const child = spawn(process.execPath, [program, 'check', ...asOf, '--format', 'json', '-'], {
      cwd: folder,
    });
    let error = '';
    child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
    child.stdout.destroy();
    child.stdin.end(broken);
    const code = await new Promise((resolve) => child.on('close', resolve));
    assert.equal(error, '');
    assert.equal(code, 1);
  });

  it('says the same on a terminal, in colour and wrapped', async () => {
    const args = ['check', ...asOf, 'broken.Dockerfile'];
    const plain = await inProcess(args, { folder });
    const colours = picocolors.createColors(true);
    const { out } = await inProcess(args, { folder }, { colours, width: 60 });
    const escape = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');
    assert.ok((out.match(escape)?.length ?? 0) > 10);
    const words = (text: string): string[] => text.split(/\s+/);
    assert.deepEqual(words(out.replace(escape, '')), words(plain.out));
    const wide = out
      .replace(escape, '')
      .split('\n')
      .filter((line) => line.length > 60 && !/│|:\d+$|\^/.test(line));
    assert.deepEqual(wide, []);
  });

  it('colours only a terminal, and prints no escape that comes from the file', () => {
    const text = broken.replace(
      'COPY --from=build /hello /hello',
      'COPY --from=build /hello "/he\u001b[31mllo"',
    );
    const { out } = libcLens(['check', ...asOf, '-'], { folder, input: text, environment: { CI: '1' } });
    assert.equal(out.includes('\u001b'), false);
  });
});
