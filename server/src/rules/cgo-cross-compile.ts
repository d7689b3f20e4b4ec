// cgo-cross-compile: cgo is on for another platform, but the C compiler in force compiles for the build's own.
import * as l10n from '@vscode/l10n';
import type { GoBuild } from '../build/model.js';
import { assumedMachine } from './assumption.js';
import { buildSaying, goBuildsWith } from './build-faults.js';
import { goServer } from './examples.js';
import { turnCgoOff } from './fixes/cgo-off.js';
import { crossCompile } from './fixes/cross-compiler.js';
import { builds } from './fixes/what-if.js';
import { lesser } from './load-faults.js';
import type { Rule } from './model.js';
import { shown } from './wording.js';

const dockerfile = (before: string): string => `FROM --platform=linux/amd64 golang:1.22 AS build
WORKDIR /src
COPY go.mod main.go ./
RUN ${before} GOARCH=arm64 go build -o /app .
`;

export const cgoCrossCompile: Rule<GoBuild> = {
  name: 'cgo-cross-compile',
  severity: 'error',
  since: '0.1.0',

  documentation: () => ({
    finds: l10n.t(
      'A Go build with CGO_ENABLED=1 for another GOOS or GOARCH, where gcc is the compiler of the machine that the build runs on.',
    ),
    why: l10n.t(
      'Go itself compiles for every platform, gcc only for the one it was made for. Asked for arm64 on x86-64 it stops in runtime/cgo: "gcc_arm64.S:27: Error: no such instruction: `stp x29,x30,[sp,\'". Without CGO_ENABLED=1 Go turns cgo off by itself when it builds for another platform.',
    ),
    broken: { files: { Dockerfile: dockerfile('CGO_ENABLED=1'), ...goServer } },
    mended: { files: { Dockerfile: dockerfile('CGO_ENABLED=0'), ...goServer } },
    ignoreWhen: l10n.t(
      'gcc in the image is a compiler for the other platform, in a way that cannot be seen.',
    ),
  }),

  detect: (analysis) => goBuildsWith(analysis, ({ outcome }) => outcome.failure === 'cross-compiler'),

  say(build, analysis) {
    const { goos, goarch } = build.outcome;
    const saying = buildSaying(
      analysis,
      build,
      l10n.t(
        'cgo is on for a build for {0}, but the C compiler ({1}) compiles for {2}: it will stop here. Set CGO_ENABLED=0, name a C compiler for {0} in CC, or build on {0}.',
        shown(`${goos}/${goarch}`),
        shown(build.input.environment['CC'] || 'gcc'),
        `linux/${build.input.host.architecture}`,
      ),
    );
    const assumed = goos === 'linux' ? assumedMachine(analysis, build) : null;
    if (assumed === null) return saying;
    return {
      ...saying,
      confidence: lesser(saying.confidence, 'likely'),
      message: `${saying.message} ${assumed}`,
    };
  },

  repair: (build, analysis) => {
    const off = turnCgoOff(analysis, [build], (_, outcome) => builds(outcome));
    const cross = crossCompile(analysis, build);
    return build.input.program.cgoPackages.length > 0 ? [...cross, ...off] : [...off, ...cross];
  },
};
