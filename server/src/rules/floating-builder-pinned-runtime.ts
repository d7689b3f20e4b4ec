// floating-builder-pinned-runtime: the build image moves to a newer glibc one day, the image where the program starts does not.
import * as l10n from '@vscode/l10n';
import type { Analysis, Stage } from '../build/model.js';
import { pinnedTwin } from '../knowledge/image-twins.js';
import { releases } from '../knowledge/distributions.js';
import { compareVersions } from '../knowledge/version.js';
import type { Place } from '../text/span.js';
import { goWithC } from './examples.js';
import { oncePerPlace, rootOf } from './facts.js';
import { replaceImage } from './fixes/from-image.js';
import { startsIn, whatIf } from './fixes/what-if.js';
import { memberOf, type Member } from './load-faults.js';
import type { Rule } from './model.js';
import { evidence, imageName, shown, withVersion } from './wording.js';

const dockerfile = (image: string): string => `FROM ${image} AS build
WORKDIR /src
COPY go.mod main.go ./
RUN go build -o /app .

FROM debian:bookworm-slim
COPY --from=build /app /app
CMD ["/app"]
`;

interface State {
  readonly member: Member;
  readonly root: Stage;
  /** The same image on the release that it stands on today. */
  readonly twin: string;
  readonly place: Place;
}

export const floatingBuilderPinnedRuntime: Rule<State> = {
  name: 'floating-builder-pinned-runtime',
  severity: 'hint',
  since: '0.1.0',

  documentation: () => ({
    finds: l10n.t(
      'A dynamic program that starts today, built on an image whose tag names no release of the distribution, for an image whose tag names one.',
    ),
    why: l10n.t(
      'golang:1.22 says which Go it holds, not which Debian; such tags were moved from bullseye to bookworm and on to trixie. What is linked on the newer release may ask for symbols that the older one does not have: "version `GLIBC_2.38\' not found". The Dockerfile did not change, and yet it stops working.',
    ),
    broken: { files: { Dockerfile: dockerfile('golang:1.22'), ...goWithC } },
    mended: { files: { Dockerfile: dockerfile('golang:1.22-bookworm'), ...goWithC } },
    ignoreWhen: l10n.t('Both images are pinned by other means, or moved together.'),
  }),

  detect: (analysis) =>
    oncePerPlace(
      analysis.placements.flatMap((placement) => {
        const member = memberOf(analysis, placement);
        return member === null ? [] : stateOf(analysis, member);
      }),
    ),

  say({ member, root, twin, place }, analysis) {
    const { stage, placement } = member;
    return {
      message: l10n.t(
        '{0} stands on {1} today and moves on with time, {2} does not: once it has a newer glibc than {3}, {4} may ask for more than is there. Build on {5}.',
        imageName(root),
        shown(root.image.codename ?? ''),
        imageName(stage),
        withVersion('glibc', stage.runtime.version),
        shown(placement.path),
        shown(twin),
      ),
      confidence: 'possible',
      place,
      because: evidence(analysis, member),
      predictedError: null,
    };
  },

  repair({ root, twin }, analysis) {
    const edit = replaceImage(analysis, root, twin);
    if (edit === null) return [];
    return [
      { title: l10n.t('Build on {0}', twin), safety: 'unsafe', edits: [edit], mends: true, caveat: null },
    ];
  },
};

function stateOf(analysis: Analysis, member: Member): readonly State[] {
  const { placement, artifact, stage, builder } = member;
  const root = rootOf(analysis, builder);
  const runtime = rootOf(analysis, stage);
  const { linkage } = artifact;
  if (placement.verdict.kind !== 'runs' && placement.verdict.kind !== 'degraded') return [];
  if (linkage.type !== 'dynamic' || linkage.libc !== 'glibc' || stage.runtime.libc !== 'glibc') return [];
  if (root === runtime || !root.image.floating || root.image.codename === null) return [];
  if (runtime.image.floating || runtime.image.codename === null) return [];
  const twin = pinnedTwin(root.image.reference, root.image.codename);
  if (twin === null || !outgrows(member)) return [];
  return [{ member, root, twin, place: { path: analysis.path, span: root.imageSpan } }];
}

/** Whether the same build on the newest release that is known would, or might, no longer start there. */
function outgrows(member: Member): boolean {
  const { goBuild, artifact } = member;
  if (goBuild === null) return !artifact.linkage.minimumIsExact;
  if (goBuild.input.program.cgoPackages.length > 0) return true;
  const outcome = whatIf(goBuild, { host: { libcVersion: newestGlibc } });
  return !startsIn(outcome.linkage, member, member.stage.runtime);
}

const newestGlibc = releases
  .flatMap(({ distribution, libc, version }) =>
    distribution === 'debian' && libc === 'glibc' ? (version ?? []) : [],
  )
  .reduce((newest, version) => (compareVersions(version, newest) > 0 ? version : newest), '2.36');
