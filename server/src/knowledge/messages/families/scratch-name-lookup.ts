// A static program in an image without the files that a lookup reads.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { wording } from '../wording.js';

export const scratchNameLookup: MessageFamily = {
  id: 'scratch-name-lookup',
  ambiguous: true,
  wordings: [
    wording(
      'go',
      ['[::1]:53'],
      String.raw`lookup (?<host>[\w.-]{1,253}) on \[::1\]:53: [^\n]{1,200}?: connection refused`,
    ),
    wording(
      'go',
      ['user: '],
      String.raw`user: (?:Current requires cgo or \$USER(?:, \$HOME)? set in environment|Current not implemented on linux/\w{1,12}|unknown userid \d{1,10})`,
    ),
    wording(
      'go',
      ['unknown time zone'],
      String.raw`unknown time zone (?<zone>[A-Z][\w+-]{1,30}(?:/[\w+-]{1,30}){0,2})`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('The program starts, and the image lacks a file that it reads'),
    meaning:
      captures['host'] !== undefined
        ? l10n.t(
            '{0} could not be looked up: there is no {1}, so the program asked itself.',
            code(captures['host']),
            code('/etc/resolv.conf'),
          )
        : captures['zone'] !== undefined
          ? l10n.t('The time zone {0} is not in the image.', code(captures['zone']))
          : l10n.t('The user has no entry in {0}.', code('/etc/passwd')),
    why: l10n.t(
      'A static program needs no library, but still reads files. {0} has none of them, and Alpine has no time zones unless {1} is installed.',
      code('scratch'),
      code('tzdata'),
    ),
    remedies: [
      l10n.t(
        'Copy from the builder what is needed: {0}, {1}, {2}.',
        code('/etc/ssl/certs/ca-certificates.crt'),
        code('/usr/share/zoneinfo'),
        code('/etc/passwd'),
      ),
      l10n.t('Or take {0}, which has them.', code('gcr.io/distroless/static')),
      l10n.t('Time zones can be put into the program: {0}.', code('-tags timetzdata')),
    ],
    ambiguity: l10n.t('A container without a network and a misspelt zone give the same texts.'),
  }),
  examples: [
    {
      text: 'dial tcp: lookup example.com on [::1]:53: read udp [::1]:40000->[::1]:53: read: connection refused',
      captures: { host: 'example.com' },
    },
    { text: 'user: Current requires cgo or $USER set in environment' },
    { text: 'panic: unknown time zone Europe/Berlin', captures: { zone: 'Europe/Berlin' } },
  ],
  others: ['lookup example.com on 10.0.0.2:53: no such host', 'user: unknown field'],
};
