// Two apk packages own the same file: a glibc beside a shim.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { wording } from '../wording.js';

export const apkOverwrite: MessageFamily = {
  id: 'apk-overwrite',
  ambiguous: false,
  wordings: [
    wording(
      'apk',
      ['trying to overwrite'],
      String.raw`(?:ERROR: )?(?<package>[\w.+-]{1,100}): trying to overwrite (?<file>[\w./+-]{1,200}) owned by (?<owner>[\w.+-]{1,100}?)(?=\.?(?:\s|$))`,
    ),
  ],
  explain: (captures, code) => {
    const file = captures['file'] ?? '';
    return {
      title: l10n.t('Two packages want to own the same file'),
      meaning: l10n.t(
        '{0} brings {1}, which belongs to {2}.',
        code(captures['package'] ?? ''),
        code(`/${file}`),
        code(captures['owner'] ?? ''),
      ),
      why: file.includes('nsswitch.conf')
        ? l10n.t(
            'Alpine itself owns this file since 3.16.2; the glibc package before {0} brings it too.',
            code('2.35-r1'),
          )
        : l10n.t(
            'Both put a loader of glibc at the same place. Only one of them can be in an image: a whole glibc, or {0} or {1}. Since Alpine 3.19 {1} is {0}.',
            code('gcompat'),
            code('libc6-compat'),
          ),
      remedies: [
        file.includes('nsswitch.conf')
          ? l10n.t('Take {0} of the glibc package, or add {1}.', code('2.35-r1'), code('--force-overwrite'))
          : l10n.t(
              'Remove the shim ({0}) and keep glibc, or the other way round.',
              code('apk del libc6-compat gcompat'),
            ),
        l10n.t(
          'Simpler and surer: a base image with glibc ({0}), or the program built for Alpine.',
          code('debian:bookworm-slim'),
        ),
        l10n.t(
          '{0} gets over it, and leaves the file of the package that came last.',
          code('apk add --force-overwrite'),
        ),
      ],
      ambiguity: null,
    };
  },
  examples: [
    {
      text: 'ERROR: glibc-2.31-r0: trying to overwrite lib64/ld-linux-x86-64.so.2 owned by libc6-compat-1.1.20-r5.',
      captures: {
        package: 'glibc-2.31-r0',
        file: 'lib64/ld-linux-x86-64.so.2',
        owner: 'libc6-compat-1.1.20-r5',
      },
    },
    {
      text: 'ERROR: glibc-2.34-r0: trying to overwrite etc/nsswitch.conf owned by alpine-baselayout-data-3.2.0-r23.',
      captures: { file: 'etc/nsswitch.conf' },
    },
  ],
  others: ['trying to overwrite the file'],
};
