// glibc-package-conflict: a whole glibc is installed beside a shim that owns the same files, and apk refuses.
import * as l10n from '@vscode/l10n';
import type { Analysis, GlibcPackage } from '../build/model.js';
import { because } from '../text/because.js';
import { factsOf, oncePerPlace, packageChangesIn } from './facts.js';
import { withoutWord } from './fixes/edits.js';
import type { Fix, Rule } from './model.js';
import { chain, imageEvidence, imageName, withVersion } from './wording.js';

const release = 'https://github.com/sgerrand/alpine-pkg-glibc/releases/download/2.34-r0';
const dockerfile = (shim: string): string => `FROM alpine:3.15
${shim}RUN wget -q -O /etc/apk/keys/sgerrand.rsa.pub https://alpine-pkgs.sgerrand.com/sgerrand.rsa.pub
RUN wget -q ${release}/glibc-2.34-r0.apk
RUN apk add --no-cache glibc-2.34-r0.apk
`;

export const glibcPackageConflict: Rule<GlibcPackage> = {
  name: 'glibc-package-conflict',
  severity: 'error',
  since: '0.1.0',

  documentation: () => ({
    finds: l10n.t(
      "sgerrand's glibc package for Alpine, installed beside gcompat or libc6-compat without --force-overwrite.",
    ),
    why: l10n.t(
      'Both packages own the file ld-linux-x86-64.so.2, and apk stops the build: "ERROR: glibc-2.34-r0: trying to overwrite lib64/ld-linux-x86-64.so.2 owned by gcompat-1.0.0-r4."',
    ),
    broken: { files: { Dockerfile: dockerfile('RUN apk add --no-cache gcompat\n') } },
    mended: { files: { Dockerfile: dockerfile('') } },
    ignoreWhen: l10n.t('You have seen this line succeed with these very packages.'),
  }),

  detect: (analysis) =>
    oncePerPlace(
      factsOf(analysis, 'glibc-package').filter(
        ({ conflictsWith, forceOverwrite }) => conflictsWith !== null && !forceOverwrite,
      ),
    ),

  say(fact, analysis) {
    const stage = analysis.stages[fact.stage];
    const shim = fact.conflictsWith ?? '';
    return {
      message: l10n.t(
        'glibc and {0} both own ld-linux-x86-64.so.2, so apk stops this build on {1}. Install only one of them, or pass --force-overwrite to this apk add.',
        shim,
        stage ? imageName(stage) : '',
      ),
      // Which files a package owns changed from release to release; the ordinary one is assumed.
      confidence: 'likely',
      place: fact.place,
      because: chain(stage ? imageEvidence(analysis, stage) : [], [
        because(l10n.t('{0} is in this image when glibc is installed.', shim), shimPlace(analysis, fact)),
      ]),
      predictedError: `ERROR: ${withVersion('glibc', fact.version).replace(' ', '-')}: trying to overwrite lib/ld-linux-x86-64.so.2 owned by ${shim}`,
    };
  },

  repair: (fact, analysis) => removeShim(analysis, fact),
};

function shimWord(
  analysis: Analysis,
  fact: GlibcPackage,
): { name: string; place: GlibcPackage['place']; alone: boolean } | null {
  const stage = analysis.stages[fact.stage];
  if (!stage) return null;
  for (const change of packageChangesIn(analysis, [stage])) {
    if (change.action !== 'install') continue;
    const found = change.packages.find(({ name }) => name === fact.conflictsWith);
    if (found) return { ...found, alone: change.packages.length === 1 };
  }
  return null;
}

const shimPlace = (analysis: Analysis, fact: GlibcPackage): GlibcPackage['place'] | null =>
  shimWord(analysis, fact)?.place ?? null;

/** Takes the shim out of the list that installs it; an empty `apk add` is left alone. */
function removeShim(analysis: Analysis, fact: GlibcPackage): readonly Fix[] {
  const word = shimWord(analysis, fact);
  const text = word && analysis.texts.get(word.place.path);
  if (!word || text === undefined || text === null || word.alone) return [];
  return [
    {
      title: l10n.t('Do not install {0}', word.name),
      safety: 'unsafe',
      edits: [withoutWord(text, word.place)],
      mends: true,
      caveat: l10n.t('Check that nothing else in this image relies on {0}.', word.name),
    },
  ];
}
