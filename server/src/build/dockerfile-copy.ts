// COPY, ADD and bind mounts of a Dockerfile: what their flags and operands name.
import type { ImageFacts } from '../knowledge/image-facts.js';
import type { DockerFlag, DockerInstruction, DockerWord } from '../syntax/dockerfile-tree.js';
import type { Place, Span } from '../text/span.js';
import { baseImage } from './base-image.js';
import { contextPath, listContext } from './context.js';
import { copyInto, type Origin } from './copy.js';
import { expand, flagNamed, mergedScope, type Context, type RanStage } from './dockerfile-scope.js';
import { copyFileSystem, normalise, type FileSystem } from './file-system.js';
import type { StageState } from './machine.js';
import { isKnown } from './value.js';

export function copyInstruction(
  context: Context,
  current: RanStage,
  instruction: DockerInstruction,
  place: Place,
  note_: (image?: ImageFacts | null, imageSpan?: Span | null) => void,
): void {
  const { state } = current;
  const operands: readonly DockerWord[] = instruction.json ?? instruction.words;
  const literal = instruction.json !== null;
  const text = (word: DockerWord): string =>
    literal && !word.text.includes('$')
      ? word.text
      : expand(literal ? word.text : word.text, state.environment, context);
  const from = flagNamed(instruction, 'from');
  const origin = originOf(context, current, from);
  note_(origin.kind === 'image' ? origin.image : null, from?.valueSpan ?? null);
  const destination = operands[operands.length - 1];
  if (!destination) return;
  const sources = operands.slice(0, -1).map((word) => ({ text: text(word), span: word.span }));
  copyInto(state, {
    sources,
    destination: text(destination),
    place,
    origin,
    parents: flagNamed(instruction, 'parents') !== null,
  });
}

/** What `--from=` names: a stage by name or index, an image, or nothing that is known. */
function originOf(context: Context, current: RanStage, flag: DockerFlag | null): Origin {
  const { world } = context;
  if (flag?.value === null || flag?.value === undefined) {
    return { kind: 'context', list: (folder) => listContext(world, contextPath(world.input, folder)) };
  }
  const name = flag.value.includes('$')
    ? expand(flag.value, mergedScope(context, current), context)
    : flag.value;
  if (!isKnown(name) || name === '') return { kind: 'unknown' };
  const stage = stageNamed(context, current, name);
  if (stage) {
    stage.users.add(current.state.index);
    return { kind: 'stage', stage: stage.state };
  }
  if (/^\d+$/.test(name)) return { kind: 'unknown' };
  return {
    kind: 'image',
    image: baseImage(name, world.input.asOf, current.state.architecture),
  };
}

function stageNamed(context: Context, current: RanStage, name: string): RanStage | null {
  const before = context.stages.slice(0, current.state.index);
  const byName = [...before].reverse().find((stage) => stage.name === name.toLowerCase());
  if (byName) return byName;
  return /^\d+$/.test(name) ? (before[Number(name)] ?? null) : null;
}

interface Mount {
  readonly origin: Origin;
  readonly source: string;
  readonly target: string;
}

/** `--mount=type=bind`: what is mounted, where; caches, secrets and tmpfs hold nothing that is followed. */
export function mountsOf(
  context: Context,
  current: RanStage,
  instruction: DockerInstruction,
): readonly Mount[] {
  return instruction.flags.flatMap((flag) => {
    if (flag.name !== 'mount' || flag.value === null) return [];
    const options = new Map(
      flag.value.split(',').map((part): [string, string] => {
        const equals = part.indexOf('=');
        return equals < 0 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)];
      }),
    );
    const type = options.get('type') ?? 'bind';
    const target = options.get('target') ?? options.get('dst') ?? options.get('destination');
    const from = options.get('from');
    if (type !== 'bind' && !(type === 'cache' && from !== undefined)) return [];
    if (target === undefined) return [];
    const origin = originOf(context, current, from === undefined ? null : { ...flag, value: from });
    const source = options.get('source') ?? options.get('src') ?? '/';
    return [
      {
        origin,
        source: expand(source, current.state.environment, context),
        target: expand(target, current.state.environment, context),
      },
    ];
  });
}

/** After the RUN its mounts are gone; what was written elsewhere stays. */
export function withoutMounts(state: StageState, before: FileSystem, targets: readonly string[]): void {
  const under = (path: string): boolean =>
    targets.some((target) => {
      const at = normalise(target, state.workdir);
      return path === at || path.startsWith(at === '/' ? '/' : `${at}/`);
    });
  const after = state.files;
  const files = copyFileSystem(before);
  for (const [path, entry] of after.entries) if (!under(path)) files.entries.set(path, entry);
  for (const path of [...files.entries.keys()])
    if (!under(path) && !after.entries.has(path)) files.entries.delete(path);
  for (const [path, wild] of after.wild) if (!under(path)) files.wild.set(path, wild);
  state.files = files;
}
