// What stops a command: one sentence for standard error and the exit code that goes with it.

/** Exit codes of the command line; they are a contract. */
export const exit = { clean: 0, findings: 1, usage: 2, internal: 3 } as const;

export type ExitCode = (typeof exit)[keyof typeof exit];

/** Wrong usage or an input that cannot be read; `message` names the option or file, and the cause. */
export class Failure extends Error {}

/** What is known of anything that was thrown. */
export const messageOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : String(thrown);
