// What the symbolic run of a Dockerfile or script finds: stages, artifacts, where they travel, and the facts that rules read.
import type { Because } from '../text/because.js';
import type { Embedded } from '../text/embedded.js';
import type { Place, Span } from '../text/span.js';
import type { GoModuleFacts } from '../knowledge/go-modules.js';
import type { Architecture, ImageFacts } from '../knowledge/image-facts.js';
import type { CcLinkOutcome } from '../linking/cc-link-model.js';
import type { GoLinkInput, GoLinkOutcome } from '../linking/go-link-model.js';
import type { Linkage } from '../linking/linkage.js';
import type { Runtime, Shim, Verdict } from '../linking/loader-model.js';

/** certain: every input is known. likely: one ordinary default is assumed and named. possible: shown in hover and trace only. */
export type Confidence = 'certain' | 'likely' | 'possible';

/** `goreleaser`: `.goreleaser.yaml`; `workflow`: a GitHub workflow. */
export type DocumentKind = 'dockerfile' | 'shellscript' | 'makefile' | 'goreleaser' | 'workflow';

/** Read access to the files beside the document, bounded and confined by whoever provides it. */
export interface Files {
  /** Text of a file; null where it is not there, not text, too large or outside the workspace. */
  read(path: string): string | null;
  /** Names in a folder, folders with a trailing `/`; null where it is not a folder that may be read. */
  list(path: string): readonly string[] | null;
}

export interface AnalysisInput {
  readonly path: string;
  readonly text: string;
  readonly kind: DocumentKind;
  /** Null where no file but the document itself may be read. */
  readonly files: Files | null;
  /** Folder of the build context; null: the document's own folder. */
  readonly context: string | null;
  /** `--build-arg`. */
  readonly buildArguments: Readonly<Record<string, string>>;
  /** `linux/arm64`; null: linux/amd64, native. */
  readonly platform: string | null;
  /** `--target`; null: every stage that no other stage uses, the last one among them. */
  readonly target: string | null;
  /** ISO date for which floating tags are resolved; the core has no clock. */
  readonly asOf: string;
  /** Images (references) in which the output of a script must run; left out: none are named. */
  readonly targets?: readonly string[];
}

export interface Stage {
  readonly index: number;
  readonly name: string | null;
  /** The FROM instruction. For a script: the whole file. */
  readonly span: Span;
  /** The image reference in FROM, as written; for a script an empty span at the start. */
  readonly imageSpan: Span;
  /** The reference as written, variables in it. */
  readonly written: string;
  /** Facts of the image at the root of the stage (of the parent's, where FROM names a stage). */
  readonly image: ImageFacts;
  /** Index of the stage that FROM names. */
  readonly parent: number | null;
  /** `--platform` after expansion, or the target platform. */
  readonly platform: string;
  /** `--platform` as written, `$BUILDPLATFORM` among others, of the FROM that names the image; null where none is. */
  readonly writtenPlatform: string | null;
  readonly architecture: Architecture;
  /** Others that copy or mount from this stage, or start FROM it. */
  readonly usedBy: readonly number[];
  /** Whether what it holds is started: no other stage uses it (or it is the target), and it is not a bare `scratch` export. */
  readonly isRuntime: boolean;
  /** ENTRYPOINT and CMD in force at the end, in exec form words where known. */
  readonly entrypoint: Command | null;
  readonly command: Command | null;
  /** The libc, shims, loaders and libraries at its end. */
  readonly runtime: Runtime;
  /** Whether anything happened in it that may have changed the libc side in an unknown way. */
  readonly because: readonly Because[];
}

export interface Command {
  readonly form: 'exec' | 'shell';
  /** Words of the exec form; for the shell form the first command's words as far as known. */
  readonly words: readonly string[];
  readonly place: Place;
}

export type ArtifactKind = 'executable' | 'shared-library' | 'archive' | 'tree';

export interface Artifact {
  readonly id: number;
  /** Stage in which it was made. */
  readonly stage: number;
  /** Where it was made; a `*` stands for names that are not known. */
  readonly path: string;
  readonly kind: ArtifactKind;
  readonly linkage: Linkage;
  readonly architecture: Architecture | null;
  readonly confidence: Confidence;
  /** What made it: the command's place. */
  readonly madeBy: Place;
  /** Program that made it: `go`, `gcc`, `make`, `curl`. */
  readonly program: string;
  readonly because: readonly Because[];
  /** Text of the build failure we expect; the artifact then never comes to be. */
  readonly error: string | null;
  /** Index into `facts`; null where neither made it. */
  readonly goBuild: number | null;
  readonly ccBuild: number | null;
  /** Names of the programs behind a `*` in the path, as far as known. */
  readonly programNames?: readonly string[];
}

/** An artifact at its last place, in a stage where it would start. */
export interface Placement {
  readonly artifact: number;
  /** Runtime stage that holds it. */
  readonly stage: number;
  readonly path: string;
  /** The instruction that carried it into the image it starts in (COPY, ADD, or the command that made it there). */
  readonly place: Place;
  /** The instruction's source operand that named it. */
  readonly sourceSpan: Span | null;
  readonly verdict: Verdict;
  /** The lesser of the artifact's and the verdict's. */
  readonly confidence: Confidence;
  /** ENTRYPOINT, CMD or HEALTHCHECK words that start this very file, if any does. */
  readonly startedBy: Place | null;
}

