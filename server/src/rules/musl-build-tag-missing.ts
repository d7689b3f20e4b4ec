// musl-build-tag-missing: a module brings archives made for glibc, and on musl it needs a build tag to take the other ones.
import * as l10n from '@vscode/l10n';
import type { Analysis, GoBuild } from '../build/model.js';
import { because } from '../text/because.js';
import { buildSaying, goBuildsWith } from './build-faults.js';
import { goWithKafka } from './examples.js';
import { addTags } from './fixes/go-tags.js';
import { builds, whatIf } from './fixes/what-if.js';
import { lesser } from './load-faults.js';
import type { Fix, Rule } from './model.js';
import { missingMuslTags, modulesWithoutMuslTag } from './musl-tags.js';
import { chain, shown } from './wording.js';

const dockerfile = (flags: string): string => `FROM golang:1.22-alpine AS build
RUN apk add --no-cache gcc musl-dev
WORKDIR /src
COPY . .
RUN go build${flags} -o /app .

FROM alpine:3.20
COPY --from=build /app /app
CMD ["/app"]
`;

export const muslBuildTagMissing: Rule<GoBuild> = {
  name: 'musl-build-tag-missing',
  severity: 'warning',
  since: '0.1.0',

  documentation: () => ({
    finds: l10n.t(
      'A Go build with cgo on Alpine of a program that imports a module which brings compiled C libraries for glibc and for musl, without the build tag that chooses the ones for musl (confluent-kafka-go: -tags musl).',
    ),
    why: l10n.t(
      'Go cannot tell musl from glibc, so the module takes the archive for glibc unless a tag says otherwise, and the linker stops: "undefined reference to `makecontext\'".',
    ),
    broken: { files: { Dockerfile: dockerfile(''), ...goWithKafka } },
    mended: { files: { Dockerfile: dockerfile(' -tags musl'), ...goWithKafka } },
    ignoreWhen: l10n.t('The version of the module in use brings no archive for glibc.'),
  }),

  detect: (analysis) =>
    goBuildsWith(
      analysis,
      (build) => build.outcome.cgo && build.outcome.error === null && modulesWithoutMuslTag(build).length > 0,
    ),

  say(build, analysis) {
    const [module] = modulesWithoutMuslTag(build);
    const name = shown(module?.importPath ?? '');
    const tag = module?.facts.muslTag ?? '';
    const saying = buildSaying(
      analysis,
      build,
      l10n.t(
        '{0} brings C libraries for glibc and for musl, and takes those for glibc unless it is built with -tags {1}; {2} is a musl image, so the linker will stop here. Add -tags {1}.',
        name,
        tag,
        shown(analysis.stages[build.stage]?.image.reference ?? ''),
      ),
    );
    const source = l10n.t(
      'The program imports {0}, which needs -tags {1} on musl ({2}).',
      name,
      tag,
      module?.facts.date ?? '',
    );
    return {
      ...saying,
      confidence: lesser(saying.confidence, 'likely'),
      because: module ? chain(saying.because, [because(source, module.place)]) : saying.because,
      predictedError: module?.facts.muslError ?? null,
    };
  },

  repair: (build, analysis) => addMuslTags(analysis, build),
};

function addMuslTags(analysis: Analysis, build: GoBuild): readonly Fix[] {
  const tags = missingMuslTags(build);
  const made = addTags(analysis, build, tags);
  if (made === null || !builds(whatIf(build, { arguments: made.arguments }))) return [];
  const title = l10n.t('Build with -tags {0}', tags.join(','));
  return [{ title, safety: 'unsafe', edits: [made.edit], mends: true, caveat: null }];
}
