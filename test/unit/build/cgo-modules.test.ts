// Known modules with C code: named where the program holds them with cgo off too, not where only a file with cgo imports them.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { analysed, goBuilds } from './analysed.js';

const dockerfile =
  'FROM golang:1.22 AS build\nWORKDIR /src\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /app .\n';
const main = (imported: string, head = ''): string =>
  `${head}package main\n\nimport _ "${imported}"\n\nfunc main() {}\n`;
const driver = (imported: string, constraint: string): string =>
  `//go:build ${constraint}\n\npackage store\n\nimport _ "${imported}"\n`;
const sqlite = 'github.com/mattn/go-sqlite3';
const kafka = 'github.com/confluentinc/confluent-kafka-go/v2/kafka';

const build = (sources: Readonly<Record<string, string>>) => {
  const [found] = goBuilds(
    analysed(dockerfile, { sources: { 'go.mod': 'module example.com/app\n\ngo 1.22\n', ...sources } }),
  );
  assert.ok(found);
  return found;
};

describe('known modules with C code', () => {
  it('are named with the import', () => {
    const { cgoModules } = build({ 'main.go': main(sqlite) });
    assert.deepEqual(
      cgoModules.map(({ importPath }) => importPath),
      [sqlite],
    );
  });

  it('are named where vendored sources are read as well', () => {
    const { cgoModules } = build({
      'main.go': main(sqlite),
      [`vendor/${sqlite}/sqlite3.go`]: '//go:build cgo\n\npackage sqlite3\n\nimport "C"\n',
      [`vendor/${sqlite}/static_mock.go`]: '//go:build !cgo\n\npackage sqlite3\n',
    });
    assert.equal(cgoModules.length, 1);
  });

  it('stop a build without cgo', () => {
    assert.equal(build({ 'main.go': main(kafka) }).outcome.failure, 'cgo-required');
  });

  it('do not where only files with cgo import them', () => {
    const { outcome, cgoModules } = build({
      'main.go': main('example.com/app/store'),
      'store/store.go': 'package store\n',
      'store/with_cgo.go': driver(kafka, 'cgo'),
      'store/without.go': driver('modernc.org/sqlite', '!cgo'),
    });
    assert.equal(outcome.failure, null);
    assert.deepEqual(cgoModules, []);
  });

  it('do where another file imports the same package', () => {
    const { outcome } = build({
      'main.go': main('example.com/app/store'),
      'store/with_cgo.go': driver(kafka, 'cgo'),
      'store/store.go': driver(kafka, 'linux'),
    });
    assert.equal(outcome.failure, 'cgo-required');
  });
});
