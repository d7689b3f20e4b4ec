// Which packages of a build use cgo, and what of it must be compiled.
import * as l10n from '@vscode/l10n';
import { because, type Because } from '../text/because.js';
import { recompilesStandardLibrary, type GoBuildPlan } from './go-build.js';
import type { CgoPackage } from './go-link-model.js';
import { linksPieInternally, mustLinkExternally } from './go-platform.js';
import { goHas } from './go-version.js';

export interface CgoUse {
  /** Standard packages whose C parts are built in. */
  readonly standard: readonly string[];
  /** The program's own cgo packages, those of its modules among them. */
  readonly own: readonly CgoPackage[];
  /** The go command hands runtime/cgo to the linker although no package asks for it. */
  readonly forced: boolean;
  /** runtime/cgo is reached by a package: the program "uses cgo". */
  readonly reached: boolean;
  /** Some C code is compiled, so a compiler and its headers must be there. */
  readonly compiles: boolean;
  /** runtime/cgo itself is among it (else only the program's own packages, Go ≤ 1.19). */
  readonly compilesRuntime: boolean;
  readonly because: readonly Because[];
}

export function cgoUse(plan: GoBuildPlan): CgoUse {
  const { environment, input, sanitizer } = plan;
  if (!environment.cgo) return { ...none, because: [] };
  const reasons: Because[] = [];
  const standard = [...plan.leaves].filter((name) => keepsCgo(plan, name, reasons));
  const own = input.program.cgoPackages;
  for (const name of standard)
    reasons.push(because(l10n.t('The program reaches {0}, which uses cgo.', name)));
  if (own.length > 0)
    reasons.push(
      because(
        l10n.t('The program has cgo of its own: {0}.', own.map(({ importPath }) => importPath).join(', ')),
      ),
    );
  if (sanitizer !== null)
    reasons.push(because(l10n.t('{0} brings runtime/cgo into the program.', sanitizer)));
  const reached = standard.length > 0 || own.length > 0 || sanitizer !== null;
  const forced = forcesRuntimeCgo(plan);
  const shipped = goHas(input.goVersion, 'compiledStandardLibrary') && !recompilesStandardLibrary(plan);
  const compilesRuntime = (reached || forced || pieCompiles(plan)) && !shipped;
  return {
    standard,
    own,
    forced,
    reached,
    compiles: own.length > 0 || compilesRuntime,
    compilesRuntime,
    because: reasons,
  };
}

const none = {
  standard: [],
  own: [],
  forced: false,
  reached: false,
  compiles: false,
  compilesRuntime: false,
};

/** Whether a standard package's C parts survive the build tags; the netcgo tag outweighed netgo as long as both were accepted. */
function keepsCgo({ tags }: GoBuildPlan, name: string, reasons: Because[]): boolean {
  const tag = name === 'net' ? 'netgo' : name === 'os/user' ? 'osusergo' : null;
  if (tag === null || !tags.includes(tag) || (name === 'net' && tags.includes('netcgo'))) return true;
  reasons.push(because(l10n.t('The build tag {0} leaves the C parts of {1} out.', tag, name)));
  return false;
}

/** cmd/go/internal/load, LinkerDeps: what can only be linked externally gets runtime/cgo. */
function forcesRuntimeCgo({ buildMode, linker, input, environment, pie, flags }: GoBuildPlan): boolean {
  const { goos, goarch } = environment;
  if (mustLinkExternally(goos, goarch, false)) return true;
  if (buildMode === 'c-shared' || buildMode === 'plugin') return true;
  if (flags.some(({ name }) => name === '-linkshared')) return true;
  if (pie && !linksPieInternally(goos, goarch)) return true;
  return linker.linkMode === 'external' && goHas(input.goVersion, 'externalFlagBringsCgo');
}

/** Up to Go 1.15 runtime/cgo was compiled for every position independent executable, whether linked in or not. */
const pieCompiles = ({ pie, input }: GoBuildPlan): boolean => pie && !goHas(input.goVersion, 'internalPie');
