// unknown-go-platform: GOOS or GOARCH holds a name that Go does not know, or the two do not go together.
import * as l10n from '@vscode/l10n';
import type { Analysis, GoBuild, Setting } from '../build/model.js';
import { didYouMean, isGoArchitecture, isGoOs } from '../knowledge/platforms.js';
import type { Place } from '../text/span.js';
import { buildEvidence } from './build-faults.js';
import { goHello } from './examples.js';
import { factsOf, oncePerPlace } from './facts.js';
import { replaceAt } from './fixes/edits.js';
import type { Fix, Rule } from './model.js';
import { shown } from './wording.js';

interface UnknownPlatform {
  readonly build: GoBuild;
  readonly place: Place;
  /** The variable that holds an unknown name; null where both names are known and the pair is not. */
  readonly setting: Setting | null;
  readonly value: string;
}

const dockerfile = (architecture: string): string => `FROM golang:1.22
WORKDIR /src
COPY go.mod main.go ./
RUN GOOS=linux GOARCH=${architecture} go build -o /app .
`;

export const unknownGoPlatform: Rule<UnknownPlatform> = {
  name: 'unknown-go-platform',
  severity: 'error',
  since: '0.1.0',

  documentation: () => ({
    finds: l10n.t('A GOOS or GOARCH that Go does not know, or a pair of them that it does not build for.'),
    why: l10n.t(
      'Go has its own names for processors: amd64 for what others call x86_64 or x64, arm64 for aarch64, 386 for i386 and i686. With another name it stops with "go: unsupported GOOS/GOARCH pair linux/x86_64". "go tool dist list" prints all pairs.',
    ),
    broken: { files: { Dockerfile: dockerfile('x86_64'), ...goHello } },
    mended: { files: { Dockerfile: dockerfile('amd64'), ...goHello } },
    ignoreWhen: l10n.t('The toolchain is a fork of Go that knows more platforms.'),
  }),

  detect: (analysis) => oncePerPlace(factsOf(analysis, 'go-build').flatMap(platformFaults)),

  say: ({ build, setting, value, place }, analysis) => ({
    message: messageOf(setting, value),
    // The name is wrong whatever else is not known of the build.
    confidence: setting === null ? build.confidence : build.conditional ? 'likely' : 'certain',
    place,
    because: buildEvidence(analysis, build),
    predictedError: build.outcome.failure === 'unsupported-platform' ? build.outcome.error : null,
  }),

  repair: ({ setting, value }, analysis) => (setting ? rename(analysis, setting, value) : []),
};

function platformFaults(build: GoBuild): readonly UnknownPlatform[] {
  const faults: UnknownPlatform[] = [];
  for (const setting of build.settings) {
    const { name, value, valuePlace, place } = setting;
    if (value === null || value === '') continue;
    const known = name === 'GOOS' ? isGoOs : name === 'GOARCH' ? isGoArchitecture : null;
    if (known === null || known(value)) continue;
    faults.push({ build, place: valuePlace ?? place ?? build.place, setting, value });
  }
  if (faults.length > 0 || build.outcome.failure !== 'unsupported-platform') return faults;
  const { goos, goarch } = build.outcome;
  return [{ build, place: build.place, setting: null, value: `${goos}/${goarch}` }];
}

function messageOf(setting: Setting | null, value: string): string {
  if (setting === null)
    return l10n.t('Go does not build for {0}. "go tool dist list" prints the pairs it knows.', shown(value));
  const meant = didYouMean(setting.name === 'GOOS' ? 'os' : 'architecture', value);
  return meant === null
    ? l10n.t(
        '{0} does not know {1}. "go tool dist list" prints the names it knows.',
        setting.name,
        shown(value),
      )
    : l10n.t('{0} does not know {1}. Did you mean {2}?', setting.name, shown(value), meant.name);
}

function rename(analysis: Analysis, { name, valuePlace }: Setting, value: string): readonly Fix[] {
  const meant = didYouMean(name === 'GOOS' ? 'os' : 'architecture', value);
  if (meant === null || valuePlace === null) return [];
  // A value that is put together from variables is not replaced: its parts may be right.
  if (
    analysis.texts.get(valuePlace.path)?.slice(valuePlace.span.start, valuePlace.span.end).includes('$') !==
    false
  )
    return [];
  return [
    {
      title: l10n.t('Change {0} to {1}', shown(value), meant.name),
      safety: meant.alias ? 'safe' : 'unsafe',
      edits: [replaceAt(valuePlace, meant.name)],
      mends: true,
      caveat: null,
    },
  ];
}
