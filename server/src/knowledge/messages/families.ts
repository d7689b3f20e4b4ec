// Every family of messages. Where two would take the same text, the one that stands first has it.
import { apkOverwrite } from './families/apk-overwrite.js';
import { badElfInterpreter } from './families/bad-elf-interpreter.js';
import { badScriptInterpreter } from './families/bad-script-interpreter.js';
import { cgoCompilerFailed } from './families/cgo-compiler-failed.js';
import { cgoCompilerMissing } from './families/cgo-compiler-missing.js';
import { cgoCrossCompiler } from './families/cgo-cross-compiler.js';
import { cgoFilesExcluded } from './families/cgo-files-excluded.js';
import { childProcessNotFound } from './families/child-process-not-found.js';
import { commandNotFound } from './families/command-not-found.js';
import { containerFileMissing } from './families/container-file-missing.js';
import { containerStartNotFound } from './families/container-start-not-found.js';
import { crashLoopBackOff } from './families/crash-loop-back-off.js';
import { dotnetRuntimeIdentifier } from './families/dotnet-runtime-identifier.js';
import { emulatorLoaderMissing } from './families/emulator-loader-missing.js';
import { dynamicLoadingUnsupported } from './families/dynamic-loading-unsupported.js';
import { execFormatError } from './families/exec-format-error.js';
import { exitStatus127 } from './families/exit-status-127.js';
import { fileNamesInterpreter } from './families/file-names-interpreter.js';
import { flagNeedsCgo } from './families/flag-needs-cgo.js';
import { gcompatStub } from './families/gcompat-stub.js';
import { glibcLibraryMissing } from './families/glibc-library-missing.js';
import { glibcPartsMixed } from './families/glibc-parts-mixed.js';
import { glibcTooOld } from './families/glibc-too-old.js';
import { internalLinkNeedsLibc } from './families/internal-link-needs-libc.js';
import { jvmNativeLibrary } from './families/jvm-native-library.js';
import { kernelTooOld } from './families/kernel-too-old.js';
import { ldconfigNotSymlink } from './families/ldconfig-not-symlink.js';
import { lddLibraryNotFound } from './families/ldd-library-not-found.js';
import { lddListsGlibcProgram } from './families/ldd-lists-glibc-program.js';
import { lddNotDynamic } from './families/ldd-not-dynamic.js';
import { lddNotValidDynamicProgram } from './families/ldd-not-valid-dynamic-program.js';
import { libcHeadersMissing } from './families/libc-headers-missing.js';
import { libraryForLinkMissing } from './families/library-for-link-missing.js';
import { libraryHeadersMissing } from './families/library-headers-missing.js';
import { libraryVersionMissing } from './families/library-version-missing.js';
import { libstdcxxTooOld } from './families/libstdcxx-too-old.js';
import { linkerFailed } from './families/linker-failed.js';
import { linkerMissing } from './families/linker-missing.js';
import { muslCannotLoad } from './families/musl-cannot-load.js';
import { muslCxxRuntimeMissing } from './families/musl-cxx-runtime-missing.js';
import { muslCxxSymbol } from './families/musl-cxx-symbol.js';
import { muslFileOnGlibc } from './families/musl-file-on-glibc.js';
import { muslFortifySymbol } from './families/musl-fortify-symbol.js';
import { muslGlibcLoaderNeeded } from './families/musl-glibc-loader-needed.js';
import { muslGlibcSymbol } from './families/musl-glibc-symbol.js';
import { muslLibraryMissing } from './families/musl-library-missing.js';
import { muslRelocationType } from './families/musl-relocation-type.js';
import { muslSymbolMissing } from './families/musl-symbol-missing.js';
import { muslSymbolTooNew } from './families/musl-symbol-too-new.js';
import { muslThreadStorage } from './families/musl-thread-storage.js';
import { nodeAddonLoad } from './families/node-addon-load.js';
import { nodePlatformPackage } from './families/node-platform-package.js';
import { oracleClient } from './families/oracle-client.js';
import { packageNotAvailable } from './families/package-not-available.js';
import { pipNoWheel } from './families/pip-no-wheel.js';
import { requiredFileNotFound } from './families/required-file-not-found.js';
import { programReadAsScript } from './families/program-read-as-script.js';
import { resolverTagsConflict } from './families/resolver-tags-conflict.js';
import { runtimeCgoMissing } from './families/runtime-cgo-missing.js';
import { rustOpensslMissing } from './families/rust-openssl-missing.js';
import { rustStaticCrateType } from './families/rust-static-crate-type.js';
import { rustTargetMissing } from './families/rust-target-missing.js';
import { scratchNameLookup } from './families/scratch-name-lookup.js';
import { shebangCarriageReturn } from './families/shebang-carriage-return.js';
import { shellNotFound } from './families/shell-not-found.js';
import { sqlDriverMissing } from './families/sql-driver-missing.js';
import { sqliteStub } from './families/sqlite-stub.js';
import { startFilesMissing } from './families/start-files-missing.js';
import { starterNotFound } from './families/starter-not-found.js';
import { staticGlibcResolver } from './families/static-glibc-resolver.js';
import { staticLibcMissing } from './families/static-libc-missing.js';
import { staticLookupCrash } from './families/static-lookup-crash.js';
import { staticLinkOfShared } from './families/static-link-of-shared.js';
import { staticallyLinked } from './families/statically-linked.js';
import { traceTrap } from './families/trace-trap.js';
import { undefinedGlibcReference } from './families/undefined-glibc-reference.js';
import { undefinedSymbolAtStart } from './families/undefined-symbol-at-start.js';
import { unsupportedPlatform } from './families/unsupported-platform.js';
import { wrongElfClass } from './families/wrong-elf-class.js';
import type { MessageFamily } from './model.js';

