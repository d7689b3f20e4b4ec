// The text format of `image`: one row per reference, columns as wide as what stands in them.
import * as l10n from '@vscode/l10n';
import type { ImageReport } from '../image-report.js';
import type { Colours } from '../terminal.js';
import { columns, visible } from './excerpt.js';

export function imageText(images: readonly ImageReport[], colours: Colours): string {
  const header = [
    l10n.t('image'),
    l10n.t('libc'),
    l10n.t('distribution'),
    l10n.t('packages'),
    l10n.t('C compiler'),
    l10n.t('Go'),
    l10n.t('shell'),
  ];
  const rows = images.map((image) => [
    visible(image.ref),
    libcName(image),
    [image.distribution ?? '?', image.release ?? ''].join(' ').trim(),
    image.packageManager === 'none' ? '-' : (image.packageManager ?? '?'),
    yesOrNo(image.cCompiler),
    image.go ?? '-',
    yesOrNo(image.shell),
  ]);
  const widths = header.map((title, i) =>
    Math.max(columns(title), ...rows.map((row) => columns(row[i] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - columns(cell)))
      .join('  ')
      .trimEnd();
  return [colours.dim(line(header)), ...rows.map(line)].map((row) => `${row}\n`).join('');
}

/** `glibc 2.36`, `musl`, `none`, `unknown`. */
export const libcName = ({ libc, version }: Pick<ImageReport, 'libc' | 'version'>): string =>
  version === null ? libc : `${libc} ${version}`;

const yesOrNo = (value: boolean | null): string =>
  value === null ? '?' : value ? l10n.t('yes') : l10n.t('no');
