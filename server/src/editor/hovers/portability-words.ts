// Linkage and images in words: how a file is linked, where it runs, what runs in an image.
import * as l10n from '@vscode/l10n';
import { fill, type Line } from '../blocks.js';
import { releases } from '../../knowledge/distributions.js';
import { atLeast, compareVersions } from '../../knowledge/version.js';
import type { ImageFacts, Libc } from '../../knowledge/image-facts.js';
import type { Linkage } from '../../linking/linkage.js';

/** Names of libcs are the same in every language. */
const names: Readonly<Record<Libc, string>> = {
  glibc: 'glibc',
  musl: 'musl',
  uclibc: 'uClibc',
  bionic: 'Bionic',
  none: '',
};

/** `glibc 2.36`, `musl`, `none`, `not known`. */
export function libcName(libc: Libc | 'unknown', version: string | null = null): string {
  if (libc === 'unknown') return l10n.t('not known');
  if (libc === 'none') return l10n.t('none');
  return version === null ? names[libc] : `${names[libc]} ${version}`;
}

export function linkageLine(linkage: Linkage): Line {
  const { type, libc, interpreter } = linkage;
  switch (type) {
    case 'static':
      return [
        libc === null || libc === 'none'
          ? l10n.t('static')
          : l10n.t('static, with {0} inside', libcName(libc)),
      ];
    case 'static-pie':
      return [l10n.t('static, position-independent')];
    case 'dynamic':
      if (libc === null)
        return interpreter === null
          ? [l10n.t('dynamic')]
          : fill(l10n.t('dynamic: needs no library, but asks for the loader {0}'), { code: interpreter });
      if (interpreter === null) return [l10n.t('dynamic, linked against {0}', libcName(libc))];
      return fill(
        l10n.t('dynamic, linked against {1}: asks for the loader {0}'),
        { code: interpreter },
        libcName(libc),
      );
    case 'not-built':
      return [l10n.t('not built: the command fails')];
    case 'unknown':
      return [l10n.t('not known')];
  }
}

/** The libc version a dynamic file asks for; null where that says nothing. */
export function minimumLine(linkage: Linkage): Line | null {
  const { type, libc, minimumVersion, minimumIsExact } = linkage;
  if (type !== 'dynamic' || libc === null || minimumVersion === null) return null;
  const name = libcName(libc, minimumVersion);
  return [minimumIsExact ? name : l10n.t('at most {0}, the version it is built against', name)];
}

export function runsOnLine(linkage: Linkage): Line | null {
  const { type, libc, minimumVersion, interpreter } = linkage;
  switch (type) {
    case 'static':
    case 'static-pie':
      return [l10n.t('every Linux image of its architecture, scratch and Alpine included')];
    case 'dynamic': {
      if (libc === 'glibc') {
        if (minimumVersion === null)
          return [
            l10n.t(
              'images with a glibc that is not older than the one it is built against; not Alpine, not scratch',
            ),
          ];
        const known = oldestWith(minimumVersion);
        const images = l10n.t('images with glibc {0} or newer; not Alpine, not scratch', minimumVersion);
        return [known.length === 0 ? images : l10n.t('{0} ({1} and newer)', images, known.join(', '))];
      }
      if (libc === 'musl') return [l10n.t('images with musl, such as Alpine; not Debian, not scratch')];
      return interpreter === null
        ? null
        : fill(l10n.t('images that hold the loader {0}; not scratch'), { code: interpreter });
    }
    case 'not-built':
    case 'unknown':
      return null;
  }
}

const shownDistributions: readonly (readonly [distribution: string, name: string])[] = [
  ['debian', 'Debian'],
  ['ubuntu', 'Ubuntu'],
  ['rhel', 'RHEL'],
  ['amazonlinux', 'Amazon Linux'],
];

/** The oldest release of well-known distributions whose glibc is no older. */
function oldestWith(minimum: string): string[] {
  return shownDistributions.flatMap(([distribution, name]) => {
    let oldest: (typeof releases)[number] | null = null;
    for (const release of releases) {
      if (release.distribution !== distribution || release.version === null || release.libc !== 'glibc')
        continue;
      if (!atLeast(release.version, minimum)) continue;
      if (oldest === null || compareVersions(release.version, oldest.version ?? '0') < 0) oldest = release;
    }
    return oldest?.release ? [`${name} ${oldest.release}`] : [];
  });
}

export function runsInLine(image: Pick<ImageFacts, 'libc' | 'version' | 'secondLibc'>): Line {
  const { libc, version, secondLibc } = image;
  if (secondLibc !== null) {
    return [
      l10n.t(
        'static programs, and dynamic ones linked against {0} or {1}',
        libcName(libc, version),
        libcName(secondLibc.libc, secondLibc.version),
      ),
    ];
  }
  switch (libc) {
    case 'none':
      return [l10n.t('static programs only: there is no loader')];
    case 'unknown':
      return [l10n.t('not known; static programs always')];
    case 'glibc':
      return [
        version === null
          ? l10n.t('static programs, and dynamic ones linked against a glibc that is no newer')
          : l10n.t('static programs, and dynamic ones that ask for glibc {0} or older', version),
      ];
    case 'musl':
    case 'uclibc':
    case 'bionic':
      return [
        version === null
          ? l10n.t(
              'static programs, and dynamic ones linked against {0}; none linked against glibc',
              libcName(libc),
            )
          : l10n.t(
              'static programs, and dynamic ones linked against {0} or older; none linked against glibc',
              libcName(libc, version),
            ),
      ];
  }
}
