// unused-ignore: an ignore comment that silences nothing, or names a rule that does not exist.
import * as l10n from '@vscode/l10n';
import { span, type TextEdit } from '../text/span.js';
import type { Analysis } from '../build/model.js';
import { goServer } from './examples.js';
import { withoutLines } from './fixes/edits.js';
import type { Rule } from './model.js';
import type { Ignore } from './suppression.js';
import { shown } from './wording.js';

export interface UnusedIgnore {
  readonly ignore: Ignore;
  /** Whether there is a rule of that name. */
  readonly known: boolean;
  /** Every name of the comment is unused, so the comment can go. */
  readonly whole: boolean;
}

const dockerfile = (comment: string): string => `FROM golang:1.22 AS build
WORKDIR /src
COPY go.mod main.go ./
RUN CGO_ENABLED=0 go build -o /app .

FROM alpine:3.20
${comment}COPY --from=build /app /app
CMD ["/app"]
`;

export const unusedIgnore: Rule<UnusedIgnore> = {
  name: 'unused-ignore',
  severity: 'hint',
  since: '0.1.0',

  documentation: () => ({
    finds: l10n.t(
      'A "libc-lens ignore" comment that silences no finding, or that names a rule which does not exist.',
    ),
    why: l10n.t(
      'Such a comment is left over from a fault that was mended, stands at another place than the finding, or holds a typing error; the next real fault there would be silenced, or is not silenced as meant.',
    ),
    broken: {
      files: {
        Dockerfile: dockerfile('# libc-lens ignore=glibc-binary-on-musl -- never started here\n'),
        ...goServer,
      },
    },
    mended: { files: { Dockerfile: dockerfile(''), ...goServer } },
    ignoreWhen: l10n.t('The finding appears on another platform or with other build arguments only.'),
  }),

  // What an ignore covers is known only after every other rule has spoken: `check` hands the states over.
  detect: () => [],

  say: ({ ignore, known }, analysis) => ({
    message: messageOf(ignore, known),
    confidence: 'certain',
    place: { path: analysis.path, span: ignore.span },
    because: [],
    predictedError: null,
  }),

  repair: ({ ignore, whole }, analysis) => [
    {
      title: whole ? l10n.t('Remove the comment') : l10n.t('Remove {0} from the comment', shown(ignore.rule)),
      safety: 'safe',
      edits: [removal(analysis, ignore, whole)],
      mends: true,
      caveat: null,
    },
  ],
};

function messageOf({ rule, scope }: Ignore, known: boolean): string {
  if (!known) return l10n.t('There is no rule named {0}, so this comment silences nothing.', shown(rule));
  if (scope === 'nothing')
    return l10n.t(
      'This comment silences nothing: ignore= belongs right before an instruction, ignore-file= before the first one.',
    );
  return l10n.t('{0} finds nothing here, so this comment silences nothing.', shown(rule));
}

function removal(analysis: Analysis, ignore: Ignore, whole: boolean): TextEdit {
  const text = analysis.texts.get(analysis.path) ?? '';
  if (whole) return withoutLines(text, { path: analysis.path, span: ignore.comment });
  const before = /(?:\s*,\s*)$/.exec(text.slice(ignore.comment.start, ignore.span.start))?.[0].length ?? 0;
  const after =
    before > 0 ? 0 : (/^\s*,\s*/.exec(text.slice(ignore.span.end, ignore.comment.end))?.[0].length ?? 0);
  return {
    path: analysis.path,
    span: span(ignore.span.start - before, ignore.span.end + after),
    newText: '',
  };
}
