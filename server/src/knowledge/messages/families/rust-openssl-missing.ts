// The OpenSSL bindings of Rust find no OpenSSL for the target.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { quote, wording } from '../wording.js';

export const rustOpensslMissing: MessageFamily = {
  id: 'rust-openssl-missing',
  ambiguous: false,
  wordings: [
    wording(
      'rust',
      ['directory of OpenSSL installation'],
      'Could not find directory of OpenSSL installation',
    ),
    wording(
      'rust',
      ['openssl-sys'],
      String.raw`failed to run custom build command for ${quote}openssl-sys[^\n\u0060'"]{0,40}${quote}`,
    ),
  ],
  explain: (_, code) => ({
    title: l10n.t('The build finds no OpenSSL for its target'),
    meaning: l10n.t(
      '{0} compiles against the OpenSSL of the target, and there is none.',
      code('openssl-sys'),
    ),
    why: l10n.t(
      'The builder has no development package of OpenSSL, or has it for glibc while the target is musl.',
    ),
    remedies: [
      l10n.t(
        'Install it: {0} on Alpine, {1} on Debian.',
        code('apk add openssl-dev openssl-libs-static pkgconf'),
        code('apt-get install libssl-dev pkg-config'),
      ),
      l10n.t('Or have it built along: the feature {0} of the crate {1}.', code('vendored'), code('openssl')),
      l10n.t('Or do without it: {0}.', code('rustls')),
    ],
    ambiguity: null,
  }),
  examples: [
    {
      text: 'Could not find directory of OpenSSL installation, and this `-sys` crate cannot proceed without this knowledge.',
    },
    { text: 'error: failed to run custom build command for `openssl-sys v0.9.99`' },
  ],
  others: ['error: failed to run custom build command for `ring v0.17.0`'],
};
