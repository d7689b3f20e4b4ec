// ldconfig-on-musl: ldconfig is run on an image whose loader keeps no cache that it could rebuild.
import * as l10n from '@vscode/l10n';
import type { Analysis, LdconfigRun, Stage } from '../build/model.js';
import { because } from '../text/because.js';
import { factsOf, lineage, oncePerPlace } from './facts.js';
import { removeLdconfig } from './fixes/ldconfig.js';
import type { Rule } from './model.js';
import { chain, imageEvidence, imageName } from './wording.js';

export const ldconfigOnMusl: Rule<LdconfigRun> = {
  name: 'ldconfig-on-musl',
  severity: 'warning',
  since: '0.1.0',

  documentation: () => ({
    finds: l10n.t('ldconfig in an image whose C library is musl.'),
    why: l10n.t(
      "ldconfig rebuilds the cache of glibc's loader. musl keeps no cache: it searches /lib, /usr/local/lib and /usr/lib, or what /etc/ld-musl-x86_64.path lists. Alpine's ldconfig is a short script that makes links from sonames to files in other folders than these and does nothing else. A program that was linked against glibc does not start because of it.",
    ),
    broken: {
      files: {
        Dockerfile: `FROM alpine:3.20
COPY libfoo.so.1 /usr/local/lib/
RUN ldconfig /usr/local/lib
`,
      },
    },
    mended: {
      files: {
        Dockerfile: `FROM alpine:3.20
COPY libfoo.so.1 /usr/local/lib/
`,
      },
    },
    ignoreWhen: l10n.t(
      'It is called for its links from sonames to files, in a folder that musl is told to search by /etc/ld-musl-*.path or LD_LIBRARY_PATH.',
    ),
  }),

  detect: (analysis) =>
    oncePerPlace(factsOf(analysis, 'ldconfig')).filter((run) => {
      const stage = analysis.stages[run.stage];
      return stage?.image.libc === 'musl' && !hasGlibc(stage);
    }),

  say(run, analysis) {
    const stage = analysis.stages[run.stage];
    return {
      message: l10n.t(
        '{0} has musl, whose loader keeps no cache: ldconfig does nothing for it here. Libraries in /lib, /usr/local/lib and /usr/lib are found without it; a file linked against glibc does not start with it either.',
        stage ? imageName(stage) : '',
      ),
      confidence: 'certain',
      place: run.place,
      because: chain(stage ? imageEvidence(analysis, stage) : [], [
        because(
          l10n.t(
            "musl's loader reads /etc/ld-musl-ARCH.path or searches /lib, /usr/local/lib and /usr/lib; it has no ld.so.cache.",
          ),
        ),
      ]),
      predictedError: null,
    };
  },

  repair: (run, analysis) => removeLdconfig(analysis, run, run.arguments.every(holdsNoLinks)),

  /** Harmless on its own; where a glibc file fails in the same image, it is a cure that does not work. */
  ceiling: (run, analysis) => (aGlibcFileFails(analysis, run) ? 'warning' : 'hint'),
};

/** A glibc beside musl (sgerrand's package, frolvlad/alpine-glibc) brings its own ldconfig, which does work. */
const hasGlibc = (stage: Stage): boolean =>
  stage.image.secondLibc?.libc === 'glibc' || stage.runtime.shims.includes('glibc');

function aGlibcFileFails(analysis: Analysis, run: LdconfigRun): boolean {
  return analysis.placements.some((placement) => {
    const stage = analysis.stages[placement.stage];
    const artifact = analysis.artifacts[placement.artifact];
    return (
      placement.verdict.kind === 'fails' &&
      artifact?.linkage.libc === 'glibc' &&
      stage !== undefined &&
      lineage(analysis, stage).some(({ index }) => index === run.stage)
    );
  });
}

/** Folders in which Alpine's script makes no links, or in which no libraries lie (musl-utils' ldconfig, aports main/musl). */
function holdsNoLinks(argument: string): boolean {
  if (argument.startsWith('-')) return true;
  return /^\/(?:usr\/(?:local\/)?)?(?:lib|bin|sbin|include|share)(?:\/|$)/.test(argument);
}
