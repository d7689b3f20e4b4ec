// A package that has to do with the C library is not in the repositories that are searched.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { wording } from '../wording.js';

const ours = String.raw`(?<package>glibc-static(?:\.\w{1,10})?|libstdc\+\+-static(?:\.\w{1,10})?|gcompat|libc6-compat|glibc(?:-bin|-i18n|-dev)?|musl-dev|musl-tools|musl-gcc|libc6-dev|libc-dev|build-essential|libc6|openssl-libs-static|libexecinfo(?:-dev)?)`;

export const packageNotAvailable: MessageFamily = {
  id: 'package-not-available',
  ambiguous: false,
  wordings: [
    wording('apk', ['no such package'], String.raw`${ours} \(no such package\)`),
    wording(
      'package-manager',
      ['nable to find a match'],
      String.raw`(?:Error: )?Unable to find a match: (?:[\w.+-]{1,60} ){0,10}${ours}`,
    ),
    wording(
      'package-manager',
      ['No match for argument', 'No package'],
      String.raw`(?:No match for argument: ${ours}|No package ${ours.replace('<package>', '<yumPackage>')} available)`,
    ),
    wording(
      'package-manager',
      ['nable to locate package'],
      String.raw`(?:E: )?Unable to locate package ${ours}`,
    ),
  ],
  explain: (captures, code) => {
    const name = captures['package'] ?? captures['yumPackage'] ?? '';
    return {
      title: l10n.t('The package is not in the repositories that are searched'),
      meaning: l10n.t('{0} was not found.', code(name)),
      why: /static/.test(name)
        ? l10n.t(
            'Red Hat 8 and newer, and their kin, keep static libraries in a repository that is off at first: CRB, PowerTools or codeready-builder.',
          )
        : l10n.t(
            'Names differ: Alpine has {0} and {1}, Debian {2} and {3}, Red Hat {4} and {5}. {6} is no package of Alpine, it has musl.',
            code('musl-dev'),
            code('build-base'),
            code('libc6-dev'),
            code('build-essential'),
            code('glibc-devel'),
            code('glibc-static'),
            code('glibc'),
          ),
      remedies: [
        l10n.t(
          'Red Hat and its kin: {0}, on release 8 {1}.',
          code('dnf --enablerepo=crb install glibc-static'),
          code('dnf --enablerepo=powertools install glibc-static'),
        ),
        l10n.t('Debian: run {0} first.', code('apt-get update')),
        l10n.t(
          'Alpine: {0} stands in the community repository up to 3.18, in main from 3.19 on.',
          code('gcompat'),
        ),
      ],
      ambiguity: null,
    };
  },
  examples: [
    { text: '  gcompat (no such package):', layer: 'apk', captures: { package: 'gcompat' } },
    { text: 'Error: Unable to find a match: glibc-static', captures: { package: 'glibc-static' } },
    { text: 'No match for argument: glibc-static', captures: { package: 'glibc-static' } },
    { text: 'No package glibc-static available.', captures: { yumPackage: 'glibc-static' } },
    { text: 'E: Unable to locate package musl-dev', captures: { package: 'musl-dev' } },
  ],
  others: ['E: Unable to locate package nginx', 'vim (no such package)'],
};
