// What the user reads, and with which exit code, when the kernel refuses to start a file.
import {
  ashScript,
  shellWordings,
  starterWordings,
  trap,
  type Refusal,
  type StarterProgram,
  type StartWording,
} from '../knowledge/start-wordings.js';
import type { Shell } from '../knowledge/image-facts.js';
import type { LoadInput, Runtime } from './loader-model.js';

export interface StartFailure {
  /** Null where nothing is printed. */
  readonly text: string | null;
  readonly exitCode: number;
}

type Start = Pick<LoadInput, 'path' | 'starter' | 'script'> & {
  readonly runtime: Pick<Runtime, 'shell' | 'hasShell' | 'libc'>;
};

/** Missing loader or foreign format, in the words of whoever starts the file; a missing loader reads as a missing file, but in bash from 5.2 on. */
export function startFailure(refusal: Refusal, start: Start): StartFailure {
  const shell = shellOf(start);
  if (shell === null) return filled(starterWordings.runc[refusal], start.path, '', 1);
  const { script } = start;
  const wording =
    shell === 'ash' && start.starter === 'script' && script !== undefined && refusal === 'no-loader'
      ? ashScript
      : shellWordings[shell][refusal];
  return filled(wording, start.path, script?.path ?? '/bin/sh', script?.line ?? 1);
}

/** The same for programs that start others: `env`, `tini`, `gosu`… */
export const starterFailure = (
  starter: StarterProgram,
  refusal: Refusal,
  path: string,
  script: { readonly path: string; readonly line: number } = { path: '/bin/sh', line: 1 },
): StartFailure => filled(starterWordings[starter][refusal], path, script.path, script.line);

/** A program that traps at start prints nothing itself; dash, which waits for it, names the signal. */
export const trapped = (start: Start): StartFailure => ({
  text: shellOf(start) === 'dash' ? trap.text : null,
  exitCode: trap.exitCode,
});

/** Null where the runtime itself executes the file. A shell that is not known is taken for the one that images of that libc have most. */
function shellOf({ starter, runtime }: Start): Shell | null {
  if (starter === 'exec' || runtime.hasShell === false) return null;
  return runtime.shell ?? (runtime.libc === 'glibc' ? 'dash' : 'ash');
}

const filled = (
  { text, exitCode }: StartWording,
  path: string,
  shell: string,
  line: number,
): StartFailure => ({
  text: text
    .replaceAll('{shell}', () => shell)
    .replaceAll('{line}', () => String(line))
    .replaceAll('{path}', () => path),
  exitCode,
});
