// wrong-architecture: a file made for one processor is put into an image that runs on another.
import * as l10n from '@vscode/l10n';
import type { Analysis, GoBuild, Stage } from '../build/model.js';
import { goHello } from './examples.js';
import { platformIsFixed } from './facts.js';
import { buildForPlatform } from './fixes/goarch.js';
import { lesser, loadFaults, type LoadFault, type Member } from './load-faults.js';
import type { Rule } from './model.js';
import { evidence, imageName, severalFiles } from './wording.js';

const dockerfile = (goarch: string): string => `FROM --platform=linux/amd64 golang:1.22 AS build
WORKDIR /src
COPY go.mod main.go ./
RUN CGO_ENABLED=0 ${goarch}go build -o /app .

FROM --platform=linux/arm64 alpine:3.20
COPY --from=build /app /app
CMD ["/app"]
`;

export const wrongArchitecture: Rule<LoadFault> = {
  name: 'wrong-architecture',
  severity: 'error',
  since: '0.1.0',

  documentation: () => ({
    finds: l10n.t(
      'A file that was made for one processor architecture, in an image that runs on another one, where the Dockerfile or the platform asked for settles both.',
    ),
    why: l10n.t(
      'The kernel does not start a file of another architecture: "exec /app: exec format error". A stage FROM --platform=$BUILDPLATFORM runs on the machine of the build, so what it compiles is for that machine unless GOARCH says otherwise.',
    ),
    broken: { files: { Dockerfile: dockerfile(''), ...goHello } },
    mended: { files: { Dockerfile: dockerfile('GOARCH=arm64 '), ...goHello } },
    ignoreWhen: l10n.t('The image runs where an emulator (QEMU through binfmt_misc) starts such files.'),
  }),

  detect: (analysis) => loadFaults(analysis, 'wrong-architecture'),

  say(fault, analysis) {
    const { members, place } = fault;
    const [first] = members;
    const { placement, artifact, stage } = first;
    const settled = isSettled(first) && !isOneOfSeveral(analysis, first);
    return {
      message: l10n.t(
        '{0} is made for {1}, but {2} runs on {3} here: the kernel will not start it. Build it for {3}.',
        severalFiles(members.map((member) => member.placement.path)),
        artifact.architecture ?? '',
        imageName(stage),
        stage.architecture,
      ),
      // On another machine, or with another --platform, both may be the same.
      confidence: settled
        ? lesser(fault.confidence, placement.startedBy === null ? 'likely' : 'certain')
        : 'possible',
      place,
      because: evidence(analysis, first),
      predictedError: placement.verdict.predictedError,
    };
  },

  repair: (fault, analysis) => buildForPlatform(analysis, fault),
};

/** Whether both architectures stand, whoever builds: each is written down, or a platform was asked for. */
function isSettled({ stage, builder, goBuild }: Member): boolean {
  if (!platformIsFixed(stage)) return false;
  return wasAsked(stage) || (goBuild !== null && setsArchitecture(goBuild)) || platformIsFixed(builder);
}

/** No platform is written, and yet it is not the ordinary one: somebody builds for it. */
const wasAsked = (stage: Stage): boolean => stage.writtenPlatform === null && platformIsFixed(stage);

const setsArchitecture = ({ settings }: GoBuild): boolean =>
  settings.some(
    ({ name, value, followsTarget }) =>
      name === 'GOARCH' && value !== null && value !== '' && followsTarget !== true,
  );

/** Files for several architectures side by side, none of them started: they are kept for others to take. */
function isOneOfSeveral(analysis: Analysis, { placement, artifact, stage }: Member): boolean {
  return (
    placement.startedBy === null &&
    analysis.placements.some((other) => {
      const beside = analysis.artifacts[other.artifact];
      return (
        other.stage === placement.stage &&
        beside?.stage === artifact.stage &&
        beside.architecture === stage.architecture
      );
    })
  );
}
