// A file on glibc's loader: libraries first, then symbol versions, each in the loader's own words.
import * as l10n from '@vscode/l10n';
import type { Architecture } from '../knowledge/image-facts.js';
import { atLeast } from '../knowledge/version.js';
import { isBeyond, libstdcxxVersion } from './libstdcxx.js';
import type { Linkage } from './linkage.js';
import type { LoadInput, Runtime, Verdict } from './loader-model.js';
import { fails, runs, unknown } from './verdicts.js';

/** Judges a file whose loader is there and is glibc's. */
export function loadOnGlibc(input: LoadInput): Verdict {
  const { linkage, runtime, path } = input;
  const library = missingLibrary(linkage, runtime);
  if (library !== null)
    return fails({
      cause: 'library-missing',
      error: `${path}: error while loading shared libraries: ${library}: cannot open shared object file: No such file or directory`,
      exitCode: 127,
      missing: library,
      reason: l10n.t('The file needs {0}, which the image does not have.', library),
    });
  const { minimumVersion } = linkage;
  const missing = missingVersions(linkage, runtime);
  const last = missing.at(-1);
  if (last) {
    const newest =
      minimumVersion !== null && last.library === 'libc.so.6' ? `GLIBC_${minimumVersion}` : last.version;
    return fails({
      cause: 'version-too-old',
      error: missing
        .map(
          ({ library: name, version }) =>
            `${path}: ${libraryFile(name, runtime)}: version \`${version}' not found (required by ${path})`,
        )
        .join('\n'),
      exitCode: 1,
      missing: newest,
      reason:
        minimumVersion !== null && runtime.version !== null && newest.startsWith('GLIBC_')
          ? l10n.t('The file needs glibc {0}, the image has {1}.', minimumVersion, runtime.version)
          : l10n.t('The file needs {0}, which {1} of the image does not have.', newest, last.library),
      certain: linkage.minimumIsExact,
    });
  }
  if (minimumVersion !== null && runtime.version === null)
    return unknown(
      l10n.t('The file needs glibc {0}; which version the image has is not known.', minimumVersion),
    );
  return runs;
}

interface MissingVersion {
  readonly library: string;
  readonly version: string;
}

/** In the order in which the loader names them; libc's newest always among them where libc is too old. */
function missingVersions(linkage: Linkage, runtime: Runtime): readonly MissingVersion[] {
  const { minimumVersion, versions = [] } = linkage;
  const missing: MissingVersion[] = [];
  const tooOld =
    minimumVersion !== null && runtime.version !== null && !atLeast(runtime.version, minimumVersion);
  for (const { library, versions: wanted } of versions) {
    const provided =
      library === 'libstdc++.so.6'
        ? libstdcxxVersion(runtime.distribution, runtime.release)
        : runtime.version;
    if (provided === null) continue;
    for (const version of wanted) {
      const beyond =
        library === 'libstdc++.so.6'
          ? isBeyond(version, provided)
          : version.startsWith('GLIBC_') && !atLeast(provided, version.slice('GLIBC_'.length));
      if (beyond) missing.push({ library, version });
    }
  }
  const newest = `GLIBC_${minimumVersion ?? ''}`;
  if (tooOld && !missing.some(({ version }) => version === newest))
    missing.unshift({ library: 'libc.so.6', version: newest });
  return missing;
}

const triplets: Readonly<Record<Architecture, string>> = {
  amd64: 'x86_64-linux-gnu',
  arm64: 'aarch64-linux-gnu',
  arm: 'arm-linux-gnueabihf',
  '386': 'i386-linux-gnu',
  ppc64le: 'powerpc64le-linux-gnu',
  s390x: 's390x-linux-gnu',
  riscv64: 'riscv64-linux-gnu',
  loong64: 'loongarch64-linux-gnu',
  mips64le: 'mips64el-linux-gnuabi64',
};

const multiArch = new Set(['debian', 'ubuntu', 'distroless', 'raspbian', 'kali', 'linuxmint']);

/** Debian and what derives from it keep libraries in a folder of the architecture's name, the others in /lib64. */
function libraryFile(library: string, { distribution, architecture }: Runtime): string {
  if (distribution !== null && multiArch.has(distribution))
    return `/lib/${triplets[architecture ?? 'amd64']}/${library}`;
  return architecture === 'arm' || architecture === '386' ? `/lib/${library}` : `/lib64/${library}`;
}

/** Sonames that come with glibc itself. */
const glibcOwn =
  /^(?:ld-linux.*|ld64|lib(?:c|m|dl|pthread|rt|util|resolv|crypt|nsl|anl|mvec|BrokenLocale|thread_db))\.so(?:\.\d+)?$/;

function missingLibrary({ needed }: Linkage, { libraries }: Runtime): string | null {
  if (libraries === null) return null;
  return needed.find((name) => !glibcOwn.test(name) && !libraries.includes(name)) ?? null;
}
