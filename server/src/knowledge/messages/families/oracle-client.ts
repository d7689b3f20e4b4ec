// Oracle's client library, which is for glibc, cannot be loaded.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { wording } from '../wording.js';

export const oracleClient: MessageFamily = {
  id: 'oracle-client',
  ambiguous: true,
  wordings: [
    wording(
      'glibc-loader',
      ['DPI-1047'],
      String.raw`DPI-1047(?:: Cannot locate a (?:32|64)-bit Oracle Client library)?`,
    ),
  ],
  explain: (_, code) => ({
    title: l10n.t('The client library of Oracle cannot be loaded'),
    meaning: l10n.t('What the loader said stands in quotes behind it.'),
    why: l10n.t(
      'Oracle builds its client for glibc only. On Alpine {0} and other parts of glibc are missing.',
      code('libnsl.so.1'),
    ),
    remedies: [
      l10n.t('Take a base with glibc: Oracle Linux or Debian.'),
      l10n.t('On Debian, install {0} with it.', code('libaio1')),
      l10n.t('Or use a driver that needs no client (the thin mode of python-oracledb and node-oracledb).'),
    ],
    ambiguity: l10n.t(
      'If {0} is not found, the client is missing or {1} does not point to it.',
      code('libclntsh.so'),
      code('LD_LIBRARY_PATH'),
    ),
  }),
  examples: [
    {
      text: 'DPI-1047: Cannot locate a 64-bit Oracle Client library: "libclntsh.so: cannot open shared object file"',
    },
  ],
  others: ['ORA-12541: TNS:no listener'],
};
