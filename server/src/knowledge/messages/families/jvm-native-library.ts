// Java cannot load a native library.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { wording } from '../wording.js';

export const jvmNativeLibrary: MessageFamily = {
  id: 'jvm-native-library',
  ambiguous: true,
  wordings: [
    wording(
      'java',
      ['in java.library.path'],
      String.raw`(?:java\.lang\.)?UnsatisfiedLinkError: no (?<library>[\w.-]{1,120}) in java\.library\.path`,
    ),
    wording(
      'java',
      ['UnsatisfiedLinkError'],
      String.raw`(?:java\.lang\.)?UnsatisfiedLinkError: (?<library>[\w./+-]{1,200}\.so(?:\.[\d.]{1,12})?)`,
    ),
  ],
  explain: (captures, code) => ({
    title: l10n.t('Java cannot load a native library'),
    meaning: l10n.t('{0} could not be loaded.', code(captures['library'] ?? '')),
    why: l10n.t(
      'Many jar files carry a native library that was built for glibc and unpack it when they run. On Alpine it does not load; what the loader says follows in the same line.',
    ),
    remedies: [
      l10n.t('Take a base with glibc: {0} instead of its Alpine form.', code('eclipse-temurin:21-jre')),
      l10n.t('Or a newer version of the library that brings a build for musl (snappy-java does).'),
      l10n.t('{0} is enough for some.', code('apk add gcompat')),
    ],
    ambiguity: l10n.t(
      'A library that is missing, or that is for another processor, gives the same exception.',
    ),
  }),
  examples: [
    {
      text: 'java.lang.UnsatisfiedLinkError: no io_grpc_netty_shaded_netty_tcnative_linux_x86_64_fedora in java.library.path',
    },
    {
      text: 'java.lang.UnsatisfiedLinkError: /tmp/libgdalalljni.so: something else',
      captures: { library: '/tmp/libgdalalljni.so' },
    },
  ],
  others: ['java.lang.NoClassDefFoundError: org/xerial/snappy/Snappy'],
};