/** Where an input of a build came from, for hovers and edits. */
export interface Setting {
  readonly name: string;
  /** Null: set, to a value that is not known. */
  readonly value: string | null;
  readonly how: 'command' | 'env' | 'arg' | 'export' | 'go env -w' | 'image' | 'default' | 'parent';
  /** The whole assignment (`CGO_ENABLED=1`, `ENV CGO_ENABLED 0`'s pair); null for defaults. */
  readonly place: Place | null;
  /** The value alone. */
  readonly valuePlace: Place | null;
  /** Whether the value is written with BuildKit's variables of the target platform (`$TARGETARCH`). */
  readonly followsTarget?: boolean;
}

export interface GoBuild {
  readonly kind: 'go-build';
  readonly stage: number;
  readonly verb: 'build' | 'install' | 'test' | 'run' | 'get';
  /** From the command's first assignment or word to its last. */
  readonly place: Place;
  /** The word `go`. */
  readonly goPlace: Place;
  /** The verb's word; flags may be inserted behind it. */
  readonly verbPlace: Place;
  /** CGO_ENABLED, GOOS, GOARCH, GOFLAGS, CC, CGO_LDFLAGS as in force, the default included. */
  readonly settings: readonly Setting[];
  /** Flags with their values: `-ldflags` → place of flag and value; the last of a name wins. */
  readonly flags: readonly GoFlag[];
  readonly packages: readonly string[];
  /** The possibility that was taken (the ordinary one where inputs are not known). */
  readonly input: GoLinkInput;
  readonly outcome: GoLinkOutcome;
  /** What the program is: read from sources, or assumed. */
  readonly program: 'read' | 'assumed';
  /** Packages of known modules with C code that the program imports, with the place of the import. */
  readonly cgoModules: readonly KnownModule[];
  readonly confidence: Confidence;
  readonly artifacts: readonly number[];
  /** True under `||`, in an `if` or a loop: it may not run. */
  readonly conditional: boolean;
  readonly because: readonly Because[];
}

export interface KnownModule {
  readonly importPath: string;
  readonly facts: GoModuleFacts;
  readonly place: Place;
}

export interface GoFlag {
  /** With one dash: `-ldflags`. */
  readonly name: string;
  readonly value: string | null;
  /** Flag and value. */
  readonly place: Place;
  /** The value as written, quotes included; null for a bare flag. */
  readonly valuePlace: Place | null;
}

export interface CcBuild {
  readonly kind: 'cc-build';
  readonly stage: number;
  readonly compiler: string;
  readonly place: Place;
  readonly compilerPlace: Place;
  readonly outcome: CcLinkOutcome;
  readonly confidence: Confidence;
  readonly artifacts: readonly number[];
  readonly conditional: boolean;
}

/** `apk add`, `apt-get install`, `yum install` and their removals. */
export interface PackageChange {
  readonly kind: 'package-change';
  readonly stage: number;
  readonly manager: 'apk' | 'apt' | 'yum';
  readonly action: 'install' | 'remove';
  readonly packages: readonly { readonly name: string; readonly place: Place }[];
  readonly place: Place;
  /** Where another package can be added to the list: behind the last one. */
  readonly insertAt: Place | null;
}

/** `ldconfig DIR…`. */
export interface LdconfigRun {
  readonly kind: 'ldconfig';
  readonly stage: number;
  readonly place: Place;
  readonly arguments: readonly string[];
  /** The instruction, and whether this command is all that it runs. */
  readonly instruction: Place | null;
  readonly alone: boolean;
  /** Places to delete for taking this command out of an `&&` or `;` list; null where that is not safe. */
  readonly removal: Place | null;
}

/** `ln -s … /lib64/ld-linux-x86-64.so.2`. */
export interface LoaderLink {
  readonly kind: 'loader-link';
  readonly stage: number;
  readonly place: Place;
  readonly loader: string;
  readonly target: string;
  /** Whether the target is musl's own libc (the hack) or another loader. */
  readonly toMusl: boolean;
}

/** A whole glibc installed beside musl: sgerrand's apk. */
export interface GlibcPackage {
  readonly kind: 'glibc-package';
  readonly stage: number;
  readonly place: Place;
  readonly version: string | null;
  readonly forceOverwrite: boolean;
  /** A shim in the image that owns the same files. */
  readonly conflictsWith: Shim | null;
}

/** `./configure` of a source folder, which settles how `make` links. */
export interface ConfigureRun {
  readonly kind: 'configure';
  readonly stage: number;
  readonly place: Place;
  /** The word `./configure`; options may be inserted behind it. */
  readonly namePlace: Place;
  readonly isStatic: boolean;
}

export type Fact = ConfigureRun | GoBuild | CcBuild | PackageChange | LdconfigRun | LoaderLink | GlibcPackage;

export interface Analysis {
  readonly path: string;
  readonly kind: DocumentKind;
  /** Texts of every file that a place in this analysis can name. */
  readonly texts: ReadonlyMap<string, string>;
  /** Other files that were run (scripts), each with the instruction of this document that ran it. */
  readonly callers: ReadonlyMap<string, Place>;
  readonly stages: readonly Stage[];
  readonly artifacts: readonly Artifact[];
  readonly placements: readonly Placement[];
  readonly facts: readonly Fact[];
  /** What stands where: every instruction, for editors. */
  readonly instructions: readonly AnalysedInstruction[];
  /** Comments that may hold suppressions. */
  readonly comments: readonly { readonly text: string; readonly span: Span }[];
  /** True where a limit was met and a part was not looked at. */
  readonly truncated: boolean;
}

export interface AnalysedInstruction {
  readonly keyword: string;
  readonly span: Span;
  readonly keywordSpan: Span;
  readonly stage: number | null;
  /** Image named by `COPY --from=image` or `--mount=from=image`, where it is no stage. */
  readonly image: ImageFacts | null;
  readonly imageSpan: Span | null;
  readonly body: Embedded;
}
