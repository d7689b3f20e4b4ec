// The C++ or unwinding runtime is missing, older, or glibc's.
import * as l10n from '@vscode/l10n';
import type { MessageFamily } from '../model.js';
import { installIt, sameAlpine } from '../remedies.js';
import { symbolNotFound } from '../relocation.js';

const ofCxx =
  /^(?:_Z|__gxx_|__cxa_(?!thread_atexit_impl|at_quick_exit|atexit|finalize)|_Unwind_|__dynamic_cast$|__cpu_)/;

export const muslCxxSymbol: MessageFamily = {
  id: 'musl-cxx-symbol',
  ambiguous: true,
  wordings: [symbolNotFound((symbol) => ofCxx.test(symbol))],
  explain: (captures, code) => {
    const symbol = captures['symbol'] ?? '';
    const unwinding = symbol.startsWith('_Unwind_') || symbol.startsWith('__cpu_');
    return {
      title: unwinding
        ? l10n.t('The unwinding runtime (libgcc_s) is missing or does not fit')
        : l10n.t('The C++ runtime (libstdc++) is missing or does not fit'),
      meaning: l10n.t(
        '{0} needs {1}, and no library in the image exports it.',
        code(captures['path'] ?? ''),
        code(symbol),
      ),
      why: l10n.t(
        'A bare Alpine has neither {0} nor {1}. If they are there, they are older than the ones the program was built with. Those of Debian do not work on musl.',
        code('libstdc++.so.6'),
        code('libgcc_s.so.1'),
      ),
      remedies: [
        unwinding ? installIt('apk add libgcc', code) : installIt('apk add libstdc++ libgcc', code),
        sameAlpine(),
        l10n.t('Or link it in: {0}.', code('-static-libstdc++ -static-libgcc')),
      ],
      ambiguity: l10n.t(
        'A glibc program on Alpine prints such lines too, next to {0}; then installing the runtime is not enough.',
        code('ld-linux-x86-64.so.2'),
      ),
    };
  },
  examples: [
    {
      text: 'Error relocating ./x: _Unwind_Resume: symbol not found',
      captures: { symbol: '_Unwind_Resume' },
    },
    { text: 'Error relocating /dist/MyApp: __cxa_pure_virtual: symbol not found' },
    {
      text: 'Error relocating /usr/local/bin/tool: _ZNSt7__cxx1119basic_ostringstreamIcSt11char_traitsIcESaIcEED1Ev: symbol not found',
    },
    { text: 'Error relocating ./x: __gxx_personality_v0: symbol not found' },
  ],
  others: ['Error relocating ./x: __cxa_thread_atexit_impl: symbol not found'],
};
