// Hover of a go command: every input of the link with its reason, the result, and where it runs.
import * as l10n from '@vscode/l10n';
import { code, fill, heading, paragraph, table, type Block, type Line } from '../blocks.js';
import { evidence, where } from './evidence.js';
import { linkageLine, minimumLine, runsOnLine } from './portability-words.js';
import type { Analysis, GoBuild, Setting } from '../../build/model.js';

/** Shown even where nobody set it. */
const always = 'CGO_ENABLED';
const mostNames = 6;

/** @param told Whether a finding above has told the error and the evidence. */
export function goBuildBlocks(analysis: Analysis, build: GoBuild, told: boolean): Block[] {
  const { outcome, input } = build;
  const rows: (readonly [Line, Line, Line] | null)[] = [
    [[l10n.t('Go version')], [input.goVersion], [imageOf(analysis, build)]],
    ...settingsOf(build).map((setting) => settingRow(analysis, build, setting)),
    [[l10n.t('What uses cgo')], usesLine(build), [certainty(build)]],
    ...flagRows(analysis, build),
    outcome.error !== null
      ? null
      : [
          [l10n.t('Link')],
          [
            outcome.linkMode === 'internal'
              ? l10n.t('by Go itself (internal)')
              : l10n.t('by the C compiler (external)'),
          ],
          [],
        ],
    [[l10n.t('Target')], [{ code: `${outcome.goos}/${outcome.goarch}` }], []],
    [
      [l10n.t('Result')],
      outcome.error !== null ? [l10n.t('the build fails')] : linkageLine(outcome.linkage),
      [],
    ],
    optional(l10n.t('Minimum'), minimumLine(outcome.linkage)),
    optional(l10n.t('Runs on'), outcome.error !== null ? null : runsOnLine(outcome.linkage)),
  ];
  return [
    heading({ code: `go ${build.verb}` }),
    table(
      [l10n.t('Input'), l10n.t('Value'), l10n.t('Why')],
      rows.filter((row) => row !== null),
    ),
    ...(outcome.crashesAtStart
      ? [paragraph(l10n.t('It builds, and is killed by SIGTRAP at its start wherever it runs.'))]
      : []),
    ...(outcome.error === null || told
      ? []
      : [heading(l10n.t('What the build prints')), code(outcome.error)]),
    ...(outcome.warnings.length === 0
      ? []
      : [heading(l10n.t('What the linker warns of')), code(outcome.warnings.join('\n'))]),
    ...(told ? [] : evidence(analysis, [...outcome.because, ...build.because])),
  ];
}

const optional = (label: string, value: Line | null): readonly [Line, Line, Line] | null =>
  value === null ? null : [[label], value, []];

function imageOf(analysis: Analysis, build: GoBuild): string {
  const image = analysis.stages[build.stage]?.image;
  return image === undefined || image.go === null ? '' : image.reference;
}

/** The settings, CGO_ENABLED among them though nobody set it. */
function settingsOf({ settings, outcome }: GoBuild): readonly Setting[] {
  if (settings.some(({ name }) => name === always)) return settings;
  const value = outcome.cgo ? '1' : '0';
  return [{ name: always, value, how: 'default', place: null, valuePlace: null }, ...settings];
}

function settingRow(
  analysis: Analysis,
  build: GoBuild,
  setting: Setting,
): readonly [Line, Line, Line] | null {
  const { name, value, how, place } = setting;
  if (name !== always && how === 'default') return null;
  const shown: Line =
    value === null ? [l10n.t('not known')] : value === '' ? [l10n.t('empty')] : [{ code: value }];
  const reason = settingReason(build, setting);
  return [[{ code: name }], shown, place === null ? [reason] : [`${reason} `, where(analysis, place)]];
}

function settingReason(build: GoBuild, { name, how, value }: Setting): string {
  switch (how) {
    case 'command':
      return l10n.t('set on the command');
    case 'env':
      return l10n.t('set by ENV');
    case 'arg':
      return l10n.t('set by ARG');
    case 'export':
      return l10n.t('set by export');
    case 'go env -w':
      return l10n.t('set by go env -w');
    case 'image':
      return l10n.t('set by the image');
    case 'parent':
      return l10n.t('set in the stage it starts from');
    case 'default':
      return name === always ? defaultReason(build, value) : l10n.t("Go's default");
  }
}

/** cmd/go: from Go 1.20 on the default is 1 only where the C compiler is found, and always 0 when cross compiling. */
function defaultReason({ input, outcome }: GoBuild, value: string | null): string {
  if (value === null) return l10n.t("Go's default");
  if (outcome.goarch !== input.host.architecture || outcome.goos !== 'linux') {
    return l10n.t("Go's default when it builds for another platform");
  }
  return input.compiler.ccFound
    ? l10n.t("Go's default: a C compiler is there")
    : value === '0'
      ? l10n.t("Go's default: no C compiler is there")
      : l10n.t("Go's default before Go 1.20, whether a C compiler is there or not");
}

function usesLine({ input }: GoBuild): Line {
  const names = [...input.program.imports, ...input.program.cgoPackages.map(({ importPath }) => importPath)];
  if (names.length === 0) return [l10n.t('nothing')];
  const shown = names
    .slice(0, mostNames)
    .flatMap((name, i): Line => (i === 0 ? [{ code: name }] : [', ', { code: name }]));
  return names.length > mostNames ? [...shown, ', …'] : shown;
}

const certainty = ({ program }: GoBuild): string =>
  program === 'read' ? l10n.t('read from the sources') : l10n.t('assumed: the sources cannot be read here');

const shownFlags = new Set([
  '-ldflags',
  '-tags',
  '-buildmode',
  '-installsuffix',
  '-race',
  '-msan',
  '-asan',
  '-a',
]);

function flagRows(analysis: Analysis, build: GoBuild): (readonly [Line, Line, Line])[] {
  const last = new Map(
    build.flags.filter(({ name }) => shownFlags.has(name)).map((flag) => [flag.name, flag]),
  );
  return [...last.values()].map((flag) => {
    const ignored = build.outcome.staticFlagIgnored && flag.name === '-ldflags';
    return [
      [{ code: flag.name }],
      flag.value === null ? [] : [{ code: flag.value }],
      ignored
        ? fill(
            l10n.t('{0} has no effect: Go links by itself {1}'),
            { code: '-static' },
            where(analysis, flag.place),
          )
        : [where(analysis, flag.place)],
    ];
  });
}
