// dynamic-binary-without-loader: a dynamic executable is put into an image that has no C library, or not its loader.
import * as l10n from '@vscode/l10n';
import { withAssumption } from './assumption.js';
import { goUser } from './examples.js';
import { waysOut } from './fixes/ways-out.js';
import { loadFaults, type LoadFault } from './load-faults.js';
import type { Rule } from './model.js';
import { evidence, imageName, severalFiles } from './wording.js';

export const dynamicBinaryWithoutLoader: Rule<LoadFault> = {
  name: 'dynamic-binary-without-loader',
  severity: 'error',
  since: '0.1.0',

  documentation: () => ({
    finds: l10n.t(
      'A dynamically linked executable in an image without a C library: scratch, gcr.io/distroless/static, cgr.dev/chainguard/static.',
    ),
    why: l10n.t(
      'Such an image holds neither the loader nor the libraries the file asks for. The container stops at once with "exec /app: no such file or directory", although the file is there. Only a static executable runs in it.',
    ),
    broken: {
      files: {
        Dockerfile: `FROM golang:1.22-bookworm AS build
WORKDIR /src
COPY go.mod main.go ./
RUN go build -o /app .

FROM scratch
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
        ...goUser,
      },
    },
    mended: {
      files: {
        Dockerfile: `FROM golang:1.22-bookworm AS build
WORKDIR /src
COPY go.mod main.go ./
RUN go build -tags netgo,osusergo -o /app .

FROM scratch
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
        ...goUser,
      },
    },
    ignoreWhen: l10n.t(
      'The image only carries the file to another place (an export, a data image), or the loader and the libraries are copied in along a way that cannot be seen.',
    ),
  }),

  detect: (analysis) => loadFaults(analysis, 'dynamic-binary-without-loader'),

  say(fault, analysis) {
    const { members, place, confidence } = fault;
    const [{ placement, artifact, stage }] = members;
    const file = severalFiles(members.map((member) => member.placement.path));
    const { interpreter } = artifact.linkage;
    const message =
      interpreter === null
        ? l10n.t(
            '{0} is linked dynamically, but {1} has no loader that could start it: it will not start, although the file is there. Link it statically, or use an image with its C library.',
            file,
            imageName(stage),
          )
        : l10n.t(
            '{0} is linked dynamically and asks for the loader {1}, which {2} does not have: it will not start, although the file is there. Link it statically, or use an image with its C library.',
            file,
            interpreter,
            imageName(stage),
          );
    return {
      message: withAssumption(message, fault),
      confidence,
      place,
      because: evidence(analysis, members[0]),
      predictedError: placement.verdict.predictedError,
    };
  },

  repair: (fault, analysis) => waysOut(analysis, fault),
};
