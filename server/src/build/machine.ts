// The state that a symbolic run changes: what one stage holds, and what the whole run has found so far.
import type { Architecture, ImageFacts, Libc } from '../knowledge/image-facts.js';
import type { Shim } from '../linking/loader-model.js';
import { because, type Because } from '../text/because.js';
import * as l10n from '@vscode/l10n';
import type { Place, Span } from '../text/span.js';
import {
  bind,
  copyEnvironment,
  emptyEnvironment,
  joinEnvironments,
  type Environment,
} from './environment.js';
import { copyFileSystem, emptyFileSystem, type Carrier, type FileSystem } from './file-system.js';
import type { Configuration } from './programs/autotools.js';
import type { AnalysisInput, Artifact, Command, Fact } from './model.js';

/** Known to be so, known not to be so, or not known. */
export type Tri = boolean | null;

/** What has been installed over the base image. */
export interface Toolbox {
  cCompiler: Tri;
  libcHeaders: Tri;
  staticLibc: Tri;
  /** `musl-gcc` on a glibc host. */
  muslGcc: boolean;
  /** Compilers by name that were installed (`aarch64-linux-gnu-gcc`, `clang`). */
  readonly compilers: Set<string>;
  /** Version of a Go toolchain that is not the image's own. */
  go: string | null;
  hasGo: Tri;
}

export interface StageState {
  readonly index: number;
  image: ImageFacts;
  /** What FROM names where the run cannot tell: everything in it is unknown then. */
  readonly architecture: Architecture;
  readonly platform: string;
  /** ENV and ARG as RUN sees them. */
  environment: Environment;
  /** What `go env -w` wrote. */
  goEnvironment: Environment;
  workdir: string;
  /** SHELL: the words before the script; `/bin/sh -c` by default. */
  shell: readonly string[];
  files: FileSystem;
  toolbox: Toolbox;
  shims: Map<Shim, Because>;
  loaders: Map<string, Libc | 'unknown'>;
  libraries: Set<string>;
  packages: Set<string>;
  /** Packages were installed that may bring any library. */
  unlistedPackages: boolean;
  /** A folder was copied in that may hold any library. */
  unknownLibraries: boolean;
  /** apk's `--virtual` names and what stands behind them. */
  virtuals: Map<string, readonly string[]>;
  /** Source folders in which `./configure` ran. */
  configurations: Map<string, Configuration>;
  entrypoint: Command | null;
  command: Command | null;
  /** Something ran that may have installed anything (a script that cannot be read, `curl … | sh`). */
  opaque: Because | null;
}

export interface Execution {
  readonly stage: number;
  readonly path: string;
  readonly artifact: number;
  readonly carrier: Carrier | null;
  readonly place: Place;
}

/** Everything that one analysis gathers while it runs. */
export interface World {
  readonly input: AnalysisInput;
  readonly texts: Map<string, string>;
  readonly artifacts: Artifact[];
  readonly facts: Fact[];
  readonly executions: Execution[];
  /** Scripts of the build context that ran, each with the instruction that ran it first. */
  readonly callers: Map<string, Place>;
  /** Commands left before the run stops looking; bounds time on hostile input. */
  budget: number;
  truncated: boolean;
}

/** One instruction's or script's frame: where its text stands, and how sure it is to run. */
export interface Frame {
  readonly world: World;
  readonly stage: StageState;
  /** The instruction that is run; its span is where carriers point. */
  readonly instruction: Place;
  /** How many conditions that cannot be decided stand above the command. */
  conditional: number;
  /** Depth of nested scripts. */
  readonly depth: number;
}

/** A stage as its image starts it. */
export function freshStage(
  index: number,
  image: ImageFacts,
  architecture: Architecture,
  platform: string,
): StageState {
  const environment = emptyEnvironment();
  for (const [name, value] of Object.entries(image.environment)) {
    bind(environment, name, { value, how: 'image', place: null, valuePlace: null, exported: true });
  }
  const own = image.secondLibc?.libc === 'glibc';
  return {
    index,
    image,
    architecture,
    platform,
    environment,
    goEnvironment: emptyEnvironment(),
    workdir: image.workdir === '' ? '/' : image.workdir,
    shell: ['/bin/sh', '-c'],
    files: emptyFileSystem(),
    toolbox: {
      cCompiler: image.cCompiler,
      libcHeaders: image.libcHeaders,
      staticLibc: image.staticLibc,
      muslGcc: false,
      compilers: new Set(),
      go: image.go,
      hasGo: image.hasGo,
    },
    shims: new Map(
      own ? [['glibc', because(l10n.t('{0} brings a glibc of its own.', image.reference))]] : [],
    ),
    loaders: new Map(),
    libraries: new Set(image.libraries ?? []),
    packages: new Set(),
    unlistedPackages: false,
    unknownLibraries: false,
    virtuals: new Map(),
    configurations: new Map(),
    entrypoint: null,
    command: null,
    opaque: null,
  };
}

export function copyStage(stage: StageState, index: number): StageState {
  return {
    ...stage,
    index,
    environment: copyEnvironment(stage.environment),
    goEnvironment: copyEnvironment(stage.goEnvironment),
    files: copyFileSystem(stage.files),
    toolbox: { ...stage.toolbox, compilers: new Set(stage.toolbox.compilers) },
    shims: new Map(stage.shims),
    loaders: new Map(stage.loaders),
    libraries: new Set(stage.libraries),
    packages: new Set(stage.packages),
    virtuals: new Map(stage.virtuals),
    configurations: new Map(stage.configurations),
  };
}

/** After a branch that may or may not have run on `other`: keeps what either made and forgets what they disagree on. */
export function joinStages(into: StageState, other: StageState): void {
  joinEnvironments(into.environment, other.environment);
  joinEnvironments(into.goEnvironment, other.goEnvironment);
  joinFiles(into.files, other.files);
  into.toolbox = {
    cCompiler: joinTri(into.toolbox.cCompiler, other.toolbox.cCompiler),
    libcHeaders: joinTri(into.toolbox.libcHeaders, other.toolbox.libcHeaders),
    staticLibc: joinTri(into.toolbox.staticLibc, other.toolbox.staticLibc),
    muslGcc: into.toolbox.muslGcc || other.toolbox.muslGcc,
    compilers: new Set([...into.toolbox.compilers, ...other.toolbox.compilers]),
    go: into.toolbox.go === other.toolbox.go ? into.toolbox.go : null,
    hasGo: joinTri(into.toolbox.hasGo, other.toolbox.hasGo),
  };
  for (const [shim, why] of other.shims) into.shims.set(shim, why);
  for (const [path, libc] of other.loaders) into.loaders.set(path, libc);
  for (const name of other.libraries) into.libraries.add(name);
  for (const name of other.packages) into.packages.add(name);
  into.unlistedPackages ||= other.unlistedPackages;
  into.unknownLibraries ||= other.unknownLibraries;
  into.opaque ??= other.opaque;
}

const joinTri = (a: Tri, b: Tri): Tri => (a === b ? a : null);

function joinFiles(into: FileSystem, other: FileSystem): void {
  for (const [path, entry] of other.entries) {
    const mine = into.entries.get(path);
    if (mine === undefined) into.entries.set(path, entry);
    else if (mine !== entry && JSON.stringify(mine) !== JSON.stringify(entry)) {
      into.entries.set(path, { kind: 'unknown', carrier: null });
    }
  }
  for (const [path, wild] of other.wild) if (!into.wild.has(path)) into.wild.set(path, wild);
}

export const placeIn = (path: string, span: Span): Place => ({ path, span });
