// loader-symlink: glibc's loader name is linked to musl, so that glibc files start and hope for the best.
import * as l10n from '@vscode/l10n';
import type { Analysis, LoaderLink } from '../build/model.js';
import { because } from '../text/because.js';
import { goServer } from './examples.js';
import { factsOf, lineage, oncePerPlace, textAt } from './facts.js';
import type { Rule } from './model.js';
import { chain, imageEvidence, imageName, shown } from './wording.js';

export const loaderSymlink: Rule<LoaderLink> = {
  name: 'loader-symlink',
  severity: 'warning',
  since: '0.1.0',

  documentation: () => ({
    finds: l10n.t(
      "A link from the name of glibc's loader to musl (ln -s /lib/libc.musl-x86_64.so.1 /lib64/ld-linux-x86-64.so.2).",
    ),
    why: l10n.t(
      'The link gives glibc files a loader that starts them, and musl ignores the versions of symbols. It does not give them one symbol of glibc: what was compiled with _FORTIFY_SOURCE stops with "Error relocating ./app: __printf_chk: symbol not found", C++ and Rust stop with "Error loading shared library libgcc_s.so.1", and structures that differ between the two libraries (regmatch_t) are read wrongly without any message. Go programs mostly run.',
    ),
    broken: {
      files: {
        Dockerfile: `FROM golang:1.22 AS build
WORKDIR /src
COPY go.mod main.go ./
RUN go build -o /app .

FROM alpine:3.20
RUN mkdir /lib64 && ln -s /lib/libc.musl-x86_64.so.1 /lib64/ld-linux-x86-64.so.2
COPY --from=build /app /app
CMD ["/app"]
`,
        ...goServer,
      },
    },
    mended: {
      files: {
        Dockerfile: `FROM golang:1.22 AS build
WORKDIR /src
COPY go.mod main.go ./
RUN CGO_ENABLED=0 go build -o /app .

FROM alpine:3.20
COPY --from=build /app /app
CMD ["/app"]
`,
        ...goServer,
      },
    },
    ignoreWhen: l10n.t('You know the program and have seen it work on musl.'),
  }),

  detect: (analysis) => oncePerPlace(factsOf(analysis, 'loader-link').filter(({ toMusl }) => toMusl)),

  say(link, analysis) {
    const stage = analysis.stages[link.stage];
    const image = stage ? imageName(stage) : '';
    return {
      message: breaks(analysis, link)
        ? l10n.t(
            'This link gives glibc files on {0} a loader, but no symbol of glibc, and a file that is put here needs more than that. Install gcompat, or build without glibc.',
            image,
          )
        : l10n.t(
            'This link gives glibc files on {0} a loader, but no symbol of glibc: Go programs mostly run with it, what was compiled with _FORTIFY_SOURCE, C++ and Rust do not.',
            image,
          ),
      confidence: 'certain',
      place: link.place,
      because: chain(stage ? imageEvidence(analysis, stage) : [], [
        because(
          l10n.t('{0} is a link to {1}, which is musl.', shown(link.loader), shown(link.target)),
          link.place,
        ),
      ]),
      predictedError: null,
    };
  },

  repair: (link, analysis) => replaceByGcompat(analysis, link),

  ceiling: (link, analysis) => (breaks(analysis, link) ? 'warning' : 'hint'),
};

/** Whether a file in an image that stands on this stage fails in spite of the link. */
function breaks(analysis: Analysis, link: LoaderLink): boolean {
  return analysis.placements.some(({ stage: index, verdict, artifact }) => {
    const stage = analysis.stages[index];
    return (
      verdict.kind === 'fails' &&
      analysis.artifacts[artifact]?.linkage.libc === 'glibc' &&
      stage !== undefined &&
      lineage(analysis, stage).some((member) => member.index === link.stage)
    );
  });
}

/** The command that makes the link becomes the one that installs gcompat; only where it is a plain `ln` in a shell. */
function replaceByGcompat(analysis: Analysis, link: LoaderLink): ReturnType<Rule['repair']> {
  const stage = analysis.stages[link.stage];
  const text = textAt(analysis, link.place);
  if (stage?.image.packageManager !== 'apk' || stage.image.distribution !== 'alpine') return [];
  if (text === null || !/^ln\s/.test(text)) return [];
  return [
    {
      title: l10n.t('Install gcompat instead of the link'),
      safety: 'unsafe',
      edits: [{ ...link.place, newText: 'apk add --no-cache gcompat' }],
      mends: true,
      caveat: l10n.t("gcompat has many of glibc's symbols, not all of them; try the program in this image."),
    },
  ];
}
