// glibc-package-conflict: a whole glibc is installed beside a package that owns the same files, and apk refuses.
import * as l10n from '@vscode/l10n';
import type { Analysis, GlibcPackage } from '../build/model.js';
import { atLeast, compareVersions } from '../knowledge/version.js';
import { because, type Because } from '../text/because.js';
import type { Place } from '../text/span.js';
import { factsOf, oncePerPlace, packageChangesIn, textAt } from './facts.js';
import { insertAt, withoutWord } from './fixes/edits.js';
import type { Fix, Rule } from './model.js';
import { chain, imageEvidence, imageName, withVersion } from './wording.js';

const release = 'https://github.com/sgerrand/alpine-pkg-glibc/releases/download/2.34-r0';
const dockerfile = (shim: string): string => `FROM alpine:3.15
${shim}RUN wget -q -O /etc/apk/keys/sgerrand.rsa.pub https://alpine-pkgs.sgerrand.com/sgerrand.rsa.pub
RUN wget -q ${release}/glibc-2.34-r0.apk
RUN apk add --no-cache glibc-2.34-r0.apk
`;

interface Conflict {
  readonly file: string;
  /** The package that owns it already. */
  readonly owner: string;
  readonly reason: Because;
}

interface PackageConflict extends Conflict {
  readonly fact: GlibcPackage;
  readonly place: Place;
}

export const glibcPackageConflict: Rule<PackageConflict> = {
  name: 'glibc-package-conflict',
  severity: 'error',
  since: '0.1.0',

  documentation: () => ({
    finds: l10n.t(
      "sgerrand's glibc package for Alpine, installed without --force-overwrite beside a package that owns a file of the same name: gcompat, libc6-compat, or from Alpine 3.17 on the base layout.",
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
      factsOf(analysis, 'glibc-package')
        .filter(({ forceOverwrite }) => !forceOverwrite)
        .flatMap((fact) => {
          const conflict = shimConflict(analysis, fact) ?? baseConflict(analysis, fact);
          return conflict === null ? [] : [{ fact, place: fact.place, ...conflict }];
        }),
    ),

  say({ fact, place, file, owner, reason }, analysis) {
    const stage = analysis.stages[fact.stage];
    return {
      message: l10n.t(
        'glibc and {0} both own {1}, so apk stops this build on {2}. Do without one of them, use another release of the glibc package, or pass --force-overwrite to this apk add.',
        owner,
        file,
        stage ? imageName(stage) : '',
      ),
      // Which files a package owns changed from revision to revision; the ordinary one is assumed.
      confidence: 'likely',
      place,
      because: chain(stage ? imageEvidence(analysis, stage) : [], [reason]),
      predictedError: `ERROR: ${withVersion('glibc', fact.version).replace(' ', '-')}: trying to overwrite ${file} owned by ${owner}`,
    };
  },

  repair: ({ fact }, analysis) => [...removeShim(analysis, fact), ...forceOverwrite(analysis, fact)],
};

function shimConflict(analysis: Analysis, fact: GlibcPackage): Conflict | null {
  const { conflictsWith } = fact;
  if (conflictsWith === null) return null;
  const word = shimWord(analysis, fact);
  return {
    // libc6-compat keeps the loader in /lib64 since Alpine 3.10, gcompat in /lib (their APKBUILDs in aports).
    file: `${conflictsWith === 'libc6-compat' ? 'lib64' : 'lib'}/ld-linux-x86-64.so.2`,
    owner: conflictsWith,
    reason: because(
      l10n.t('{0} is in this image when glibc is installed.', word?.name ?? conflictsWith),
      word?.place ?? null,
    ),
  };
}

// alpine-baselayout-data brings etc/nsswitch.conf from Alpine 3.17 on; the glibc package stopped bringing it with 2.35-r1
// (github.com/sgerrand/alpine-pkg-glibc, issues 185 and 190, pull request 195, read 2026-08).
const nameServiceSwitch = {
  file: 'etc/nsswitch.conf',
  owner: 'alpine-baselayout-data',
  alpine: '3.17',
  without: '2.35-r1',
};

function baseConflict(analysis: Analysis, { stage: index, version }: GlibcPackage): Conflict | null {
  const { file, owner, alpine, without } = nameServiceSwitch;
  const runtime = analysis.stages[index]?.runtime;
  if (runtime?.distribution !== 'alpine' || !/^\d/.test(runtime.release ?? '')) return null;
  if (version === null || revisionAtLeast(version, without) || !atLeast(runtime.release ?? '', alpine))
    return null;
  return {
    file,
    owner,
    reason: because(
      l10n.t(
        'From Alpine {0} on {1} brings {2}; so does the glibc package before {3}.',
        alpine,
        owner,
        file,
        without,
      ),
    ),
  };
}

/** Order of apk versions such as `2.34-r0` and `2.35-r1`. */
function revisionAtLeast(version: string, floor: string): boolean {
  const [own = '', ownRevision = '0'] = version.split('-r');
  const [other = '', otherRevision = '0'] = floor.split('-r');
  const order = compareVersions(own, other);
  return order > 0 || (order === 0 && Number(ownRevision) >= Number(otherRevision));
}

function shimWord(
  analysis: Analysis,
  fact: GlibcPackage,
): { name: string; place: GlibcPackage['place']; alone: boolean } | null {
  const stage = analysis.stages[fact.stage];
  if (!stage) return null;
  for (const change of packageChangesIn(analysis, [stage])) {
    if (change.action !== 'install') continue;
    const found = change.packages.find(({ name }) => shimNames(fact).includes(name));
    if (found) return { ...found, alone: change.packages.length === 1 };
  }
  return null;
}

/** From Alpine 3.19 on libc6-compat is another name of gcompat. */
const shimNames = ({ conflictsWith }: GlibcPackage): readonly string[] =>
  conflictsWith === 'gcompat' ? ['gcompat', 'libc6-compat'] : [conflictsWith ?? ''];

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

function forceOverwrite(analysis: Analysis, { place }: GlibcPackage): readonly Fix[] {
  const verb = /^apk(?:\s+-\S+)*\s+add\b/.exec(textAt(analysis, place) ?? '')?.[0];
  if (verb === undefined) return [];
  return [
    {
      title: l10n.t('Pass --force-overwrite'),
      safety: 'unsafe',
      edits: [insertAt(place.path, place.span.start + verb.length, ' --force-overwrite')],
      mends: true,
      caveat: l10n.t('The file of the glibc package then takes the place of the other one.'),
    },
  ];
}
