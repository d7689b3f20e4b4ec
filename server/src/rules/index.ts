// The list of all rules, in the order of the manual.
import type { Rule } from './model.js';
import { buildModeNeedsCgo } from './build-mode-needs-cgo.js';
import { cgoCrossCompile } from './cgo-cross-compile.js';
import { cgoRequiredButDisabled } from './cgo-required-but-disabled.js';
import { cgoWithoutCompiler } from './cgo-without-compiler.js';
import { dynamicBinaryWithoutLoader } from './dynamic-binary-without-loader.js';
import { floatingBuilderPinnedRuntime } from './floating-builder-pinned-runtime.js';
import { glibcBinaryOnMusl } from './glibc-binary-on-musl.js';
import { glibcPackageConflict } from './glibc-package-conflict.js';
import { glibcShimInsufficient } from './glibc-shim-insufficient.js';
import { glibcTooOld } from './glibc-too-old.js';
import { ldconfigOnMusl } from './ldconfig-on-musl.js';
import { loaderSymlink } from './loader-symlink.js';
import { missingSharedLibrary } from './missing-shared-library.js';
import { muslBinaryOnGlibc } from './musl-binary-on-glibc.js';
import { muslBuildTagMissing } from './musl-build-tag-missing.js';
import { obsoleteGoFlag } from './obsolete-go-flag.js';
import { pieNeedsLoader } from './pie-needs-loader.js';
import { platformDependentCgo } from './platform-dependent-cgo.js';
import { staticFlagIgnored } from './static-flag-ignored.js';
import { staticGlibcResolver } from './static-glibc-resolver.js';
import { staticGoCrashesAtStart } from './static-go-crashes-at-start.js';
import { staticLibcMissing } from './static-libc-missing.js';
import { unknownGoPlatform } from './unknown-go-platform.js';
import { unusedIgnore } from './unused-ignore.js';
import { wrongArchitecture } from './wrong-architecture.js';

export const rules: readonly Rule[] = [
  glibcBinaryOnMusl,
  muslBinaryOnGlibc,
  dynamicBinaryWithoutLoader,
  glibcTooOld,
  missingSharedLibrary,
  wrongArchitecture,
  staticGoCrashesAtStart,
  pieNeedsLoader,
  cgoWithoutCompiler,
  cgoRequiredButDisabled,
  cgoCrossCompile,
  buildModeNeedsCgo,
  platformDependentCgo,
  muslBuildTagMissing,
  floatingBuilderPinnedRuntime,
  staticLibcMissing,
  staticFlagIgnored,
  staticGlibcResolver,
  unknownGoPlatform,
  obsoleteGoFlag,
  glibcShimInsufficient,
  glibcPackageConflict,
  loaderSymlink,
  ldconfigOnMusl,
  unusedIgnore,
];
