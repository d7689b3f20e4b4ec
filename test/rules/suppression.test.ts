// Ignore comments: what they cover, what they do not, and what is said of those that cover nothing.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checked, edited, told, type Project, type Told } from './checked.js';

const sources = {
  'go.mod': 'module example.org/kettle\n\ngo 1.22\n',
  'main.go': 'package main\n\nimport "net/http"\n\nfunc main() { http.ListenAndServe(":80", nil) }\n',
};

/** Line 7 is the FROM of the last stage, the COPY that is accused follows it. */
const dockerfile = (parts: { top?: string; from?: string; copy?: string }): Project => ({
  files: {
    ...sources,
    Dockerfile: `${parts.top ?? ''}FROM golang:1.22 AS build
WORKDIR /src
COPY go.mod main.go ./
RUN go build -o /kettle .

${parts.from ?? ''}FROM alpine:3.20
${parts.copy ?? ''}COPY --from=build /kettle /kettle
CMD ["/kettle"]
`,
  },
});

const say = (project: Project): readonly Told[] => told(project, checked(project));

describe('ignore comments', () => {
  it('without one the COPY is accused', () => {
    assert.deepEqual(say(dockerfile({})), [{ rule: 'glibc-binary-on-musl', line: 7, severity: 'error' }]);
  });

  for (const [what, parts] of [
    ['right before the instruction', { copy: '# libc-lens ignore=glibc-binary-on-musl -- never started\n' }],
    ['without a reason', { copy: '#libc-lens ignore=glibc-binary-on-musl\n' }],
    ['above other comments', { copy: '# libc-lens ignore=glibc-binary-on-musl\n# and now\n# the copy\n' }],
    ['before the FROM of the stage', { from: '# libc-lens ignore=glibc-binary-on-musl -- data only\n' }],
    ['for the file', { top: '# libc-lens ignore-file=glibc-binary-on-musl -- data only\n' }],
    [
      'for the file, below a directive',
      { top: '# syntax=docker/dockerfile:1\n# libc-lens ignore-file=glibc-binary-on-musl\n' },
    ],
  ] as const) {
    it(`silences: ${what}`, () => {
      assert.deepEqual(say(dockerfile(parts)), []);
    });
  }

  it('silences from within a continued instruction', () => {
    const project = dockerfile({});
    const Dockerfile = (project.files['Dockerfile'] ?? '').replace(
      'COPY --from=build /kettle /kettle',
      'COPY --from=build \\\n  # libc-lens ignore=glibc-binary-on-musl -- so it is\n  /kettle /kettle',
    );
    assert.deepEqual(say({ files: { ...sources, Dockerfile } }), []);
  });

  it('names several rules, and only the idle one is reported', () => {
    const project = dockerfile({ copy: '# libc-lens ignore=glibc-too-old, glibc-binary-on-musl -- both\n' });
    assert.deepEqual(say(project), [{ rule: 'unused-ignore', line: 7, severity: 'hint' }]);
    const [finding] = checked(project);
    const after = edited(project, finding?.fixes[0]?.edits ?? []);
    assert.match(after.files['Dockerfile'] ?? '', /^# libc-lens ignore=glibc-binary-on-musl -- both$/m);
    assert.deepEqual(say(after), []);
  });

  it('does not reach another rule, another instruction or another stage', () => {
    for (const parts of [
      { copy: '# libc-lens ignore=musl-binary-on-glibc\n' },
      { from: '# libc-lens ignore=glibc-binary-on-musl\n\n' },
      { top: '# libc-lens ignore=glibc-binary-on-musl\n' },
      { copy: '# libc-lens ignore=glibc-binary-on-musl\nWORKDIR /\n' },
      { from: '# libc-lens ignore-file=glibc-binary-on-musl\n' },
    ]) {
      const rules = checked(dockerfile(parts)).map(({ rule }) => rule);
      assert.deepEqual(rules.sort(), ['glibc-binary-on-musl', 'unused-ignore'], JSON.stringify(parts));
    }
  });

  it('an idle ignore goes with one safe fix, line and all', () => {
    for (const lineEnd of ['\n', '\r\n']) {
      const broken = dockerfile({ top: '# libc-lens ignore=glibc-too-old\n' }).files['Dockerfile'] ?? '';
      const project = { files: { ...sources, Dockerfile: broken.replace(/\n/g, lineEnd) } };
      const finding = checked(project).find(({ rule }) => rule === 'unused-ignore');
      assert.equal(finding?.fixes[0]?.safety, 'safe');
      const after = edited(project, finding?.fixes[0]?.edits ?? []);
      assert.equal(
        after.files['Dockerfile'],
        (dockerfile({}).files['Dockerfile'] ?? '').replace(/\n/g, lineEnd),
      );
    }
  });

  it('says so where no rule has the name', () => {
    const findings = checked(dockerfile({ copy: '# libc-lens ignore=glibc-on-musl\n' }));
    const finding = findings.find(({ rule }) => rule === 'unused-ignore');
    assert.match(finding?.message ?? '', /no rule named glibc-on-musl/);
  });

  it('is not called idle where its rule is off', () => {
    const project = dockerfile({ copy: '# libc-lens ignore=glibc-binary-on-musl\n' });
    assert.deepEqual(checked(project, { severities: { 'glibc-binary-on-musl': 'off' } }), []);
  });

  it('other comments are no ignores', () => {
    for (const text of [
      '# libc-lens is fine',
      '# see libc-lens ignore=glibc-binary-on-musl',
      '# libc-lens ignore=',
    ]) {
      assert.deepEqual(say(dockerfile({ copy: `${text}\n` })), [
        { rule: 'glibc-binary-on-musl', line: 8, severity: 'error' },
      ]);
    }
  });
});

describe('chosen severities', () => {
  it('turn a rule off, or make it milder', () => {
    assert.deepEqual(checked(dockerfile({}), { severities: { 'glibc-binary-on-musl': 'off' } }), []);
    const [finding] = checked(dockerfile({}), {
      severities: { 'glibc-binary-on-musl': 'warning', nonsense: 'error' },
    });
    assert.equal(finding?.severity, 'warning');
  });

  it('do not make an error of what is only likely', () => {
    const { Dockerfile } = dockerfile({}).files;
    const lone = { files: { Dockerfile: (Dockerfile ?? '').replace('COPY go.mod main.go ./', 'COPY . .') } };
    const findings = checked(lone, { severities: { 'glibc-binary-on-musl': 'error' } });
    assert.deepEqual(
      findings.map(({ severity }) => severity),
      ['warning'],
    );
  });
});
