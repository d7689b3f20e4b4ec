// A linked file meets a runtime: whether it starts, and what the user reads when it does not.
import * as l10n from '@vscode/l10n';
import { loaderLibc, loaderPath } from '../knowledge/loaders.js';
import { because } from '../text/because.js';
import { loadOnGlibc } from './load-glibc.js';
import { loadBehindShim, loadOnMusl } from './load-musl.js';
import type { LoadInput, Verdict } from './loader-model.js';
import { startFailure, trapped } from './start-failure.js';
import { fails, runs, unknown } from './verdicts.js';

/** Judges one start; never fails. Checked against recorded starts on Debian, Alpine and an empty root (2026-11). */
export function load(input: LoadInput): Verdict {
  const { linkage } = input;
  if (linkage.type === 'unknown' || linkage.type === 'not-built') return unknown();
  const foreign = foreignArchitecture(input);
  if (foreign) return foreign;
  if (linkage.type !== 'dynamic') return loadStatic(input);
  if (linkage.interpreter === null) return loadWithoutInterpreter(input);
  return loadDynamic(input, linkage.interpreter);
}

/** Kernels run the 32-bit programs of amd64, and of arm64 where the processor still can. */
function foreignArchitecture(input: LoadInput): Verdict | null {
  const { architecture, runtime, linkage } = input;
  if (architecture === null || runtime.architecture === null || architecture === runtime.architecture)
    return null;
  if (architecture === '386' && runtime.architecture === 'amd64') {
    const elsewhere =
      linkage.type === 'dynamic' && !runtime.loaders.some(({ path }) => path === linkage.interpreter);
    return elsewhere ? noLoader(input, 'no-loader') : null;
  }
  const reason = l10n.t('The file is for {0}, the image runs on {1}.', architecture, runtime.architecture);
  if (architecture === 'arm' && runtime.architecture === 'arm64') return unknown(reason);
  const { text, exitCode } = startFailure('wrong-format', input);
  return fails({ cause: 'wrong-architecture', error: text, exitCode, missing: architecture, reason });
}

function loadStatic(input: LoadInput): Verdict {
  const { linkage, runtime } = input;
  if (linkage.crashesAtStart === true) {
    const { text, exitCode } = trapped(input);
    return fails({
      cause: 'crashes',
      error: text,
      exitCode,
      missing: null,
      reason: l10n.t(
        'The file was linked statically without runtime/cgo: it stops with SIGTRAP before main, wherever it runs.',
      ),
    });
  }
  const looksUp =
    linkage.libc === 'glibc' ? (linkage.symbols ?? []).filter((symbol) => nameService.has(symbol)) : [];
  if (looksUp.length === 0) return runs;
  const reason = l10n.t(
    'The static glibc inside loads modules of the same glibc version at run time to look up users and groups ({0}); other images do not have them.',
    looksUp.join(', '),
  );
  const same = runtime.libc === 'glibc';
  return { ...runs, kind: 'degraded', certain: !same, because: [because(reason)] };
}

/** What glibc answers through modules that it loads while running (NSS), where Go has no way of its own as for host names. */
const nameService = new Set([
  'getpwuid_r',
  'getpwnam_r',
  'getgrgid_r',
  'getgrnam_r',
  'getgrouplist',
  'getpwuid',
  'getpwnam',
]);

/** Shared libraries are loaded by programs of their own libc. */
function loadWithoutInterpreter(input: LoadInput): Verdict {
  const { linkage, runtime } = input;
  if (linkage.libc === null || runtime.libc === 'unknown')
    return linkage.needed.length === 0 ? runs : unknown();
  if (linkage.libc !== runtime.libc) return unknown();
  return runtime.libc === 'glibc'
    ? loadOnGlibc(input)
    : runtime.libc === 'musl'
      ? loadOnMusl(input)
      : unknown();
}

function loadDynamic(input: LoadInput, interpreter: string): Verdict {
  const { runtime } = input;
  const brought = runtime.loaders.find(({ path }) => path === interpreter);
  if (brought) return behindBrought(input, brought.libc);
  switch (runtime.libc) {
    case 'unknown':
    case 'bionic':
      return unknown(l10n.t('Which libc the image has is not known.'));
    case 'none':
    case 'uclibc':
      return noLoader(input, 'no-loader');
    case 'glibc':
      return onOwnLoader(input, interpreter, 'glibc') ?? noLoader(input, 'other-libc');
    case 'musl':
      return (
        onOwnLoader(input, interpreter, 'musl') ?? loadBehindShim(input) ?? noLoader(input, 'other-libc')
      );
  }
}

/** A loader that was copied or linked to the very path: whether what stands behind it suits the file. */
function behindBrought(input: LoadInput, libc: LoadInput['runtime']['libc']): Verdict {
  const { linkage, runtime } = input;
  if (libc === 'musl' && linkage.libc === 'glibc') {
    const shims = runtime.shims.includes('loader-symlink')
      ? runtime.shims
      : [...runtime.shims, 'loader-symlink' as const];
    return loadBehindShim({ ...input, runtime: { ...runtime, shims } }) ?? unknown();
  }
  if (libc !== linkage.libc) return unknown();
  if (libc === runtime.libc) return libc === 'glibc' ? loadOnGlibc(input) : loadOnMusl(input);
  // Its version and the libraries beside it are not known, but someone put it there for a reason.
  return { ...runs, certain: linkage.needed.length === 0 };
}

/** Null where the file asks for the loader of another libc; loaders of the right libc at unusual paths are not known to be there. */
function onOwnLoader(input: LoadInput, interpreter: string, libc: 'glibc' | 'musl'): Verdict | null {
  const asked = loaderLibc(interpreter);
  if (asked === null && input.linkage.libc !== libc) return null;
  if (asked !== null && asked !== libc) return null;
  const usual =
    input.runtime.architecture === null ? interpreter : loaderPath(libc, input.runtime.architecture);
  if (interpreter !== usual)
    return unknown(l10n.t('The file asks for the loader {0}, which is not the usual one.', interpreter));
  return libc === 'glibc' ? loadOnGlibc(input) : loadOnMusl(input);
}

function noLoader(input: LoadInput, cause: 'no-loader' | 'other-libc'): Verdict {
  const loader = input.linkage.interpreter ?? '';
  const { text, exitCode } = startFailure('no-loader', input);
  return fails({
    cause,
    error: text,
    exitCode,
    missing: loader,
    reason: l10n.t('The kernel looks for the loader {0}; the image does not have it.', loader),
  });
}
