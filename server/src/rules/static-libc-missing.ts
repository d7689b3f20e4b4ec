// static-libc-missing: a static link is asked for where libc.a is not installed.
import * as l10n from '@vscode/l10n';
import type { CcBuild, GoBuild } from '../build/model.js';
import { buildSaying, ccBuildsWith, goBuildsWith } from './build-faults.js';
import { goServer } from './examples.js';
import { turnCgoOff } from './fixes/cgo-off.js';
import { installFix } from './fixes/install-packages.js';
import { builds, isStatic } from './fixes/what-if.js';
import type { Rule } from './model.js';
import { shown } from './wording.js';

const dockerfile = (packages: string): string => `FROM centos:7
RUN yum install -y ${packages}
WORKDIR /src
COPY go.mod main.go ./
RUN go build -ldflags '-linkmode external -extldflags "-static"' -o /app .
`;

export const staticLibcMissing: Rule<GoBuild | CcBuild> = {
  name: 'static-libc-missing',
  severity: 'error',
  since: '0.1.0',

  documentation: () => ({
    finds: l10n.t(
      'A static link (gcc -static, or -extldflags "-static" with the C linker) in an image that holds only the shared C library. Fedora, CentOS, RHEL and Amazon Linux keep libc.a in a package of its own, glibc-static.',
    ),
    why: l10n.t(
      'The linker looks for libc.a and libpthread.a and stops: "/usr/bin/ld: cannot find -lpthread", "/usr/bin/ld: cannot find -lc", "collect2: error: ld returned 1 exit status".',
    ),
    broken: { files: { Dockerfile: dockerfile('golang gcc'), ...goServer } },
    mended: { files: { Dockerfile: dockerfile('golang gcc glibc-static'), ...goServer } },
    ignoreWhen: l10n.t('libc.a gets into the image in a way that cannot be seen from the file.'),
  }),

  detect: (analysis) => [
    ...goBuildsWith(analysis, ({ outcome }) => outcome.failure === 'no-static-libc'),
    ...ccBuildsWith(analysis, ({ outcome }) => outcome.failure === 'no-static-libc'),
  ],

  say: (build, analysis) =>
    buildSaying(
      analysis,
      build,
      l10n.t(
        'This link is static, but {0} has no libc.a: the linker will stop here. Install the static C library first, or link without -static.',
        shown(analysis.stages[build.stage]?.image.reference ?? ''),
      ),
    ),

  repair: (build, analysis) => [
    ...installFix(
      analysis,
      build,
      ['static-libc'],
      repositoryCaveat(analysis.stages[build.stage]?.image.distribution ?? null),
    ),
    ...(build.kind === 'go-build'
      ? turnCgoOff(analysis, [build], (_, outcome) => builds(outcome) && isStatic(outcome.linkage))
      : []),
  ],
};

/** RHEL 8 and its kin keep glibc-static in a repository that is off by default (CodeReady Builder, PowerTools, CRB). */
function repositoryCaveat(distribution: string | null): string | null {
  const kin = ['rhel', 'rocky', 'almalinux', 'oraclelinux', 'centos'];
  if (distribution === null || !kin.includes(distribution)) return null;
  return l10n.t(
    'From release 8 on the package stands in a repository that has to be enabled first (CodeReady Builder, PowerTools, CRB).',
  );
}
