// The optional package with the native part for this C library is not installed.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { quote, quotes, wording } from '../wording.js';

export const nodePlatformPackage: MessageFamily = {
  id: 'node-platform-package',
  ambiguous: false,
  wordings: [
    wording(
      'node',
      ['Cannot find module'],
      String.raw`Cannot find module ${quote}(?<package>[\w@./-]{0,150}linux[\w.-]{0,30}(?:musl|gnu)[\w.-]{0,20}|[\w@./-]{0,150}linuxmusl[\w.-]{0,20})${quote}`,
    ),
    wording(
      'node',
      ['using the linuxmusl-', 'using the linux-'],
      String.raw`Could not load the "(?<module>[\w@/-]{1,60})" module using the (?<package>linux(?:musl)?-\w{1,12}) runtime`,
    ),
    wording(
      'node',
      ['Query engine library', 'Query Engine'],
      String.raw`(?:Prisma Client could not locate the )?[Qq]uery [Ee]ngine (?:library )?for (?:current platform|runtime) ${quotes}(?<package>[\w.-]{1,60})${quotes}(?: could not be found)?`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('The native part for this C library was not installed'),
    meaning: l10n.t('{0} is missing.', code(captures['package'] ?? '')),
    why: l10n.t(
      'Such packages come once for each system and C library, and npm installs only the one that fits the machine it runs on. {0} was filled on another one.',
      code('node_modules'),
    ),
    remedies: [
      l10n.t(
        'Install in the image that runs, or in one with the same C library ({0}), and keep {1} out of the build context.',
        code('npm ci'),
        code('node_modules'),
      ),
      l10n.t('Or name the platform: {0}.', code('npm install --os=linux --libc=musl --cpu=x64')),
      l10n.t(
        'Prisma: add the platform to {0}, for example {1}.',
        code('binaryTargets'),
        code('linux-musl-openssl-3.0.x'),
      ),
    ],
    ambiguity: null,
  }),
  examples: [
    {
      text: "Loading linux musl addon Error: Cannot find module '@node-rs/bcrypt-linux-musl'",
      captures: { package: '@node-rs/bcrypt-linux-musl' },
    },
    {
      text: "Error: Cannot find module '@rollup/rollup-linux-x64-musl'. npm has a bug related to optional dependencies",
      captures: { package: '@rollup/rollup-linux-x64-musl' },
    },
    { text: "Error: Cannot find module '../lightningcss.linux-x64-gnu.node'" },
    {
      text: 'Error: Could not load the "sharp" module using the linuxmusl-x64 runtime',
      captures: { package: 'linuxmusl-x64' },
    },
    {
      text: 'Query engine library for current platform "linux-musl" could not be found',
      captures: { package: 'linux-musl' },
    },
  ],
  others: ["Error: Cannot find module 'express'", "Cannot find module './linux/index.js'"],
};