export const families: readonly MessageFamily[] = [
  shebangCarriageReturn,
  badElfInterpreter,
  badScriptInterpreter,
  execFormatError,
  programReadAsScript,
  emulatorLoaderMissing,
  requiredFileNotFound,
  cgoCompilerMissing,
  containerFileMissing,
  muslThreadStorage,
  muslRelocationType,
  muslSymbolTooNew,
  muslFortifySymbol,
  muslCxxSymbol,
  muslGlibcSymbol,
  muslSymbolMissing,
  muslGlibcLoaderNeeded,
  muslCxxRuntimeMissing,
  muslLibraryMissing,
  muslCannotLoad,
  gcompatStub,
  dynamicLoadingUnsupported,
  glibcPartsMixed,
  glibcTooOld,
  libstdcxxTooOld,
  libraryVersionMissing,
  muslFileOnGlibc,
  wrongElfClass,
  glibcLibraryMissing,
  undefinedSymbolAtStart,
  kernelTooOld,
  lddListsGlibcProgram,
  lddNotDynamic,
  lddNotValidDynamicProgram,
  lddLibraryNotFound,
  staticallyLinked,
  fileNamesInterpreter,
  staticGlibcResolver,
  staticLookupCrash,
  staticLibcMissing,
  libraryForLinkMissing,
  startFilesMissing,
  staticLinkOfShared,
  undefinedGlibcReference,
  linkerMissing,
  libcHeadersMissing,
  libraryHeadersMissing,
  cgoCrossCompiler,
  cgoCompilerFailed,
  flagNeedsCgo,
  cgoFilesExcluded,
  sqliteStub,
  sqlDriverMissing,
  runtimeCgoMissing,
  internalLinkNeedsLibc,
  unsupportedPlatform,
  resolverTagsConflict,
  scratchNameLookup,
  apkOverwrite,
  packageNotAvailable,
  ldconfigNotSymlink,
  nodeAddonLoad,
  nodePlatformPackage,
  pipNoWheel,
  jvmNativeLibrary,
  dotnetRuntimeIdentifier,
  oracleClient,
  rustTargetMissing,
  rustStaticCrateType,
  rustOpensslMissing,
  childProcessNotFound,
  starterNotFound,
  containerStartNotFound,
  commandNotFound,
  shellNotFound,
  linkerFailed,
  traceTrap,
  exitStatus127,
  crashLoopBackOff,
];
