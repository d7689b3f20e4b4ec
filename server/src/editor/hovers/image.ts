// Hover of a base image: its libc, loader, compiler and shell, what runs in it, and how that is known.
import * as l10n from '@vscode/l10n';
import { heading, paragraph, table, type Block, type Line } from '../blocks.js';
import { evidence } from './evidence.js';
import type { HoverPart } from './hover-part.js';
import { libcName, runsInLine } from './portability-words.js';
import { loaderPath } from '../../knowledge/loaders.js';
import type { Architecture, ImageFacts } from '../../knowledge/image-facts.js';
import type { Because } from '../../text/because.js';
import { contains } from '../../text/span.js';
import type { Analysis, Stage } from '../../build/model.js';

export function imageHover(analysis: Analysis, offset: number): HoverPart | null {
  const stage = analysis.stages.find(
    ({ span, imageSpan }) => imageSpan.end > imageSpan.start && contains(span, offset),
  );
  if (stage) return { blocks: stageBlocks(analysis, stage), span: stage.imageSpan };
  for (const { image, imageSpan, stage: index } of analysis.instructions) {
    if (image === null || imageSpan === null || !contains(imageSpan, offset)) continue;
    const architecture = (index === null ? undefined : analysis.stages[index])?.architecture ?? 'amd64';
    return { blocks: imageBlocks(analysis, image, architecture), span: imageSpan };
  }
  return null;
}

function stageBlocks(analysis: Analysis, stage: Stage): Block[] {
  const parent = stage.parent === null ? undefined : analysis.stages[stage.parent];
  const inherited =
    parent === undefined
      ? []
      : [
          paragraph(
            l10n.t('Starts from the stage {0}, and so from this image:', parent.name ?? String(parent.index)),
          ),
        ];
  return [...inherited, ...imageBlocks(analysis, stage.image, stage.architecture, stage.because)];
}

function imageBlocks(
  analysis: Analysis,
  image: ImageFacts,
  architecture: Architecture,
  more: readonly Because[] = [],
): Block[] {
  if (image.windows) {
    return [
      heading({ code: image.reference }),
      paragraph(l10n.t('An image for Windows: Libc Lens says nothing of it.')),
    ];
  }
  const loader = loaderPath(image.libc, architecture);
  const rows: (readonly [string, Line | null])[] = [
    [l10n.t('C library'), [{ strong: libcName(image.libc, image.version) }]],
    [l10n.t('Loader'), loader === null ? null : [{ code: loader }]],
    [l10n.t('Distribution'), distribution(image)],
    [l10n.t('C compiler'), compiler(image)],
    ['Go', image.go !== null ? [image.go] : image.hasGo === true ? [l10n.t('yes')] : null],
    [l10n.t('Shell'), shell(image)],
    [l10n.t('What runs here'), runsInLine(image)],
    [
      l10n.t('Tag'),
      image.floating && image.libc !== 'none' ? [l10n.t('names no release: it moves with time')] : null,
    ],
  ];
  return [
    heading({ code: image.reference }),
    table(
      [l10n.t('Image'), ''],
      rows.flatMap(([label, value]) => (value === null ? [] : [[[label], value]])),
    ),
    ...evidence(analysis, [...image.because, ...more]),
  ];
}

function distribution({ distribution: name, release, codename }: ImageFacts): Line | null {
  if (name === null) return null;
  return [
    [name, release, codename !== null && codename !== release ? `(${codename})` : null]
      .filter(Boolean)
      .join(' '),
  ];
}

function compiler({ cCompiler, libcHeaders }: ImageFacts): Line | null {
  if (cCompiler === null) return null;
  if (!cCompiler) return [l10n.t('none')];
  return [libcHeaders === false ? l10n.t('yes, but without the headers of the C library') : l10n.t('yes')];
}

function shell({ hasShell, shell: wording }: ImageFacts): Line | null {
  if (hasShell === false) return [l10n.t('none')];
  if (wording !== null) return [wording.replace('-', ' ')];
  return hasShell === true ? [l10n.t('yes')] : null;
}
